import { readFile } from 'node:fs/promises';
import { openBrowsedClinic, signInByHand, type BrowsedClinic } from '../support/browser';
import { addDays, mondayOf, type PlainDate } from '../../src/clinical/calendar';
import { marked } from '../../src/web/browser/marks';
import { aNeckCourse, today } from '../support/neck-course';

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
  const row = page.locator(`#course-${courseId}`);
  expect(await page.locator(marked('row')).count()).toBe(1);
  expect(await row.textContent()).not.toMatch(/\d U\b|units/);

  await row.getByRole('button', { name: /^Log a call/ }).click();
  await row.getByLabel('Outcome').selectOption('call-later');
  await row.getByRole('button', { name: 'Save' }).click();
  await row.getByText(/asked to be called later/).waitFor();

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

it('says while a day is chosen that the clinic is closed on it, and books it all the same', async () => {
  const { courseId, familyName } = await aNeckCourse(clinic, 'Sunday');
  const { page, context } = await clinic.signedIn('scheduler');
  await page.goto(`/due?q=${familyName}`);
  const row = page.locator(`#course-${courseId}`);
  await row.getByRole('button', { name: /^Book/ }).click();
  const proposed = await row.getByLabel('Day and time').inputValue();
  expect(await row.getByText(/The clinic is closed/).count()).toBe(0);
  const sunday = addDays(mondayOf(proposed.slice(0, 10) as PlainDate), 6);
  await row.getByLabel('Day and time').fill(`${sunday}T10:00`);
  await row.getByText('The clinic is closed on Sun').waitFor();
  await row.getByRole('button', { name: 'Save' }).click();
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
  await visit.getByRole('button', { name: /^Move/ }).click();
  await visit.getByLabel('Day and time').fill(`${addDays(monday, 4)}T11:30`);
  await visit.getByRole('button', { name: 'Move', exact: true }).click();
  const friday = page.getByRole('region', { name: /^Fri/ });
  await friday.getByRole('link', { name: new RegExp(familyName) }).waitFor();
  expect(await friday.locator(`#appointment-${id}`).textContent()).toContain('11:30 am');
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
