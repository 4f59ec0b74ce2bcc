import type { PlainDate } from '../../calendar';
import { ruleValues } from '../../rules';
import { unsignedOn } from './unsigned';

it.each`
  performedOn     | days         | daysUnsigned | overdue  | why
  ${'2026-11-23'} | ${undefined} | ${0}         | ${false} | ${'of today'}
  ${'2026-11-22'} | ${undefined} | ${1}         | ${false} | ${'just under the two days'}
  ${'2026-11-21'} | ${undefined} | ${2}         | ${false} | ${'on the second day'}
  ${'2026-11-20'} | ${undefined} | ${3}         | ${true}  | ${'just over'}
  ${'2025-11-23'} | ${undefined} | ${365}       | ${true}  | ${'a year'}
  ${'2026-11-16'} | ${7}         | ${7}         | ${false} | ${'the clinic lets a week pass'}
  ${'2026-11-15'} | ${7}         | ${8}         | ${true}  | ${'and no day more'}
  ${'2026-11-22'} | ${0.5}       | ${1}         | ${true}  | ${'half a day: the next day is longer'}
`(
  '$performedOn, at most $days: $daysUnsigned days, overdue $overdue ($why)',
  ({ performedOn, days, daysUnsigned, overdue }: Case) => {
    const rules = ruleValues(days === undefined ? {} : { 'S30.unsigned.days': days });
    expect(unsignedOn(performedOn, '2026-11-23', rules)).toEqual({ daysUnsigned, overdue });
  },
);

interface Case {
  readonly performedOn: PlainDate;
  readonly days?: number;
  readonly daysUnsigned: number;
  readonly overdue: boolean;
}
