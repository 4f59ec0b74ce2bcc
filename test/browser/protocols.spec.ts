import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import type { Page } from 'playwright-core';
import { addDays } from '../../src/clinical/calendar';
import { aPatient } from '../support/builders';
import { today } from '../support/patients/neck-course';
import { usable } from '../support/screens';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

interface Stored {
  readonly protocolId: string | null;
  readonly protocolVersion: number | null;
  readonly totalUnits: number;
  readonly findings: readonly unknown[];
  readonly injections: readonly {
    muscle: string;
    units: number;
    sites: number | null;
    volumeMl: number | null;
  }[];
}

async function aCourse(familyName: string, given: object): Promise<string> {
  const patient = await clinic.send<{ id: string }>(
    'neurologist',
    'POST',
    '/patients',
    aPatient({ familyName, birthDate: '1950-04-12' }),
  );
  const course = { patientId: patient.id, plannedProduct: 'ona', ...given };
  return (await clinic.send<{ id: string }>('neurologist', 'POST', '/courses', course)).id;
}
/** The form, once its scripts run: a first session begins in the field of the muscle. */
async function opened(page: Page, courseId: string): Promise<void> {
  await page.goto(`/courses/${courseId}/log`);
  await page.waitForFunction(() => /^(units|muscle)-/.test(document.activeElement?.id ?? ''));
}
const latest = async (courseId: string): Promise<Stored> =>
  (await clinic.get<{ items: Stored[] }>('neurologist', `/courses/${courseId}/sessions`)).items[0]!;

it('a first session of PREEMPT 155 U by keyboard asks nothing: sites, volumes and the protocol are written down', async () => {
  const courseId = await aCourse('Preempted', { indication: 'chronic_migraine' });
  const { page, context } = await clinic.signedIn('neurologist');
  await opened(page, courseId);
  let actions = 0;
  const press = async (key: string): Promise<void> => {
    actions += 1;
    await page.keyboard.press(key);
  };
  await press('Shift+Tab');
  await press('ArrowDown');
  await page.getByText('PREEMPT 155 U: 31 sites of 5 U each').waitFor();
  await page.getByLabel('Content of a vial, U').fill('100');
  await page.getByLabel('Diluent of a vial, mL').fill('2');
  await page.getByText('50 U a mL: 155 U are 3.1 mL.').waitFor();
  expect(await page.locator('.finding').count()).toBe(0);
  await press('Control+Enter');
  await page.waitForURL(`**/courses/${courseId}`);
  const session = await latest(courseId);
  expect(session).toMatchObject({ totalUnits: 155, findings: [], protocolVersion: 1 });
  expect(session.protocolId).not.toBeNull();
  expect(session.injections.reduce((sum, { sites }) => sum + sites!, 0)).toBe(31);
  expect(session.injections.find(({ muscle }) => muscle === 'temporalis')).toMatchObject({
    units: 40,
    sites: 8,
    volumeMl: 0.8,
  });
  expect(actions).toBe(3);
  await context.close();
});

it('what was typed comes back when another start was only looked at', async () => {
  const courseId = await aCourse('Undecided', { indication: 'chronic_migraine' });
  await clinic.send('neurologist', 'POST', '/sessions', {
    courseId,
    performedOn: addDays(today(), -90),
    product: 'ona',
    injections: [{ muscle: 'frontalis', side: 'bilateral', units: 20, sites: 4 }],
    confirmed: [{ code: 'S23', reason: 'stopped early, felt faint' }],
  });
  const { page, context } = await clinic.signedIn('neurologist');
  await opened(page, courseId);
  const units = page.getByRole('textbox', { name: /^Units, / });
  await units.first().fill('15');
  await page.getByLabel('Start from').selectOption({ label: 'PREEMPT 195 U' });
  expect(await units.count()).toBe(7);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await units.count()).toBe(1);
  expect(await units.first().inputValue()).toBe('15');
  expect(await page.getByLabel('Start from').inputValue()).toBe('last');
  await context.close();
});

it('units from a volume, and the volume of a listed vial before that of the proposed dilution', async () => {
  const courseId = await aCourse('Diluted', { indication: 'cervical_dystonia' });
  const { page, context } = await clinic.signedIn('neurologist');
  await opened(page, courseId);
  await page.keyboard.type('splenius cap r');
  await page.keyboard.press('Enter');
  await page.getByLabel('Content of a vial, U').fill('100');
  await page.getByLabel('Diluent of a vial, mL').fill('2');
  await page.getByLabel(/^Volume in mL/).fill('0.8');
  await page.getByRole('button', { name: /^Take 40 units/ }).click();
  expect(await page.getByRole('textbox', { name: /^Units, / }).inputValue()).toBe('40');
  await page.getByLabel(/^Sites/).fill('4');
  await page.getByText('10 U each').waitFor();
  await page.getByText('0.2 each').waitFor();
  await page.getByText('Vials', { exact: false }).first().click();
  await page.getByRole('button', { name: 'Add a vial of Botox' }).click();
  expect(await page.getByLabel('Content, U').inputValue()).toBe('100');
  await page.getByLabel('Diluent, mL').last().fill('4');
  await page.getByText('25 U a mL, as the vials are reconstituted').waitFor();
  await page.getByText('1.6 worked out').waitFor();
  await context.close();
});

it('the clinic keeps a protocol from a session, changes it, and a session names the version that it began from', async () => {
  const courseId = await aCourse('Patterned', { indication: 'cervical_dystonia' });
  const { id: sessionId } = await clinic.send<{ id: string }>('neurologist', 'POST', '/sessions', {
    courseId,
    performedOn: addDays(today(), -90),
    product: 'ona',
    injections: [
      { muscle: 'splenius_capitis', side: 'right', units: 60, sites: 3 },
      { muscle: 'trapezius', side: 'right', units: 40, sites: 2 },
    ],
  });
  const { page, context } = await clinic.signedIn('neurologist');
  await usable(page, `/sessions/${sessionId}`);
  await page.getByRole('link', { name: 'Keep as a protocol' }).click();
  await page.getByLabel('Name').fill('Turned right');
  await page.getByLabel('Units of a vial').fill('100');
  await page.getByLabel('Diluent, mL').fill('1');
  await page.getByRole('button', { name: 'Keep the protocol' }).click();
  await page.waitForURL('**/protocols');
  await page.getByRole('link', { name: 'Change: Turned right' }).click();
  const lines = page.locator('.protocol-rows tbody tr');
  expect(await lines.count()).toBe(3);
  await lines.nth(2).getByLabel('Muscle').selectOption('levator_scapulae');
  await lines.nth(2).getByLabel('Side').selectOption('right');
  await lines.nth(2).getByLabel('Units').fill('25');
  expect(await lines.count()).toBe(4);
  await page.getByLabel('Diluent, mL').fill('');
  await page.getByLabel('Units of a vial').fill('');
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await page.waitForURL('**/protocols');
  await page.getByText('Of this clinic, version 2.').waitFor();

  await opened(page, courseId);
  await page.getByLabel('Start from').selectOption({ label: 'Turned right' });
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(`**/courses/${courseId}`);
  expect(await latest(courseId)).toMatchObject({ totalUnits: 125, protocolVersion: 2, findings: [] });

  await page.goto('/protocols');
  await page.getByRole('button', { name: 'No longer offer: Turned right' }).click();
  await page.getByRole('button', { name: 'Offer again: Turned right' }).waitFor();
  await opened(page, courseId);
  expect(await page.getByLabel('Start from').count()).toBe(0);
  await context.close();
});
