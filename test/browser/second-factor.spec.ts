import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { aColleague } from '../support/patients/colleague';
import { objectionsOf } from '../support/walks/objections';

const COLLEAGUE = {
  username: 'colleague',
  displayName: 'Ada Ode',
  role: 'scheduler',
  password: 'umbrella oxygen 38 tractor',
} as const;

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
  await aColleague(clinic, COLLEAGUE);
});
afterAll(() => clinic?.close());

/** The code of this half minute, or of a later one that is right already. */
function shown(secret: string, later = 0): string {
  const timestamp = Date.now() + later * 30_000;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

async function typePassword(page: Page): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('User name').fill(COLLEAGUE.username);
  await page.getByLabel('Password').fill(COLLEAGUE.password);
  await page.keyboard.press('Enter');
}

const code = (page: Page) => page.getByLabel('Code of your app, or a recovery code');

it('is set up from a picture, and from then on signing in asks for its code', async () => {
  const page = await clinic.visitor();
  await typePassword(page);
  await page.waitForURL('**/due');
  await page.goto('/account');
  await page.getByLabel('Your password', { exact: true }).fill(COLLEAGUE.password);
  await page.getByRole('button', { name: 'Set up a second factor' }).click();
  const picture = page.getByRole('img', { name: /Picture for an authenticator app/ });
  await picture.waitFor();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(await objectionsOf(page)).toEqual([]);
  const secret = (await page.locator('#shown-once code').textContent())!.replaceAll(' ', '');

  await page.getByLabel('Code that the app shows').fill('12345');
  await page.keyboard.press('Enter');
  await page.getByText(/is not the one of this moment/).waitFor();
  await page.getByLabel('Code that the app shows').fill(shown(secret));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
  expect(await page.locator('.codes li').count()).toBe(10);
  const recoveryCode = (await page.locator('.codes li').first().textContent())!;
  expect(await objectionsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText(/^On since/).waitFor();
  expect(await page.content()).not.toContain(recoveryCode);
  expect(await objectionsOf(page)).toEqual([]);

  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL('**/login');
  expect(await code(page).isVisible()).toBe(false);
  await typePassword(page);
  await code(page).waitFor();
  expect(await objectionsOf(page)).toEqual([]);
  await code(page).fill('0000 0000');
  await page.keyboard.press('Enter');
  await page.getByText(/This code is wrong or was used already\./).waitFor();
  await code(page).fill(shown(secret, 1));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/due');

  // The sign-in has ended while somebody was at work: the dialog asks for the code too.
  await page.goto('/account');
  await page.context().clearCookies();
  await page.getByLabel('Current password').fill(COLLEAGUE.password);
  await page.getByLabel('New password').fill('violet harbour 52 tuning fork');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('User name').fill(COLLEAGUE.username);
  await dialog.getByLabel('Password').fill(COLLEAGUE.password);
  await page.keyboard.press('Enter');
  await code(page).fill(recoveryCode);
  await page.keyboard.press('Enter');
  await page.getByText('Your password is changed.').waitFor();
  await page.context().close();
});

it('an administrator asks for it of a role, and removes that of whoever lost it', async () => {
  const { page, context } = await clinic.signedIn('admin');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto('/users');
  await page.getByRole('checkbox', { name: 'Scheduler' }).check();
  const settings = page.getByRole('form', { name: 'Signing in' });
  await settings.getByRole('button', { name: 'Save' }).click();
  await page.getByText('What is asked of whoever signs in is saved.').waitFor();
  const row = page.getByRole('row').filter({ hasText: COLLEAGUE.username });
  await row.getByText('With a second factor.').waitFor();
  await row.getByText('Change', { exact: false }).first().click();
  await row.getByRole('button', { name: 'Remove the second factor' }).click();
  await page.getByText('The second factor of Ada Ode is removed.').waitFor();
  expect(await objectionsOf(page)).toEqual([]);

  const { context: theirs, page: due } = await clinic.signedIn('scheduler');
  await due.goto('/due');
  await due.waitForURL('**/account');
  await due.getByText('The clinic asks everybody of your role for a second factor.').waitFor();
  expect(await due.getByRole('navigation').count()).toBe(0);
  expect(await objectionsOf(due)).toEqual([]);
  await theirs.close();
  await context.close();
});
