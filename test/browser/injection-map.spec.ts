import type { Page } from 'playwright-core';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { aNeckCourse, sessionsOf } from '../support/neck-course';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

const unitsOf = (page: Page, place: string) => page.getByRole('textbox', { name: `Units, ${place}` });

it('picks a muscle by a tap on the drawing, and the list and the drawing are one', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Tapped');
  const { page, context } = await clinic.signedIn('neurologist', {
    viewport: { width: 768, height: 1024 },
    hasTouch: true,
  });
  await page.goto(`/courses/${courseId}/log`);
  await page.getByRole('button', { name: 'Face', exact: false }).first().tap();
  await page.getByRole('button', { name: 'Masseter right' }).tap();
  const map = page.getByRole('region', { name: 'Injection map' });
  await map.getByLabel('Masseter right', { exact: true }).fill('25');
  expect(await unitsOf(page, 'Masseter right').inputValue()).toBe('25');
  expect(await map.getByRole('button', { name: 'Masseter right, 25 units' }).textContent()).toContain('25');

  await unitsOf(page, 'Masseter right').fill('30');
  expect(await map.getByRole('button', { name: 'Masseter right, 30 units' }).count()).toBe(1);
  expect(await page.locator('.log-save').textContent()).toContain('230 U');
  await page.getByRole('button', { name: 'Save and sign' }).tap();
  await page.waitForURL(`**/courses/${courseId}`);
  const [session] = await sessionsOf(clinic, courseId);
  expect(session!.injections).toContainEqual(expect.objectContaining({ muscle: 'masseter', units: 30 }));
  await context.close();
});

it('adds no row by a tap alone, and stands beside the list on a tablet', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Grazed');
  const { page, context } = await clinic.signedIn('neurologist', {
    viewport: { width: 768, height: 1024 },
    hasTouch: true,
  });
  await page.goto(`/courses/${courseId}/log`);
  const map = page.getByRole('region', { name: 'Injection map' });
  await map.getByRole('button', { name: /^Face/ }).tap();
  await map.getByRole('button', { name: 'Masseter right' }).tap();
  expect(await page.getByRole('textbox', { name: /^Units, / }).count()).toBe(10);
  await map.getByRole('button', { name: 'More units' }).tap();
  expect(await unitsOf(page, 'Masseter right').inputValue()).not.toBe('');
  await map.getByLabel('Masseter right', { exact: true }).fill('');
  await map.getByLabel('Masseter right', { exact: true }).press('Escape');
  expect(await page.getByRole('textbox', { name: /^Units, / }).count()).toBe(10);
  const list = (await page.locator('.log-list').boundingBox())!;
  expect((await map.boundingBox())!.x).toBeGreaterThanOrEqual(list.x + list.width);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(768);
  await context.close();
});

it('works by keyboard: one stop of the Tab key, arrows to the neighbours, Enter, units, Enter', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Keyed');
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/courses/${courseId}/log`);
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
  await page.getByRole('button', { name: /^Face/ }).press('Enter');
  const drawing = page.getByRole('group', { name: /^Face\./ });
  expect(await drawing.locator('[tabindex="0"]').count()).toBe(1);
  const at = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id);
  await page.getByRole('button', { name: /^Legs, back/ }).focus();
  await page.keyboard.press('Tab');
  expect(await at()).toBe('map-front-scalenes-left');
  await page.keyboard.press('ArrowUp');
  expect(await at()).toBe('map-front-platysma-left');
  await page.keyboard.press('Enter');
  await page.keyboard.type('10');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  expect(await at()).toBe('map-front-platysma-left');
  expect(await unitsOf(page, 'Platysma left').inputValue()).toBe('15');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  expect(await at()).toBe('map-front-platysma-left');
  await context.close();
});

it('shows a past session on the drawing, and what was different from the one before', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Compared');
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/courses/${courseId}/log`);
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
  await page.keyboard.type('50');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(`**/courses/${courseId}`);
  const [newest] = await sessionsOf(clinic, courseId);
  await page.goto(`/sessions/${newest!.id}`);
  expect(await page.getByRole('img', { name: /Splenius capitis right, 50 units/ }).count()).toBe(1);
  const difference = page.locator('#difference');
  expect(await difference.getByRole('img', { name: /Splenius capitis right, 10 units more/ }).count()).toBe(
    1,
  );
  expect(await difference.getByRole('row', { name: /Splenius capitis right/ }).textContent()).toContain('10');
  await context.close();
});

it('finds a muscle by typing, and Tab and Enter lead on', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Typed');
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/courses/${courseId}/log`);
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
  await page.getByRole('button', { name: 'Add a muscle' }).press('Enter');
  await page.keyboard.type('scm l');
  await page.keyboard.press('Tab');
  await page.keyboard.type('110');
  const row = page.locator('tbody').filter({ has: unitsOf(page, 'Sternocleidomastoid left') });
  await row.getByText(/S18/).waitFor();
  expect(await row.getByLabel('Reason for going on').count()).toBe(1);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Muscle, new row',
  );
  await context.close();
});

it('never hides what has the focus behind the bar at the lower edge', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Visible');
  const { page, context } = await clinic.signedIn('neurologist', { viewport: { width: 1280, height: 720 } });
  await page.goto(`/courses/${courseId}/log`);
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
  const hidden: string[] = [];
  let seen = 0;
  for (; seen < 120; seen += 1) {
    await page.keyboard.press('Tab');
    const { name, inBar, below } = await page.evaluate(() => {
      const field = document.activeElement!;
      return {
        name: field.getAttribute('aria-label') ?? field.id ?? field.tagName,
        inBar: field.closest('.log-save') !== null,
        below:
          field.getBoundingClientRect().bottom -
          document.querySelector('.log-save')!.getBoundingClientRect().top,
      };
    });
    if (inBar) break;
    if (below > 0) hidden.push(`${name}: ${below.toFixed(0)} px`);
  }
  expect(seen).toBeGreaterThan(60);
  expect(hidden).toEqual([]);
  await context.close();
});
