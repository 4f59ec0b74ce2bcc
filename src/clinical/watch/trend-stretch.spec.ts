import { addDays } from '../calendar';
import { ruleValues } from '../rules';
import { courseOf } from '../../../test/support/patients/course-line';
import { scaleCourse } from '../../../test/support/patients/scale-course';
import type { TreatedSession } from '../treated-session';
import { assessTrend } from './response-trend';

type Rules = ReturnType<typeof ruleValues>;
const RULES = ruleValues();
const TYPE_B = '60/12:rima 60/12:rima 60/12:rima 30/8:rima';
/** A length alone opens no watch. */
const BY_WEIGHT = { 'R.watch.length.last-two.of': 99, 'R.watch.length.last-three.of': 99 };

const statesOf = (sessions: readonly TreatedSession[], set: Partial<Rules> = {}) =>
  assessTrend(sessions, 'cervical_dystonia', { ...RULES, ...set }).states;
const lastOf = (sessions: readonly TreatedSession[], set: Partial<Rules> = {}) =>
  statesOf(sessions, set).at(-1)!;
const benefitsOf = (sessions: readonly TreatedSession[]) =>
  assessTrend(sessions, 'cervical_dystonia', RULES).sessions.map(({ share }) => share!.benefit);

describe('when a loss may begin', () => {
  it.each`
    course                    | known                   | why
    ${'60/12 10/4'}           | ${[false, false]}       | ${'with neither of the first two sessions'}
    ${'60/12 60/12 10/4'}     | ${[false, false, true]} | ${'with the third'}
    ${'60/12:rima'}           | ${[false]}              | ${'type B: not with the first either'}
    ${'60/12:rima 10/4:rima'} | ${[false, true]}        | ${'type B: with the second'}
  `('$course weighs something: $known, $why', ({ course, known }) => {
    expect(statesOf(courseOf(course as string)).map(({ p }) => p > 0)).toEqual(known);
  });

  it.each`
    early   | course                                       | weighty  | why
    ${0.5}  | ${'60:rima 10:rima'}                         | ${true}  | ${'with the second as often as is set for type B'}
    ${1e-9} | ${'60:rima 10:rima'}                         | ${false} | ${'which may be hardly ever'}
    ${1e-9} | ${'60:rima 60:rima 10:rima'}                 | ${false} | ${'with the third alike'}
    ${1e-9} | ${'60:rima 60:rima 60:rima 10:rima 10:rima'} | ${true}  | ${'with the fourth as often as in any course'}
  `('type B, a loss early by $early, $course: $weighty, $why', ({ early, course, weighty }) => {
    const { p } = lastOf(courseOf(course as string), { 'R.type-b.prior.loss': early as number });
    expect(p > 0.01).toBe(weighty);
  });
});

describe('what is watched at whatever weight', () => {
  const low = {
    ...BY_WEIGHT,
    'R.review.weight': 2,
    'R.review.weight.scale-only': 2,
    'R.watch.weight': 1e-12,
  };
  it.each`
    end                           | tier       | why
    ${'60/12'}                    | ${null}    | ${'as usual'}
    ${'20/6'}                     | ${'watch'} | ${'the last gave less'}
    ${'20/6 60/12'}               | ${'watch'} | ${'one of the last two did'}
    ${'20/6 60/12 60/12'}         | ${null}    | ${'the last two were as usual'}
    ${'20/6@60 60/12'}            | ${null}    | ${'less at a cut dose alone'}
    ${'20/6@60 20/6@60'}          | ${null}    | ${'twice'}
    ${'20/6 60/12@60'}            | ${'watch'} | ${'less at the full dose'}
    ${'20/6 20/6@60 20/6@60'}     | ${'watch'} | ${'and since then at a cut dose'}
    ${'20/6 60/12 60/12 20/6@60'} | ${null}    | ${'at the full dose it was long ago'}
  `('60/12 four times, then $end → $tier: $why', ({ end, tier }) => {
    expect(lastOf(courseOf(`60/12 60/12 60/12 60/12 ${end}`), low).tier).toBe(tier);
  });

  it.each`
    less     | tier       | why
    ${0}     | ${'watch'} | ${'just the share that is less'}
    ${-1e-9} | ${null}    | ${'a trace more'}
  `('a session that gave $why → $tier', ({ less, tier }) => {
    const sessions = courseOf('60/12 60/12 60/12 60/12 20/6');
    const at = benefitsOf(sessions).at(-1)! + (less as number);
    expect(lastOf(sessions, { ...low, 'R.review.less': at }).tier).toBe(tier);
  });

  it('is since the likeliest beginning where no session from there on gave less', () => {
    const sessions = courseOf('60/12 60/12 60/12 60/12 20/6 60/12');
    expect(lastOf(sessions, low)).toMatchObject({ tier: 'watch', sinceSession: 6 });
  });
});

