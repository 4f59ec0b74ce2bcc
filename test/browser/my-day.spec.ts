import type { Page } from 'playwright-core';
import { addDays } from '../../src/clinical/calendar';
import { momentAt, type WallTime } from '../../src/demo/wall-clock';
import { marked } from '../../src/web/browser/marks';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { aNeckCourse, today, ZONE, type NeckCourse } from '../support/patients/neck-course';
import { objectionsOf } from '../support/walks/objections';
import { usable } from '../support/screens';

const THEMES = ['light', 'dark'] as const;

let clinic: BrowsedClinic;
let careful: NeckCourse;
let known: NeckCourse;

/** Two who come today: one with precautions and nothing recorded, one of whom all is known. */
beforeAll(async () => {
  clinic = await openBrowsedClinic();
  careful = await aNeckCourse(clinic, 'Aacareful', 13, { sex: 'female', birthDate: '1990-05-04' });
  known = await aNeckCourse(clinic, 'Aaknown');
  for (const code of ['milk_protein_allergy', 'anticoagulant'])
    await clinic.send('neurologist', 'POST', `/patients/${careful.patientId}/precautions`, { code });
  await clinic.send('neurologist', 'PUT', `/sessions/${known.sessionId}/response`, {
    improvementPct: 60,
    assessedOn: addDays(today(), -63),
    woreOffOn: addDays(today(), -14),
  });
  await comesAt(careful, '06:00');
  await comesAt(known, '06:30');
});
afterAll(() => clinic?.close());

const comesAt = ({ courseId }: NeckCourse, at: WallTime) =>
  clinic.send('scheduler', 'POST', `/courses/${courseId}/appointments`, {
    startsAt: momentAt(ZONE, today(), at).toISOString(),
  });
const patient = (page: Page, { familyName }: NeckCourse) =>
  page.locator(`.day-patients > ${marked('row')}`).filter({ hasText: familyName });

it('a neurologist lands on the patients of the day: what to know, what came last, what to ask', async () => {
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto('/');
  await page.waitForURL('**/my-day');
  const one = patient(page, careful);
  expect(
    await one.getByRole('list', { name: 'Precautions and alerts' }).getByRole('listitem').allTextContents(),
  ).toEqual([expect.stringMatching(/Allergy: /), expect.stringMatching(/Care: Anticoagulant/)]);
  expect(await one.textContent()).toMatch(/6:00 am.*200 U Botox, .*3 months ago: no response recorded/s);
  expect(await one.getByRole('list', { name: 'To ask' }).getByRole('listitem').allTextContents()).toEqual([
    'How much better was it at its best?',
    'On which day did it wear off, or is it still working?',
    'Nothing is recorded on pregnancy. Ask before injecting.',
  ]);
  const other = patient(page, known);
  expect(await other.textContent()).toMatch(/: 60 %; wore off after 11 weeks, /);
  expect(await other.getByRole('list', { name: 'To ask' }).count()).toBe(0);
  await context.close();
});

it('one key opens the response or the log of the patient who has the focus, and letters do nothing elsewhere', async () => {
  const { page, context } = await clinic.signedIn('neurologist');
  await usable(page, '/my-day');
  await page.keyboard.press('l');
  await page.keyboard.press('r');
  expect(new URL(page.url()).pathname).toBe('/my-day');
  await patient(page, careful)
    .getByRole('link', { name: /^Aacareful/ })
    .focus();
  await page.keyboard.press('j');
  const focused = page.locator(':focus');
  expect(await focused.textContent()).toContain('Aaknown');
  await page.keyboard.press('k');
  expect(await focused.textContent()).toContain('Aacareful');
  await page.keyboard.press('r');
  await page.waitForURL(`**/sessions/${careful.sessionId}/response?then=log`);
  await page.goBack();
  await page.waitForFunction((ready) => document.documentElement.matches(ready), marked('ready'));
  await patient(page, known)
    .getByRole('link', { name: /^Aaknown/ })
    .focus();
  await page.keyboard.press('Control+l');
  expect(new URL(page.url()).pathname).toBe('/my-day');
  await page.keyboard.press('l');
  await page.waitForURL(`**/courses/${known.courseId}/log`);
  await context.close();
});

it('a visit in one: the response to the last session, then today’s injections', async () => {
  const visit = await aNeckCourse(clinic, 'Aavisit');
  await comesAt(visit, '07:30');
  const { page, context } = await clinic.signedIn('neurologist');
  await usable(page, '/my-day');
  await patient(page, visit)
    .getByRole('link', { name: /^Aavisit/ })
    .focus();
  await page.keyboard.press('r');
  await page.waitForURL(`**/sessions/${visit.sessionId}/response?then=log`);
  await page.getByText('Still working today').click();
  await page.getByRole('button', { name: 'Save, then log today’s session' }).click();
  await page.waitForURL(`**/courses/${visit.courseId}/log`);
  expect(await clinic.get('neurologist', `/sessions/${visit.sessionId}/response`)).toMatchObject({
    stillEffectiveOn: today(),
  });
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
  await page.keyboard.press('Control+Enter');
  await page.getByText('The session is saved and signed.').waitFor();
  await page.goto('/my-day');
  const row = patient(page, visit);
  expect(await row.textContent()).toMatch(/Came.*Given and signed.*still working after 13 weeks/s);
  expect(await row.getByRole('link', { name: /^Response/ }).getAttribute('href')).toBe(
    `/sessions/${visit.sessionId}/response`,
  );
  await context.close();
});

it('what waits stands beside it, with the counts that the navigation tells', async () => {
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto('/my-day');
  const nav = page.getByRole('navigation');
  const counted = async (name: RegExp): Promise<string> =>
    (await nav.getByRole('link', { name }).textContent()) ?? '';
  const headings = (await page.getByRole('heading', { level: 2 }).allTextContents()).slice(1);
  expect(headings).toEqual([
    expect.stringMatching(/^Alerts \(\d+\)$/),
    expect.stringMatching(/^To review \(\d+\)$/),
    expect.stringMatching(/^Patients’ answers \(\d+\)$/),
    expect.stringMatching(/^Your unsigned sessions \(\d+\)$/),
    expect.stringMatching(/^Checks due \(\d+\)$/),
  ]);
  const toReview = /\d+/.exec(headings[1]!)![0];
  expect(await counted(/^To review/)).toContain(`(${toReview}`);
  expect(Number(toReview)).toBeGreaterThan(0);
  const before = Number(/\d+/.exec(await counted(/^My day/))![0]);
  await comesAt(known, '07:00');
  await page.reload();
  expect(await counted(/^My day/)).toContain(`(${before + 1})`);
  await page.getByRole('link', { name: /^Your unsigned sessions/ }).click();
  await page.waitForURL('**/unsigned?mine=yes');
  await context.close();
});

it('shows nothing that axe objects to, and is nowhere too wide, on any device in either theme', async () => {
  const { page, context } = await clinic.signedIn('neurologist');
  const faults: string[] = [];
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [390, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/my-day');
      faults.push(...(await objectionsOf(page)).map((objection) => `${colorScheme} ${width}: ${objection}`));
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wider > 0) faults.push(`${width}: ${wider} px too wide`);
    }
  }
  expect(faults).toEqual([]);
  await context.close();
});

it('a scheduler lands on the due board and is refused here', async () => {
  const { page, context } = await clinic.signedIn('scheduler');
  await page.goto('/');
  await page.waitForURL('**/due');
  expect(
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /^My day/ })
      .count(),
  ).toBe(0);
  expect((await page.goto('/my-day'))!.status()).toBe(403);
  await context.close();
});
