import type { Page } from 'playwright-core';
import { addDays } from '../../src/clinical/calendar';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { aNeckCourse, today } from '../support/patients/neck-course';
import { objectionsOf } from '../support/walks/objections';
import { rowWith, usable } from '../support/screens';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

const TABLET = { viewport: { width: 768, height: 1024 }, hasTouch: true };

const answersOf = async (courseId: string): Promise<readonly object[]> =>
  (await clinic.get<{ items: object[] }>('neurologist', `/courses/${courseId}/patient-answers`)).items;

/** The code that is shown for a course, as a person reads it. */
async function codeFor(courseId: string): Promise<string> {
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/courses/${courseId}`);
  await page.getByRole('button', { name: 'Check-in on the tablet' }).click();
  const code = await page.locator('.check-in-code').textContent();
  await context.close();
  return code!;
}

async function typeCode(code: string): Promise<Page> {
  const page = await clinic.visitor(TABLET);
  await usable(page, '/check-in');
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Begin' }).tap();
  return page;
}

async function openOnTablet(courseId: string): Promise<Page> {
  const page = await typeCode(await codeFor(courseId));
  await page.getByRole('heading', { name: 'Hello Ada' }).waitFor();
  return page;
}

it('a scheduler asks on the telephone: two taps, and the row has done its work', async () => {
  const { courseId, familyName } = await aNeckCourse(clinic, 'Askable', 1);
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, `/peak-checks?q=${familyName}`);
  const row = page.locator(`#course-${courseId}`);
  expect(await row.textContent()).not.toMatch(/\d U\b|units|Botox/);
  await row.getByRole('button', { name: 'No answer' }).click();
  await row.getByText('1 attempt').waitFor();
  await row.getByRole('button', { name: /^Ask/ }).click();
  expect(await objectionsOf(page)).toEqual([]);
  await row.getByRole('button', { name: 'Still working' }).click();
  await row.waitFor({ state: 'detached' });
  expect(await answersOf(courseId)).toMatchObject([
    { stillEffective: true, answeredOn: today(), channel: 'telephone', outcome: null },
  ]);
  await context.close();
});

it('at the peak, that it still works leaves the row until it is known how much it helped', async () => {
  const { courseId, familyName } = await aNeckCourse(clinic, 'Peaking', 5);
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, `/peak-checks?q=${familyName}`);
  const row = page.locator(`#course-${courseId}`);
  await row.getByRole('button', { name: /^Ask/ }).click();
  await row.getByRole('button', { name: 'Still working' }).click();
  await row.getByRole('button', { name: 'Still working' }).waitFor({ state: 'detached' });
  await row.getByText(/stays here until that is known/).waitFor();
  await row.getByRole('button', { name: /^Ask/ }).click();
  await row.getByText('Another day, how much it helped, trouble').click();
  await row.getByLabel('Is it still working?').selectOption('true');
  await row.getByLabel(/How much better at its best/).fill('60');
  await row.getByRole('button', { name: 'Save' }).click();
  await row.waitFor({ state: 'detached' });
  expect(await answersOf(courseId)).toHaveLength(2);
  await context.close();
});

it('a scheduler asks when booking: the day it wore off, and that it was asked stays on the due board', async () => {
  const { courseId, familyName } = await aNeckCourse(clinic, 'Worn');
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, `/due?q=${familyName}`);
  const row = rowWith(page, courseId);
  await row.getByRole('button', { name: /^Ask/ }).click();
  await row.getByRole('button', { name: '2 weeks ago' }).click();
  await row.getByText(/^Asked/).waitFor();
  expect(await row.textContent()).not.toContain('wore off');
  expect(await answersOf(courseId)).toMatchObject([
    { stillEffective: false, woreOffOn: addDays(today(), -14), channel: 'telephone' },
  ]);
  await context.close();
});

it('a patient answers three questions on the tablet, by touch, and it forgets everything', async () => {
  const { courseId, familyName } = await aNeckCourse(clinic, 'Tablet');
  const page = await openOnTablet(courseId);
  expect(await page.locator('body').textContent()).not.toMatch(
    new RegExp(`${familyName}|units|dystonia`, 'i'),
  );
  expect(await objectionsOf(page)).toEqual([]);
  await page.getByText('No, it wore off').tap();
  await page.getByText('3 weeks ago').tap();
  await page.getByText('60 %', { exact: true }).tap();
  expect(await page.getByText(/Please tell somebody/).isVisible()).toBe(false);
  await page.getByText('Trouble swallowing').tap();
  await page.getByText(/Please tell somebody/).waitFor();
  expect(await objectionsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Done' }).tap();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await objectionsOf(page)).toEqual([]);
  expect(await answersOf(courseId)).toMatchObject([
    {
      stillEffective: false,
      woreOffOn: addDays(today(), -21),
      helpedPct: 60,
      trouble: 'Trouble swallowing',
      alert: 'swallowing',
      channel: 'tablet',
    },
  ]);
  expect(await page.context().cookies()).toEqual([]);
  await page.goBack();
  expect(await page.getByText('Hello Ada').count()).toBe(0);
  await page.goto('/check-in');
  await page.getByLabel('Code').waitFor();
  await page.goto(`/courses/${courseId}`);
  await page.waitForURL('**/login?next=*');
  await page.context().close();
});

it('a scheduler begins a check-in from the patient’s page, where no course of theirs is shown', async () => {
  const { patientId, courseId } = await aNeckCourse(clinic, 'Athome');
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, `/patients/${patientId}`);
  await page.getByRole('button', { name: 'Check-in on the tablet' }).click();
  const code = await page.locator('.check-in-code').textContent();
  expect(await objectionsOf(page)).toEqual([]);
  await context.close();
  const tablet = await typeCode(code!);
  await tablet.getByRole('heading', { name: 'Hello Ada' }).waitFor();
  await tablet.getByText('Yes', { exact: true }).tap();
  await tablet.getByRole('button', { name: 'Done' }).tap();
  await tablet.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await answersOf(courseId)).toMatchObject([{ stillEffective: true, channel: 'tablet' }]);
  await tablet.context().close();
});