describe('a shorter effect', () => {
  it.each`
    course                                    | tier       | why
    ${'60/13 60/13 60/13 60/13 60/9 60 60/9'} | ${'watch'} | ${'a session in between whose length nobody knows'}
    ${'60/13 60/13 60/13 60/13 60/9 60/9 60'} | ${null}    | ${'how long the last one lasted is not known'}
    ${'60/13 60/13 60/13 60/13 60/9 60/9 -'}  | ${'watch'} | ${'nothing of the last one is known: as before'}
  `('$course → $tier: $why', ({ course, tier }) => {
    expect(lastOf(courseOf(course as string)).tier).toBe(tier);
  });

  it.each`
    more     | of   | tier       | why
    ${0}     | ${6} | ${'watch'} | ${'just the share, of as many lengths as needed'}
    ${-1e-9} | ${6} | ${null}    | ${'one of them a trace longer'}
    ${0}     | ${7} | ${null}    | ${'one length too few'}
  `('$why → $tier', ({ more, of, tier }) => {
    const sessions = courseOf('60/13 60/13 60/13 60/13 60/9 60/9');
    const { sessions: read } = assessTrend(sessions, 'cervical_dystonia', RULES);
    const atMost = Math.max(...read.slice(-2).map(({ share }) => share!.length!)) + (more as number);
    const set = { 'R.watch.length.last-two': atMost, 'R.watch.length.last-two.of': of as number };
    expect(lastOf(sessions, set)).toMatchObject({ tier, restsOn: tier && 'length', sinceSession: tier && 5 });
  });
});

it.each`
  course                                       | tier       | why
  ${'60/13 60/13 60/13 60/13 60/9@60 60/9@60'} | ${null}    | ${'both at a cut dose, which explains it'}
  ${'60/13 60/13 60/13 60/13 60/9@60 60/9'}    | ${'watch'} | ${'only one of them'}
`('shorter than usual at a cut dose, $course → $tier: $why', ({ course, tier }) => {
  const set = { 'R.watch.length.last-two': 1 };
  expect(lastOf(courseOf(course as string), set).tier).toBe(tier);
});

describe('type B: only what was good can be lost', () => {
  const sessions = courseOf('60:rima 60:rima 20:rima 20:rima');
  const [first] = benefitsOf(sessions);
  it.each`
    good                 | of   | tier        | why
    ${first! * 1}        | ${5} | ${'review'} | ${'one session was just as good as needed'}
    ${first! * 1.000001} | ${5} | ${null}     | ${'none was quite as good'}
    ${first! * 2}        | ${4} | ${'review'} | ${'known for as many sessions as any course needs'}
    ${first! * 2}        | ${5} | ${null}     | ${'for one session less'}
  `('good from $good on, $of sessions → $tier: $why', ({ good, of, tier }) => {
    const set = { 'R.type-b.good': good as number, 'R.review.last-two.of': of as number };
    expect(lastOf(sessions, { ...set, 'R.review.weight': 0 }).tier).toBe(tier);
  });
});

/** By a scale alone, but for some sessions of which it is also known after how many days the effect wore off. */
const onScale = (line: string, lengthOf: readonly number[] = [], days = 84) =>
  scaleCourse('twstrs_total', line).map((session, index) => ({
    ...session,
    response: {
      ...session.response,
      ...(lengthOf.includes(index + 1) && { woreOffOn: addDays(session.performedOn, days) }),
    },
  }));

