import type { IndicationSlug } from '../catalogue/indications';
import { assessTrend } from './response-trend';
import { ruleValues } from '../rules';
import { addDays } from '../calendar';
import { scaleCourse } from '../../../test/support/patients/scale-course';
import { courseOf } from '../../../test/support/patients/course-line';
import type { TrendTier } from './trend-state';

const RULES = ruleValues();
/** A length alone opens no watch. */
const BY_WEIGHT = { 'R.watch.length.last-two.of': 99, 'R.watch.length.last-three.of': 99 };

function last(course: string, indication: IndicationSlug = 'cervical_dystonia') {
  return assessTrend(courseOf(course), indication, RULES).states.at(-1)!;
}

interface Case {
  course: string;
  tier: TrendTier | null;
  since: number | null;
}

describe('is the response diminishing?', () => {
  it.each`
    course                                                  | tier         | since   | why
    ${'60/12'}                                              | ${null}      | ${null} | ${'one session says nothing'}
    ${'60/12 60/12 70/13 60/12 50/12 60/12'}                | ${null}      | ${null} | ${'ordinary ups and downs'}
    ${'60/12 60/12 70/13 60/12 30/8'}                       | ${null}      | ${null} | ${'one session that gave half: noise, until a second does'}
    ${'60/12 60/12 70/13 60/12 0/3'}                        | ${'watch'}   | ${5}    | ${'a total failure weighs more than a poor session'}
    ${'60/12 60/12 70/13 60/12 0/3 60/12 60/12'}            | ${null}      | ${null} | ${'a failure two visits back keeps no watch alive'}
    ${'60/12 60/12 70/13 60/12 20/6 60/12 60/12'}           | ${null}      | ${null} | ${'it was one bad session'}
    ${'60/12 60/12 70/13 60/12 20/6 20/7'}                  | ${'review'}  | ${5}    | ${'a loss in size and length'}
    ${'60 60 70 60 20 20'}                                  | ${'review'}  | ${5}    | ${'in size alone'}
    ${'/12 /12 /13 /12 /6 /6'}                              | ${'review'}  | ${5}    | ${'in length alone: the early sign'}
    ${'60/12+ 60/12+ 70/12+ 60/12+ 20/6 20/7'}              | ${'review'}  | ${5}    | ${'it always had outlasted the interval'}
    ${'60/12 60/12 70/13 60/12 50/11 40/9 30/8 30/7'}       | ${'review'}  | ${5}    | ${'a gradual loss'}
    ${'60/12 60/12 60/12 60/12@100 30/8@60 30/8@60'}        | ${null}      | ${null} | ${'both at a cut dose: the cut explains it'}
    ${'60/12 60/12 60/12 60/12 20/6 20/6@60 20/6@60'}       | ${'watch'}   | ${5}    | ${'it had failed at the full dose before'}
    ${'60/12 60/12 60/12 60/12 20/6@60 20/6'}               | ${'review'}  | ${5}    | ${'only one at a cut dose counts'}
    ${'60/12 60/12 60/12 60/12 20/6@130 20/6@130'}          | ${'review'}  | ${5}    | ${'a raised dose that fails counts'}
    ${'60/12 60/12 60/12 60/12 20/6!muscles 20/6!injector'} | ${'review'}  | ${5}    | ${'changed muscles or injector count'}
    ${'60/12 60/12 60/12 60/12 20/6:abo@300 20/6:abo@300'}  | ${'review'}  | ${5}    | ${'another type A goes on with the same usual'}
    ${'60/12 60/12 60/12 60/12 20/6:rima 20/6:rima'}        | ${null}      | ${null} | ${'type B starts anew'}
    ${'60/12 60/12 60/12 60/12 20/6 20/7 - -'}              | ${'review'}  | ${5}    | ${'sessions without a response leave it as it was'}
    ${'20/6 10/5 20/6'}                                     | ${'primary'} | ${1}    | ${'never had benefit'}
    ${'- - -'}                                              | ${null}      | ${null} | ${'nothing known'}
  `('$course → $tier: $why', ({ course, tier, since }: Case) => {
    expect(last(course)).toMatchObject({ tier, sinceSession: since });
  });

  it('answers after every session as if the later ones were not known', () => {
    const sessions = courseOf('60/12 60/12+ 70/13 - 50/11 20/6 30/8@60 20/6:abo@300 - 20/5:rima 30:rima');
    const { states } = assessTrend(sessions, 'chronic_migraine', RULES);
    sessions.forEach((_, index) => {
      const known = assessTrend(sessions.slice(0, index + 1), 'chronic_migraine', RULES, {
        nextSessionOn: sessions[index + 1]?.performedOn,
      });
      expect(known.states.at(-1)).toEqual(states[index]);
    });
  });

  it('says how much of the record it rests on, and what is usual', () => {
    const state = last('60/12 - 60/12 60/12 - 60/12');
    expect(state).toMatchObject({ evaluable: 4, of: 6, epochSession: 1, rulesVersion: 'response-trend 11' });
    expect(state.usual.sizePct).toBeCloseTo(60, 0);
    expect(state.usual.days / 7).toBeCloseTo(12.3, 1);
  });

  it('counts the sessions of a new stretch from its first, and numbers them on', () => {
    const course = '60/12 60/12 70/13:rima 60/12:rima';
    expect(last(course)).toMatchObject({ epochSession: 3, evaluable: 2, of: 2 });
    const { sessions, states } = assessTrend(courseOf(course), 'cervical_dystonia', RULES);
    expect(sessions.map(({ session }) => session)).toEqual([1, 2, 3, 4]);
    expect(states.map(({ afterSession }) => afterSession)).toEqual([1, 2, 3, 4]);
  });

  it('knows nothing of dry mouth before anything is known', () => {
    expect(last('- -')).toMatchObject({
      tier: null,
      p: 0,
      sinceSession: null,
      dryMouthAndBenefitLost: false,
    });
  });

  it('learns no usual size from a reduced dose', () => {
    const { usual } = last('60/12 60/12 60/12 60/12');
    expect(last('60/12 60/12 60/12 60/12 40@60').usual.sizePct).toBeCloseTo(usual.sizePct, 5);
    expect(last('60/12 60/12 60/12 60/12 50').usual.sizePct).toBeLessThan(usual.sizePct - 1);
  });

  it('knows no weight in a course of eighty useless sessions, and stays a number', () => {
    const { states } = assessTrend(courseOf('-100/0 '.repeat(80)), 'cervical_dystonia', RULES);
    expect(states.every(({ p }) => p >= 0 && p <= 1)).toBe(true);
  });
});

