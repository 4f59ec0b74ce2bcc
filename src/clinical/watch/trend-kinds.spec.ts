import { addDays } from '../calendar';
import type { IndicationSlug } from '../catalogue/indications';
import { ruleValues } from '../rules';
import { courseOf } from '../../../test/support/patients/course-line';
import { scaleCourse } from '../../../test/support/patients/scale-course';
import { assessTrend } from './response-trend';
import type { TrendTier } from './trend-state';

const RULES = ruleValues();

describe('one scale is all that is recorded: five good sessions, then total failures', () => {
  it.each`
    indication                  | scale             | good       | failed     | untreated    | review
    ${'chronic_migraine'}       | ${'mhd'}          | ${'22-10'} | ${'22-21'} | ${undefined} | ${2}
    ${'chronic_migraine'}       | ${'mhd'}          | ${'18-10'} | ${'18-21'} | ${22}        | ${2}
    ${'chronic_migraine'}       | ${'mmd'}          | ${'20-9'}  | ${'20-20'} | ${undefined} | ${2}
    ${'cervical_dystonia'}      | ${'twstrs_total'} | ${'45-30'} | ${'45-44'} | ${undefined} | ${2}
    ${'blepharospasm'}          | ${'jrs'}          | ${'6-2'}   | ${'6-6'}   | ${undefined} | ${2}
    ${'hemifacial_spasm'}       | ${'hfs7'}         | ${'14-4'}  | ${'14-14'} | ${undefined} | ${2}
    ${'hyperhidrosis_axillary'} | ${'hdss'}         | ${'4-2'}   | ${'4-4'}   | ${undefined} | ${2}
    ${'spasticity_upper'}       | ${'gas_t'}        | ${'-55'}   | ${'-38'}   | ${undefined} | ${2}
    ${'tremor'}                 | ${'ftm'}          | ${'60-35'} | ${'60-58'} | ${undefined} | ${2}
    ${'tremor'}                 | ${'tetras'}       | ${'30-18'} | ${'30-29'} | ${undefined} | ${2}
    ${'tmj_dysfunction'}        | ${'nrs_pain'}     | ${'7-3'}   | ${'7-7'}   | ${undefined} | ${2}
    ${'chronic_migraine'}       | ${'midas'}        | ${'60-25'} | ${'60-58'} | ${undefined} | ${3}
    ${'spasticity_upper'}       | ${'mas'}          | ${'3-2'}   | ${'3-3'}   | ${undefined} | ${3}
    ${'chronic_migraine'}       | ${'hit6'}         | ${'66-56'} | ${'66-65'} | ${undefined} | ${3}
  `(
    '$scale $good, then $failed: review by failure $review',
    ({ indication, scale, good, failed, untreated, review }) => {
      const line = [
        ...Array<string>(5).fill(good as string),
        ...Array<string>(3).fill(failed as string),
      ].join(' ');
      const sessions = scaleCourse(scale as string, line, { untreated: untreated as number | undefined });
      const tiers = assessTrend(sessions, indication as IndicationSlug, RULES).states.map(({ tier }) => tier);
      const at = tiers.indexOf('review') - 4;
      expect(at).toBeGreaterThan(1);
      expect(at).toBeLessThanOrEqual(review as number);
    },
  );
});

it.each`
  scale             | line                                                       | untreated    | why
  ${'mhd'}          | ${'22-8 20-8 18-8 15-8 12-8 10-8 9-8 9-8 9-8'}             | ${undefined} | ${'migraine days come down by carry-over, at an unchanged peak'}
  ${'mhd'}          | ${'22-8 20-8 18-8 15-8 12-8 10-8 9-8 9-8 9-8'}             | ${22}        | ${'and with an untreated value'}
  ${'twstrs_total'} | ${'45-20 42-20 38-20 35-20 30-20 27-20 25-20 24-20 24-20'} | ${undefined} | ${'dystonia begins better and better'}
`('carry-over never flags: $why', ({ scale, line, untreated }) => {
  const sessions = scaleCourse(scale as string, line as string, {
    untreated: untreated as number | undefined,
  });
  const indication = scale === 'mhd' ? 'chronic_migraine' : 'cervical_dystonia';
  for (const { tier, p } of assessTrend(sessions, indication, RULES).states) {
    expect(tier).toBeNull();
    expect(p).toBeLessThanOrEqual(0.01);
  }
});

interface Case {
  course: string;
  indication: IndicationSlug;
  tier: TrendTier | null;
  restsOn: string | null;
}

