import { ruleValues } from '../rules';
import { aContext, aDose, aSession, said } from '../session-check/example-session';
import type { PlainSession } from '../session-check/propose-session';
import { doubledFindings } from './doubled-dose';

const RULES = ruleValues();

function rows(text: string): PlainSession['injections'] {
  return text.split(', ').map((each) => {
    const [muscle, side, units] = each.split(' ') as [string, 'left', string];
    return { muscle, side, units: Number(units) };
  });
}

const PREEMPT =
  'corrugator_supercilii bilateral 10, procerus midline 5, frontalis bilateral 20, temporalis bilateral 40, occipitalis bilateral 30, cervical_paraspinals bilateral 20, trapezius bilateral 30';
const DOUBLED = PREEMPT.replaceAll(/\d+/g, (units) => String(2 * Number(units)));

it.each`
  then                         | now                          | on              | says             | why
  ${'temporalis bilateral 40'} | ${'temporalis bilateral 80'} | ${'2026-08-30'} | ${'S23 confirm'} | ${'exactly twice, above what is usual'}
  ${'temporalis bilateral 40'} | ${'temporalis bilateral 79'} | ${'2026-08-30'} | ${''}            | ${'not exactly'}
  ${'temporalis bilateral 40'} | ${'temporalis left 40'}      | ${'2026-08-30'} | ${''}            | ${'a row of one side'}
  ${'temporalis bilateral 20'} | ${'temporalis bilateral 40'} | ${'2026-08-30'} | ${''}            | ${'twice, and usual'}
  ${'temporalis bilateral 40'} | ${'temporalis bilateral 20'} | ${'2026-08-30'} | ${'S23 confirm'} | ${'exactly half, below what is usual'}
  ${'temporalis bilateral 40'} | ${'temporalis bilateral 20'} | ${'2026-10-30'} | ${''}            | ${'a booster is small'}
  ${'temporalis bilateral 80'} | ${'temporalis bilateral 40'} | ${'2026-08-30'} | ${''}            | ${'half, and usual'}
  ${'temporalis left 40'}      | ${'temporalis bilateral 80'} | ${'2026-08-30'} | ${''}            | ${'one side then'}
`('last time $then on $on, now $now: $why → $says', ({ then, now, on, says }) => {
  const earlierDoses = [aDose({ sameCourse: true, performedOn: on, muscles: rows(then) })];
  const session = aSession({ injections: rows(now) });
  expect(said(doubledFindings(session, aContext({ earlierDoses }), RULES, new Set()))).toBe(says);
});

it.each`
  now                                                                                      | says             | why
  ${PREEMPT}                                                                               | ${''}            | ${'155 U over 31 sites'}
  ${DOUBLED}                                                                               | ${'S23 confirm'} | ${'each side counted twice, in a first session'}
  ${PREEMPT.replace('temporalis bilateral 40', 'temporalis bilateral 80')}                 | ${''}            | ${'one row may be meant'}
  ${'temporalis bilateral 40, temporalis left 20, temporalis right 20'}                    | ${'S23 confirm'} | ${'both sides and each side'}
  ${'temporalis bilateral 40, temporalis left 10'}                                         | ${''}            | ${'more on the side that hurts'}
  ${'gastrocnemius left 150, gastrocnemius_medial left 75, gastrocnemius_lateral left 75'} | ${'S23 confirm'} | ${'the whole and its parts'}
  ${'gastrocnemius left 100, gastrocnemius_medial left 75'}                                | ${''}            | ${'other units'}
  ${'scalenes left 20, scalenus_medius left 20'}                                           | ${'S23 confirm'} | ${'a part whose name does not begin so'}
  ${'gastrocnemius left 75, gastrocnemius_medial right 75'}                                | ${''}            | ${'another side'}
`('in a first session $now: $why → $says', ({ now, says }) => {
  const session = aSession({ injections: rows(now) });
  expect(said(doubledFindings(session, aContext(), RULES, new Set()))).toBe(says);
});

it('asks nothing more of a row that is asked about already', () => {
  const muscles = rows('temporalis bilateral 40');
  const earlierDoses = [aDose({ sameCourse: true, performedOn: '2026-08-30', muscles })];
  const session = aSession({ injections: rows('temporalis bilateral 80') });
  const asked = new Set(['/injections/0/units']);
  expect(doubledFindings(session, aContext({ earlierDoses }), RULES, asked)).toEqual([]);
});