it('a patient treated today for the first time has no check-in to begin', async () => {
  const { patientId } = await aNeckCourse(clinic, 'Firsttime', 0);
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, `/patients/${patientId}`);
  expect(await page.getByRole('button', { name: /Check-in/ }).count()).toBe(0);
  await context.close();
});

it('a patient answers with the keyboard alone', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Keyboard');
  const page = await clinic.visitor();
  await usable(page, '/check-in');
  await page.keyboard.press('Tab');
  await page.keyboard.type(await codeFor(courseId));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Hello Ada' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await answersOf(courseId)).toMatchObject([{ stillEffective: true, helpedPct: 20, trouble: null }]);
  await page.context().close();
});

it('a code is good once', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Once');
  const code = await codeFor(courseId);
  const first = await typeCode(code);
  await first.getByRole('heading', { name: 'Hello Ada' }).waitFor();
  const second = await typeCode(code);
  await second.getByText(/was used already or has expired/).waitFor();
  expect(await second.getByText('Hello Ada').count()).toBe(0);
  await first.context().close();
  await second.context().close();
});

it('handing over a device on which somebody is signed in signs them out of it', async () => {
  const { courseId, familyName } = await aNeckCourse(clinic, 'Handed', 5);
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, `/peak-checks?q=${familyName}`);
  const row = page.locator(`#course-${courseId}`);
  await row.getByRole('button', { name: /^Ask/ }).click();
  await row.getByRole('button', { name: /answer on the tablet/ }).click();
  await row.getByRole('link', { name: 'Hand over this device instead' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { name: 'Hello Ada' }).waitFor();
  expect(page.url()).not.toContain('#');
  await page.goto(`/peak-checks?q=${familyName}`);
  await page.waitForURL('**/login?next=*');
  await context.close();
});

it('a neurologist sees the words beside the response, on the course and among what is to review, and confirms them', async () => {
  const { courseId, sessionId, familyName } = await aNeckCourse(clinic, 'Confirmed');
  await clinic.send('scheduler', 'POST', `/courses/${courseId}/patient-answers`, {
    answeredOn: today(),
    stillEffective: false,
    woreOffOn: addDays(today(), -14),
    helpedPct: 60,
    trouble: 'a dry mouth',
    channel: 'telephone',
  });
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto('/flags');
  const waiting = page.getByRole('region', { name: /^Patients’ answers/ });
  await waiting.getByText(/trouble: a dry mouth/).waitFor();
  await page.goto(`/courses/${courseId}`);
  await page.getByText(/Patient, not confirmed: Wore off on/).waitFor();
  await page.goto('/flags');
  await waiting.getByRole('link', { name: new RegExp(familyName) }).click();
  await page.waitForURL(`**/sessions/${sessionId}/response`);
  expect(await objectionsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.waitForURL(`**/courses/${courseId}`);
  await page.getByText('60 %, asked after 13 weeks: not counted').waitFor();
  expect(await page.getByText(/not confirmed/).count()).toBe(0);
  expect(await clinic.get('neurologist', `/sessions/${sessionId}/response`)).toMatchObject({
    woreOffOn: addDays(today(), -14),
    improvementPct: 60,
    assessedOn: today(),
  });
  expect(await answersOf(courseId)).toMatchObject([{ outcome: 'confirmed' }]);
  await context.close();
});

it('a neurologist corrects them in the form below', async () => {
  const { courseId, sessionId } = await aNeckCourse(clinic, 'Corrected');
  await clinic.send('scheduler', 'POST', `/courses/${courseId}/patient-answers`, {
    answeredOn: today(),
    stillEffective: true,
    channel: 'telephone',
  });
  const { page, context } = await clinic.signedIn('neurologist');
  await usable(page, `/sessions/${sessionId}/response`);
  await page.getByText('It wore off').click();
  await page.getByRole('button', { name: '1 week ago' }).click();
  await page.getByRole('button', { name: 'Save the response' }).click();
  await page.waitForURL(`**/courses/${courseId}`);
  expect(await answersOf(courseId)).toMatchObject([{ outcome: 'corrected' }]);
  await context.close();
});
