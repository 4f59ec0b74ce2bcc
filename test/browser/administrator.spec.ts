import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { aColleague } from '../support/patients/colleague';
import { objectionsOf } from '../support/walks/objections';
import { today } from '../support/patients/neck-course';
import { usable } from '../support/screens';
import { addDays } from '../../src/clinical/calendar';

interface Settings {
  readonly closedDays: readonly string[];
  readonly intervals: readonly object[];
  readonly openingHours: readonly { readonly injectorId: string | null }[];
  readonly visitLengths: readonly object[];
  readonly ruleValues: Readonly<Record<string, number>>;
}

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

const settings = (): Promise<Settings> => clinic.get('admin', '/clinic-settings');

it('sets the hours of a neurologist with a break, is told of a slip beside its day, and sets how long a visit is', async () => {
  const { page, context } = await clinic.signedIn('admin');
  await usable(page, '/settings');
  const ofClinic = page.locator('summary').filter({ hasText: 'The clinic: nine to five on every open day' });
  const hours = page.locator('section').filter({ has: ofClinic }).locator('details').nth(1);
  await hours.locator('summary').click();
  expect(await objectionsOf(page)).toEqual([]);
  const fill = (label: string, time: string) => hours.getByLabel(label, { exact: true }).fill(time);
  await fill('Tuesday from', '08:30');
  await fill('Tuesday to', '12:00');
  await fill('Thursday from', '17:00');
  await fill('Thursday to', '13:00');
  const save = hours.getByRole('button', { name: /^Save the hours/ });
  await save.click();
  const slip = page.getByRole('row', { name: /^Thursday/ }).getByText('It cannot close at 13:00');
  await slip.waitFor();
  await fill('Thursday from', '');
  await fill('Thursday to', '');
  await fill('Tuesday, after a break, from', '13:00');
  await fill('Tuesday, after a break, to', '17:00');
  await save.click();
  await page.getByText('Tue 08:30-12:00, 13:00-17:00').waitFor();
  const ofOne = (await settings()).openingHours;
  expect(ofOne).toEqual([
    { injectorId: expect.any(String), weekday: 'tuesday', opensAt: '08:30', closesAt: '12:00' },
    { injectorId: ofOne[0]!.injectorId, weekday: 'tuesday', opensAt: '13:00', closesAt: '17:00' },
  ]);

  await page.getByLabel('Cervical dystonia', { exact: true }).fill('45');
  await page.getByRole('button', { name: 'Save the lengths' }).click();
  await page.getByText('The lengths of visits are saved.').waitFor();
  expect((await settings()).visitLengths).toEqual([{ indication: 'cervical_dystonia', minutes: 45 }]);
  await context.close();
});

