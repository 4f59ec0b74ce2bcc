import type { PlainDate } from '../../clinical/calendar';
import type { StoredCourse, StoredSession } from './course-history.query';
import { dosesOf, withSession } from './stored-sessions';

function session(id: string, performedOn: PlainDate, given: Partial<StoredSession> = {}): StoredSession {
  return {
    sessionId: id,
    rootId: id,
    continuesId: null,
    performedOn,
    recordedAt: `${performedOn}T15:00:00Z`,
    product: 'ona',
    injectorId: 'i',
    unsigned: false,
    version: 1,
    muscles: ['trapezius'],
    sides: ['left'],
    units: [50],
    guidance: [null],
    saidAdult: false,
    response: null,
    adverseEvents: [],
    ...given,
  };
}

function course(
  courseId: string,
  sessions: readonly StoredSession[],
  said: readonly string[] = [],
): StoredCourse {
  return {
    courseId,
    patientId: 'p',
    indication: courseId === 'neck' ? 'cervical_dystonia' : 'chronic_migraine',
    side: null,
    plannedProduct: 'ona',
    interval: null,
    minInterval: null,
    overrideDueOn: null,
    overrideAnchorOn: null,
    endedOn: null,
    birthDate: '1960-01-01',
    payer: null,
    deceasedOn: null,
    sessions,
    holds: [],
    contacts: said.map((at) => ({ at, recordedAt: at, outcome: 'no-answer', snoozeUntilOn: null })),
    snoozes: said.map((at) => ({ at, recordedAt: at, untilOn: null })),
  };
}

const NECK = course('neck', [
  session('a', '2026-03-02', {
    muscles: ['splenius_capitis', 'trapezius'],
    sides: ['right', 'left'],
    units: [0.1, 0.2],
    guidance: ['emg', null],
  }),
  session('c', '2026-06-01'),
  session('d', '2026-06-10', { continuesId: 'c', saidAdult: true }),
]);
const HEAD = course('head', [
  session('b', '2026-06-01'),
  session('e2', '2026-07-01', { rootId: 'e' }),
  session('f', '2026-08-01', { muscles: [], sides: [], units: [], guidance: [] }),
]);

it.each`
  exceptRootId | ids                           | why
  ${undefined} | ${['a', 'b', 'c', 'd', 'e2']} | ${'of all courses by day and id, but for one without rows'}
  ${'e'}       | ${['a', 'b', 'c', 'd']}       | ${'without what is corrected, whichever version counts'}
  ${'nothing'} | ${['a', 'b', 'c', 'd', 'e2']} | ${'nothing of that root'}
`('except $exceptRootId the doses are $ids: $why', ({ exceptRootId, ids }) => {
  const doses = dosesOf([NECK, HEAD], { courseId: 'neck', exceptRootId });
  expect(doses.map(({ sessionId }) => sessionId)).toEqual(ids);
});

it('a dose is of its course, adds its units to the hundredth and says what it continues', () => {
  const [first, , , part] = dosesOf([NECK, HEAD], { courseId: 'neck' });
  expect(first).toEqual({
    sessionId: 'a',
    courseId: 'neck',
    sameCourse: true,
    indication: 'cervical_dystonia',
    performedOn: '2026-03-02',
    product: 'ona',
    units: 0.3,
    treatmentId: 'a',
    continuation: false,
    saidAdult: false,
    muscles: [
      { muscle: 'splenius_capitis', side: 'right', units: 0.1 },
      { muscle: 'trapezius', side: 'left', units: 0.2 },
    ],
  });
  expect(part).toMatchObject({ sessionId: 'd', treatmentId: 'c', continuation: true, saidAdult: true });
  expect(dosesOf([NECK], { courseId: 'head' })[0]).toMatchObject({ courseId: 'neck', sameCourse: false });
});

it.each`
  on              | ids                     | why
  ${'2026-01-01'} | ${['x', 'a', 'c', 'd']} | ${'before all'}
  ${'2026-06-01'} | ${['a', 'c', 'x', 'd']} | ${'after what was recorded of the same day'}
  ${'2026-09-01'} | ${['a', 'c', 'd', 'x']} | ${'after all'}
`('a session of $on makes them $ids: $why', ({ on, ids }) => {
  const [neck, head] = withSession([NECK, HEAD], 'neck', session('x', on as PlainDate));
  expect(neck!.sessions.map(({ sessionId }) => sessionId)).toEqual(ids);
  expect(head).toBe(HEAD);
});

it.each`
  on              | continuesId | left                                                                        | why
  ${'2026-09-10'} | ${null}     | ${['2026-09-08T00:00:01Z', '2026-09-09T12:00:00Z']}                         | ${'two days before it and earlier are over'}
  ${'2026-09-11'} | ${null}     | ${['2026-09-09T12:00:00Z']}                                                 | ${'a day later'}
  ${'2026-05-01'} | ${null}     | ${['2026-09-08T00:00:00Z', '2026-09-08T00:00:01Z', '2026-09-09T12:00:00Z']} | ${'an earlier session ends nothing'}
  ${'2026-09-10'} | ${'c'}      | ${['2026-09-08T00:00:00Z', '2026-09-08T00:00:01Z', '2026-09-09T12:00:00Z']} | ${'what continues another ends nothing'}
`('of what was said, $left is left by a session of $on: $why', ({ on, continuesId, left }) => {
  const said = ['2026-09-08T00:00:00Z', '2026-09-08T00:00:01Z', '2026-09-09T12:00:00Z'];
  const before = course('neck', NECK.sessions, said);
  const [after] = withSession([before], 'neck', session('x', on as PlainDate, { continuesId }));
  expect(after!.contacts.map(({ at }) => at)).toEqual(left);
  expect(after!.snoozes.map(({ at }) => at)).toEqual(left);
});
