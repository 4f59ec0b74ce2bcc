import type { Page } from 'playwright-core';
import { addDays } from '../../src/clinical/calendar';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { aNeckCourse, sessionsOf, today } from '../support/patients/neck-course';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

interface Course {
  readonly id: string;
  readonly version: number;
  readonly diagnosisCode: string | null;
  readonly forecast: { readonly anchorOn: string };
  readonly antibodyRisk: { readonly boosters: number };
}
const courseOf = (id: string) => clinic.get<Course>('neurologist', `/courses/${id}`);

describe('a touch-up', () => {
  it('is chosen beside the day, asks for what is added alone, and stands with its session', async () => {
    const { courseId, patientId, sessionId, familyName } = await aNeckCourse(clinic, 'Touchedup', 2);
    const { page, context } = await clinic.signedIn('neurologist');
    await openLog(page, courseId);
    const choice = page.getByLabel('This is');
    await choice.selectOption({ index: 1 });
    await page.getByText('Enter only what is given in addition.').waitFor();
    const rows = page.getByRole('textbox', { name: /^Units/ });
    expect(await rows.count()).toBe(1);
    await choice.selectOption('');
    expect(await rows.count()).toBe(10);
    await choice.selectOption(sessionId);

    await addRow(page, 'trapezius', '10');
    await page.locator('.finding-count', { hasText: '1 reason to give' }).waitFor();
    await page.locator('#finding-worst').getByText('It continues the session of').waitFor();
    await page.getByLabel('Reason for going on').fill('Shoulder still lifted, agreed before');
    await page.keyboard.press('Control+Shift+Enter');
    await page.waitForURL(`**/courses/${courseId}`);

    const [part] = await sessionsOf(clinic, courseId);
    expect(part).toMatchObject({ continuesId: sessionId, totalUnits: 10 });
    const course = await courseOf(courseId);
    expect([course.forecast.anchorOn, course.antibodyRisk.boosters]).toEqual([addDays(today(), -14), 1]);
    const table = page.locator('table.sessions tbody tr');
    expect(await table.count()).toBe(1);
    expect(await table.first().textContent()).toMatch(/210 U Botox10 U of them on/);
    expect(await page.locator('.chart text', { hasText: '200+10 U' }).count()).toBe(1);
    await page
      .getByRole('region', { name: 'What raises the risk of antibodies' })
      .getByText('1 booster')
      .waitFor();

    await page.goto(`/patients/${patientId}`);
    await page.getByText(/completes or touches up the session of/).waitFor();
    await page.goto('/unsigned');
    const row = page.getByRole('listitem').filter({ hasText: familyName });
    expect(await row.last().textContent()).toMatch(/10 U Botox, completes or touches up the session of/);
    await page.goto(`/sessions/${part!.id}`);
    await page.getByText(/It completes or touches up the session of .* \(200 U Botox\)/).waitFor();
    await page.goto(`/sessions/${sessionId}`);
    await page.getByText(/Completed or touched up on .* \(10 U Botox\)/).waitFor();
    await context.close();
  });

  it('that completes an aborted session asks nothing', async () => {
    const { courseId, sessionId } = await aNeckCourse(clinic, 'Completed', 1);
    const { page, context } = await clinic.signedIn('neurologist');
    await openLog(page, courseId);
    await page.getByLabel('This is').selectOption(sessionId);
    await addRow(page, 'sternocleidomastoid', '20');
    await page.locator('.totals').getByText('20 U', { exact: true }).first().waitFor();
    expect(await page.locator('.finding-count, .finding-stop, .finding-confirm').count()).toBe(0);
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(`**/courses/${courseId}`);
    expect((await sessionsOf(clinic, courseId))[0]).toMatchObject({ continuesId: sessionId });
    await context.close();
  });

  it('is made a session of its own where it is changed, and nothing is offered weeks later', async () => {
    const { courseId, sessionId } = await aNeckCourse(clinic, 'Ownafterall', 3);
    const { id } = await clinic.send<{ id: string }>('neurologist', 'POST', '/sessions', {
      courseId,
      performedOn: addDays(today(), -10),
      product: 'ona',
      injections: [{ muscle: 'sternocleidomastoid', side: 'right', units: 20 }],
      continuesId: sessionId,
    });
    const { page, context } = await clinic.signedIn('neurologist');
    await page.goto(`/sessions/${id}/change`);
    await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
    expect(await page.getByLabel('This is').inputValue()).toBe(sessionId);
    expect(await page.locator('.finding-count').count()).toBe(0);
    await page.getByLabel('This is').selectOption('');
    await page.getByLabel('Reason for going on').first().fill('Another plan from that day on');
    await page.keyboard.press('Control+Shift+Enter');
    await page.waitForURL(`**/courses/${courseId}`);
    expect((await sessionsOf(clinic, courseId))[0]).toMatchObject({ continuesId: null });

    const { courseId: later } = await aNeckCourse(clinic, 'Weekslater', 5);
    await openLog(page, later);
    expect(await page.getByLabel('This is').count()).toBe(0);
    await context.close();
  });
});

