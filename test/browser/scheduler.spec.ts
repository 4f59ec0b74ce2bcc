import { readFile } from 'node:fs/promises';
import { openBrowsedClinic, signInByHand, type BrowsedClinic } from '../support/browser';
import { objectionsOf } from '../support/walks/objections';
import { addDays, mondayOf, type PlainDate } from '../../src/clinical/calendar';
import { marked } from '../../src/web/browser/marks';
import { morningOfCalls, type Call } from '../support/browser/morning-of-calls';
import { aNeckCourse, today } from '../support/patients/neck-course';
import { rowWith, usable } from '../support/screens';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

it('spends a day: signs in, filters the board, logs a call, snoozes, books, and finds it in the calendar', async () => {
  const { courseId, familyName } = await aNeckCourse(clinic, 'Bookable');
  const page = await clinic.visitor();
  await page.goto('/due');
  await signInByHand(page, 'scheduler');
  await page.waitForURL('**/due');

  await page.getByLabel('Name or number').fill(familyName);
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL(`**/due?*q=${familyName}*`);
  const row = rowWith(page, courseId);
  expect(await page.locator(marked('row')).count()).toBe(1);
  expect(await row.textContent()).not.toMatch(/\d U\b|units/);

  await row.getByRole('button', { name: /^Log a call/ }).click();
  await row.getByLabel('Outcome').selectOption('call-later');
  await row.getByRole('button', { name: 'Save' }).click();
  await row.getByText('1 call: asked to be called later').waitFor();

  await row.getByRole('button', { name: /^Snooze/ }).click();
  await row.getByRole('button', { name: 'Save' }).click();
  await row.getByText(/Snoozed until/).waitFor();

  await row.getByRole('button', { name: /^Book/ }).click();
  const at = await row.getByLabel('Day and time').inputValue();
  await row.getByRole('button', { name: 'Save' }).click();
  await row.getByText(/^Booked/).waitFor();
  expect(page.url()).toContain('/due?');

  await page.goto(`/calendar?week=${at.slice(0, 10)}`);
  expect(await page.getByRole('link', { name: new RegExp(familyName) }).count()).toBe(1);
  await page.context().close();
});

it('calls down the queue: two actions where one is booked or does not answer, three or four where more is said', async () => {
  const endings = ['booked', 'no-answer', 'call-later', 'declined', 'booked'] as const;
  const calls: Call[] = [];
  for (const ending of endings) {
    const { courseId } = await aNeckCourse(clinic, `Rung${calls.length}`);
    calls.push({ courseId, ending });
  }
  const { page, context } = await clinic.signedIn('scheduler');
  const actions = await morningOfCalls(page, calls);
  expect(actions).toEqual({ booked: 4, 'no-answer': 2, 'call-later': 4, declined: 3 });
  const stored = await Promise.all(
    calls.map(async ({ courseId }) => {
      const [contacts, appointments] = await Promise.all(
        [`/courses/${courseId}/contacts`, `/appointments?courseId=${courseId}`].map((path) =>
          clinic.get<{ items: readonly { outcome?: string }[] }>('scheduler', path),
        ),
      );
      return appointments!.items.length > 0 ? 'booked' : contacts!.items[0]?.outcome;
    }),
  );
  expect(stored).toEqual(endings);
  await context.close();
});

it('says while a day is chosen that the clinic is closed on it, asks before it is booked, and books it all the same', async () => {
  const { courseId, familyName } = await aNeckCourse(clinic, 'Sunday');
  const { page, context } = await clinic.signedIn('scheduler');
  await page.goto(`/due?q=${familyName}`);
  const row = rowWith(page, courseId);
  await row.getByRole('button', { name: /^Book/ }).click();
  const proposed = await row.getByLabel('Day and time').inputValue();
  expect(await row.getByText(/The clinic is closed/).count()).toBe(0);
  const sunday = addDays(mondayOf(proposed.slice(0, 10) as PlainDate), 6);
  await row.getByLabel('Day and time').fill(`${sunday}T10:00`);
  await row.getByText('The clinic is closed on Sun').waitFor();
  await row.getByRole('button', { name: 'Save' }).click();
  await row.getByText(/The clinic is closed on Sunday.*Choose a day on which it is open/).waitFor();
  const { items } = await clinic.get<{ items: object[] }>('scheduler', `/appointments?courseId=${courseId}`);
  expect(items).toEqual([]);
  await row.getByRole('button', { name: 'Book all the same' }).click();
  await row.getByText(/^Booked Sun/).waitFor();
  await context.close();
});

