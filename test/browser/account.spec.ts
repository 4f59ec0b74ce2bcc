import type { Page } from 'playwright-core';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { aColleague } from '../support/patients/colleague';
import { objectionsOf } from '../support/walks/objections';

const FIRST = 'corridor teapot 71 lantern';
const NEXT = 'umbrella oxygen 38 tractor';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/login');
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'username');
  await page.keyboard.type(username);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
}

it('asks a newcomer for a password of their own before anything else, and says why a weak one is refused', async () => {
  const username = 'newcomer';
  const newcomer = { username, displayName: 'Ben Ode', role: 'scheduler', password: FIRST };
  await clinic.send('admin', 'POST', '/users', newcomer);
  const page = await clinic.visitor();
  await page.goto('/login');
  const told = await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/api/v1/auth/login', { method: 'POST', headers, body });
      return Object.keys((await answer.json()) as object).toSorted();
    },
    JSON.stringify({ username, password: FIRST }),
  );
  expect(told).toEqual(['expiresAt', 'user']);
  await signIn(page, username, FIRST);
  await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await objectionsOf(page)).toEqual([]);

  await page.getByLabel('Current password').fill(FIRST);
  await page.getByLabel('New password').fill('Ben Ode 2026');
  await page.keyboard.press('Enter');
  await page.getByText(/This password is easy to guess\./).waitFor();
  expect(await objectionsOf(page)).toEqual([]);

  await page.getByLabel('New password').fill(NEXT);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/due');
  for (const [password, status] of [
    [FIRST, 401],
    [NEXT, 200],
  ] as const) {
    const data = { username, password };
    expect((await page.request.post('/api/v1/auth/login', { data })).status()).toBe(status);
  }
  await page.context().close();
});

it('shows where one is signed in, from the name in the bar, and ends it there', async () => {
  const username = 'colleague';
  await aColleague(clinic, { username, displayName: 'Ada Ode', role: 'scheduler', password: NEXT });
  const [page, other] = [await clinic.visitor(), await clinic.visitor()];
  for (const one of [page, other]) {
    await signIn(one, username, NEXT);
    await one.waitForURL('**/due');
  }
  await page.getByRole('link', { name: /^Ada Ode/ }).click();
  const list = page.getByRole('region', { name: 'Every place' });
  await list.getByText('Here', { exact: true }).waitFor();
  expect(await list.getByRole('button', { name: /^Sign out Chrome on/ }).count()).toBe(1);
  expect(await objectionsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await page.getByText('Everywhere else you are signed out.').waitFor();
  expect(await list.getByRole('row').count()).toBe(2);
  await other.reload();
  await other.waitForURL('**/login**');
  await page.context().close();
  await other.context().close();
});