describe('the thresholds of the tiers', () => {
  const course = '60/12 60/12 70/13 60/12 20/6 20/7';
  const { p } = last(course);
  const benefits = assessTrend(courseOf(course), 'cervical_dystonia', RULES).sessions.map(
    ({ share }) => share!.benefit,
  );
  const [fifth, sixth] = [benefits[4]!, benefits[5]!];
  const together = (fifth + sixth) / 2;

  it.each`
    rule                      | value              | tier        | why
    ${'R.review.weight'}      | ${p - 1e-6}        | ${'review'} | ${'just under the weight'}
    ${'R.review.weight'}      | ${p}               | ${'review'} | ${'on the weight'}
    ${'R.review.weight'}      | ${p + 1e-6}        | ${'watch'}  | ${'just over the weight'}
    ${'R.review.last-two'}    | ${together + 1e-6} | ${'review'} | ${'the last two together just under the share'}
    ${'R.review.last-two'}    | ${together}        | ${'review'} | ${'on the share'}
    ${'R.review.last-two'}    | ${together - 1e-6} | ${'watch'}  | ${'just above the share'}
    ${'R.review.less'}        | ${sixth}           | ${'review'} | ${'the better of the two gave no more'}
    ${'R.review.less'}        | ${sixth - 1e-6}    | ${'watch'}  | ${'only one gave clearly less'}
    ${'R.review.last-two.of'} | ${6}               | ${'review'} | ${'as many known sessions as needed'}
    ${'R.review.last-two.of'} | ${7}               | ${'watch'}  | ${'one too few'}
  `(
    '$rule $value → $tier: $why',
    ({ rule, value, tier }: { rule: string; value: number; tier: TrendTier }) => {
      const rules = { ...RULES, 'R.review.last-three.of': 99, [rule]: value };
      expect(assessTrend(courseOf(course), 'cervical_dystonia', rules).states.at(-1)!.tier).toBe(tier);
    },
  );

  it.each`
    watchWeight | tier
    ${p}        | ${'watch'}
    ${p + 1e-6} | ${null}
  `(
    'watched from a weight of $watchWeight on → $tier',
    ({ watchWeight, tier }: { watchWeight: number; tier: TrendTier }) => {
      const rules = { ...RULES, ...BY_WEIGHT, 'R.review.weight': 2, 'R.watch.weight': watchWeight };
      expect(assessTrend(courseOf(course), 'cervical_dystonia', rules).states.at(-1)!.tier).toBe(tier);
    },
  );
});

