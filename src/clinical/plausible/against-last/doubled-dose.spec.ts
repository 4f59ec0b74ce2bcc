import { ruleValues } from '../../rules';
import { aContext, aDose, aSession, said } from '../../session-check/example-session';
import type { PlainSession } from '../../session-check/propose-session';
import { doubledFindings } from './doubled-dose';

const RULES = ruleValues();

function rows(text: string): PlainSession['injections'] {
  return text.split(', ').map((part) => {
    const [muscle, side, units] = part.split(' ') as [string, 'left', string];
    return { muscle, side, units: Number(units) };
  });
}

const PREEMPT =
  'corrugator_supercilii bilateral 10, procerus midline 5, frontalis bilateral 20, temporalis bilateral 40, occipitalis bilateral 30, cervical_paraspinals bilateral 20, trapezius bilateral 30';
const DOUBLED = PREEMPT.replaceAll(/\d+/g, (units) => String(2 * Number(units)));

it.each`
  then                                         | now                           | on              | says             | why
  ${'temporalis bilateral 40'}                 | ${'temporalis bilateral 80'}  | ${'2026-08-30'} | ${'S23 confirm'} | ${'exactly twice, above what is usual'}
  ${'temporalis bilateral 40'}                 | ${'temporalis bilateral 79'}  | ${'2026-08-30'} | ${''}            | ${'not exactly'}
  ${'temporalis bilateral 40'}                 | ${'temporalis left 40'}       | ${'2026-08-30'} | ${''}            | ${'a row of one side'}
  ${'temporalis bilateral 25'}                 | ${'temporalis bilateral 50'}  | ${'2026-08-30'} | ${''}            | ${'twice, and the most that is usual'}
  ${'temporalis bilateral 20'}                 | ${'temporalis bilateral 40'}  | ${'2026-08-30'} | ${''}            | ${'twice, and usual'}
  ${'temporalis bilateral 40'}                 | ${'temporalis bilateral 20'}  | ${'2026-08-30'} | ${'S23 confirm'} | ${'exactly half, below what is usual'}
  ${'temporalis bilateral 40'}                 | ${'temporalis bilateral 20'}  | ${'2026-10-30'} | ${''}            | ${'a booster is small'}
  ${'temporalis bilateral 80'}                 | ${'temporalis bilateral 40'}  | ${'2026-08-30'} | ${''}            | ${'half, and usual'}
  ${'temporalis left 40'}                      | ${'temporalis bilateral 80'}  | ${'2026-08-30'} | ${''}            | ${'one side then'}
  ${'temporalis left 20, temporalis right 25'} | ${'temporalis bilateral 80'}  | ${'2026-08-30'} | ${''}            | ${'the sides were not alike then'}
  ${'temporalis left 40, temporalis right 40'} | ${'temporalis bilateral 160'} | ${'2026-08-30'} | ${'S23 confirm'} | ${'a row for each side then'}
  ${'temporalis bilateral 40'}                 | ${'occipitalis bilateral 80'} | ${'2026-08-30'} | ${''}            | ${'another muscle'}
`('last time $then on $on, now $now: $why → $says', ({ then, now, on, says }) => {
  const earlierDoses = [aDose({ sameCourse: true, performedOn: on, muscles: rows(then) })];
  const session = aSession({ injections: rows(now) });
  expect(said(doubledFindings(session, aContext({ earlierDoses }), RULES, new Set()))).toBe(says);
});

