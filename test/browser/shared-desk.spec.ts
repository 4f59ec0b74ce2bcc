import type { BrowserContext, Page } from 'playwright-core';
import { openBrowsedClinic, signInByHand, type BrowsedClinic } from '../support/browser';
import { aColleague } from '../support/patients/colleague';
import { objectionsOf } from '../support/walks/objections';
import { usable } from '../support/screens';
import { aNeckCourse, sessionsOf } from '../support/patients/neck-course';
import { until } from '../support/until';

const COLLEAGUE = { username: 'colleague', password: 'corridor teapot 71 lantern' };
const TYPED = 'Trouble with swallowing last time, told in confidence';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
  await aColleague(clinic, { ...COLLEAGUE, displayName: 'Dr. Ben Ode', role: 'neurologist' });
});
afterAll(() => clinic?.close());

/** Somebody types half a session and goes: the sign-in ends by itself, as it does overnight. */
async function leftUnsaved(): Promise<{ page: Page; context: BrowserContext; courseId: string }> {
  const { courseId } = await aNeckCourse(clinic, 'Shareddesk');
  const { page, context } = await clinic.signedIn('neurologist');
  await openLog(page, courseId);
  await page.keyboard.type('37');
  await page.getByLabel('Note', { exact: true }).fill(TYPED);
  await context.clearCookies();
  return { page, context, courseId };
}

it('gives a half-typed session back to whoever typed it', async () => {
  const { page, context, courseId } = await leftUnsaved();
  await page.goto(`/courses/${courseId}/log`);
  await signInByHand(page, 'neurologist');
  await page.waitForURL('**/log');
  await expectNote(page, TYPED);
  await context.close();
});

it('shows it to nobody else, and keeps nothing of it once somebody else is signed in', async () => {
  const { page, context, courseId } = await leftUnsaved();
  await page.goto(`/courses/${courseId}/log`);
  await signIn(page);
  await page.waitForURL('**/log');
  await expectNote(page, '');
  expect(await kept(page)).not.toContain('swallowing');
  await context.clearCookies();
  await page.goto('/login');
  await signInByHand(page, 'scheduler');
  await page.waitForURL('**/due');
  expect(await kept(page)).not.toContain('swallowing');
  await context.close();
});

it('does not save or sign what somebody typed in the name of whoever signs in over it', async () => {
  const { page, context, courseId } = await leftUnsaved();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor();
  await signIn(page);
  await page.getByText('You are signed in as Dr. Ben Ode.').waitFor();
  await expectNote(page, '');
  expect(await sessionsOf(clinic, courseId)).toHaveLength(1);
  expect(await kept(page)).not.toContain('swallowing');
  await context.close();
});

it('covers a page that nobody touched for an hour, and gives it back to whoever was there', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Leftopen');
  const { page, context } = await clinic.signedIn('neurologist');
  await page.clock.install();
  await openLog(page, courseId);
  const title = await page.title();
  await page.getByLabel('Note', { exact: true }).fill(TYPED);
  await page.clock.fastForward('59:00');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.clock.fastForward('01:30');
  const cover = page.getByRole('dialog', { name: 'Signed out' });
  await cover.waitFor();
  expect(await page.title()).toBe('Signed out');
  expect(await cover.evaluate((dialog) => getComputedStyle(dialog, '::backdrop').backgroundColor)).toMatch(
    /^rgb\(/,
  );
  expect(await objectionsOf(page)).toEqual([]);
  await signInByHand(page, 'neurologist');
  await cover.waitFor({ state: 'detached' });
  await page.waitForFunction((was) => document.title === was, title);
  expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe(TYPED);
  await context.close();
});

it('a page that was covered is left by whoever is not the one who was there', async () => {
  const { page, context } = await clinic.signedIn('scheduler');
  await page.clock.install();
  await usable(page, '/due');
  await page.clock.fastForward('01:01:00');
  await page.getByRole('button', { name: 'Leave this page' }).click();
  await page.waitForURL('**/login');
  expect(await page.getByLabel('User name').inputValue()).toBe('');
  await context.close();
});

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('User name').fill(COLLEAGUE.username);
  await page.getByLabel('Password').fill(COLLEAGUE.password);
  await page.getByLabel('Password').press('Enter');
}

async function openLog(page: Page, courseId: string): Promise<void> {
  await page.goto(`/courses/${courseId}/log`);
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
}

async function expectNote(page: Page, text: string): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
  // What is kept comes back a moment after the page has taken over.
  const note = page.getByLabel('Note', { exact: true });
  if (text !== '') await until(async () => (await note.inputValue()) !== '');
  expect(await note.inputValue()).toBe(text);
}

function kept(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify({ ...localStorage }));
}
