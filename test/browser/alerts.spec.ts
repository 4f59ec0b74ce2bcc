import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { addDays } from '../../src/clinical/calendar';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { aNeckCourse, today } from '../support/patients/neck-course';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

const objections = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document);
    return violations.map(({ id }) => id);
  });
};

/** What the navigation says of alerts that wait. */
const waiting = async (page: Page): Promise<number> => {
  const link = page.getByRole('navigation').getByRole('link', { name: /^To review/ });
  return Number(/(\d+) alerts?\)/.exec((await link.textContent()) ?? '')?.[1] ?? 0);
};

/** Difficulty swallowing a week after the session, reported in place on the course. */
async function reportDysphagia(page: Page, courseId: string, onsetOn: string): Promise<void> {
  await page.goto(`/courses/${courseId}`);
  await page.getByText('Add a side effect').click();
  await page.getByLabel('What', { exact: true }).selectOption('dysphagia');
  await page.getByLabel('Since', { exact: true }).last().fill(onsetOn);
  await page.getByLabel('How bad').selectOption('moderate');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Swallowing: alert not answered').waitFor();
}

it('an alert stands on its course and in the review queue until it is answered there', async () => {
  const { courseId, patientId, familyName } = await aNeckCourse(clinic, 'Swallower', 3);
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto('/flags');
  const before = await waiting(page);
  await reportDysphagia(page, courseId, addDays(today(), -14));
  expect(await waiting(page)).toBe(before + 1);
  expect(await objections(page)).toEqual([]);

  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^To review/ })
    .click();
  const alert = page.getByRole('article', { name: new RegExp(familyName) });
  expect(await alert.textContent()).toMatch(
    /Your session.*Dysphagia, moderate, from .*2 weeks ago, not resolved.*session of .*: 200 U Botox, Cervical dystonia/s,
  );
  expect(await alert.getByRole('link', { name: new RegExp(familyName) }).getAttribute('href')).toBe(
    `/patients/${patientId}`,
  );
  expect(await objections(page)).toEqual([]);
  const headings = page.getByRole('heading', { level: 2 });
  expect(await headings.first().textContent()).toMatch(/^Alerts \(\d+\)$/);

  await alert.getByLabel('What was done').selectOption('seen');
  await alert.getByLabel('What was found and agreed').fill('drinks safely, soft food for a week');
  await alert.getByRole('button', { name: 'Answer the alert' }).click();
  await page.getByText('The alert is answered.').waitFor();
  expect(await alert.count()).toBe(0);
  expect(await waiting(page)).toBe(before);

  await page.goto(`/courses/${courseId}`);
  await page.getByText('Swallowing: alert answered').waitFor();
  expect(await page.getByText('Answer the alert').count()).toBe(0);
  await context.close();
});

it('an alert is answered on its course as well', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Answerhere', 3);
  const { page, context } = await clinic.signedIn('neurologist');
  await reportDysphagia(page, courseId, addDays(today(), -14));
  await page.getByText('Answer the alert').first().click();
  await page.getByLabel('What was done').selectOption('reassured');
  await page.getByLabel('What was found and agreed').fill('eats and drinks as before');
  await page.getByRole('button', { name: 'Answer the alert' }).click();
  await page.getByText('Swallowing: alert answered').waitFor();
  const { openAlerts } = await clinic.get<{ openAlerts: object[] }>('neurologist', `/courses/${courseId}`);
  expect(openAlerts).toEqual([]);
  await context.close();
});

it('a hold says since when it stands and whom it keeps waiting', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Heldback', 3);
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/courses/${courseId}`);
  await page.getByText('Put on hold').click();
  const form = page.locator('form').filter({ has: page.locator('#hold-until') });
  await form.getByLabel('Since').fill(addDays(today(), -3));
  await form.getByLabel('No session before').fill(addDays(today(), 30));
  await form.getByLabel('Whom it keeps waiting').selectOption('patient');
  await form.getByLabel('Reason').fill('travels');
  await form.getByRole('button', { name: 'Hold' }).click();
  await page.getByText(/On hold from .* until .*, every course of the patient: travels/).waitFor();
  const { holds } = await clinic.get<{ holds: object[] }>('neurologist', `/courses/${courseId}`);
  expect(holds).toMatchObject([
    { fromOn: addDays(today(), -3), untilOn: addDays(today(), 30), concerns: 'patient', reason: 'travels' },
  ]);
  await context.close();
});
