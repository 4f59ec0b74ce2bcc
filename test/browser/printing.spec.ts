import type { Page } from 'playwright-core';
import { addDays } from '../../src/clinical/calendar';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { aNeckCourse, today } from '../support/patients/neck-course';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

const PAPERS = ['A4', 'Letter'] as const;

it('prints every course of the demo clinic on one page, flagged or not, on either paper', async () => {
  const { items } = await clinic.get<{ items: { id: string }[] }>('neurologist', '/courses?limit=500');
  expect(items.length).toBeGreaterThan(40);
  const { page, context } = await clinic.signedIn('neurologist');
  const longer: string[] = [];
  for (const { id } of items) {
    await page.goto(`/courses/${id}`);
    for (const paper of PAPERS) {
      const pages = await pagesOf(page, paper);
      if (pages !== 1) longer.push(`${id} on ${paper}: ${pages} pages`);
    }
  }
  expect(longer).toEqual([]);
  await context.close();
}, 300_000);

it('prints ten years of one patient on one page, with every scale and many side effects', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Longstanding', 520);
  for (let n = 1; n < 40; n += 1) {
    const performedOn = addDays(today(), -7 * 13 * (40 - n));
    const { id } = await clinic.send<{ id: string }>('neurologist', 'POST', '/sessions', {
      courseId,
      performedOn,
      product: 'ona',
      injections: [{ muscle: 'splenius_capitis', side: 'right', units: 100 }],
      confirmed: ['S21', 'S23', 'S27'].map((code) => ({ code, reason: 'as it was given at that time' })),
    });
    if (n < 30) continue;
    await clinic.send('neurologist', 'PUT', `/sessions/${id}/response`, {
      improvementPct: 60,
      woreOffOn: addDays(performedOn, 80),
      measurements: [
        'twstrs_total',
        'twstrs_severity',
        'twstrs_disability',
        'twstrs_pain',
        'tsui',
        'cgi_s',
      ].map((scale) => ({ scale, phase: 'peak', value: 7, measuredOn: addDays(performedOn, 35) })),
    });
    await clinic.send('neurologist', 'POST', '/adverse-events', {
      sessionId: id,
      kind: 'dysphagia',
      onsetOn: addDays(performedOn, 7),
      severity: 'mild',
      serious: false,
    });
  }
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/courses/${courseId}`);
  await page.getByText('The latest 16 of 40 sessions.').waitFor();
  for (const paper of PAPERS) expect(await pagesOf(page, paper)).toBe(1);
  await page.getByRole('link', { name: 'Draw all' }).click();
  await page.locator('#session-1').waitFor({ state: 'attached' });
  expect(await page.locator('#chart-response .session').count()).toBe(40);
  await context.close();
});

it('draws the printed charts large enough to be read', async () => {
  const { items } = await clinic.get<{ items: { courseId: string }[] }>(
    'neurologist',
    '/flags?status=open&tier=review',
  );
  const { page, context } = await clinic.signedIn('neurologist', { viewport: { width: 718, height: 1000 } });
  expect(items.length).toBeGreaterThan(0);
  for (const { courseId } of items) {
    await page.goto(`/courses/${courseId}`);
    await page.emulateMedia({ media: 'print' });
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll<SVGTextElement>('.chart text')].map(
        (text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM()!.a,
      ),
    );
    expect(Math.min(...sizes)).toBeGreaterThan(SMALLEST_PRINT_PX);
  }
  await context.close();
});

/** Six points. */
const SMALLEST_PRINT_PX = 8;

async function pagesOf(page: Page, format: (typeof PAPERS)[number]): Promise<number> {
  const pdf = (await page.pdf({ format })).toString('latin1');
  return (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
}
