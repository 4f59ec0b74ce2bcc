import { openBrowsedClinic, signInByHand, type BrowsedClinic } from '../support/browser';
import { addDays } from '../../src/clinical/calendar';
import { aNeckCourse, sessionsOf, today } from '../support/patients/neck-course';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

it('signs in, finds the patient and comes to the course', async () => {
  const { courseId, familyName } = await aNeckCourse(clinic, 'Findable');
  const page = await clinic.visitor();
  await page.goto('/patients');
  await signInByHand(page, 'neurologist');
  await page.getByRole('searchbox').fill(familyName);
  await page.getByRole('link', { name: new RegExp(familyName) }).click();
  await page.getByRole('link', { name: /^Cervical dystonia Botox/ }).click();
  await page.waitForURL(`**/courses/${courseId}`);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Cervical dystonia');
  await page.context().close();
});

it('keeps the list of patients when a search finds no connection, and says so', async () => {
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto('/patients');
  const shown = await page.locator('#found a').count();
  await context.setOffline(true);
  await page.getByRole('searchbox').fill('whit');
  await page.getByText('Not searched: no connection').waitFor();
  expect(await page.locator('#found a').count()).toBe(shown);
  await context.setOffline(false);
  await page.getByRole('searchbox').fill('whitf');
  await page.waitForFunction(() => document.querySelectorAll('#found a').length === 1);
  expect(new URL(page.url()).searchParams.get('q')).toBe('whitf');
  await context.close();
});

it('logs a repeat session of ten muscles with two changed doses by keyboard: 12 actions at most, and a wait only to open and to save', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Repeated');
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/courses/${courseId}`);
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/assets/')) asked.push(`${request.method()} ${pathname}`);
  });
  let actions = 0;
  const press = async (key: string): Promise<void> => {
    actions += 1;
    await page.keyboard.press(key);
  };
  const type = async (text: string): Promise<void> => {
    actions += 1;
    await page.keyboard.type(text);
  };
  await page.getByRole('link', { name: 'Log session' }).focus();
  await press('Enter');
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
  await press('Enter');
  await press('Enter');
  await type('25');
  await press('Enter');
  await press('Enter');
  await press('Enter');
  await press('Enter');
  await type('15');
  await press('Control+Enter');
  await page.waitForURL(`**/courses/${courseId}`);

  const [newest, ...others] = await sessionsOf(clinic, courseId);
  expect(newest!.signedAt).not.toBeNull();
  expect(others).toHaveLength(1);
  expect(newest!.injections.map(({ units }) => units).toSorted((a, b) => a - b)).toEqual(
    [40, 20, 25, 15, 25, 15, 15, 15, 15, 15].toSorted((a, b) => a - b),
  );
  expect(actions).toBeLessThanOrEqual(12);
  expect(asked).toEqual([
    `GET /courses/${courseId}/log`,
    'POST /api/v1/sessions',
    `POST /api/v1/sessions/${newest!.id}/sign`,
    `GET /courses/${courseId}`,
  ]);
  await context.close();
});

it('records a response in two taps', async () => {
  const { courseId, sessionId } = await aNeckCourse(clinic, 'Responding');
  const { page, context } = await clinic.signedIn('neurologist', { hasTouch: true });
  await page.goto(`/sessions/${sessionId}/response`);
  await page.getByText('Still working today').tap();
  await page.getByText('70 %', { exact: true }).tap();
  await page.getByRole('button', { name: 'Save the response' }).click();
  await page.waitForURL(`**/courses/${courseId}`);
  const response = await clinic.get<object>('neurologist', `/sessions/${sessionId}/response`);
  expect(response).toMatchObject({ stillEffectiveOn: today(), improvementPct: 70 });
  await context.close();
});

it('records a response at the next visit as asked then, which is shown and does not count as the size', async () => {
  const { sessionId, courseId } = await aNeckCourse(clinic, 'Returning', 13);
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/sessions/${sessionId}/response`);
  await page.getByText('It wore off').click();
  await page.getByRole('button', { name: '2 weeks ago' }).click();
  await page.getByText('60 %', { exact: true }).click();
  expect(await page.getByLabel('Assessed on').inputValue()).toBe(today());
  await page.getByLabel('At the peak, TWSTRS total').fill('21.5');
  await page.getByRole('button', { name: 'Save the response' }).click();
  expect(
    await page
      .getByLabel('At the peak, on')
      .evaluate((field: HTMLInputElement) => field.validity.valueMissing),
  ).toBe(true);
  await page.getByLabel('At the peak, on').fill(addDays(today(), -7 * 8));
  await page.getByRole('button', { name: 'Save the response' }).click();
  await page.waitForURL(`**/courses/${courseId}`);
  expect(await responseTo(sessionId)).toMatchObject({
    woreOffOn: addDays(today(), -14),
    improvementPct: 60,
    assessedOn: today(),
    measurements: [
      { scale: 'twstrs_total', phase: 'peak', value: 21.5, measuredOn: addDays(today(), -7 * 8) },
    ],
  });
  await context.close();
});

