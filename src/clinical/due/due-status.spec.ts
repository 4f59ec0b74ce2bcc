import * as fc from 'fast-check';
import { addDays, type PlainDate } from '../calendar';
import { DEFAULT_DUE_SETTINGS } from './due-settings';
import { DUE_STATUSES, dueStatusOn, statusRange, statusRanges, type DueRange } from './due-status';

const DUE = { dueOn: '2026-12-07' } as const;

it.each`
  day             | dueStatus     | daysOverdue | why
  ${'2026-11-06'} | ${'not-due'}  | ${0}        | ${'31 days before'}
  ${'2026-11-07'} | ${'upcoming'} | ${0}        | ${'30 days before: the first day on the list'}
  ${'2026-12-06'} | ${'upcoming'} | ${0}        | ${'the day before'}
  ${'2026-12-07'} | ${'due'}      | ${0}        | ${'due today is not overdue'}
  ${'2027-01-03'} | ${'due'}      | ${0}        | ${'27 days after: the last day on time'}
  ${'2027-01-04'} | ${'overdue'}  | ${1}        | ${'28 days after: the first day overdue'}
  ${'2027-01-05'} | ${'overdue'}  | ${2}        | ${'29 days after'}
  ${'2027-12-07'} | ${'overdue'}  | ${338}      | ${'365 days after'}
  ${'2027-12-08'} | ${'lapsed'}   | ${339}      | ${'366 days after'}
  ${'2030-01-01'} | ${'lapsed'}   | ${1094}     | ${'years after'}
`('on $day a session due on 2026-12-07 is $dueStatus: $why', ({ day, dueStatus, daysOverdue }) => {
  expect(dueStatusOn(day as PlainDate, DUE, DEFAULT_DUE_SETTINGS)).toEqual({ dueStatus, daysOverdue });
});

it('has no due day before the first session', () => {
  expect(dueStatusOn('2026-12-07', undefined, DEFAULT_DUE_SETTINGS)).toEqual({
    dueStatus: 'no-session',
    daysOverdue: 0,
  });
});

it.each`
  status        | dueFrom         | dueTo
  ${'not-due'}  | ${'2027-01-07'} | ${undefined}
  ${'upcoming'} | ${'2026-12-08'} | ${'2027-01-06'}
  ${'due'}      | ${'2026-11-10'} | ${'2026-12-07'}
  ${'overdue'}  | ${'2025-12-07'} | ${'2026-11-09'}
  ${'lapsed'}   | ${undefined}    | ${'2025-12-06'}
`('on 2026-12-07 the due days from $dueFrom to $dueTo are $status', ({ status, dueFrom, dueTo }) => {
  expect(statusRange(status, '2026-12-07', DEFAULT_DUE_SETTINGS)).toEqual({ dueFrom, dueTo });
});

it.each`
  statuses                                               | ranges                                                                       | why
  ${[]}                                                  | ${[]}                                                                        | ${'none'}
  ${['due']}                                             | ${[{ dueFrom: '2026-11-10', dueTo: '2026-12-07' }]}                          | ${'one'}
  ${['upcoming', 'due', 'overdue']}                      | ${[{ dueFrom: '2025-12-07', dueTo: '2027-01-06' }]}                          | ${'neighbours in any order'}
  ${['lapsed', 'overdue', 'due', 'upcoming']}            | ${[{ dueTo: '2027-01-06' }]}                                                 | ${'open at its start'}
  ${['lapsed', 'due']}                                   | ${[{ dueTo: '2025-12-06' }, { dueFrom: '2026-11-10', dueTo: '2026-12-07' }]} | ${'overdue lies between'}
  ${['not-due', 'upcoming', 'due', 'overdue', 'lapsed']} | ${[{}]}                                                                      | ${'all'}
`('on 2026-12-07 $statuses are $ranges: $why', ({ statuses, ranges }) => {
  expect(statusRanges(statuses, '2026-12-07', DEFAULT_DUE_SETTINGS)).toEqual(ranges);
});

it('gives every due day exactly one status, and the ranges say the same, alone and joined', () => {
  const settings = fc.record({
    leadDays: fc.integer({ min: 0, max: 60 }),
    onTimeDays: fc.integer({ min: 1, max: 60 }),
    lapseDays: fc.integer({ min: 1, max: 400 }),
  });
  const listed = fc.subarray(DUE_STATUSES.filter((status) => status !== 'no-session'));
  fc.assert(
    fc.property(settings, listed, fc.integer({ min: -500, max: 500 }), (days, asked, distance) => {
      const today: PlainDate = '2026-12-07';
      const dueOn = addDays(today, distance);
      const { dueStatus } = dueStatusOn(today, { dueOn }, days);
      const matching = DUE_STATUSES.filter(
        (status) => status !== 'no-session' && holds(statusRange(status, today, days), dueOn),
      );
      expect(matching).toEqual([dueStatus]);
      const joined = statusRanges(asked, today, days).filter((range) => holds(range, dueOn));
      expect(joined).toHaveLength(asked.some((status) => status === dueStatus) ? 1 : 0);
    }),
  );
});

function holds({ dueFrom, dueTo }: DueRange, dueOn: PlainDate): boolean {
  return (dueFrom === undefined || dueFrom <= dueOn) && (dueTo === undefined || dueOn <= dueTo);
}