it('moves an appointment in the week, in place', async () => {
  const { courseId, familyName } = await aNeckCourse(clinic, 'Moved');
  const monday = addDays(mondayOf(today()), 14);
  const { id } = await clinic.send<{ id: string }>('scheduler', 'POST', `/courses/${courseId}/appointments`, {
    startsAt: `${monday}T15:00:00Z`,
  });
  const { page, context } = await clinic.signedIn('scheduler');
  await page.goto(`/calendar?week=${monday}`);
  const visit = page.locator(`#appointment-${id}`);
  await visit.getByRole('button', { name: /^More/ }).click();
  await visit.getByRole('button', { name: /^Move/ }).click();
  await visit.getByLabel('Day and time').fill(`${addDays(monday, 4)}T11:30`);
  await visit.getByRole('button', { name: 'Move', exact: true }).click();
  const friday = page.getByRole('region', { name: /^Fri/ });
  await friday.getByRole('link', { name: new RegExp(familyName) }).waitFor();
  expect(await friday.locator(`#appointment-${id}`).textContent()).toContain('11:30 am');
  await context.close();
});

it('proposes a time that is free, and asks before one is moved onto another patient', async () => {
  const [first, second] = [await aNeckCourse(clinic, 'First'), await aNeckCourse(clinic, 'Second')];
  const { page, context } = await clinic.signedIn('scheduler');
  const proposals: string[] = [];
  for (const { courseId, familyName } of [first, second]) {
    await usable(page, `/due?q=${familyName}`);
    const row = rowWith(page, courseId);
    await row.getByRole('button', { name: /^Book/ }).click();
    proposals.push(await row.getByLabel('Day and time').inputValue());
    await row.getByRole('button', { name: 'Save' }).click();
    await row.getByText(/^Booked/).waitFor();
  }
  expect(proposals[1]).not.toBe(proposals[0]);

  const { items } = await clinic.get<{ items: { id: string }[] }>(
    'scheduler',
    `/appointments?courseId=${second.courseId}`,
  );
  await usable(page, `/calendar?week=${proposals[1]!.slice(0, 10)}`);
  const visit = page.locator(`#appointment-${items[0]!.id}`);
  await visit.getByRole('button', { name: /^More/ }).click();
  await visit.getByRole('button', { name: /^Move/ }).click();
  await visit.getByLabel('Day and time').fill(proposals[0]!);
  await visit.getByRole('button', { name: 'Move', exact: true }).click();
  await visit.getByText(/The injector has another patient/).waitFor();
  await visit.getByRole('button', { name: 'Move all the same' }).click();
  await page.getByText('Moved.').waitFor();
  const moved = await clinic.get<{ items: { warnings: { code: string }[] }[] }>(
    'scheduler',
    `/appointments?courseId=${second.courseId}`,
  );
  expect(moved.items[0]!.warnings.map(({ code }) => code)).toEqual(['clash']);
  await context.close();
});

it('books whoever waits longest into a free time of the day by injector', async () => {
  const { page, context } = await clinic.signedIn('scheduler');
  const day = addDays(mondayOf(today()), 17);
  await usable(page, `/calendar/day?on=${day}`);
  const table = page.getByRole('region', { name: 'The day by injector' });
  const free = table.getByRole('link', { name: /^Book/ });
  const before = await free.count();
  expect(await objectionsOf(page)).toEqual([]);
  await free.first().click();
  const book = page.getByRole('button', { name: /^Book/ }).first();
  const name = (await book.textContent())!.replace(/^Book /, '');
  expect(await objectionsOf(page)).toEqual([]);
  await book.click();
  const more = table.getByRole('button', { name: `More: ${name}` });
  await more.waitFor();
  expect(page.url()).toContain(`/calendar/day?on=${day}`);
  expect(await free.count()).toBe(before - 1);
  await more.click();
  await table.getByRole('button', { name: new RegExp(`^Cancel.*${name}`) }).click();
  await page
    .getByRole('region', { name: 'Cancelled, or did not come' })
    .getByText('Cancelled')
    .first()
    .waitFor();
  expect(await free.count()).toBe(before);
  await context.close();
});

