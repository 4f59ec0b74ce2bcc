import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { aNeckCourse, sessionsOf, today } from '../support/patients/neck-course';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

it('a vial of the stock is reconstituted, drawn from with a session, and its rest is discarded', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Fromthestock');
  const lotNumber = `First${Date.now()}`;
  const { id: lotId } = await clinic.send<{ id: string }>('admin', 'POST', '/lots', {
    product: 'ona',
    lotNumber,
    // Before every lot of the demo clinic: it is the first one that is offered.
    expiresOn: today(),
    vialUnits: 200,
    vials: 2,
  });
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/lots/${lotId}`);
  const first = page.getByRole('row').filter({ hasText: '1. 200 U Botox' });
  await first.locator('summary', { hasText: 'Change' }).click();
  await first.getByLabel('Diluent, mL').fill('4');
  await first.getByRole('button', { name: 'Reconstitute it now' }).click();
  await page.getByText('Reconstituted.', { exact: true }).waitFor();

  await page.goto(`/courses/${courseId}/log`);
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
  // 190 U in all.
  await page.locator('[id^=units-]').first().fill('30');
  await page.getByText('Vials optional').click();
  await page.getByRole('button', { name: 'Take it' }).click();
  const vial = page.getByRole('group', { name: 'Vial 1, of the stock' });
  expect(await vial.getByLabel('Lot').inputValue()).toBe(lotNumber);
  expect(await vial.getByLabel('Diluent, mL').inputValue()).toBe('4');
  expect(await vial.getByLabel('Content, U').getAttribute('readonly')).not.toBeNull();
  await page.getByRole('button', { name: 'Save and sign' }).click();
  await page.getByText('The session is saved and signed.').waitFor();
  const [session] = await sessionsOf(clinic, courseId);

  await page.goto('/vials');
  const row = page.getByRole('row').filter({ hasText: lotNumber });
  expect(await row.textContent()).toContain('Used in a sessionLeft10 U Botox');
  await row.locator('summary', { hasText: 'Change' }).click();
  await row.getByLabel('Why').fill('rest after the session');
  await row.getByRole('button', { name: 'Discard' }).click();
  await page.getByText('Discarded.', { exact: true }).waitFor();
  expect(await page.getByRole('row').filter({ hasText: lotNumber }).count()).toBe(0);
  await page.goto(`/sessions/${session!.id}/claim`);
  expect(await page.getByRole('main').textContent()).toContain('JW');
  await context.close();
});