describe('a scale alone', () => {
  const line = '45-30 45-30 45-30 45-44 45-44';
  const byScale = { ...BY_WEIGHT, 'R.review.weight': 2, 'R.review.weight.scale-only': 0 };
  it.each`
    lengths   | tier        | why
    ${[]}     | ${'review'} | ${'has a weight of its own'}
    ${[1, 2]} | ${'review'} | ${'the last three rest on it alone'}
    ${[3]}    | ${null}     | ${'not where a length is known of one of them'}
    ${[4]}    | ${null}     | ${'nor of the next'}
    ${[5]}    | ${null}     | ${'nor of the last'}
  `('of the last three sessions, lengths known of $lengths → $tier: $why', ({ lengths, tier }) => {
    const set = { ...byScale, 'R.watch.weight': 2 };
    expect(lastOf(onScale(line, lengths as number[]), set).tier).toBe(tier);
  });

  it.each`
    rule                              | of   | tier        | why
    ${'R.review.last-two.of.early'}   | ${5} | ${'review'} | ${'two of as many as are needed'}
    ${'R.review.last-two.of.early'}   | ${6} | ${null}     | ${'of one too few'}
    ${'R.review.last-three.of.early'} | ${5} | ${'review'} | ${'three of as many as are needed'}
    ${'R.review.last-three.of.early'} | ${6} | ${null}     | ${'of one too few'}
  `('$rule $of → $tier: $why', ({ rule, of, tier }) => {
    const three = rule === 'R.review.last-three.of.early';
    const set = {
      ...byScale,
      'R.watch.weight': 2,
      'R.review.last-two': three ? -1 : 2,
      'R.review.last-three': three ? 2 : -1,
      'R.review.last-two.of': 99,
      'R.review.last-three.of': 99,
      [rule as string]: of as number,
    };
    expect(lastOf(onScale(line), set).tier).toBe(tier);
  });
});

it.each`
  line                               | product   | tier        | why
  ${'45-12 45-20 45-31 45-31 45-31'} | ${'rima'} | ${'watch'}  | ${'less than at first, and still a response each time'}
  ${'45-12 45-20 45-31 45-44 45-31'} | ${'rima'} | ${'review'} | ${'one of the last three was no response'}
  ${'45-12 45-44 45-31 45-31 45-31'} | ${'rima'} | ${'watch'}  | ${'the fourth back is long ago'}
  ${'45-12 45-20 45-31 45-31 45-31'} | ${'ona'}  | ${'review'} | ${'type A: the weight decides'}
`('by a scale alone $line of $product → $tier: $why', ({ line, product, tier }) => {
  const sessions = scaleCourse('twstrs_total', line as string, { product: product as 'ona' });
  const set = { 'R.review.weight': 0, 'R.review.weight.scale-only': 0, 'R.watch.weight': 0 };
  expect(lastOf(sessions, set).tier).toBe(tier);
});

it('of type B a rating beside the scale lets the weight decide', () => {
  const rated = [90, 80, 40, 40, 40];
  const sessions = scaleCourse('twstrs_total', '45-12 45-20 45-31 45-31 45-31', { product: 'rima' }).map(
    (session, index) => ({
      ...session,
      response: { ...session.response, improvementPct: rated[index]! },
    }),
  );
  expect(lastOf(sessions, { 'R.review.weight': 0 }).tier).toBe('review');
});

it.each`
  sessions                                         | told     | why
  ${courseOf('60/12 60/12 70/13 60/12 20/6 20/7')} | ${true}  | ${'a weight is what is shown'}
  ${courseOf('60/13 60/13 60/13 60/13 60/9 60/9')} | ${false} | ${'a length is'}
  ${courseOf('20/6 10/5 20/6')}                    | ${false} | ${'never had benefit'}
  ${courseOf('60/12 60/12 60/12 60/12')}           | ${false} | ${'nothing is shown'}
`('the share of lasting losses is told: $told, $why', ({ sessions, told }) => {
  expect(lastOf(sessions as TreatedSession[]).trueLossShare !== null).toBe(told);
});

it('the share of lasting losses is lower where the last three sessions rest on a scale alone', () => {
  const line = '45-30 45-30 45-30 45-30 45-30 45-45 45-45 45-45';
  const told = (lengths: readonly number[], days = 42) => {
    const { trueLossShare, tier } = lastOf(onScale(line, lengths, days));
    expect(tier).toBe('review');
    return trueLossShare!;
  };
  expect(told([])).toBe(told([1]));
  expect(told([4, 5], 84)).toBe(told([]));
  for (const nth of [6, 7, 8]) expect(told([nth])).toBeGreaterThan(told([]));
});

it.each`
  course              | adverseEvents                              | tier         | restsOn        | why
  ${'20/6 10/5 20/6'} | ${[]}                                      | ${'primary'} | ${'benefit'}   | ${'never had benefit'}
  ${TYPE_B}           | ${['dry_mouth', 'dry_mouth', 'dry_mouth']} | ${'review'}  | ${'dry-mouth'} | ${'type B has lost its dry mouth as well'}
`('$course rests on $restsOn: $why', ({ course, adverseEvents, tier, restsOn }) => {
  const sessions = courseOf(course as string);
  const circumstances = sessions.map((_, index) => ({
    adverseEvents: [(adverseEvents as string[])[index] ?? []].flat(),
  }));
  const { states } = assessTrend(sessions, 'cervical_dystonia', RULES, { circumstances });
  expect(states.at(-1)).toMatchObject({ tier, restsOn });
});
