import type { PlainDate } from '../calendar';
import type { IndicationSlug } from '../catalogue/indications';
import { ruleValues } from '../rules';
import { followUpCheck, type FollowedSession } from './follow-up-check';

const RULES = ruleValues();

/** What is due after a session of 2026-11-02, in words: `peak 2026-11-30 to 2026-12-14`. */
function dueOn(
  day: PlainDate,
  heard: Partial<FollowedSession> = {},
  indication: IndicationSlug = 'cervical_dystonia',
  toOn: PlainDate | undefined = day,
): string {
  const session = {
    performedOn: '2026-11-02',
    indication,
    answeredOn: [],
    judgedOn: [],
    heardOf: false,
    ...heard,
  } as const;
  const check = followUpCheck(session, { fromOn: day, toOn }, RULES);
  return check ? `${check.check} ${check.fromOn} to ${check.toOn}` : 'nothing';
}

const CALL = 'call 2026-11-09 to 2026-11-16';
const PEAK = 'peak 2026-11-30 to 2026-12-14';
const PEAK_OF_EYELIDS = 'peak 2026-11-16 to 2026-11-30';

it.each`
  day             | indication             | due                | why
  ${'2026-11-08'} | ${'cervical_dystonia'} | ${'nothing'}       | ${'day 6'}
  ${'2026-11-09'} | ${'cervical_dystonia'} | ${CALL}            | ${'day 7, the first of the call'}
  ${'2026-11-16'} | ${'cervical_dystonia'} | ${CALL}            | ${'day 14, its last'}
  ${'2026-11-17'} | ${'cervical_dystonia'} | ${'nothing'}       | ${'it has passed'}
  ${'2026-11-29'} | ${'cervical_dystonia'} | ${'nothing'}       | ${'a day before the peak'}
  ${'2026-11-30'} | ${'cervical_dystonia'} | ${PEAK}            | ${'week 4, its first day'}
  ${'2026-12-14'} | ${'cervical_dystonia'} | ${PEAK}            | ${'week 6, its last'}
  ${'2026-12-15'} | ${'cervical_dystonia'} | ${'nothing'}       | ${'closed by itself'}
  ${'2026-11-15'} | ${'blepharospasm'}     | ${CALL}            | ${'the call is still alone'}
  ${'2026-11-16'} | ${'blepharospasm'}     | ${PEAK_OF_EYELIDS} | ${'both are due: one call, for the peak'}
`('in $indication on $day: $due ($why)', ({ day, indication, due }) => {
  expect(dueOn(day, {}, indication)).toBe(due);
});

it.each`
  day             | heard                             | due          | why
  ${'2026-11-10'} | ${{ answeredOn: ['2026-11-05'] }} | ${'nothing'} | ${'the patient was asked'}
  ${'2026-11-10'} | ${{ heardOf: true }}              | ${'nothing'} | ${'a side effect is on record'}
  ${'2026-12-01'} | ${{ heardOf: true }}              | ${PEAK}      | ${'that says nothing of the peak'}
  ${'2026-12-01'} | ${{ answeredOn: ['2026-12-01'] }} | ${PEAK}      | ${'asked at the peak, but not how much it helped'}
  ${'2026-12-01'} | ${{ judgedOn: ['2026-11-22'] }}   | ${PEAK}      | ${'judged on day 20'}
  ${'2026-12-01'} | ${{ judgedOn: ['2026-11-23'] }}   | ${'nothing'} | ${'judged on day 21'}
  ${'2026-12-01'} | ${{ judgedOn: [null] }}           | ${'nothing'} | ${'judged on a day that nobody recorded'}
`('on $day, $heard: $due ($why)', ({ day, heard, due }) => {
  expect(dueOn(day, heard)).toBe(due);
});

it('of the eyelids, what was judged from their own first day on is enough', () => {
  expect(dueOn('2026-11-20', { judgedOn: ['2026-11-15'] }, 'blepharospasm')).toBe(PEAK_OF_EYELIDS);
  expect(dueOn('2026-11-20', { judgedOn: ['2026-11-16'] }, 'blepharospasm')).toBe('nothing');
});

it.each`
  from            | to              | due          | why
  ${'2026-11-17'} | ${'2026-11-29'} | ${'nothing'} | ${'between the two'}
  ${'2026-11-17'} | ${'2026-11-30'} | ${PEAK}      | ${'the range ends on its first day'}
  ${'2026-12-14'} | ${'2027-01-31'} | ${PEAK}      | ${'it begins on its last'}
  ${'2026-11-10'} | ${'2026-11-20'} | ${CALL}      | ${'the call of these days'}
  ${'2026-11-10'} | ${undefined}    | ${PEAK}      | ${'without an end both: the peak stands for them'}
`('from $from to $to: $due ($why)', ({ from, to, due }) => {
  const session = {
    performedOn: '2026-11-02',
    indication: 'cervical_dystonia',
    answeredOn: [],
    judgedOn: [],
    heardOf: false,
  } as const;
  const check = followUpCheck(session, { fromOn: from, toOn: to }, RULES);
  expect(check ? `${check.check} ${check.fromOn} to ${check.toOn}` : 'nothing').toBe(due);
});
