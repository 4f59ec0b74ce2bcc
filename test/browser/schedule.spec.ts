import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { objectionsOf } from '../support/objections';
import { addDays, mondayOf } from '../../src/clinical/calendar';
import { aNeckCourse, today } from '../support/neck-course';
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
  await visit.getByRole('button', { name: /^Cancel/ }).click();
  await visit.getByRole('link', { name: /^Who may come instead/ }).click();
  expect(await objectionsOf(page)).toEqual([]);
  await page.getByRole('button', { name: new RegExp(`^Move here.*${comes.familyName}`) }).click();
  await page.waitForURL(`**/calendar/day?on=${monday}`);
  expect((await appointmentsOf(comes.courseId))[0]).toMatchObject({
    id: later.id,
    startsAt: `${monday}T16:00:00.000Z`,
  });
  await visit.getByRole('button', { name: /^Undo/ }).click();
  await visit.getByText(/The injector has another patient/).waitFor();
  await visit.getByRole('button', { name: 'Book all the same' }).click();
  await visit.getByRole('button', { name: /^Cancel/ }).waitFor();
  await context.close();
});