it.each`
  now                                                                                                                                                                            | says             | why
  ${PREEMPT}                                                                                                                                                                     | ${''}            | ${'155 U over 31 sites'}
  ${DOUBLED}                                                                                                                                                                     | ${'S23 confirm'} | ${'each side counted twice, in a first session'}
  ${PREEMPT.replace('temporalis bilateral 40', 'temporalis bilateral 80')}                                                                                                       | ${''}            | ${'one row may be meant'}
  ${'temporalis bilateral 100, occipitalis bilateral 80, frontalis bilateral 40'}                                                                                                | ${'S23 confirm'} | ${'three of three'}
  ${'temporalis bilateral 100, occipitalis bilateral 80, trapezius bilateral 60'}                                                                                                | ${''}            | ${'two may be meant'}
  ${'temporalis bilateral 80, occipitalis bilateral 60, frontalis bilateral 40'}                                                                                                 | ${''}            | ${'180 U are usual in a session'}
  ${'temporalis bilateral 100, occipitalis bilateral 80, frontalis bilateral 40, corrugator_supercilii bilateral 10, trapezius bilateral 40, cervical_paraspinals bilateral 20'} | ${''}            | ${'three of six'}
  ${'temporalis bilateral 100, occipitalis bilateral 80, frontalis bilateral 40, corrugator_supercilii bilateral 10, trapezius bilateral 40'}                                    | ${'S23 confirm'} | ${'three of five'}
  ${'temporalis bilateral 101, occipitalis bilateral 80, frontalis bilateral 40'}                                                                                                | ${''}            | ${'half of it is more than is usual, too'}
  ${'temporalis bilateral 78, occipitalis bilateral 80, frontalis bilateral 40'}                                                                                                 | ${''}            | ${'half of it is less than is usual'}
  ${'temporalis bilateral 100, occipitalis bilateral 80, frontalis bilateral 20'}                                                                                                | ${''}            | ${'the most that is usual in the third'}
  ${'temporalis left 100, occipitalis left 80, frontalis left 40'}                                                                                                               | ${''}            | ${'rows of one side hold no total of both'}
  ${'temporalis bilateral 80, occipitalis bilateral 60, frontalis bilateral 40, trapezius left 15'}                                                                              | ${''}            | ${'195 U are the most that is usual in a session'}
  ${'temporalis bilateral 80, occipitalis bilateral 60, frontalis bilateral 40, trapezius left 16'}                                                                              | ${'S23 confirm'} | ${'more in the session'}
  ${'gastrocnemius_medial left 75, soleus left 75'}                                                                                                                              | ${''}            | ${'two muscles that got as much'}
  ${'temporalis bilateral 40, temporalis left 20, temporalis right 20'}                                                                                                          | ${'S23 confirm'} | ${'both sides and each side'}
  ${'temporalis bilateral 40, temporalis left 20, occipitalis right 10'}                                                                                                         | ${''}            | ${'the other side is that of another muscle'}
  ${'temporalis bilateral 40, temporalis right 10'}                                                                                                                              | ${''}            | ${'more on the right'}
  ${'temporalis left 20, temporalis right 20'}                                                                                                                                   | ${''}            | ${'a row for each side'}
  ${'nobody_knows_it bilateral 10, nobody_knows_it left 5, nobody_knows_it right 5'}                                                                                             | ${''}            | ${'a muscle that is none of ours is refused elsewhere'}
  ${'temporalis bilateral 40, temporalis left 10'}                                                                                                                               | ${''}            | ${'more on the side that hurts'}
  ${'gastrocnemius left 150, gastrocnemius_medial left 75, gastrocnemius_lateral left 75'}                                                                                       | ${'S23 confirm'} | ${'the whole and its parts'}
  ${'gastrocnemius left 100, gastrocnemius_medial left 75'}                                                                                                                      | ${''}            | ${'other units'}
  ${'scalenes left 20, scalenus_medius left 20'}                                                                                                                                 | ${'S23 confirm'} | ${'a part whose name does not begin so'}
  ${'gastrocnemius left 75, gastrocnemius_medial right 75'}                                                                                                                      | ${''}            | ${'another side'}
`('in a first session $now: $why → $says', ({ now, says }) => {
  const session = aSession({ injections: rows(now) });
  expect(said(doubledFindings(session, aContext(), RULES, new Set()))).toBe(says);
});

/** The last session of the course was on 30 August, where there was one. */
it.each`
  then                                                   | now                                                                                            | pointer                  | message
  ${'temporalis bilateral 40'}                           | ${'procerus midline 5, temporalis bilateral 80'}                                               | ${'/injections/1/units'} | ${'Exactly twice what the last session had (2026-08-30): temporalis 80 U Botox on both sides, usual 20-25 U a side. A row for both sides holds their total: was each side counted twice? Correct it, or give the reason for the change.'}
  ${'temporalis bilateral 40, occipitalis bilateral 30'} | ${'temporalis bilateral 80, occipitalis bilateral 60'}                                         | ${'/injections'}         | ${'Exactly twice what the last session had (2026-08-30): temporalis 80 U Botox on both sides, usual 20-25 U a side; occipitalis 60 U Botox on both sides, usual 15-20 U a side. A row for both sides holds their total: was each side counted twice? Correct it, or give the reason for the change.'}
  ${'temporalis bilateral 40'}                           | ${'temporalis bilateral 20'}                                                                   | ${'/injections/0/units'} | ${'Exactly half what the last session had (2026-08-30): temporalis 20 U Botox on both sides, usual 20-25 U a side. A row for both sides holds their total: is this the dose of one side? Correct it, or give the reason for the change.'}
  ${undefined}                                           | ${'temporalis bilateral 100, occipitalis bilateral 80, frontalis bilateral 40'}                | ${'/injections'}         | ${'Most rows for both sides hold more than is usual: temporalis 50 U Botox a side (usual 20-25 U), occipitalis 40 U Botox a side (usual 15-20 U), frontalis 20 U Botox a side (usual 5-10 U). Such a row holds the total of both: was each side counted twice? Correct it, or give the reason for so much.'}
  ${undefined}                                           | ${'procerus midline 5, temporalis bilateral 40, temporalis left 20, temporalis right 10'}      | ${'/injections/1/units'} | ${'Temporalis has a row for both sides (40 U Botox) and one for each side (left 20 U Botox, right 10 U Botox): is it counted twice? Remove what is twice, or give the reason.'}
  ${undefined}                                           | ${'gastrocnemius_medial left 75.3, gastrocnemius left 150.4, gastrocnemius_lateral left 75.1'} | ${'/injections/1/units'} | ${'Gastrocnemius, left 150.4 U Botox, is as much as its parts in this session (gastrocnemius, medial head, gastrocnemius, lateral head): is it counted twice? Remove what is twice, or give the reason.'}
`('last time $then, now $now: $message', ({ then, now, pointer, message }) => {
  const last = { sameCourse: true, performedOn: '2026-08-30' } as const;
  const earlierDoses = then ? [aDose({ ...last, muscles: rows(then) })] : [];
  const session = aSession({ injections: rows(now) });
  const found = doubledFindings(session, aContext({ earlierDoses }), RULES, new Set());
  expect(found).toMatchObject([{ pointer, message }]);
});

it('asks nothing more of a row that is asked about already', () => {
  const muscles = rows('temporalis bilateral 40');
  const earlierDoses = [aDose({ sameCourse: true, performedOn: '2026-08-30', muscles })];
  const session = aSession({ injections: rows('temporalis bilateral 80') });
  const asked = new Set(['/injections/0/units']);
  expect(doubledFindings(session, aContext({ earlierDoses }), RULES, asked)).toEqual([]);
});