describe('R6: dry mouth and benefit lost together on type B', () => {
  const course = '60/12:rima 60/12:rima 60/12:rima 30/8:rima';
  it.each`
    before           | now              | tier        | why
    ${['dry_mouth']} | ${[]}            | ${'review'} | ${'both are gone: a task'}
    ${['dry_mouth']} | ${['dry_mouth']} | ${null}     | ${'dry mouth shows that it still acts'}
    ${['dry_mouth']} | ${undefined}     | ${null}     | ${'nobody asked'}
    ${[]}            | ${[]}            | ${null}     | ${'it never made a dry mouth'}
  `(
    '$before then $now → $tier: $why',
    ({ before, now, tier }: { before: string[]; now?: string[]; tier: TrendTier | null }) => {
      const circumstances = [before, before, before, now].map((adverseEvents) => ({ adverseEvents }));
      const rules = { ...RULES, 'R.watch.weight': 2, 'R.review.weight': 2 };
      const state = assessTrend(courseOf(course), 'cervical_dystonia', rules, { circumstances }).states.at(
        -1,
      )!;
      expect(state).toMatchObject({
        tier,
        sinceSession: tier && 4,
        dryMouthAndBenefitLost: tier === 'review',
      });
    },
  );
});

it('R6 is asked of type B alone', () => {
  const circumstances = [['dry_mouth'], ['dry_mouth'], ['dry_mouth'], []].map((adverseEvents) => ({
    adverseEvents,
  }));
  const rules = { ...RULES, 'R.watch.weight': 2, 'R.review.weight': 2 };
  const course = courseOf('60/12 60/12 60/12 30/8');
  expect(assessTrend(course, 'cervical_dystonia', rules, { circumstances }).states.at(-1)).toMatchObject({
    tier: null,
    dryMouthAndBenefitLost: false,
  });
});

describe('since when', () => {
  const course = '60/12 60/12 70/13 60/12 50/11 40/9 30/8 30/7';
  const benefits = assessTrend(courseOf(course), 'cervical_dystonia', RULES).sessions.map(
    ({ share }) => share!.benefit,
  );

  it.each`
    clearlyLess            | since | why
    ${benefits[4]}         | ${5}  | ${'the fifth gave just this share'}
    ${benefits[4]! - 1e-6} | ${6}  | ${'the fifth gave a little more'}
    ${benefits[5]}         | ${6}  | ${'the sixth gave just this share'}
    ${benefits[5]! - 1e-6} | ${7}  | ${'the sixth gave a little more'}
    ${-1}                  | ${6}  | ${'none gave so little: where the lengths became shorter'}
  `('clearly less is $clearlyLess → since session $since: $why', ({ clearlyLess, since }) => {
    const rules = { ...RULES, 'R.review.less': clearlyLess as number };
    const { states } = assessTrend(courseOf(course), 'cervical_dystonia', rules);
    expect(states.at(-1)).toMatchObject({ sinceSession: since });
  });
});

