import { addDays } from '../../src/clinical/calendar';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { aPatient, PREEMPT } from '../support/builders';
import { today } from '../support/patients/neck-course';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

interface StoredPayer {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly minDaysApart: number | null;
  readonly unitsPer84Days: readonly object[];
  readonly exceptions: readonly object[];
}

const payerOf = async (name: string): Promise<StoredPayer> => {
  const { items } = await clinic.get<{ items: StoredPayer[] }>('admin', '/payers?limit=500');
  return items.find((payer) => payer.name === name)!;
};

it('an administrator puts a payer on the list and changes its lines; one that is emptied is taken away', async () => {
  const { page, context } = await clinic.signedIn('admin');
  await page.goto('/payers/new');
  await page.getByLabel('Name', { exact: true }).fill('Harbour Plan');
  await page.getByLabel('Also called').fill('Harbour');
  await page.getByLabel('Days apart, at least').fill('84');
  const limits = page.getByRole('region', { name: 'Product, Indication, Billing units' }).locator('tbody tr');
  await limits.nth(0).getByLabel('Product').selectOption('daxi');
  await limits.nth(0).getByLabel('Billing units').fill('300');
  await limits.nth(1).getByLabel('Product').selectOption('ona');
  await limits.nth(1).getByLabel('Indication').selectOption('chronic_migraine');
  await limits.nth(1).getByLabel('Billing units').fill('200');
  await page.getByLabel('Source').fill('Letter of 2 November 2026');
  await page.getByRole('button', { name: 'Put on the list' }).click();
  await page.waitForURL('**/payers');
  await page.getByRole('heading', { name: 'Harbour Plan' }).waitFor();
  const kept = await payerOf('Harbour Plan');
  expect(kept).toMatchObject({
    otherNames: ['Harbour'],
    minDaysApart: 84,
    unitsPer84Days: [
      { product: 'daxi', indication: null, billingUnits: 300 },
      { product: 'ona', indication: 'chronic_migraine', billingUnits: 200 },
    ],
    exceptions: [],
  });

  await page.goto(`/payers/${kept.id}/change`);
  for (const line of [0, 1]) {
    await limits.nth(line).getByLabel('Product').selectOption('');
    await limits.nth(line).getByLabel('Indication').selectOption('');
    await limits.nth(line).getByLabel('Billing units').fill('');
  }
  const exception = page
    .getByRole('region', { name: /First, months/ })
    .locator('tbody tr')
    .first();
  await exception.getByLabel('Indication').selectOption('chronic_migraine');
  await exception.getByLabel('Improvement, %').fill('50');
  await page.getByLabel('Also called').fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL('**/payers');
  expect(await payerOf('Harbour Plan')).toMatchObject({
    otherNames: [],
    unitsPer84Days: [],
    exceptions: [{ indication: 'chronic_migraine', product: null, mustImprovePct: 50, scalesShown: null }],
  });
  await context.close();
});

it('the desk finds in a tab whose payer to ask, and records the answer from the row, which is gone then', async () => {
  const { id: patientId } = await clinic.send<{ id: string }>(
    'scheduler',
    'POST',
    '/patients',
    aPatient({ familyName: 'Unauthorized', birthDate: '1970-04-12', payer: 'Nobody Knows' }),
  );
  const { id: courseId } = await clinic.send<{ id: string }>('neurologist', 'POST', '/courses', {
    patientId,
    indication: 'chronic_migraine',
    plannedProduct: 'ona',
  });
  await clinic.send('neurologist', 'POST', '/sessions', {
    courseId,
    performedOn: addDays(today(), -80),
    product: 'ona',
    injections: PREEMPT,
  });
  const { page, context } = await clinic.signedIn('scheduler');
  await page.goto('/due');
  const tab = page.getByRole('navigation', { name: 'Queues' }).getByRole('link', { name: /^To authorize/ });
  const before = Number((await tab.innerText()).match(/\d+/)![0]);
  await tab.click();
  await page.waitForURL('**/authorizations-to-start*');
  const row = page.getByRole('listitem').filter({ hasText: 'Unauthorized' });
  expect(await row.innerText()).toContain('A prior authorization is needed and missing.');
  await row.getByRole('link', { name: 'Record the authorization of Unauthorized' }).click();
  await page.waitForURL(`**/patients/${patientId}?authorize=${courseId}#authorizations`);
  expect(await page.locator('#pa-product').inputValue()).toBe('ona');
  expect(await page.locator('#pa-for').inputValue()).toBe('chronic_migraine');
  await page.locator('#pa-number').fill('N-1');
  await page.locator('#pa-from').fill(today());
  await page.locator('#pa-to').fill(addDays(today(), 200));
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Nobody Knows, no. N-1').waitFor();
  await page.goto('/authorizations-to-start');
  expect(await page.getByRole('listitem').filter({ hasText: 'Unauthorized' }).count()).toBe(0);
  expect(Number((await tab.innerText()).match(/\d+/)![0])).toBe(before - 1);
  await context.close();
});
