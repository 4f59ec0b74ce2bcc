import vectors from '../vectors/due-dates.json';
import { startApp, type TestApp } from '../support/app';
import { writtenCounts } from '../support/server/table-counts';

let service: TestApp;
let rows: Record<string, number>;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  rows = await writtenCounts(service.work.db);
});
afterAll(async () => {
  expect(await writtenCounts(service.work.db)).toEqual(rows);
  await service.close();
});

interface Given {
  readonly performedOn: string;
  readonly state: string;
}

/** The cases are written for a course of Botox in cervical dystonia, whose minimum and usual intervals are 12 weeks. */
async function preview(sessions: readonly Given[], more: object = {}) {
  const { status, body } = await service.neurologist.post('/assessments/preview', {
    indication: 'cervical_dystonia',
    sessions: sessions.map((session) => ({ ...session, product: 'ona', totalUnits: 150 })),
    ...more,
  });
  expect(status).toBe(200);
  return body;
}

const given = (performedOn: string): Given => ({ performedOn, state: 'completed' });

describe('the reference cases', () => {
  it.each(vectors.forecast)('$id: $why', async (vector) => {
    const { sessions, interval, minInterval, overrideOn, holdsUntil } = vector as typeof vector &
      Record<string, string>;
    const { forecast, dueStatus } = await preview(sessions, {
      ...(interval && { interval }),
      ...(minInterval && { minInterval }),
      ...(overrideOn && { overrideDueOn: overrideOn }),
      ...(holdsUntil && { holdsUntil }),
    });
    if (vector.expected) expect(forecast).toMatchObject(vector.expected);
    else expect({ forecast, dueStatus }).toEqual({ forecast: null, dueStatus: 'no-session' });
  });

  it.each(vectors.status)('$id: $why', async ({ performedOn, today, expected }) => {
    expect(await preview(performedOn.map(given), { asOf: today })).toMatchObject(expected);
  });

  it.each(vectors.closedDays)('$id: $why', async ({ sessions, closedWeekdays, closedDays, expected }) => {
    const { forecast } = await preview(sessions, { settings: { closedWeekdays, closedDays } });
    expect(forecast).toMatchObject(expected);
  });

  const forwards = vectors.addDuration.filter(({ duration }) => !duration.includes('-'));
  it.each(forwards)('$id: $date + $duration, $why', async ({ date, duration, expected }) => {
    const { forecast } = await preview([given(date)], { interval: duration, minInterval: 'P1D' });
    expect(forecast).toMatchObject({ dueOn: expected, basis: 'course-interval' });
  });
});

it('injections stand for the total, and what is null is not given', async () => {
  const injections = [{ muscle: 'trapezius', side: 'left', units: 60 }];
  const response = {
    improvementPct: 60,
    woreOffOn: null,
    measurements: [{ scale: 'tsui', phase: 'peak', value: 8, measuredOn: '2026-09-01' }],
  };
  const { status, body } = await service.neurologist.post('/assessments/preview', {
    indication: 'cervical_dystonia',
    birthDate: null,
    overrideDueOn: null,
    sessions: [{ performedOn: '2026-08-03', product: 'ona', injections, response }],
    asOf: '2026-11-23',
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    forecast: { dueOn: '2026-10-26' },
    dueStatus: 'overdue',
    daysOverdue: 1,
    flag: null,
  });
});

it('a child’s own shortest interval follows from the birth date', async () => {
  const session = { performedOn: '2026-08-03', product: 'abo', totalUnits: 200 };
  const ask = { indication: 'spasticity_upper', side: 'left', sessions: [session] };
  const earliest = async (more: object) =>
    (await service.neurologist.post('/assessments/preview', { ...ask, ...more })).body.forecast.earliestOn;
  expect(await earliest({})).toBe('2026-10-26');
  expect(await earliest({ birthDate: '2018-06-01' })).toBe('2026-11-23');
});

it.each`
  given                                                                           | pointer                       | why
  ${{ sessions: undefined }}                                                      | ${'/sessions'}                | ${'no list of sessions'}
  ${{ sessions: {} }}                                                             | ${'/sessions'}                | ${'an object for a list'}
  ${{ sessions: [{ performedOn: '2026-02-30', product: 'ona' }] }}                | ${'/sessions/0/performedOn'}  | ${'no such day'}
  ${{ sessions: [{ performedOn: '2026-02-03', product: 'ona', state: 'done' }] }} | ${'/sessions/0/state'}        | ${'no such state'}
  ${{ interval: 'P0D' }}                                                          | ${'/interval'}                | ${'no time at all'}
  ${{ interval: 'P3M-90D' }}                                                      | ${'/interval'}                | ${'may lead backwards'}
  ${{ holdsUntil: ['tomorrow'] }}                                                 | ${'/holdsUntil'}              | ${'no day'}
  ${{ settings: { closedWeekdays: ['Sonntag'] } }}                                | ${'/settings/closedWeekdays'} | ${'no such weekday'}
  ${{ patientName: 'Ada' }}                                                       | ${'/patientName'}             | ${'no field of ours'}
`('refuses $pointer: $why', async ({ given: body, pointer }: { given: object; pointer: string }) => {
  const answer = await service.neurologist.post('/assessments/preview', {
    indication: 'cervical_dystonia',
    sessions: [],
    ...body,
  });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
});