/** Whatever the weight: only the last sessions decide. */
it.each`
  end                             | tier        | why
  ${'20/6 20/6'}                  | ${'review'} | ${'the last two gave less'}
  ${'20/6 60/12'}                 | ${null}     | ${'the last one was as usual'}
  ${'60/12 20/6'}                 | ${null}     | ${'one bad session'}
  ${'20/6 20/6 60/12 60/12'}      | ${null}     | ${'it came back'}
  ${'20/6 20/6 60/12 60/12 20/3'} | ${null}     | ${'one bad session after it came back: the ones before are over'}
  ${'20/6 60/12 20/6'}            | ${'review'} | ${'two of the last three'}
  ${'20/6@60 20/6@60'}            | ${null}     | ${'both at a cut dose'}
  ${'20/6@60 20/6'}               | ${'review'} | ${'only the first at a cut dose'}
  ${'20/6 20/6@60'}               | ${'review'} | ${'only the last at a cut dose'}
  ${'20/6@60 20/6@60 20/6'}       | ${'review'} | ${'the last at the usual dose'}
  ${'20/6 20/6@60 20/6@60'}       | ${null}     | ${'the last two at a cut dose'}
`('60/12 four times, then $end → $tier: $why', ({ end, tier }: { end: string; tier: TrendTier | null }) => {
  const rules = { ...RULES, ...BY_WEIGHT, 'R.review.weight': 0, 'R.watch.weight': 2 };
  const course = courseOf(`60/12 60/12 60/12 60/12 ${end}`);
  expect(assessTrend(course, 'cervical_dystonia', rules).states.at(-1)!.tier).toBe(tier);
});

describe('the clinic’s effect window reaches the trend', () => {
  // "Still effective" after nine weeks, three before the next session; then two that wore off early.
  const course = '60/12 60/12 60/9+ 20/6 20/7';

  it.each`
    slack | usable   | why
    ${14} | ${false} | ${'the default: too early'}
    ${20} | ${false} | ${'a day too early'}
    ${21} | ${true}  | ${'just near enough'}
    ${22} | ${true}  | ${'a day to spare'}
    ${30} | ${true}  | ${'within the month that the clinic allows'}
  `('“still effective” 21 days before the next session with a slack of $slack: $why', ({ slack, usable }) => {
    const rules = ruleValues({ 'effect-window.still-effective-slack': slack as number });
    const { length, share } = assessTrend(courseOf(course), 'cervical_dystonia', rules).sessions[2]!;
    expect(length).toEqual({ kind: 'at-least', days: 63, usable });
    // Asked at less than three quarters of the usual length, it is read only where it is usable.
    expect(share!.length).toBe(usable ? 1 : undefined);
  });

  it.each`
    early   | length       | why
    ${0.63} | ${1}         | ${'late enough in the cycle'}
    ${0.75} | ${undefined} | ${'too early in it to say anything'}
  `('“still effective” is read from a share of $early of the usual length on: $why', ({ early, length }) => {
    const rules = ruleValues({ 'R.length.early': early as number });
    expect(assessTrend(courseOf(course), 'cervical_dystonia', rules).sessions[2]!.share!.length).toBe(length);
  });

  it('and the scatter of lengths weighs in the trend as in the window', () => {
    const p = (sd: number) =>
      assessTrend(
        courseOf(course),
        'cervical_dystonia',
        ruleValues({ 'effect-window.length-sd': sd }),
      ).states.at(-1)!.p;
    expect(p(0.4)).toBeLessThan(p(0.17));
  });
});

describe('a scale that looks back is read until the next session', () => {
  const line = '22-10 22-10';
  it.each`
    nth  | day   | nextSessionOn   | read     | why
    ${1} | ${84} | ${undefined}    | ${true}  | ${'on the day of the next session'}
    ${1} | ${85} | ${undefined}    | ${false} | ${'the day after it'}
    ${2} | ${84} | ${'2024-06-17'} | ${true}  | ${'on the day of one that is not in the list'}
    ${2} | ${85} | ${'2024-06-17'} | ${false} | ${'the day after that'}
    ${2} | ${85} | ${undefined}    | ${true}  | ${'no next session yet'}
  `('session $nth of two, on day $day, before $nextSessionOn: $read, $why', (given) => {
    const { nth, day, nextSessionOn, read } = given as {
      nth: number;
      day: number;
      nextSessionOn?: '2024-06-17';
      read: boolean;
    };
    const sessions = scaleCourse('mhd', line).map((session, index) => ({
      ...session,
      response: {
        measurements: session.response!.measurements!.map((measured) =>
          index === nth - 1 && measured.phase === 'peak'
            ? { ...measured, measuredOn: addDays(session.performedOn, day) }
            : measured,
        ),
      },
    }));
    const trend = assessTrend(sessions, 'chronic_migraine', RULES, { nextSessionOn });
    expect(trend.sessions[nth - 1]!.size !== undefined).toBe(read);
  });
});