it('works through the queue: a call stays and counts, a snooze hides and comes back, booked leaves, and the counts follow', async () => {
  const { courseId, familyName } = await aNeckCourse(clinic, 'Queued');
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, `/due?queue=to-call&q=${familyName}`);
  const row = rowWith(page, courseId);
  const tab = (words: string) => page.getByRole('navigation', { name: 'Queues' }).getByText(words);
  await row.getByText('Not called yet').waitFor();

  await row.getByRole('button', { name: /^Log a call/ }).click();
  await row.getByLabel('Note').fill('mailbox is full');
  await row.getByRole('button', { name: 'Save' }).click();
  await row.getByText('1 call: no answer').click();
  await row.getByText(/telephone: no answer. mailbox is full/).waitFor();

  await row.getByRole('button', { name: /^Snooze/ }).click();
  await row.getByRole('button', { name: 'Save' }).click();
  await row.waitFor({ state: 'detached' });
  await tab('Snoozed 1').click();
  await row.getByText('1 call: no answer').waitFor();
  await row.getByRole('button', { name: /^Bring back/ }).click();
  await row.waitFor({ state: 'detached' });

  await tab('To call 1').click();
  await row.getByRole('button', { name: /^Book/ }).click();
  await row.getByRole('button', { name: 'Save' }).click();
  await row.waitFor({ state: 'detached' });
  await tab('Booked 1').waitFor();
  expect(page.url()).toContain(`q=${familyName}`);
  await context.close();
});

it('books a first visit from the queue', async () => {
  const familyName = `Newcomer${Date.now()}`;
  const { id: patientId } = await clinic.send<{ id: string }>('scheduler', 'POST', '/patients', {
    mrn: familyName,
    familyName,
    givenName: 'Ada',
    birthDate: '1970-05-31',
    sex: 'female',
  });
  const { id: courseId } = await clinic.send<{ id: string }>('neurologist', 'POST', '/courses', {
    patientId,
    indication: 'blepharospasm',
    plannedProduct: 'ona',
  });
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, `/due?queue=first-visits&q=${familyName}`);
  const row = rowWith(page, courseId);
  await row.getByRole('button', { name: /^Book/ }).click();
  await row.getByRole('button', { name: 'Save' }).click();
  await row.waitFor({ state: 'detached' });
  const { items } = await clinic.get<{ items: { status: string }[] }>(
    'scheduler',
    `/appointments?courseId=${courseId}`,
  );
  expect(items).toMatchObject([{ status: 'booked' }]);
  await context.close();
});

it('keeps a view of the queue under a name, comes back to it, and removes it', async () => {
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, '/due');
  await page.getByRole('link', { name: 'Authorization missing' }).click();
  await page.waitForURL('**/due?*authorization=missing*');
  const missing = await page.locator(marked('row')).count();
  const mine = page.locator('summary', { hasText: 'My views' });
  await mine.click();
  expect(await objectionsOf(page)).toEqual([]);
  await page.getByLabel('Keep what is shown as').fill('Ask the insurer');
  await page.getByRole('button', { name: 'Keep the view' }).click();
  await page.getByText('The view is kept.').waitFor();

  await usable(page, '/due');
  await mine.click();
  await page.getByRole('link', { name: 'Ask the insurer' }).click();
  await page.waitForURL('**/due?*authorization=missing*');
  expect(await page.locator(marked('row')).count()).toBe(missing);
  await mine.click();
  await page.getByRole('button', { name: 'Remove Ask the insurer' }).click();
  await page.getByText('“Ask the insurer” is removed.').waitFor();
  expect(page.url()).toContain('authorization=missing');
  expect((await clinic.get<{ items: unknown[] }>('scheduler', '/me/views')).items).toEqual([]);
  await context.close();
});

it('narrows the queue by chips, and the address keeps them', async () => {
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, '/due');
  const all = await page.locator(marked('row')).count();
  await page.getByRole('link', { name: 'Authorization missing' }).click();
  await page.waitForURL('**/due?*authorization=missing*');
  const missing = await page.locator(marked('row')).count();
  expect(missing).toBeGreaterThan(0);
  expect(missing).toBeLessThan(all);
  await page.getByText('Indication', { exact: true }).first().click();
  await page.getByRole('link', { name: 'Chronic migraine' }).click();
  await page.waitForURL('**/due?*indication=chronic_migraine*');
  expect(page.url()).toContain('authorization=missing');
  await page.reload();
  expect(await page.getByRole('link', { name: 'Authorization missing' }).getAttribute('aria-current')).toBe(
    'true',
  );
  await page.getByRole('link', { name: 'Clear' }).click();
  await page.waitForURL((url) => !url.search.includes('authorization'));
  expect(await page.locator(marked('row')).count()).toBe(all);
  await context.close();
});

