import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { objectionsOf } from '../support/objections';

const COLLEAGUE = { username: 'colleague', password: 'corridor teapot 71 lantern' };
const NEXT = 'umbrella oxygen 38 tractor';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
  await clinic.send('admin', 'POST', '/users', { ...COLLEAGUE, displayName: 'Ben Ode', role: 'scheduler' });
});
afterAll(() => clinic?.close());

it('changes one’s own password, from the name in the bar, and says why a weak one is refused', async () => {
  const page = await clinic.visitor();
  await page.goto('/login');
  await page.getByLabel('User name').fill(COLLEAGUE.username);
  await page.getByLabel('Password').fill(COLLEAGUE.password);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Ben Ode scheduler' }).click();
  await page.getByRole('heading', { name: 'Your account' }).waitFor();

  await page.getByLabel('Current password').fill(COLLEAGUE.password);
  await page.getByLabel('New password').fill('Ben Ode 2026');
  await page.keyboard.press('Enter');
  await page.getByText(/This password is easy to guess\./).waitFor();
  expect(await objectionsOf(page)).toEqual([]);

  await page.getByLabel('New password').fill(NEXT);
  await page.keyboard.press('Enter');
  await page.getByText('Your password is changed.').waitFor();
  for (const [password, status] of [
    [COLLEAGUE.password, 401],
    [NEXT, 200],
  ] as const) {
    const data = { username: COLLEAGUE.username, password };
    expect((await page.request.post('/api/v1/auth/login', { data })).status()).toBe(status);
  }
  await page.context().close();
});
