import type { Page } from 'playwright-core';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { objectionsOf } from '../support/objections';
import { CLIENT, startProvider, type SignInProvider } from '../support/sign-in-provider';

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
    OIDC_ROLES: 'front-desk=scheduler',
  });
  baseURL = `http://localhost:${new URL(clinic.url).port}`;
  await provider.trust(baseURL);
  provider.people.set('ada', { roles: ['front-desk'], name: 'Ada Ode', preferred_username: 'ada' });
  provider.people.set('gardener', { roles: ['gardener'] });
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
  await page.waitForURL(`${provider.issuer}/interaction/*`);
  await page.locator('input[name=login]').fill(name);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  return page;
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
