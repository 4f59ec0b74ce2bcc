import type { Page } from 'playwright-core';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { objectionsOf } from '../support/walks/objections';
import { usable } from '../support/screens';
import { CLIENT, startProvider, type SignInProvider } from '../support/clients/sign-in-provider';

let provider: SignInProvider;
let clinic: BrowsedClinic;
/** By name, so that the provider, which goes by its address, is another site. */
let baseURL: string;
beforeAll(async () => {
  provider = await startProvider();
  clinic = await openBrowsedClinic({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    SMART_ISS: provider.fhir,
    OIDC_ROLES: 'front-desk=scheduler,ehr-doctor=neurologist',
  });
  baseURL = `http://localhost:${new URL(clinic.url).port}`;
  await provider.trust(baseURL);
  provider.people.set('ada', { roles: ['front-desk'], name: 'Ada Ode', preferred_username: 'ada' });
  provider.people.set('gardener', { roles: ['gardener'] });
  provider.people.set('doctor', { roles: ['ehr-doctor'], name: 'Ben Ode' });
});
afterAll(async () => {
  await clinic?.close();
  await provider?.close();
});

/** Asks for a page, and signs in at the provider to see it. */
async function come(name: string): Promise<Page> {
  const page = await clinic.visitor({ baseURL });
  await page.goto('/patients?q=lindqvist');
  await page.getByRole('link', { name: `Sign in with ${new URL(provider.issuer).host}` }).click();
  await signInThere(page, name);
  return page;
}

async function signInThere(page: Page, name: string): Promise<void> {
  await page.waitForURL(`${provider.issuer}/interaction/*`);
  await page.locator('input[name=login]').fill(name);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
}

it('comes back from another site signed in, on the page that was asked for', async () => {
  const page = await come('ada');
  await page.waitForURL(`${baseURL}/patients?q=lindqvist`);
  await page.locator('.who').getByText('Ada Ode').waitFor();
  await page.goto('/account');
  await page.getByText('You signed in by your provider').waitFor();
  expect(await page.getByLabel('New password').count()).toBe(0);
  expect(await objectionsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/login');
  await page.context().close();
});

it('says to whoever has no role here that they have no account, and leads back', async () => {
  const page = await come('gardener');
  await page.getByRole('heading', { name: 'Not signed in' }).waitFor();
  await page.getByText('you have no account here').waitFor();
  expect(await objectionsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'To the sign-in page' }).click();
  await page.waitForURL('**/login');
  expect(await objectionsOf(page)).toEqual([]);
  await page.context().close();
});

/** A doctor has a patient of this record number open in the EHR, and starts the service from there. */
async function startFromEhr(recordNumber: string): Promise<Page> {
  provider.launches.set(recordNumber, recordNumber);
  provider.patients.set(recordNumber, { resourceType: 'Patient', identifier: [{ value: recordNumber }] });
  const page = await clinic.visitor({ baseURL });
  const launch = new URLSearchParams({ iss: provider.fhir, launch: recordNumber });
  await page.goto(`/launch?${launch.toString()}`);
  await signInThere(page, 'doctor');
  return page;
}

it('an EHR opens the course of the patient who is open there', async () => {
  const { items } = await clinic.get<{ items: { id: string; mrn: string }[] }>(
    'neurologist',
    '/patients?q=lindqvist',
  );
  const [{ id, mrn }] = items as [(typeof items)[0]];
  const courses = await clinic.get<{ items: { id: string }[] }>(
    'neurologist',
    `/courses?patientId=${id}&status=active`,
  );
  expect(courses.items).toHaveLength(1);
  const page = await startFromEhr(mrn);
  await page.waitForURL(`${baseURL}/courses/${courses.items[0]!.id}`);
  await page.locator('.who').getByText('Ben Ode').waitFor();
  await page.getByText(mrn).first().waitFor();
  await page.context().close();
});

it('an EHR whose patient nobody has here opens the search, which says so', async () => {
  const page = await startFromEhr('N-404');
  await page.waitForURL(`${baseURL}/patients?q=N-404&launched=unknown`);
  await page.getByText('whose record number nobody has here').waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('N-404');
  expect(await objectionsOf(page)).toEqual([]);
  await page.context().close();
});

/** Signs in again in the window that the page offers; the provider still knows who it is. */
async function signInBeside(page: Page): Promise<void> {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: /^Sign in \(opens/ }).click();
  const beside = await opened;
  await beside.waitForURL('**/account');
  await beside.close();
}

it('whose sign-in has ended signs in beside the page, which keeps what was typed and saves it', async () => {
  const page = await come('ada');
  await page.waitForURL(`${baseURL}/patients?q=lindqvist`);
  await usable(page, '/patients/new');
  await page.getByLabel('Family name').fill('Beside');
  await page.getByLabel('Given name').fill('Ida');
  await page.getByLabel('Record number').fill('N-77');
  await page.getByLabel('Born on').fill('1970-05-17');
  await page.context().clearCookies({ name: 'clinic_session' });
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.waitFor();
  expect(await dialog.getByLabel('Password').count()).toBe(0);
  expect(await objectionsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByText('You are not signed in yet').waitFor();
  await signInBeside(page);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: 'Ida Beside' }).waitFor();
  await page.context().close();
});

it('a page that nobody used for an hour goes on only for whoever signs in anew', async () => {
  const page = await clinic.visitor({ baseURL });
  await page.clock.install();
  await page.goto('/auth/oidc?next=/account');
  await signInThere(page, 'ada');
  await page.getByText('You signed in by your provider').waitFor();
  await page.clock.fastForward('01:01:00');
  const dialog = page.getByRole('dialog', { name: 'Signed out' });
  await dialog.getByRole('link', { name: /^Sign in \(opens/ }).waitFor();
  expect(await dialog.getByLabel('Password').count()).toBe(0);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByText('You are not signed in yet').waitFor();
  await signInBeside(page);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.context().close();
});
