import { addDays } from '../../src/clinical/calendar';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';

let service: TestApp;
let patientId: string;
let courseId: string;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  patientId = await registered(service.neurologist, { familyName: 'Aa' });
  courseId = await started(service.neurologist, { patientId });
});
afterAll(() => service.close());

type Item = Record<string, unknown>;

/** All items page by page; `meanwhile` happens between two pages. */
async function walk(
  path: string,
  limit: number,
  meanwhile?: (page: number) => Promise<unknown>,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor = '', page = 1; ; page += 1) {
    const { status, body } = await service.neurologist.get(
      `${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor}`,
    );
    expect({ path, status }).toEqual({ path, status: 200 });
    expect(body.items.length).toBeLessThanOrEqual(limit);
    items.push(...(body.items as Item[]));
    if (body.nextCursor === null) return items;
    expect(body.items).toHaveLength(limit);
    cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`;
    await meanwhile?.(page);
  }
}

const ids = (items: readonly Item[], key = 'id') => items.map((item) => item[key] as string);

describe('rows that stay are each on one page, while others are added and moved:', () => {
  /** Nothing twice, and of what was there before and stayed, everything once. */
  function expectComplete(seen: readonly string[], stayed: readonly string[]): void {
    expect(seen).toEqual(expect.arrayContaining([...stayed]));
    expect(seen.filter((id) => stayed.includes(id))).toHaveLength(stayed.length);
  }

  it('patients, by name', async () => {
    const { neurologist } = service;
    const made: string[] = [];
    for (const familyName of ['Berg', 'Berg', 'berg', 'Bérg', 'Bo', 'Ca', 'Cb', 'Cc', 'D'])
      made.push(await registered(neurologist, { familyName, givenName: 'Q' }));
    const [moving, ...staying] = made as [string, ...string[]];
    let version = 1;
    const seen = await walk('/patients?q=q', 2, async (page) => {
      await registered(neurologist, { familyName: page % 2 ? 'Aaa' : 'Zzz', givenName: 'Q' });
      await neurologist.patch(`/patients/${moving}`, version++, { familyName: page % 2 ? 'Aab' : 'Zza' });
    });
    expectComplete(ids(seen), staying);
  });

  it('the due list, by due day: also of one day', async () => {
    const { neurologist } = service;
    const made: string[] = [];
    for (const day of [3, 3, 3, 4, 4, 5, 6, 6]) {
      const id = await started(neurologist, {
        patientId: await registered(neurologist, { familyName: 'Walker' }),
      });
      await logged(neurologist, id, { performedOn: addDays('2026-08-01', day) });
      made.push(id);
    }
    const [moving, ...staying] = made as [string, ...string[]];
    let version = 1;
    const seen = await walk('/due-list?q=walker', 2, async (page) => {
      const other = await started(neurologist, {
        patientId: await registered(neurologist, { familyName: 'Walker' }),
      });
      await logged(neurologist, other, { performedOn: page % 2 ? '2026-08-01' : '2026-09-01' });
      await neurologist.patch(`/courses/${moving}`, version++, { interval: page % 2 ? 'P13W' : 'P12W' });
    });
    expectComplete(ids(seen, 'courseId'), staying);
  });

  it('sessions of a course, the latest first', async () => {
    const { neurologist } = service;
    const made: string[] = [];
    for (let week = 0; week < 7; week += 1)
      made.push(await logged(neurologist, courseId, { performedOn: addDays('2020-01-06', week * 84) }));
    const [moving, ...staying] = made as [string, ...string[]];
    const seen = await walk(`/courses/${courseId}/sessions`, 2, async (page) => {
      await logged(neurologist, courseId, {
        performedOn: addDays(page % 2 ? '2018-01-01' : '2023-01-02', page * 84),
      });
      await neurologist.patch(`/sessions/${moving}`, page, {
        performedOn: page % 2 ? '2016-01-04' : '2025-01-06',
      });
    });
    expectComplete(ids(seen), staying);
    expect(ids(seen.filter(({ state }) => state === 'completed')).length).toBeGreaterThanOrEqual(
      staying.length,
    );
  });

  it('appointments, by time: also of one moment', async () => {
    const { scheduler } = service;
    const AT_ONCE = ['double-booking', 'early'].map((code) => ({ code, reason: 'many at one moment' }));
    const book = async (startsAt: string) =>
      (await scheduler.post(`/courses/${courseId}/appointments`, { startsAt, confirmed: AT_ONCE })).body
        .id as string;
    const made: string[] = [];
    for (const hour of [9, 9, 9, 10, 11, 11, 12])
      made.push(await book(`2026-12-07T${String(hour).padStart(2, '0')}:00:00.001Z`));
    const [moving, ...staying] = made as [string, ...string[]];
    const seen = await walk(`/appointments?courseId=${courseId}`, 2, async (page) => {
      await book(page % 2 ? '2026-12-06T09:00:00Z' : '2026-12-08T09:00:00Z');
      await scheduler.patch(`/appointments/${moving}`, page, {
        confirmed: AT_ONCE,
        startsAt: page % 2 ? '2026-12-09T09:00:00Z' : '2026-12-05T09:00:00Z',
      });
    });
    expectComplete(ids(seen), staying);
  });
});