describe('what a tier rests on', () => {
  it.each`
    course                                               | tier        | restsOn      | why
    ${'60/13 60/13 60/13 60/13 60/8 60/8'}               | ${'watch'}  | ${'benefit'} | ${'a good third shorter at a kept peak'}
    ${'60/13 60/13 60/13 60/13 60/9 60/9'}               | ${'watch'}  | ${'length'}  | ${'three tenths shorter, twice'}
    ${'60/13 60/13 60/13 60/13 60/9'}                    | ${null}     | ${null}      | ${'once is not enough'}
    ${'60/13 60/13 60/13 60/13 60/10 60/10 60/10'}       | ${'watch'}  | ${'length'}  | ${'a fifth shorter, three times'}
    ${'60/13 60/13 60/13 60/13 60/10 60/10'}             | ${null}     | ${null}      | ${'a fifth shorter, twice'}
    ${'60/13 60/13 60/13 60/13 60/9 60/9 60/13'}         | ${null}     | ${null}      | ${'it lasts as before'}
    ${'60/13 60/13 60/13 60/13 60/9@60 60/9@60'}         | ${null}     | ${null}      | ${'both at a cut dose'}
    ${'60/13 60/13 60/9 60/9'}                           | ${'watch'}  | ${'length'}  | ${'four known lengths are enough'}
    ${'/13 /13 /13 /13 /8 /8'}                           | ${'review'} | ${'benefit'} | ${'nobody asked for the peak'}
    ${'95 95 60 60 60 60 60 60'}                         | ${null}     | ${null}      | ${'the first two were the best ever'}
    ${'95/12 95/12 60/12 60/12 60/12 60/12 60/12 60/12'} | ${null}     | ${null}      | ${'and with lengths'}
    ${'60:rima 10:rima 10:rima'}                         | ${'review'} | ${'benefit'} | ${'type B: two failures after one good session'}
    ${'60:rima 20:rima 20:rima'}                         | ${'review'} | ${'benefit'} | ${'type B: by a fifth'}
    ${'60/12:rima 10/5:rima 10/5:rima'}                  | ${'review'} | ${'benefit'} | ${'type B: size and length'}
    ${'60:rima 50:rima 45:rima'}                         | ${null}     | ${null}      | ${'type B: a little less'}
    ${'10/4 10/4 10/4 60/12:rima 10/4:rima 10/4:rima'}   | ${'review'} | ${'benefit'} | ${'type A never worked, type B once'}
    ${'60/13 60/13 60/13 60/12 60/11 60/10 60/9 60/8'}   | ${'watch'}  | ${'length'}  | ${'each a little shorter than the one before'}
    ${'60/13 60/13 60/12 60/12 60/12 60/11 60/11 60/11'} | ${null}     | ${null}      | ${'a drift of two weeks is none'}
    ${'95 90 50 55 45 55 50 50 50 50'}                   | ${null}     | ${null}      | ${'the first two were the best ever, six lower ones are steady'}
    ${'60/12 60/12 60/12 60/12 20/6:rima 20/6:rima'}     | ${null}     | ${null}      | ${'type B was never good'}
  `('$course → $tier on $restsOn: $why', ({ course, tier, restsOn }: Case) => {
    const state = assessTrend(courseOf(course), 'cervical_dystonia', RULES).states.at(-1)!;
    expect({ tier: state.tier, restsOn: state.restsOn }).toEqual({ tier, restsOn });
  });

  it.each`
    indication             | scale             | line
    ${'cervical_dystonia'} | ${'twstrs_total'} | ${'45-28 45-44 45-44'}
    ${'spasticity_upper'}  | ${'mas'}          | ${'3-1+ 3-3 3-3'}
    ${'chronic_migraine'}  | ${'hit6'}         | ${'66-54 66-65 66-66'}
    ${'sialorrhea'}        | ${'dsfs'}         | ${'8-4 8-8 8-8'}
    ${'cervical_dystonia'} | ${'twstrs_total'} | ${'45-28 45-29 45-44 45-44'}
  `(
    'type B by its scale alone, two failures after a good session: $scale $line',
    ({ indication, scale, line }) => {
      const sessions = scaleCourse(scale as string, line as string, { product: 'rima' });
      expect(assessTrend(sessions, indication as IndicationSlug, RULES).states.at(-1)!.tier).toBe('review');
    },
  );

  it.each`
    before  | scale      | after | tier        | why
    ${'80'} | ${'45-30'} | ${4}  | ${'watch'}  | ${'who rates high falls by a third on the scale: no loss'}
    ${'60'} | ${'45-30'} | ${4}  | ${null}     | ${'the scale says the same'}
    ${'60'} | ${'45-44'} | ${2}  | ${'review'} | ${'lost when the measure changed'}
  `(
    'four sessions rated $before, then TWSTRS $scale alone $after times: $tier, $why',
    ({ before, scale, after, tier }) => {
      const rated = courseOf(
        Array<string>(4)
          .fill(before as string)
          .join(' '),
      );
      const measured = scaleCourse(
        'twstrs_total',
        Array<string>(after as number)
          .fill(scale as string)
          .join(' '),
      );
      const sessions = [...rated, ...measured].map((session, index) => ({
        ...session,
        performedOn: addDays('2024-01-01', 84 * index),
      }));
      expect(assessTrend(sessions, 'cervical_dystonia', RULES).states.at(-1)!.tier).toBe(tier);
    },
  );
});

