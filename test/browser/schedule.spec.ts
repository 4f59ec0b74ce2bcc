import type { Page } from 'playwright-core';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { objectionsOf } from '../support/walks/objections';
import { addDays, mondayOf } from '../../src/clinical/calendar';
import { marked } from '../../src/web/browser/marks';
import { aNeckCourse, today } from '../support/patients/neck-course';
import { rowWith, usable } from '../support/screens';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

interface Booked {
  readonly id: string;
  readonly visitId: string;
  readonly startsAt: string;
  readonly durationMin: number;
  readonly callEarlier: boolean;
  readonly status: string;
}

async function appointmentsOf(courseId: string): Promise<readonly Booked[]> {
  const { items } = await clinic.get<{ items: Booked[] }>('scheduler', `/appointments?courseId=${courseId}`);
  return items;
}

const book = (courseId: string, body: object) =>
  clinic.send<Booked>('scheduler', 'POST', `/courses/${courseId}/appointments`, body);

it('books two courses in one visit, and that they want to hear of an earlier time', async () => {
  const { courseId, patientId, familyName } = await aNeckCourse(clinic, 'Together');
  const head = await clinic.send<{ id: string }>('neurologist', 'POST', '/courses', {
    patientId,
    indication: 'chronic_migraine',
    plannedProduct: 'ona',
  });
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, `/due?q=${familyName}`);
  const row = rowWith(page, courseId);
  await row.getByRole('button', { name: /^Book/ }).first().click();
  const beside = row.getByRole('group', { name: 'In the same visit' }).getByLabel('Chronic migraine');
  expect(await beside.isChecked()).toBe(true);
  const minutes = row.getByLabel('Minutes');
  expect(await minutes.inputValue()).toBe('60');
  await beside.uncheck();
  await page.waitForFunction(
    (field) => (field as HTMLInputElement).value === '30',
    await minutes.elementHandle(),
  );
  await beside.check();
  await page.waitForFunction(
    (field) => (field as HTMLInputElement).value === '60',
    await minutes.elementHandle(),
  );
  await row.getByLabel('Call them when an earlier time is free').check();
  expect(await objectionsOf(page)).toEqual([]);
  await row.getByRole('button', { name: 'Save' }).click();
  await row
    .getByText(/^Booked/)
    .nth(1)
    .waitFor();
  const [neckVisit] = await appointmentsOf(courseId);
  const [headVisit] = await appointmentsOf(head.id);
  expect(neckVisit).toMatchObject({ durationMin: 60, callEarlier: true });
  expect(headVisit?.visitId).toBe(neckVisit?.visitId);
  await usable(page, `/calendar?week=${neckVisit!.startsAt.slice(0, 10)}`);
  const visit = page.locator(`#appointment-${neckVisit!.id}`);
  expect(await visit.textContent()).toMatch(/Cervical dystonia.*Chronic migraine/);
  expect(await page.getByRole('link', { name: new RegExp(familyName) }).count()).toBe(1);
  await context.close();
});

it('leads from a cancelled appointment to who may come instead, and says what speaks against taking the time again', async () => {
  const [goes, comes] = [await aNeckCourse(clinic, 'Goes'), await aNeckCourse(clinic, 'Comes')];
  const monday = addDays(mondayOf(today()), 21);
  const { id } = await book(goes.courseId, { startsAt: `${monday}T16:00:00Z` });
  const later = await book(comes.courseId, {
    startsAt: `${addDays(monday, 1)}T16:00:00Z`,
    callEarlier: true,
  });
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, `/calendar?week=${monday}`);
  const visit = page.locator(`#appointment-${id}`);
  const more = visit.getByRole('button', { name: /^More/ });
  await more.click();
  await visit.getByRole('button', { name: /^Cancel/ }).click();
  await visit.getByText('Cancelled').waitFor();
  await more.click();
  await visit.getByRole('link', { name: /^Who may come instead/ }).click();
  expect(await objectionsOf(page)).toEqual([]);
  await page.getByRole('button', { name: new RegExp(`^Move here.*${comes.familyName}`) }).click();
  await page.waitForURL(`**/calendar/day?on=${monday}`);
  expect((await appointmentsOf(comes.courseId))[0]).toMatchObject({
    id: later.id,
    startsAt: `${monday}T16:00:00.000Z`,
  });
  await more.click();
  await visit.getByRole('button', { name: /^Undo/ }).click();
  await visit.getByText(/The injector has another patient/).waitFor();
  await visit.getByRole('button', { name: 'Book all the same' }).click();
  await visit.getByText('Cancelled').waitFor({ state: 'detached' });
  expect((await appointmentsOf(goes.courseId))[0]).toMatchObject({ id, status: 'booked' });
  await context.close();
});

