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