it('an ended course takes what was given before its end, with the reason for entering it late', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Endedearly', 26);
  await clinic.send('neurologist', 'POST', `/courses/${courseId}/end`, {
    on: addDays(today(), -30),
    reason: 'moved away',
  });
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/courses/${courseId}`);
  await page.getByRole('link', { name: 'Enter an earlier session' }).click();
  await page.getByText('A session given before that day can still be entered').waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'performed-on');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Not saved yet: the day of the session is missing.').waitFor();
  const day = page.getByLabel('Day', { exact: true });
  await day.fill(today());
  const stop = page.locator('#finding-worst');
  expect(await stop.textContent()).toContain('reopen the course if it was ended by mistake');
  await day.fill(addDays(today(), -40));
  await page.getByLabel('Reason for going on').fill('Found among the papers of that week');
  await page.keyboard.press('Control+Shift+Enter');
  await page.waitForURL(`**/courses/${courseId}`);
  expect(await sessionsOf(clinic, courseId)).toHaveLength(2);
  await context.close();
});

it('an amendment asks for its own reason in words, and takes no old reason for a new objection', async () => {
  const { courseId, sessionId } = await aNeckCourse(clinic, 'Corrected', 5);
  const old = 'Wore off after four weeks';
  const { id } = await clinic.send<{ id: string }>('neurologist', 'POST', '/sessions', {
    courseId,
    performedOn: addDays(today(), -1),
    product: 'ona',
    injections: [{ muscle: 'trapezius', side: 'right', units: 25 }],
    confirmed: [{ code: 'S02', reason: old }],
  });
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/sessions/${id}`);
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByRole('link', { name: 'Amend', exact: true }).click();
  await page.locator('q', { hasText: old }).waitFor();
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
  expect(await page.getByLabel('Reason for going on').count()).toBe(0);
  const why = page.getByLabel('Why is the signed session amended?');
  await why.fill('x');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Give the reason in words: at least 10 letters.').waitFor();
  await why.fill('the day was wrong');
  await page.getByLabel('Day', { exact: true }).fill(addDays(today(), -3));
  const reason = page.getByLabel('Reason for going on');
  expect(await reason.inputValue()).toBe('');
  await reason.fill('Came early, in much pain');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(`**/courses/${courseId}`);
  const sessions = await sessionsOf(clinic, courseId);
  expect(sessions.map((session) => session.id)).toContain(sessionId);
  expect(JSON.stringify(sessions[0])).toContain('Came early, in much pain');
  await context.close();
});

