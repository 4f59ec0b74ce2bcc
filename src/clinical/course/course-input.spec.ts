import { givenSessions } from './course-history';
import { historyOf, type CourseInput, type SessionInput } from './course-input';

function input(sessions: SessionInput[], more: Partial<CourseInput> = {}): CourseInput {
  return { indication: 'cervical_dystonia', sessions, ...more };
}

it('reads injections as the dose and the muscles', () => {
  const [session] = historyOf(
    input([
      {
        performedOn: '2026-09-14',
        product: 'abo',
        injections: [
          { muscle: 'splenius_capitis', units: 250.1 },
          { muscle: 'splenius_capitis', units: 49.9 },
          { muscle: 'sternocleidomastoid', units: 100 },
        ],
        totalUnits: 1,
      },
    ]),
  ).sessions;
  expect(session).toMatchObject({
    state: 'completed',
    dose: { product: 'abo', units: 400 },
    muscles: ['splenius_capitis', 'sternocleidomastoid'],
  });
});

it('reads a total where the injections are not known', () => {
  const [session] = historyOf(
    input([{ performedOn: '2026-09-14', product: 'rima', totalUnits: 5000, injections: [] }]),
  ).sessions;
  expect(session).toMatchObject({ dose: { product: 'rima', units: 5000 }, muscles: undefined });
});

it('keeps what was given, in the order of the days', () => {
  const history = historyOf(
    input([
      { performedOn: '2026-09-14', product: 'ona', totalUnits: 100 },
      { performedOn: '2026-06-01', product: 'ona', totalUnits: 90, injectorId: 'first' },
      { performedOn: '2026-12-07', product: 'ona', totalUnits: 100, state: 'planned' },
      { performedOn: '2026-06-01', product: 'ona', totalUnits: 10, injectorId: 'second' },
      { performedOn: '2026-10-01', product: 'ona', totalUnits: 100, state: 'voided' },
    ]),
  );
  expect(givenSessions(history).map(({ performedOn, injectorId }) => [performedOn, injectorId])).toEqual([
    ['2026-06-01', 'first'],
    ['2026-06-01', 'second'],
    ['2026-09-14', undefined],
  ]);
  expect(history.sessions[0]?.performedOn).toBe('2026-09-14');
});

it('puts a given minimum in the place of the catalogue’s', () => {
  expect(historyOf(input([], { minInterval: 'P70D' })).minimums).toEqual({
    replace: true,
    rules: [{ duration: 'P70D', text: 'the shortest interval as given' }],
  });
  expect(historyOf(input([])).minimums).toBeUndefined();
});

it('reads the days until which it is on hold', () => {
  expect(historyOf(input([], { holdsUntil: ['2026-10-01', '2026-12-01'] })).holds).toEqual([
    { untilOn: '2026-10-01' },
    { untilOn: '2026-12-01' },
  ]);
  expect(historyOf(input([])).holds).toEqual([]);
});