it('moves a visit by keyboard, says that the time is another patient’s, and moves it back', async () => {
  const [moves, stays] = [await aNeckCourse(clinic, 'Moves'), await aNeckCourse(clinic, 'Stays')];
  const monday = addDays(mondayOf(today()), 28);
  const { id } = await book(moves.courseId, { startsAt: `${monday}T16:00:00Z` });
  const other = await book(stays.courseId, { startsAt: `${addDays(monday, 1)}T16:00:00Z` });
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, `/calendar?week=${monday}`);
  const visit = page.locator(`#appointment-${id}`);
  await visit.getByRole('button', { name: /^More/ }).press('Enter');
  await visit.getByRole('button', { name: /^Move/ }).press('Enter');
  expect(await objectionsOf(page)).toEqual([]);
  const time = visit.getByLabel('Day and time');
  const before = await time.inputValue();
  await time.fill(`${addDays(monday, 1)}${before.slice(10)}`);
  await time.press('Enter');
  await visit.getByText(/The injector has another patient/).waitFor();
  expect((await appointmentsOf(moves.courseId))[0]!.startsAt).toBe(`${monday}T16:00:00.000Z`);
  await visit.getByRole('button', { name: 'Move all the same' }).press('Enter');
  const back = page.getByRole('form', { name: /^Move .* back$/ });
  await back.getByText(/moved to Tue/).waitFor();
  const tuesday = page.getByRole('region', { name: /^Tue/ });
  await tuesday.getByText('At the same time').waitFor();
  expect(await tuesday.locator(`#appointment-${other.id}`).count()).toBe(1);
  expect(await objectionsOf(page)).toEqual([]);
  await back.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByRole('region', { name: /^Mon/ }).locator(`#appointment-${id}`).waitFor();
  expect((await appointmentsOf(moves.courseId))[0]!.startsAt).toBe(`${monday}T16:00:00.000Z`);
  await context.close();
});

it('moves a visit to the time and the day at which it is let go', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Dragged');
  const monday = addDays(mondayOf(today()), 35);
  const { id } = await book(courseId, { startsAt: `${monday}T16:00:00Z` });
  const { page, context } = await clinic.signedIn('scheduler');
  await page.setViewportSize({ width: 1280, height: 1400 });
  await usable(page, `/calendar?week=${monday}`);
  const visit = page.locator(`#appointment-${id}`);
  const [from, lane] = [
    (await visit.boundingBox())!,
    (await page.getByRole('region', { name: /^Wed/ }).locator(marked('lane')).first().boundingBox())!,
  ];
  const hour = from.height * 2;
  await page.mouse.move(from.x + 30, from.y + from.height - 3);
  await page.mouse.down();
  await page.mouse.move(lane.x + 30, from.y + from.height - 3 + hour / 2, { steps: 4 });
  await page.mouse.move(lane.x + 30, from.y + from.height - 3 + hour, { steps: 4 });
  await page.mouse.up();
  await page.getByText(/moved to Wed/).waitFor();
  await page.getByRole('region', { name: /^Wed/ }).locator(`#appointment-${id}`).waitFor();
  expect((await appointmentsOf(courseId))[0]!.startsAt).toBe(`${addDays(monday, 2)}T17:00:00.000Z`);
  await context.close();
});

