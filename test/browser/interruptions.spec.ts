import type { Page } from 'playwright-core';
import { openBrowsedClinic, signInByHand, type BrowsedClinic } from '../support/browser';
import { aNeckCourse, sessionsOf } from '../support/patients/neck-course';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

it('writes one session when the answer to the save is lost, and loses nothing', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Cutoff');
  const { page, context } = await clinic.signedIn('neurologist');
  await openLog(page, courseId);
  await page.keyboard.type('35');
  let cuts = 0;
  await page.route('**/api/v1/sessions', async (route) => {
    cuts += 1;
    if (cuts > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  expect(
    await page
      .getByRole('textbox', { name: /^Units, / })
      .first()
      .inputValue(),
  ).toBe('35');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForURL(`**/courses/${courseId}`);
  const sessions = await sessionsOf(clinic, courseId);
  expect(sessions).toHaveLength(2);
  expect(sessions[0]!.injections.map(({ units }) => units)).toContain(35);
  expect(sessions[0]!.signedAt).not.toBeNull();
  await context.close();
});

it('takes nothing that is typed before its script has taken over, which would be lost', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Slowline');
  const { page, context } = await clinic.signedIn('neurologist');
  let arrive = (): void => undefined;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/injection-grid.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/courses/${courseId}/log`, { waitUntil: 'commit' });
  const units = page.getByRole('textbox', { name: /^Units, /, includeHidden: true }).first();
  await units.waitFor();
  const before = await units.inputValue();
  await units.click({ force: true });
  await units.evaluate((field: HTMLInputElement) => field.focus());
  await page.keyboard.type('43');
  expect(await units.inputValue()).toBe(before);
  arrive();
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
  await page.keyboard.type('44');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(`**/courses/${courseId}`);
  expect((await sessionsOf(clinic, courseId))[0]!.injections.map(({ units: given }) => given)).toContain(44);
  await context.close();
});

it('keeps what was typed without a connection over a reload, and saves by itself when it is back', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Offline');
  const { page, context } = await clinic.signedIn('neurologist');
  await openLog(page, courseId);
  await page.keyboard.type('37');
  await context.setOffline(true);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await context.setOffline(false);
  await page.waitForURL(`**/courses/${courseId}`);
  expect(await sessionsOf(clinic, courseId)).toHaveLength(2);

  const other = await aNeckCourse(clinic, 'Reloaded');
  await openLog(page, other.courseId);
  await page.keyboard.type('38');
  await page.reload();
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
  expect(
    await page
      .getByRole('textbox', { name: /^Units, / })
      .first()
      .inputValue(),
  ).toBe('38');
  await context.close();
});

it('asks to sign in again in the middle of a save, and saves', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Expired');
  const { page, context } = await clinic.signedIn('neurologist');
  await openLog(page, courseId);
  await page.keyboard.type('36');
  await context.request.post('/api/v1/auth/logout');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor();
  await signInByHand(page, 'neurologist');
  await page.waitForURL(`**/courses/${courseId}`);
  const sessions = await sessionsOf(clinic, courseId);
  expect(sessions).toHaveLength(2);
  expect(sessions[0]!.injections.map(({ units }) => units)).toContain(36);
  await context.close();
});

it('does not let the second of two browsers overwrite what the first has changed', async () => {
  const { courseId, sessionId } = await aNeckCourse(clinic, 'Shared');
  const first = await clinic.signedIn('neurologist');
  const second = await clinic.signedIn('neurologist');
  for (const { page } of [first, second]) {
    await page.goto(`/sessions/${sessionId}/change`);
    await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
  }
  await first.page.keyboard.type('33');
  await first.page.keyboard.press('Control+Shift+Enter');
  await first.page.waitForURL(`**/courses/${courseId}`);
  await second.page.keyboard.type('44');
  await second.page.keyboard.press('Control+Enter');
  await second.page
    .getByRole('status')
    .filter({ hasText: /changed/ })
    .waitFor();
  expect(
    await second.page
      .getByRole('textbox', { name: /^Units, / })
      .first()
      .inputValue(),
  ).toBe('44');
  const [session] = await sessionsOf(clinic, courseId);
  expect(session!.injections.map(({ units }) => units)).toContain(33);
  await first.context.close();
  await second.context.close();
});

it('tells the second of two who log for one patient what the first has given, and takes a reason in place', async () => {
  const { courseId, patientId } = await aNeckCourse(clinic, 'Twofold', 20);
  const other = await clinic.send<{ id: string }>('neurologist', 'POST', '/courses', {
    patientId,
    indication: 'chronic_migraine',
    plannedProduct: 'ona',
  });
  const first = await clinic.signedIn('neurologist');
  const second = await clinic.signedIn('neurologist');
  await openLog(first.page, courseId);
  await second.page.goto(`/courses/${other.id}/log`);
  await second.page.waitForFunction(() => document.activeElement?.id.startsWith('muscle-'));
  await second.page.keyboard.type('frontalis');
  await second.page.keyboard.press('Enter');
  await second.page.keyboard.type('250');
  const unusual = second.page.locator('.finding').filter({ hasText: 'S23' }).first();
  await unusual.getByLabel('Reason for going on').fill('Agreed for this forehead');

  await first.page.keyboard.press('Control+Enter');
  await first.page.waitForURL(`**/courses/${courseId}`);
  await second.page.keyboard.press('Control+Enter');
  const finding = second.page.locator('.finding').filter({ hasText: 'S03' });
  await finding.getByText(/450 U Botox within 84 days/).waitFor();
  expect(await sessionsOf(clinic, other.id)).toHaveLength(0);
  await finding.getByLabel('Reason for going on').fill('Agreed between the two of us');
  await second.page.keyboard.press('Control+Enter');
  await second.page.waitForURL(`**/courses/${other.id}`);
  expect(await sessionsOf(clinic, other.id)).toHaveLength(1);
  await first.context.close();
  await second.context.close();
});

it('sends a session again by itself when the service could not write it', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Written', 13);
  const { page, context } = await clinic.signedIn('neurologist');
  await openLog(page, courseId);
  await context.route('**/api/v1/sessions', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      headers: { 'retry-after': '1' },
      body: JSON.stringify({ title: 'Away', status: 503, detail: 'The database cannot be reached.' }),
    }),
  );
  await page.keyboard.press('Control+Enter');
  await page.getByText('Not saved: the service cannot write at the moment.').waitFor();
  expect(await sessionsOf(clinic, courseId)).toHaveLength(1);
  await context.unroute('**/api/v1/sessions');
  await page.waitForURL(`**/courses/${courseId}`);
  expect(await sessionsOf(clinic, courseId)).toHaveLength(2);
  await context.close();
});

it('keeps an answer that was not saved over a reload, measured values included', async () => {
  const { sessionId } = await aNeckCourse(clinic, 'Answered', 5);
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/sessions/${sessionId}/response`);
  await page.getByText('70 %', { exact: true }).click();
  await page.getByLabel('At the peak, Tsui').fill('7');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Save the response' }).click();
  await page.getByText('Not saved: no connection.').waitFor();
  await context.route('**/api/v1/**', (route) => route.abort());
  await context.setOffline(false);
  await page.getByText('Not saved: no connection.').waitFor();
  await page.reload();
  expect(await page.getByLabel('At the peak, Tsui').inputValue()).toBe('7');
  await context.unroute('**/api/v1/**');
  await page.getByRole('button', { name: 'Save the response' }).click();
  await page.waitForURL(/\/courses\/[\w-]+$/);
  expect(await clinic.get('neurologist', `/sessions/${sessionId}/response`)).toMatchObject({
    improvementPct: 70,
    measurements: [{ scale: 'tsui', phase: 'peak', value: 7 }],
  });
  await context.close();
});

async function openLog(page: Page, courseId: string): Promise<void> {
  await page.goto(`/courses/${courseId}/log`);
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
}
