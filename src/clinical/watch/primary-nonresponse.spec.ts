import { effectLengths } from '../due/effect/effect-length';
import { neverHadBenefit } from './primary-nonresponse';
import { meetsPublishedDefinition } from './evidence/published-definition';
import { readAlone } from '../../../test/support/walks/read-alone';
import { ruleValues } from '../rules';
import { courseOf } from '../../../test/support/patients/course-line';

const RULES = ruleValues();

interface Case {
  course: string;
  answer: boolean;
}

/** Cervical dystonia: the usual length is 95 days, 60 % of it 57 days. */
it.each`
  course                       | answer   | why
  ${'26 26'}                   | ${false} | ${'two sizes are too few'}
  ${'26 26 26'}                | ${true}  | ${'three at 26 %, no length known'}
  ${'26 - 26'}                 | ${false} | ${'a session without a size is none of them'}
  ${'26 27 26'}                | ${false} | ${'the mean is above 26 %'}
  ${'10 10 49'}                | ${true}  | ${'none reached 50 %'}
  ${'10 10 50'}                | ${false} | ${'one reached 50 %'}
  ${'36/6 36/6 36/6'}          | ${true}  | ${'36 % on average, and short'}
  ${'36/6 37/6 36/6'}          | ${false} | ${'above it'}
  ${'20 - - 20 - 20'}          | ${true}  | ${'the sixth session still counts'}
  ${'20 - - 20 - - 20'}        | ${false} | ${'the seventh does not'}
  ${'20/8 20/8 20/8'}          | ${true}  | ${'56 days on average: short too'}
  ${'20/8 20/8 20/9'}          | ${false} | ${'58 days on average: it did last'}
  ${'20/12+ 20/12+ 20/12+ 20'} | ${false} | ${'still effective at twelve weeks'}
  ${'20/3+ 20/3+ 20/3+ 20'}    | ${true}  | ${'asked early: says nothing of the length'}
`('$course → never had benefit: $answer, $why', ({ course, answer }: Case) => {
  const sessions = courseOf(course);
  const lengths = effectLengths(sessions, undefined, RULES);
  const evidence = sessions.map(({ response }, index) => readAlone(response, lengths[index]!));
  expect(neverHadBenefit(evidence, 95, RULES)).toBe(answer);
});

it.each`
  variance | answer   | why
  ${27}    | ${true}  | ${'the mean of three errs by three points: as ratings do'}
  ${28}    | ${false} | ${'it errs by more, and lies on the limit'}
  ${300}   | ${false} | ${'a scale'}
`('three readings of 26 % with a variance of $variance → $answer: $why', ({ variance, answer }) => {
  const size = { improvementPct: 26, variance: variance as number, readings: [], entered: [] };
  expect(neverHadBenefit([{ size }, { size }, { size }], 95, RULES)).toBe(answer);
});

it.each`
  course              | normDays | answer   | why
  ${'20/9 20/9 20/9'} | ${105}   | ${true}  | ${'63 days: on the share of 60 %'}
  ${'20/9 20/9 20/9'} | ${104}   | ${false} | ${'just over the share'}
  ${'20/9 20/9 20/9'} | ${106}   | ${true}  | ${'just under it'}
  ${'20 20 20/11+'}   | ${99}    | ${true}  | ${'still effective at 77 days, no further session: says little'}
  ${'20 20 20/14+'}   | ${99}    | ${true}  | ${'at 98 days too: a day short of the usual length'}
  ${'20 20 20/14+'}   | ${98}    | ${false} | ${'at the usual length it did last'}
  ${'20 20 20/14+'}   | ${97}    | ${false} | ${'and beyond it'}
`('usual $normDays days, $course → $answer: $why', ({ course, normDays, answer }) => {
  const sessions = courseOf(course);
  const lengths = effectLengths(sessions, undefined, RULES);
  const evidence = sessions.map(({ response }, index) => readAlone(response, lengths[index]!));
  expect(neverHadBenefit(evidence, normDays, RULES)).toBe(answer);
});

it.each`
  course              | answer   | why
  ${'60 60 30 30'}    | ${true}  | ${'good twice, then twice at most 30 %'}
  ${'60 60 30 31'}    | ${false} | ${'the last is above 30 %'}
  ${'60 60 30'}       | ${false} | ${'one failure is not enough'}
  ${'40 40 30 30'}    | ${true}  | ${'40 % is a good response'}
  ${'60 39 30 30'}    | ${false} | ${'good only once'}
  ${'30 30 30 30'}    | ${false} | ${'never was good'}
  ${'60 60 30 - 30'}  | ${true}  | ${'a session without a rating is passed over'}
  ${'60 60 30 30 60'} | ${false} | ${'it came back'}
`('$course → published definition met: $answer, $why', ({ course, answer }: Case) => {
  const sessions = courseOf(course).map(({ response }) => ({
    outcome: readAlone(response, { kind: 'unknown', days: 0, usable: false }).outcome,
    doseReduced: false,
  }));
  expect(meetsPublishedDefinition(sessions)).toBe(answer);
});

it('a session without a response, or with a rating taken back, is passed over', () => {
  const course = courseOf('60 60 30 60 60 30').map((session, index) =>
    index === 3
      ? { ...session, response: undefined }
      : index === 4
        ? { ...session, response: { improvementPct: null as unknown as number } }
        : session,
  );
  const sessions = course.map(({ response }) => ({
    outcome: readAlone(response, { kind: 'unknown', days: 0, usable: false }).outcome,
    doseReduced: false,
  }));
  expect(meetsPublishedDefinition(sessions)).toBe(true);
});