it('closes a day and opens it again, sets an interval and a threshold and takes them back', async () => {
  const { page, context } = await clinic.signedIn('admin');
  const { closedDays: before } = await settings();
  const day = addDays(today(), 50);
  expect(before).not.toContain(day);
  await page.goto('/settings');
  await page.getByLabel('Close another day').fill(day);
  await page.getByRole('button', { name: 'Save the closed days' }).click();
  await page.getByText('The closed days are saved.').waitFor();
  expect((await settings()).closedDays).toContain(day);
  await page.locator(`input[value="${day}"]`).uncheck();
  await page.getByRole('button', { name: 'Save the closed days' }).click();
  await page.locator(`input[value="${day}"]`).waitFor({ state: 'detached' });
  expect((await settings()).closedDays.toSorted()).toEqual(before.toSorted());

  await page.getByLabel('Usual interval', { exact: true }).selectOption('P13W');
  await page.getByRole('button', { name: 'Set the interval' }).click();
  await page.getByText(/^Of \d+ courses: \d+ due days? would move.* Nothing is saved yet\.$/).waitFor();
  expect((await settings()).intervals).toEqual([]);
  expect(await objectionsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Do not save' }).click();
  await page.getByText('Nothing is saved yet').waitFor({ state: 'detached' });
  expect((await settings()).intervals).toEqual([]);
  await page.getByRole('button', { name: 'Set the interval' }).click();
  await page.getByRole('button', { name: 'Save it' }).click();
  await page.getByText('every product: usual 13 weeks').waitFor();
  await page.getByRole('button', { name: /^Remove/ }).click();
  await page.getByRole('button', { name: 'Save it' }).click();
  await page.getByText('None is set').waitFor();
  expect((await settings()).intervals).toEqual([]);

  await page.getByText('Intervals', { exact: false }).and(page.locator('summary')).click();
  await page.getByLabel(/^Usual interval, value/).fill('0');
  await page.getByRole('button', { name: 'Save the thresholds' }).click();
  await page.getByText('a whole number of days from 1 to 3660').waitFor();
  await page.getByLabel(/^Usual interval, value/).fill('91');
  await page.getByRole('button', { name: 'Save the thresholds' }).click();
  await page.getByRole('button', { name: 'Save it' }).click();
  await page.getByText('The thresholds are saved').waitFor();
  expect((await settings()).ruleValues).toEqual({ 'S01.usual.default': 91 });
  await page.getByText(/threshold.*1 set by this clinic/).click();
  await page.getByLabel(/^Usual interval, value/).fill('');
  await page.getByRole('button', { name: 'Save the thresholds' }).click();
  await page.getByRole('button', { name: 'Save it' }).click();
  await page.waitForFunction(() => !document.querySelector('input[value="91"]'));
  expect((await settings()).ruleValues).toEqual({});
  await context.close();
});

it('makes a token that is shown once, and revokes it', async () => {
  const { page, context } = await clinic.signedIn('admin');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto('/tokens');
  await page.getByLabel('For what').fill('monthly report');
  await page.getByRole('button', { name: 'Make the token' }).click();
  const token = await page.getByLabel('Token', { exact: true }).inputValue();
  const asScript = (): Promise<Response> =>
    fetch(`${clinic.url}/api/v1/reports`, { headers: { authorization: `Bearer ${token}` } });
  expect((await asScript()).status).toBe(200);
  await page.reload();
  expect(await page.content()).not.toContain(token);
  await page.getByRole('button', { name: 'Revoke monthly report' }).click();
  await page.getByText('No script has a token yet').waitFor();
  expect((await asScript()).status).toBe(401);
  await context.close();
});

it('adds a user, gives another role, and disables', async () => {
  const { page, context } = await clinic.signedIn('admin');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto('/users');
  const form = page.getByRole('form', { name: 'Add a user' });
  await form.getByLabel('User name').fill('new.person');
  await form.getByLabel('Name', { exact: true }).fill('New Person');
  await form.getByLabel('Password').fill('violet harbour tuning fork');
  await form.getByRole('button', { name: 'Add the user' }).click();
  const row = page.getByRole('row').filter({ hasText: 'new.person' });
  await row.getByText('Change', { exact: false }).first().click();
  await row.getByLabel('Role').selectOption('reporting');
  await row.getByRole('button', { name: 'Save' }).click();
  await row.getByText('Reporting').first().waitFor();
  await row.getByText('Change', { exact: false }).first().click();
  await row.getByRole('button', { name: 'Disable' }).click();
  await row.getByText(/Disabled since/).waitFor();
  await page.goto('/audit?action=update&subject=app_user');
  const changed = page.getByRole('cell', { name: /disabled at/i }).first();
  await changed.waitFor();
  expect(await changed.isVisible()).toBe(true);
  expect(await page.getByLabel('What').inputValue()).toBe('user');
  await context.close();
});

it('says which scripts stop with whoever is disabled, and which tokens wait for somebody', async () => {
  const leaver = { username: 'leaver', displayName: 'Lea Ver', role: 'neurologist' } as const;
  const { token } = await aColleague(clinic, { ...leaver, password: 'umbrella oxygen 38 tractor' });
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const make = (name: string) =>
    clinic.send<{ id: string }>('admin', 'POST', '/api-tokens', { name, role: 'neurologist', expiresAt });
  const { id } = await make('import of old charts');
  await make('nobody approves this');
  const approved = await fetch(`${clinic.url}/api/v1/api-tokens/${id}/approve`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(approved.status).toBe(204);

  const { page, context } = await clinic.signedIn('admin');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto('/users');
  const waiting = page.getByRole('region', { name: 'Tokens that wait for approval' });
  expect(await waiting.getByRole('listitem').allTextContents()).toEqual([
    expect.stringMatching(/^nobody approves this \(neurologist\): a neurologist approves it at \/tokens\//),
  ]);
  const row = page.getByRole('row').filter({ hasText: 'leaver' });
  await row.getByText('Change', { exact: false }).first().click();
  await row.getByRole('button', { name: 'Disable' }).click();
  const ended = page.locator('#ended-tokens');
  await ended.getByRole('heading', { name: 'Lea Ver is disabled.' }).waitFor();
  expect(await ended.getByRole('listitem').allTextContents()).toEqual(['import of old charts']);
  await row.getByText(/Disabled since/).waitFor();
  expect(await objectionsOf(page)).toEqual([]);
  await context.close();
});

it('shows that working out every due day takes its time, and cancels it', async () => {
  const { page, context } = await clinic.signedIn('admin');
  await page.goto('/settings');
  const { leadDays } = await clinic.get<{ leadDays: number }>('admin', '/clinic-settings');
  await page.route('**/api/v1/clinic-settings', () => undefined);
  await page.getByLabel('On the list ahead').fill('21');
  await page.getByRole('button', { name: 'Save the calendar' }).click();
  await page.getByText(/Working out every due day again … \d+ s/).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText(/^Cancelled: nothing was changed/).waitFor();
  expect(await page.getByLabel('On the list ahead').inputValue()).toBe('21');
  await page.getByRole('button', { name: 'See how it stands' }).click();
  await page.waitForFunction(
    (days) => document.querySelector<HTMLInputElement>('[name="leadDays"]')?.value === days,
    String(leadDays),
  );
  await context.close();
});