it('asks after a session was logged about the one before it', async () => {
  const { courseId, sessionId } = await aNeckCourse(clinic, 'Before', 12);
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/courses/${courseId}`);
  expect(await page.getByRole('link', { name: 'Record response', exact: true }).getAttribute('href')).toBe(
    `/sessions/${sessionId}/response`,
  );
  const [before] = await sessionsOf(clinic, courseId);
  await clinic.send('neurologist', 'POST', '/sessions', {
    courseId,
    performedOn: today(),
    product: 'ona',
    injections: before!.injections.map(({ muscle, side, units }) => ({ muscle, side, units })),
  });
  await page.reload();
  await page.getByRole('link', { name: 'Record response to session 1' }).click();
  await page.waitForURL(`**/sessions/${sessionId}/response`);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('How did it work?');
  await context.close();
});

it('takes back what is emptied, and leaves alone what somebody else recorded meanwhile', async () => {
  const { sessionId, courseId } = await aNeckCourse(clinic, 'Corrected', 5);
  await clinic.send('neurologist', 'PUT', `/sessions/${sessionId}/response`, {
    improvementPct: 60,
    stillEffectiveOn: today(),
    note: 'by telephone',
    measurements: [
      { scale: 'tsui', phase: 'peak', value: 6, measuredOn: today() },
      { scale: 'tsui', phase: 'cycle-start', value: 12, measuredOn: addDays(today(), -35) },
    ],
  });
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/sessions/${sessionId}/response`);
  await clinic.send('neurologist', 'PUT', `/sessions/${sessionId}/response`, { pgic: 2 });
  await page.getByText('Not known after all').click();
  await page
    .getByRole('group', { name: 'How much better was it at its best?' })
    .getByText('Not asked')
    .click();
  await page.getByLabel('At the peak, Tsui').fill('');
  await page.getByLabel('Note').fill('');
  await page.getByRole('button', { name: 'Save the response' }).click();
  await page.waitForURL(`**/courses/${courseId}`);
  expect(await responseTo(sessionId)).toMatchObject({
    improvementPct: null,
    stillEffectiveOn: null,
    woreOffOn: null,
    note: null,
    pgic: 2,
    assessedOn: today(),
    measurements: [{ scale: 'tsui', phase: 'cycle-start', value: 12 }],
  });
  await context.close();
});