it('a session that nobody asked about is one of which nothing is known', () => {
  const sessions = courseOf('60/12 - 60/12');
  const { response: _unasked, ...second } = sessions[1]!;
  const trend = (of: typeof sessions) => assessTrend(of, 'cervical_dystonia', RULES).states;
  expect(trend([sessions[0]!, second, sessions[2]!])).toEqual(trend(sessions));
});

describe('the share of true losses', () => {
  it.each`
    set                                   | told     | why
    ${{}}                                 | ${true}  | ${'as it was counted'}
    ${{ 'R.review.weight': 0.2 }}         | ${true}  | ${'a weight means the same from wherever it is shown'}
    ${{ 'R.prior.loss': 0.004 }}          | ${true}  | ${'set to what it is anyway'}
    ${{ 'R.prior.loss': 0.005 }}          | ${false} | ${'losses begin more often'}
    ${{ 'R.prior.one-off': 0.11 }}        | ${false} | ${'more sessions just go badly'}
    ${{ 'R.prior.mild-dip': 0.01 }}       | ${false} | ${'more mild dips'}
    ${{ 'R.prior.progression': 0.01 }}    | ${false} | ${'less progression'}
    ${{ 'effect-window.length-sd': 0.2 }} | ${false} | ${'lengths scatter more'}
  `('with $set told: $told, $why', ({ set, told }) => {
    const state = assessTrend(
      courseOf('60/12 60/12 70/13 60/12 20/6 20/7'),
      'cervical_dystonia',
      ruleValues(set),
    ).states.at(-1)!;
    expect(state.tier).toBe('review');
    expect(state.trueLossShare !== null).toBe(told);
  });
});

it.each`
  good    | tier        | why
  ${1}    | ${'review'} | ${'the good session was just as good'}
  ${1.05} | ${null}     | ${'it was not good enough to be lost'}
`('R6 with benefit good from a share of $good of the usual: $tier, $why', ({ good, tier }) => {
  const sessions = courseOf('60/14:rima 60/14:rima 60/14:rima 30/8:rima');
  const shares = assessTrend(sessions, 'cervical_dystonia', RULES).sessions.map(
    ({ share }) => share!.benefit,
  );
  const rules = ruleValues({
    'R.watch.weight': 2,
    'R.review.weight': 2,
    'R.type-b.good': good * Math.max(...shares),
  });
  const circumstances = [['dry_mouth'], ['dry_mouth'], ['dry_mouth'], []].map((adverseEvents) => ({
    adverseEvents,
  }));
  expect(assessTrend(sessions, 'cervical_dystonia', rules, { circumstances }).states.at(-1)!.tier).toBe(tier);
});

describe('the last three together', () => {
  const course = '60/12 60/12 60/12 60/12 40/9 46/10 40/9';
  const benefits = assessTrend(courseOf(course), 'cervical_dystonia', RULES).sessions.map(
    ({ share }) => share!.benefit,
  );
  const together = (benefits[4]! + benefits[5]! + benefits[6]!) / 3;

  it.each`
    atMost             | of   | tier        | why
    ${together + 1e-6} | ${5} | ${'review'} | ${'just under the share'}
    ${together - 1e-6} | ${5} | ${null}     | ${'just over the share'}
    ${together + 1e-6} | ${7} | ${'review'} | ${'as many known sessions as needed'}
    ${together + 1e-6} | ${8} | ${null}     | ${'one too few'}
  `('at most $atMost, of $of sessions → $tier: $why', ({ atMost, of, tier }) => {
    const rules = {
      ...RULES,
      ...BY_WEIGHT,
      'R.review.weight': 0,
      'R.watch.weight': 2,
      'R.review.last-two': 0,
      'R.review.last-three': atMost as number,
      'R.review.last-three.of': of as number,
    };
    expect(assessTrend(courseOf(course), 'cervical_dystonia', rules).states.at(-1)!.tier).toBe(tier);
  });
});
