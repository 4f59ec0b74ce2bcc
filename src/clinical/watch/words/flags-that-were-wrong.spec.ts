import { courseOf } from '../../../../test/support/patients/course-line';
import { scaleCourse } from '../../../../test/support/patients/scale-course';
import { addDays } from '../../calendar';
import { ruleValues } from '../../rules';
import type { SessionCircumstances, TreatedSession } from '../../treated-session';
import { flagOf } from '../decline-flag';
import type { IndicationSlug } from '../../catalogue/indications';
import { assessTrend } from '../response-trend';

const RULES = ruleValues();

function flagOn(
  indication: IndicationSlug,
  sessions: readonly TreatedSession[],
  circumstances?: readonly SessionCircumstances[],
) {
  return flagOf(assessTrend(sessions, indication, RULES, { circumstances }), sessions, RULES, circumstances);
}

/** Every rating of the last sessions taken so many days after the session. */
function ratedOn(day: number, line: string, last: number): TreatedSession[] {
  return courseOf(line).map((session, index, { length }) =>
    index < length - last
      ? session
      : { ...session, response: { ...session.response, assessedOn: addDays(session.performedOn, day) } },
  );
}

const MIGRAINE = courseOf('55/12 60/13 60/12 55/13 60/12 55/9 50/8 40/7 40/6');
const AXILLA = courseOf('80/24 85/24 80/25 80/24 80/24 40/15 35/13').map((session, index) => ({
  ...session,
  performedOn: addDays('2021-01-04', 182 * index),
  response: {
    improvementPct: session.response!.improvementPct,
    woreOffOn: addDays(addDays('2021-01-04', 182 * index), [168, 168, 175, 168, 168, 105, 91][index]!),
  },
}));

describe('flags that a neurologist did not trust, and what is said now', () => {
  it('migraine, a responder still: other causes come before a loss, and a switch comes last', () => {
    const flag = flagOn('chronic_migraine', MIGRAINE)!;
    expect(flag.text).toContain(
      'Of simulated courses with this pattern about 1 in 10 had a lasting loss, and in this indication other causes are commoner: first medication overuse, a new preventive and gaps in the diary;',
    );
    expect(flag.publishedText).toContain("did not fail by patient's rating");
  });

  it('sweating: its own causes, and no share of another illness', () => {
    const flag = flagOn('hyperhidrosis_axillary', AXILLA)!;
    expect(flag.text).toMatch(
      /Of simulated courses with this pattern (fewer than 1 in 20|about 1 in 20|about 1 in 10) had a lasting loss, and in this indication other causes are commoner: first the area that was missed/,
    );
  });

  it.each`
    indication             | sessions                                                              | why
    ${'spasticity_upper'}  | ${courseOf('50/14 55/14 50/15 55/14 50/14 30/8@60 25/8@60')}          | ${'the dose was cut twice: an obvious cause is no suspicion'}
    ${'blepharospasm'}     | ${courseOf('70/13 65/12 70/13 70/13 30/8')}                           | ${'one bad session; more than a third lose it by week 8'}
    ${'cervical_dystonia'} | ${courseOf('95/12 95/12 60/12 60/12 60/12 60/12 60/12 60/12')}        | ${'the first two were the best ever, the rest are steady'}
    ${'chronic_migraine'}  | ${scaleCourse('mhd', '22-8 20-8 18-8 15-8 12-8 9-8')}                 | ${'cycles begin better and better at a kept peak'}
    ${'cervical_dystonia'} | ${scaleCourse('twstrs_total', '45-20 42-20 38-20 32-20 28-20 24-20')} | ${'cycles begin better and better at a kept peak'}
    ${'cervical_dystonia'} | ${ratedOn(3, '60/12 60/12 60/12 60/12 60/12 0/12 0/12', 2)}           | ${'rated on day 3, before anything can be felt'}
    ${'cervical_dystonia'} | ${ratedOn(98, '60/12 60/12 60/12 60/12 60/12 20/12 20/12', 2)}        | ${'rated when it had worn off'}
  `('$indication, nothing is said: $why', ({ indication, sessions }) => {
    expect(flagOn(indication, sessions)).toBeNull();
  });

  it('type B, benefit and dry mouth gone together: a task, not a marker', () => {
    const sessions = courseOf('65/13 60/12 60/13 20/5 15/5 60/12:rima 60/12:rima 15/4:rima');
    const circumstances = sessions.map((_, index) =>
      index < 5 ? {} : { adverseEvents: index < 7 ? ['dry_mouth'] : [] },
    );
    const flag = flagOn('cervical_dystonia', sessions, circumstances)!;
    expect(flag).toMatchObject({ tier: 'review', trueLossShare: null });
    expect(flag.text).toContain('Dry mouth is gone together with the benefit, so type B may be failing;');
  });
});
