import type { PlainDate } from '../../src/clinical/calendar';
import { dayText } from '../../src/clinical/due/due-text';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { objectionsOf } from '../support/walks/objections';
import { everyScreen, usable } from '../support/screens';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

it('proposes whom one may mean while one types, and goes there by keyboard', async () => {
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, '/calendar');
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: 'Find a patient' });
  await field.waitFor();
  await page.keyboard.type('sorens');
  const list = page.getByRole('listbox', { name: 'Patients' });
  const option = list.getByRole('option');
  await option.first().waitFor();
  const { items } = await clinic.get<{ items: { birthDate: PlainDate }[] }>(
    'scheduler',
    '/patients?q=sorensen',
  );
  const born = dayText(items[0]!.birthDate);
  expect(await option.first().textContent()).toMatch(new RegExp(`^Sørensen, Karen.*born ${born}$`));
  expect(await field.getAttribute('aria-expanded')).toBe('true');
  await page.getByRole('status').getByText('1 patient below').waitFor();
  expect(await objectionsOf(page)).toEqual([]);
  expect(await field.getAttribute('aria-activedescendant')).toBeNull();
  await page.keyboard.press('ArrowDown');
  expect(await field.getAttribute('aria-activedescendant')).toBe(await option.first().getAttribute('id'));
  expect(await option.first().getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('ArrowUp');
  expect(await field.getAttribute('aria-activedescendant')).toBeNull();
  await page.keyboard.press('Escape');
  expect(await list.isHidden()).toBe(true);
  expect(await field.inputValue()).toBe('sorens');
  await page.keyboard.type('e');
  await option.first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Karen Sørensen' }).waitFor();
  await context.close();
});

it('says that nobody is found, finds by Enter alone, and takes a click', async () => {
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, '/due');
  await page.keyboard.press('/');
  await page.keyboard.type('nobody of this name');
  await page.getByRole('status').getByText('Nobody is found.').waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('555 0140');
  await page.getByRole('option', { name: /^Lindqvist/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Marta Lindqvist' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('Kowal');
  await page.getByRole('option', { name: /^Kowalczyk/ }).click();
  const found = page.getByRole('heading', { level: 1, name: 'Barbara Kowalczyk' });
  await found.waitFor();
  expect(await found.count()).toBe(1);
  await context.close();
});

it('records whom it proposed', async () => {
  const { items } = await clinic.get<{ items: { id: string }[] }>('neurologist', '/patients?q=Thibodeaux');
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, '/due?q=nobody-of-this-name');
  await page.keyboard.press('/');
  await page.keyboard.type('thibo');
  await page.getByRole('option', { name: /^Thibodeaux/ }).waitFor();
  const trail = await clinic.get<{ items: object[] }>(
    'admin',
    `/audit?patientId=${items[0]!.id}&action=read&limit=1`,
  );
  expect(trail.items[0]).toMatchObject({ subject: 'patient', actor: { name: 'Theo Marchetti' } });
  await context.close();
});

it('leads to a field for a patient with one key on every screen of whoever may find one', async () => {
  const without: string[] = [];
  for (const { name, role, path } of await everyScreen(clinic)) {
    if (role === 'nobody' || role === 'reporting') continue;
    const { page, context } = await clinic.signedIn(role);
    await page.goto(path);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('/');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('type'));
    if (focused !== 'search') without.push(name);
    await context.close();
  }
  expect(without).toEqual([]);
}, 300_000);