describe('by touch', () => {
  const TOUCH = { hasTouch: true, viewport: { width: 1180, height: 820 } };

  /** A finger on the screen, told as the system tells it. */
  async function finger(page: Page) {
    const session = await page.context().newCDPSession(page);
    const at = (type: 'touchStart' | 'touchMove', x: number, y: number) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
    return {
      down: (x: number, y: number) => at('touchStart', x, y),
      move: (x: number, y: number) => at('touchMove', x, y),
      up: () => session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
    };
  }

  async function visitAt(week: number, name: string, day?: { readonly width: number }) {
    const { courseId } = await aNeckCourse(clinic, name);
    const monday = addDays(mondayOf(today()), week);
    const { id } = await book(courseId, { startsAt: `${monday}T16:00:00Z` });
    const viewport = { ...TOUCH.viewport, ...day };
    const { page, context } = await clinic.signedIn('scheduler', { ...TOUCH, viewport });
    await usable(page, day ? `/calendar/day?on=${monday}` : `/calendar?week=${monday}`);
    const visit = page.locator(`#appointment-${id}`);
    const box = (await visit.boundingBox())!;
    return { courseId, monday, page, context, visit, box, touch: await finger(page) };
  }

  it('a finger that rests on a visit takes it along', async () => {
    const { courseId, monday, page, context, visit, box, touch } = await visitAt(42, 'Rested');
    const lane = (await page
      .getByRole('region', { name: /^Wed/ })
      .locator(marked('lane'))
      .first()
      .boundingBox())!;
    const [x, y, hour] = [box.x + 30, box.y + box.height - 3, box.height * 2];
    await touch.down(x, y);
    await page.locator('.held').waitFor();
    await touch.move(lane.x + 30, y + hour / 2);
    await touch.move(lane.x + 30, y + hour);
    await touch.up();
    await page.getByText(/moved to Wed/).waitFor();
    expect(await visit.count()).toBe(1);
    expect((await appointmentsOf(courseId))[0]!.startsAt).toBe(`${addDays(monday, 2)}T17:00:00.000Z`);
    await context.close();
  });

  it.each([
    { width: 768, week: 70 },
    { width: 390, week: 77 },
  ])('takes it along a day of $width px as well', async ({ width, week }) => {
    const { courseId, monday, page, context, visit, box, touch } = await visitAt(week, `Day${width}`, {
      width,
    });
    await visit.scrollIntoViewIfNeeded();
    const { x, y, height } = (await visit.boundingBox())!;
    expect(height).toBe(box.height);
    await touch.down(x + 30, y + height - 3);
    await page.locator('.held').waitFor();
    await touch.move(x + 30, y + height - 3 - height);
    await touch.move(x + 30, y + height - 3 - height * 2);
    await touch.up();
    await page.getByText(/moved to Mon/).waitFor();
    expect((await appointmentsOf(courseId))[0]!.startsAt).toBe(`${monday}T15:00:00.000Z`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await objectionsOf(page)).toEqual([]);
    await context.close();
  });

  it('a finger that moves on at once scrolls the page, and moves nothing', async () => {
    const { courseId, monday, page, context, box, touch } = await visitAt(49, 'Scrolled');
    const [x, y] = [box.x + 30, box.y + box.height - 3];
    await touch.down(x, y);
    for (const by of [40, 90, 140, 190]) await touch.move(x, y - by);
    await page.waitForFunction(() => scrollY > 0);
    await touch.up();
    expect(await page.locator('.held').count()).toBe(0);
    expect(await page.getByText(/moved to/).count()).toBe(0);
    expect((await appointmentsOf(courseId))[0]!.startsAt).toBe(`${monday}T16:00:00.000Z`);
    await context.close();
  });
});

it('offers times in which the visit for a treatment has room, and who waits for it', async () => {
  const { version } = await clinic.get<{ version: number }>('admin', '/clinic-settings');
  const { page: office } = await clinic.signedIn('admin');
  await office.context().request.patch('/api/v1/clinic-settings', {
    headers: { 'if-match': `"${version}"` },
    data: { visitLengths: [{ indication: 'chronic_migraine', minutes: 60 }] },
  });
  const monday = addDays(mondayOf(today()), 56);
  const { page, context } = await clinic.signedIn('scheduler');
  await usable(page, `/calendar/day?on=${monday}`);
  const free = page.getByRole('link', { name: /^Book / });
  expect(await free.nth(1).textContent()).toMatch(/^Book 9:30 am/);
  await page.getByLabel('Free times for').selectOption({ label: 'Chronic migraine, 60 min' });
  await page.getByRole('button', { name: 'Show' }).click();
  expect(await free.nth(1).textContent()).toMatch(/^Book 10:00 am/);
  expect(await objectionsOf(page)).toEqual([]);
  await free.first().click();
  await page.waitForURL(/for=chronic_migraine/);
  await page.getByRole('link', { name: 'Back to the day' }).click();
  expect(await page.getByLabel('Free times for').inputValue()).toBe('chronic_migraine');
  await context.close();
  await office.context().close();
});