it('begins a course with what was chosen alone, and asks for side and cause where the indication has them', async () => {
  const { patientId } = await aNeckCourse(clinic, 'Chosen');
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/patients/${patientId}`);
  await page.getByText('Begin a course of treatment').click();
  const form = page.locator('form').filter({ has: page.getByLabel('Indication') });
  const [side, cause] = [
    form.getByLabel('Side').filter({ visible: true }),
    form.getByLabel('Cause').filter({ visible: true }),
  ];
  for (const label of ['Indication', 'Product']) expect(await form.getByLabel(label).inputValue()).toBe('');
  expect(await side.count()).toBe(0);
  expect(await cause.count()).toBe(0);

  const begun = async (): Promise<number> =>
    (await clinic.get<{ items: unknown[] }>('neurologist', `/courses?patientId=${patientId}`)).items.length;
  const before = await begun();
  await form.getByRole('button', { name: 'Begin' }).click();
  expect(await form.getByLabel('Indication').evaluate((field) => field === document.activeElement)).toBe(
    true,
  );
  await form.getByLabel('Indication').selectOption('blepharospasm');
  expect(await side.count()).toBe(0);
  await form.getByLabel('Indication').selectOption('hemifacial_spasm');
  expect(await side.inputValue()).toBe('');
  expect(await cause.count()).toBe(0);
  await form.getByLabel('Product').selectOption('inco');
  await form.getByRole('button', { name: 'Begin' }).click();
  expect(await side.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await begun()).toBe(before);
  await side.selectOption('left');
  await form.getByRole('button', { name: 'Begin' }).click();
  await page.waitForURL('**/courses/*');
  expect(await courseOf(new URL(page.url()).pathname.split('/')[2]!)).toMatchObject({
    indication: 'hemifacial_spasm',
    side: 'left',
    etiology: null,
    plannedProduct: 'inco',
  });
  await context.close();
});

it('offers the diagnosis codes that fit what is chosen beside them, to begin a course and to change one', async () => {
  const { patientId, courseId } = await aNeckCourse(clinic, 'Coded');
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/patients/${patientId}`);
  await page.getByText('Begin a course of treatment').click();
  const form = page.locator('form').filter({ has: page.getByLabel('Indication') });
  const codes = (): Promise<string[]> =>
    form
      .getByLabel('Diagnosis (ICD-10)')
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  await form.getByLabel('Indication').selectOption('spasticity_upper');
  await form.getByLabel('Side').filter({ visible: true }).selectOption('left');
  await form.getByLabel('Cause').selectOption('stroke');
  expect(await codes()).toContain('I69.354');
  expect(await codes()).not.toContain('I69.351');
  await form.getByLabel('Side').filter({ visible: true }).selectOption('right');
  expect(await codes()).toContain('I69.351');
  expect(await codes()).not.toContain('I69.354');
  await form.getByLabel('Diagnosis (ICD-10)').selectOption('I69.351');
  await form.getByLabel('Product').selectOption('ona');
  await form.getByRole('button', { name: 'Begin' }).click();
  await page.waitForURL('**/courses/*');
  expect(await courseOf(new URL(page.url()).pathname.split('/')[2]!)).toMatchObject({
    diagnosisCode: 'I69.351',
  });

  await page.goto(`/courses/${courseId}`);
  await page.getByText('Change what is treated').click();
  const change = page.locator('form').filter({ has: page.getByLabel('Diagnosis (ICD-10)') });
  await change.getByLabel('Diagnosis (ICD-10)').selectOption('G24.3');
  await change.getByRole('button', { name: 'Save' }).click();
  await page.locator('dd', { hasText: 'G24.3' }).waitFor();
  expect(await courseOf(courseId)).toMatchObject({ diagnosisCode: 'G24.3' });
  await context.close();
});

it('records what somebody else gave, changes it, and withdraws it with a reason in words', async () => {
  const { patientId } = await aNeckCourse(clinic, 'Elsewhere');
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/patients/${patientId}`);
  const panel = page.getByRole('region', { name: 'Toxin given elsewhere' });
  await panel.getByText('Add toxin given elsewhere').click();
  const added = panel.locator('form').last();
  await added.getByLabel('Given on').fill(addDays(today(), -60));
  await added.getByLabel('Brand', { exact: true }).fill('Botox Cosmetic');
  await added.getByLabel('Units of that brand').fill('12,5');
  await added.getByLabel('Where').fill('forehead');
  await added.getByRole('button', { name: 'Add' }).click();
  await panel.getByText('Botox Cosmetic, 12.5 U').waitFor();
  const stored = async () =>
    (
      await clinic.get<{ items: { units: number | null; brand: string }[] }>(
        'neurologist',
        `/external-doses?patientId=${patientId}`,
      )
    ).items;
  expect(await stored()).toMatchObject([{ brand: 'Botox Cosmetic', units: 12.5 }]);

  const item = panel.getByRole('listitem').filter({ hasText: 'Botox Cosmetic' });
  await item.getByText('Change', { exact: true }).click();
  await item.getByLabel('Units of that brand').fill('');
  await item.getByRole('button', { name: 'Save' }).click();
  await panel.getByText('Botox Cosmetic, units not known').waitFor();
  expect(await stored()).toMatchObject([{ units: null }]);

  await item.getByText('Change', { exact: true }).click();
  await item.getByLabel('Entered in error because').fill('oops');
  await item.getByRole('button', { name: 'Withdraw' }).click();
  await item.getByText('at least 10 letters').waitFor();
  await item.getByLabel('Entered in error because').fill('told of another patient');
  await item.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('Withdrawn.').waitFor();
  expect(await stored()).toEqual([]);
  await context.close();
});

/** Opens the form and waits until it can be typed into. */
async function openLog(page: Page, courseId: string): Promise<void> {
  await page.goto(`/courses/${courseId}/log`);
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
}

/** Types a muscle and its units into the last row of the list. */
async function addRow(page: Page, muscle: string, units: string): Promise<void> {
  await page.getByLabel('Muscle, new row').last().click();
  await page.keyboard.type(muscle);
  await page.keyboard.press('Enter');
  await page
    .getByRole('textbox', { name: /^Units/ })
    .last()
    .fill(units);
}
