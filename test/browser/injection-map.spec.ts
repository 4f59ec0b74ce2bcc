import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { addDays } from '../../src/clinical/calendar';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { objectionsOf } from '../support/walks/objections';
import { aNeckCourse, sessionsOf, today } from '../support/patients/neck-course';

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
  await page.getByRole('group', { name: 'Layer' }).getByRole('button', { name: 'Skin' }).focus();
  await page.keyboard.press('Tab');
  expect(await at()).toBe('map-face-trapezius-left');
  await page.keyboard.press('ArrowLeft');
  expect(await at()).toBe('map-face-platysma-left');
  await page.keyboard.press('Enter');
  await page.keyboard.type('10');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  expect(await at()).toBe('map-face-platysma-left');
  expect(await unitsOf(page, 'Platysma left').inputValue()).toBe('15');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  expect(await at()).toBe('map-face-platysma-left');
  await context.close();
});

it('shows the side and the parts that are treated, deep muscles on a layer of their own, and others when asked', async () => {
  const courseId = await anArmCourse('Layered', []);
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/courses/${courseId}/log`);
  const map = page.getByRole('region', { name: 'Injection map' });
  const parts = map.getByRole('group', { name: 'Part of the body' });
  await page.getByRole('group', { name: 'Right forearm, front. R is the patient’s right.' }).waitFor();
  expect(await parts.getByRole('button').allTextContents()).toEqual([
    'Forearm, front',
    'Upper arm, front',
    'Palm',
    'Forearm, back',
  ]);
  const profundus = map.getByRole('button', { name: 'Flexor digitorum profundus right' });
  expect(await profundus.count()).toBe(0);
  await map.getByRole('button', { name: 'Deep' }).click();
  await profundus.click();
  await map.getByLabel('Flexor digitorum profundus right', { exact: true }).fill('30');
  await map.getByRole('button', { name: 'Surface' }).click();
  expect(await map.getByRole('button', { name: 'Flexor digitorum profundus right, 30 units' }).count()).toBe(
    1,
  );
  await map.getByRole('group', { name: 'Side of the patient' }).getByRole('button', { name: 'Left' }).click();
  await page.getByRole('group', { name: /^Left forearm, front/ }).waitFor();
  await map.getByRole('button', { name: 'Palm', exact: true }).click();
  await page.getByRole('group', { name: /^Left palm/ }).waitFor();
  await map.getByLabel('Another part of the body').selectOption('Larynx');
  await page.getByRole('group', { name: /^Larynx/ }).waitFor();
  await map.getByRole('button', { name: 'Forearm, front 1' }).click();
  await page.getByRole('group', { name: /^Right forearm, front/ }).waitFor();
  await context.close();
});

it.each([1280, 768])('covers no number with another, as they are drawn at %s px', async (width) => {
  const courseId = await anArmCourse(`Dense${width}`, [
    ['brachioradialis', 50],
    ['pronator_teres', 25],
    ['flexor_carpi_radialis', 37.5],
    ['palmaris_longus', 37.5],
    ['flexor_digitorum_superficialis', 37.5],
    ['flexor_carpi_ulnaris', 37.5],
    ['flexor_digitorum_profundus', 37.5],
    ['flexor_pollicis_longus', 20],
    ['pronator_quadratus', 22.5],
    ['abductor_pollicis_brevis', 12.5],
    ['flexor_pollicis_brevis', 12.5],
    ['opponens_pollicis', 12.5],
    ['adductor_pollicis', 20],
  ]);
  const { page, context } = await clinic.signedIn('neurologist', { viewport: { width, height: 1024 } });
  await page.goto(`/courses/${courseId}/log`);
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
  const map = page.getByRole('region', { name: 'Injection map' });
  for (const [part, numbers] of [
    ['Forearm, front', 9],
    ['Palm', 4],
  ] as const) {
    await map.getByRole('button', { name: `${part} ${numbers}` }).click();
    const drawn = await boxesOf(page);
    expect(drawn).toHaveLength(numbers);
    expect(coveredIn(drawn)).toEqual([]);
  }
  await context.close();
});

it('opens a muscle large, places points by pointer and keyboard, and keeps them', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Pointed');
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/courses/${courseId}/log`);
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
  const map = page.getByRole('region', { name: 'Injection map' });
  await map.getByRole('button', { name: 'Splenius capitis right, 40 units' }).click();
  await map.getByRole('button', { name: 'Points' }).click();
  const muscle = map.getByRole('group', { name: 'Points in Splenius capitis right' });
  await muscle.locator('.map-region').click();
  expect(await muscle.getByRole('button', { name: 'Point 1, 40 units' }).count()).toBe(1);
  await map.getByRole('button', { name: 'Add a point' }).press('Enter');
  const [first, second] = [1, 2].map((at) => muscle.getByRole('button', { name: `Point ${at}, 20 units` }));
  expect(await unitsOf(page, 'Splenius capitis right').inputValue()).toBe('40');

  const before = (await first!.boundingBox())!;
  for (let pressed = 0; pressed < 10; pressed += 1) await first!.press('ArrowUp');
  expect((await first!.boundingBox())!.y).toBeLessThan(before.y);
  const from = (await second!.boundingBox())!;
  const middle = [from.x + from.width / 2, from.y + from.height / 2] as const;
  await page.mouse.move(...middle);
  await page.mouse.down();
  await page.mouse.move(middle[0], middle[1] + 60, { steps: 4 });
  await page.mouse.up();
  expect(Math.abs((await second!.boundingBox())!.y - from.y - 60)).toBeLessThan(4);
  expect(await muscle.getByRole('button').count()).toBe(2);

  await map.getByLabel('Units of point 1').fill('25');
  await map.getByLabel('Units of point 1').press('Tab');
  expect(await unitsOf(page, 'Splenius capitis right').inputValue()).toBe('45');
  await map.getByRole('button', { name: 'Add a point' }).press('Enter');
  await muscle.getByRole('button', { name: 'Point 3, 15 units' }).press('Delete');
  await map.getByLabel('Units of point 1').fill('25');
  await map.getByLabel('Units of point 1').press('Tab');
  expect(await objectionsOf(page)).toEqual([]);
  await map.getByRole('button', { name: 'Whole map' }).press('Enter');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(`**/courses/${courseId}`);
  const [session] = await sessionsOf(clinic, courseId);
  const splenius = session!.injections.find(
    ({ muscle: slug, side }) => slug === 'splenius_capitis' && side === 'right',
  )!;
  expect(splenius).toMatchObject({ units: 47.5, sites: 2 });
  expect(splenius.points.map(({ units }) => units)).toEqual([25, 22.5]);
  await page.goto(`/sessions/${session!.id}`);
  expect(await page.getByText('2 sites of 25 and 22.5 U Botox').count()).toBe(1);
  expect(await page.locator('.map-place').count()).toBeGreaterThanOrEqual(2);
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

/** A course of a spastic right arm, with one session of these units where there are any. */
async function anArmCourse(
  familyName: string,
  injections: readonly (readonly [muscle: string, units: number])[],
): Promise<string> {
  const [patientId, courseId] = [randomUUID(), randomUUID()];
  await clinic.send('neurologist', 'POST', '/patients', {
    id: patientId,
    mrn: `T-${patientId.slice(0, 8)}`,
    familyName,
    givenName: 'Ada',
    birthDate: '1971-05-04',
    sex: 'female',
  });
  await clinic.send('neurologist', 'POST', '/courses', {
    id: courseId,
    patientId,
    indication: 'spasticity_upper',
    side: 'right',
    etiology: 'stroke',
    plannedProduct: 'ona',
  });
  if (injections.length > 0)
    await clinic.send('neurologist', 'POST', '/sessions', {
      id: randomUUID(),
      courseId,
      performedOn: addDays(today(), -91),
      product: 'ona',
      injections: injections.map(([muscle, units]) => ({ muscle, side: 'right', units })),
    });
  return courseId;
}

interface DrawnText extends Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'> {
  readonly text: string;
}

/** The numbers of the drawing, as large as the browser drew them. */
function boxesOf(page: Page): Promise<readonly DrawnText[]> {
  return page.locator('.log-map .map-units').evaluateAll((texts) =>
    texts.map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      return { text: text.textContent ?? '', left, right, top, bottom };
    }),
  );
}

/** Two numbers of which one covers the other. What is above and below a digit in its line is air. */
function coveredIn(texts: readonly DrawnText[]): readonly string[] {
  const air = 0.2;
  return texts.flatMap((text, i) =>
    texts.slice(i + 1).flatMap((other) => {
      const across = Math.min(text.right, other.right) - Math.max(text.left, other.left);
      const down = Math.min(text.bottom, other.bottom) - Math.max(text.top, other.top);
      const isCovered = across > 0 && down > air * (text.bottom - text.top);
      return isCovered ? [`${text.text} and ${other.text}`] : [];
    }),
  );
}
