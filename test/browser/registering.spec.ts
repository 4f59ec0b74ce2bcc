import type { Page } from 'playwright-core';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { aPatient } from '../support/builders';
import { usable } from '../support/screens';

const NORA = { familyName: 'Uxtester', givenName: 'Nora', birthDate: '1971-03-04', phone: '+1 212 555 7140' };

let clinic: BrowsedClinic;
let noraId: string;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
  ({ id: noraId } = await clinic.send<{ id: string }>(
    'scheduler',
    'POST',
    '/patients',
    aPatient({ ...NORA, mrn: 'UX-1' }),
  ));
});
afterAll(() => clinic?.close());

async function fillIn(page: Page, typed: Partial<typeof NORA> & { mrn: string }): Promise<void> {
  const { familyName, givenName, birthDate } = { ...NORA, ...typed };
  await usable(page, '/patients/new');
  await page.getByLabel('Family name').fill(familyName);
  await page.getByLabel('Given name').fill(givenName);
  await page.getByLabel('Record number').fill(typed.mrn);
  await page.getByLabel('Born on').fill(birthDate);
}

it('asks whether it is one of these, and registers with one click when it is none', async () => {
  const { page, context } = await clinic.signedIn('scheduler');
  await fillIn(page, { mrn: 'UX-2' });
  await page.getByLabel('Born on').press('Enter');
  const question = page.getByRole('region', { name: 'Is it one of these?' });
  await question.waitFor();
  const known = question.getByRole('link', { name: /Uxtester, Nora/ });
  expect(await known.textContent()).toContain('UX-1');
  expect(await known.textContent()).toContain('4 Mar 1971');
  expect(await known.textContent()).toContain('no session here yet');
  expect(await known.textContent()).toContain('Same name, birth date');
  expect(await known.getAttribute('href')).toBe(`/patients/${noraId}`);
  expect(await question.getByRole('heading').evaluate((heading) => heading === document.activeElement)).toBe(
    true,
  );

  await question.getByRole('button', { name: 'None of these: register' }).click();
  await page.waitForURL((url) => /^\/patients\/[0-9a-f-]{36}$/.test(url.pathname));
  expect(page.url()).not.toContain(noraId);
  await context.close();
});

it('leads to the patient who is on record already', async () => {
  const { page, context } = await clinic.signedIn('scheduler');
  await fillIn(page, { givenName: 'Norah', mrn: 'ux 1' });
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await page.getByRole('link', { name: /UX-1/ }).click();
  await page.waitForURL(`**/patients/${noraId}`);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Nora Uxtester');
  await context.close();
});

it('asks nothing where nobody is alike', async () => {
  const { page, context } = await clinic.signedIn('scheduler');
  await fillIn(page, { familyName: 'Solitaire', givenName: 'Zoe', birthDate: '1999-09-09', mrn: 'UX-3' });
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await page.waitForURL((url) => /^\/patients\/[0-9a-f-]{36}$/.test(url.pathname));
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Zoe Solitaire');
  await context.close();
});

it('registers somebody who has one name, and whose birth date nobody knows', async () => {
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, '/patients/new');
  await page.getByLabel('Family name').fill('Suharto');
  await page.getByLabel('Record number').fill('UX-4');
  const register = page.getByRole('button', { name: 'Register', exact: true });
  await register.click();
  const bornOn = page.getByLabel('Born on');
  expect(await bornOn.evaluate((field) => field.matches(':invalid'))).toBe(true);
  await page.getByLabel('Nobody knows the birth date').check();
  expect(await bornOn.isVisible()).toBe(false);
  await register.click();
  await page.waitForURL((url) => /^\/patients\/[0-9a-f-]{36}$/.test(url.pathname));
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Suharto');
  expect(await page.getByRole('region', { name: 'Patient', exact: true }).textContent()).toContain(
    'birth date unknown',
  );

  await page.getByText('Change', { exact: true }).click();
  await page.getByLabel('Nobody knows the birth date').uncheck();
  await page.getByLabel('Born on').fill('1951-06-08');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('born 8 Jun 1951').waitFor();
  await context.close();
});