it('prints every row, also those that are not shown yet', async () => {
  const { page, context } = await clinic.signedIn('scheduler');
  await page.addInitScript(() => {
    window.print = () => document.body.append('printed');
  });
  await usable(page, '/due?queue=all&limit=5');
  expect(await page.locator(marked('row')).count()).toBe(5);
  await page.getByRole('button', { name: 'Print' }).click();
  await page.getByText('printed').waitFor();
  const printed = await page.locator(marked('row')).count();
  await usable(page, '/due?queue=all&limit=500');
  expect(printed).toBe(await page.locator(marked('row')).count());
  expect(printed).toBeGreaterThan(30);
  await context.close();
});

it('prints the list and downloads it', async () => {
  const { page, context } = await clinic.signedIn('scheduler');
  await page.goto('/due');
  const shown = await page.locator(marked('row')).count();
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(5000);
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  const lines = (await readFile(await (await arriving).path(), 'utf8')).trim().split(/\r?\n/);
  expect(lines.length - 1).toBeGreaterThanOrEqual(shown);
  await context.close();
});

it('shows a scheduler no course and no session', async () => {
  const { courseId, sessionId } = await aNeckCourse(clinic, 'Hidden');
  const { page, context } = await clinic.signedIn('scheduler');
  for (const path of [`/courses/${courseId}`, `/sessions/${sessionId}`, '/flags', '/users']) {
    expect((await page.goto(path))?.status()).toBe(403);
    await page.getByText('You are signed in as Theo Marchetti, scheduler.').waitFor();
  }
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Due' }).click();
  await page.waitForURL('**/due');
  await context.close();
});

it('answers an unknown address with a screen for a person, and a problem for a program', async () => {
  const { page, context } = await clinic.signedIn('scheduler');
  expect((await page.goto('/no-such-screen'))?.status()).toBe(404);
  await page.getByRole('heading', { name: 'Not found' }).waitFor();
  await page.getByRole('link', { name: 'Go to the start' }).click();
  await page.waitForURL('**/due');
  for (const [path, accept] of [
    ['/no-such-screen', 'application/json'],
    ['/api/v1/no-such-thing', 'text/html'],
  ] as const) {
    const answer = await fetch(`${clinic.url}${path}`, { headers: { accept } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  }
  await context.close();
});

it('finds a patient from any page with a slash and the end of a name, and books and calls there', async () => {
  const { courseId, familyName, patientId } = await aNeckCourse(clinic, 'Sought');
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, '/calendar');
  await page.keyboard.press('/');
  await page.keyboard.type(familyName.slice(2));
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/patients/${patientId}`);
  await usable(page, `/patients/${patientId}`);
  const row = rowWith(page, courseId);
  await row.getByRole('button', { name: /^Log a call/ }).click();
  await row.getByLabel('Note').fill('left a message');
  await row.getByRole('button', { name: 'Save' }).click();
  await row.getByText('1 call: no answer').waitFor();
  await row.getByRole('button', { name: /^Book/ }).click();
  await row.getByRole('button', { name: 'Save' }).click();
  await row.getByText(/^Booked/).waitFor();
  await page.reload();
  await page
    .getByRole('region', { name: 'Appointments' })
    .getByText(/: booked$/)
    .waitFor();
  const calls = page.getByRole('region', { name: 'Calls and messages' });
  expect(await calls.getByRole('listitem').allTextContents()).toEqual([
    expect.stringMatching(/: no answer .*telephone, about Cervical dystonia.*left a message$/),
  ]);
  await context.close();
});

it('shortens a long name of the board, and no record number beside it', async () => {
  await aNeckCourse(clinic, 'Featherstonehaugh-Cholmondeley');
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, '/due?queue=all&q=featherstonehaugh');
  const cut = (selector: string) =>
    page.locator(selector).evaluateAll((cells) => cells.map((cell) => cell.scrollWidth > cell.clientWidth));
  expect(await cut('.due-who a.strong')).toEqual([true]);
  expect(await cut('.due-who small')).toEqual([false]);
  await context.close();
});