it.each`
  total    | partial   | why
  ${'0/3'} | ${'30/8'} | ${'size and length'}
  ${'0/0'} | ${'20/6'} | ${'hardly a day'}
  ${'0'}   | ${'30'}   | ${'size alone'}
  ${'/1'}  | ${'/7'}   | ${'length alone'}
`('a total failure weighs no less than a partial one: $total, $partial, $why', ({ total, partial }) => {
  for (const indication of ['cervical_dystonia', 'blepharospasm', 'chronic_migraine'] as const) {
    const p = (last: string) => {
      const good = last.startsWith('/') ? '/12' : last.includes('/') ? '60/12' : '60';
      return assessTrend(courseOf(`${`${good} `.repeat(4)}${last}`), indication, RULES).states.at(-1)!.p;
    };
    expect(p(total as string)).toBeGreaterThanOrEqual(p(partial as string));
  }
});

describe('the published definition is right both ways', () => {
  const met = (sessions: ReturnType<typeof courseOf>, indication: IndicationSlug = 'cervical_dystonia') =>
    assessTrend(sessions, indication, RULES).states.at(-1)!.publishedDefinitionMet;

  it.each`
    course                    | answer   | why
    ${'60 60 60 20 20'}       | ${true}  | ${'two failures after good sessions'}
    ${'60 60 60 20@60 20@60'} | ${false} | ${'both at a cut dose: not adequate'}
    ${'60 60 60 20 20@60'}    | ${false} | ${'one at a cut dose'}
    ${'60 60 60 20 20@60 20'} | ${true}  | ${'two at the full dose, whatever lies between'}
  `('$course: $answer, $why', ({ course, answer }) => {
    expect(met(courseOf(course as string))).toBe(answer);
  });

  it.each`
    indication                  | scale             | line                               | answer   | why
    ${'cervical_dystonia'}      | ${'twstrs_total'} | ${'45-30 45-30 45-37.25 45-37.25'} | ${true}  | ${'TWSTRS falls by less than eight points'}
    ${'cervical_dystonia'}      | ${'twstrs_total'} | ${'45-30 45-30 45-37 45-37'}       | ${false} | ${'by eight'}
    ${'chronic_migraine'}       | ${'mhd'}          | ${'20-10 20-10 20-15 20-15'}       | ${true}  | ${'a quarter fewer headache days'}
    ${'chronic_migraine'}       | ${'mhd'}          | ${'20-10 20-10 20-14 20-14'}       | ${false} | ${'three tenths fewer'}
    ${'spasticity_upper'}       | ${'mas'}          | ${'3-2 3-2 3-3 3-3'}               | ${true}  | ${'no grade'}
    ${'hyperhidrosis_axillary'} | ${'hdss'}         | ${'4-2 4-2 4-4 4-4'}               | ${true}  | ${'no grade of HDSS'}
    ${'hyperhidrosis_axillary'} | ${'hdss'}         | ${'4-2 4-2 4-3 4-3'}               | ${false} | ${'one grade: no responder, no failure'}
    ${'hyperhidrosis_axillary'} | ${'hdss'}         | ${'4-3 4-3 4-4 4-4'}               | ${false} | ${'never was a responder: that takes two grades'}
  `('$scale $line: $answer, $why', ({ indication, scale, line, answer }) => {
    expect(met(scaleCourse(scale as string, line as string), indication as IndicationSlug)).toBe(answer);
  });

  it.each`
    grades          | answer
    ${[2, 2, 4, 4]} | ${true}
    ${[2, 2, 3, 4]} | ${false}
  `('PGIC $grades: $answer', ({ grades, answer }) => {
    const sessions = courseOf('60 60 60 60').map((session, index) => ({
      ...session,
      response: { pgic: (grades as number[])[index]! },
    }));
    expect(met(sessions)).toBe(answer);
  });
});