it('shows a flag in the chart before it is read, and in migraine asks for other causes before a switch', async () => {
  const { page, context } = await clinic.signedIn('neurologist');
  const flag = (await openReviews()).find(({ indication }) => indication === 'chronic_migraine')!;
  await page.goto(`/courses/${flag.courseId}`);
  const framed = page.locator('#chart-response .session:has(.flagged)');
  const evidence = page.locator(`#flag-${flag.id} tbody tr`);
  expect(await framed.count()).toBe(await evidence.count());
  expect(await page.locator('#chart-response .expected').count()).toBeGreaterThan(0);
  await page.getByText('the flag rests on it').waitFor();
  expect(await page.locator('#response-desc').textContent()).toContain('Less than expected: session');
  const panel = page.locator(`#decide-${flag.id}`);
  const asked = await panel.locator('li').allTextContents();
  const [overuse, general] = ['Medication overuse', 'Dose too low'].map((text) =>
    asked.findIndex((item) => item.includes(text)),
  );
  expect(overuse).toBeGreaterThanOrEqual(0);
  expect(overuse).toBeLessThan(general!);
  const proposed = await panel
    .locator('input[name="decision"]')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  expect(proposed[0]).toBe('adjust');
  expect(proposed.at(-1)).toBe('switch');
  await context.close();
});

it('reviews a flag from the queue: on to Myobloc, with the label’s own start and no converted dose', async () => {
  const { page, context } = await clinic.signedIn('neurologist');
  const flag = await aFlagToDecide();
  await page.goto('/flags');
  await page.locator(`a[href="/flags/${flag.id}"]`).click();
  await page.waitForURL(`**/courses/${flag.courseId}#flag-${flag.id}`);
  await page.locator(`#flag-${flag.id}`).getByRole('link', { name: 'Decide' }).click();
  const panel = page.locator(`#decide-${flag.id}`);
  await panel.getByRole('radio', { name: /^Switch to another product/ }).check();
  await panel.getByLabel('Go on with', { exact: true }).selectOption('rima');
  await panel.getByLabel('Has the patient tolerated botulinum toxin before?').selectOption('tolerated');
  await panel.getByLabel('Reason', { exact: true }).fill('Two sessions without effect at a full dose');
  await panel.getByRole('button', { name: 'Save the decision' }).click();
  await page.getByText('Planned product: Myobloc').waitFor();
  const course = await clinic.get<{ plannedProduct: string }>('neurologist', `/courses/${flag.courseId}`);
  expect(course.plannedProduct).toBe('rima');

  await page.goto(`/courses/${flag.courseId}/log`);
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
  const units = await page.getByRole('textbox', { name: /^Units, / }).all();
  expect(await Promise.all(units.map((field) => field.inputValue()))).toEqual(units.map(() => ''));
  await context.close();
});

it('leads from a session of the evidence to its point of the chart', async () => {
  const { page, context } = await clinic.signedIn('neurologist');
  const [flag] = await openReviews();
  await page.goto(`/courses/${flag!.courseId}`);
  const link = page.locator(`#flag-${flag!.id} table a`).last();
  const point = (await link.getAttribute('href'))!;
  await link.click();
  expect(await page.locator(`${point}:target`).isVisible()).toBe(true);
  await context.close();
});

async function responseTo(sessionId: string): Promise<object> {
  return clinic.get('neurologist', `/sessions/${sessionId}/response`);
}

interface OpenFlag {
  readonly id: string;
  readonly courseId: string;
  readonly indication: string;
  readonly nextSteps: readonly { readonly decision: string }[];
}

async function openReviews(): Promise<readonly OpenFlag[]> {
  const path = '/flags?status=open&tier=review';
  return (await clinic.get<{ items: OpenFlag[] }>('neurologist', path)).items;
}

/** Of a course that is not on Myobloc already. */
async function aFlagToDecide(): Promise<OpenFlag> {
  for (const flag of await openReviews()) {
    const { plannedProduct } = await clinic.get<{ plannedProduct: string }>(
      'neurologist',
      `/courses/${flag.courseId}`,
    );
    if (plannedProduct !== 'rima' && flag.nextSteps.some(({ decision }) => decision === 'switch'))
      return flag;
  }
  throw new Error('The demo clinic shows no flag that may lead to a switch');
}
