import { effectLengths } from '../due/effect-length';
import { neverHadBenefit } from './primary-nonresponse';
import { meetsPublishedDefinition } from './evidence/published-definition';
import { readAlone } from '../../../test/support/read-alone';
import { ruleValues } from '../rules';
import { courseOf } from '../../../test/support/course-line';

const RULES = ruleValues();

interface Case {
  course: string;
  answer: boolean;
}

/** Cervical dystonia: the usual length is 95 days, 70 % of it 66.5 days. */
it.each`
  course                       | answer   | why
  ${'30 30'}                   | ${false} | ${'two sizes are too few'}
  ${'30 30 30'}                | ${true}  | ${'three at 30 %'}
  ${'30 31 30'}                | ${false} | ${'the mean is above 30 %'}
  ${'20 20 39'}                | ${true}  | ${'none reached 40 %'}
  ${'10 10 40'}                | ${false} | ${'one reached 40 %'}
  ${'20 - - 20 - 20'}          | ${true}  | ${'the sixth session still counts'}
  ${'20 - - 20 - - 20'}        | ${false} | ${'the seventh does not'}
  ${'20/9 20/9 20/10'}         | ${true}  | ${'65 days on average: short too'}
  ${'20/9 20/10 20/10'}        | ${false} | ${'68 days on average: it did last'}
  ${'20/12+ 20/12+ 20/12+ 20'} | ${false} | ${'still effective at twelve weeks'}
  ${'20/3+ 20/3+ 20/3+ 20'}    | ${true}  | ${'asked early: says nothing of the length'}
`('$course → never had benefit: $answer, $why', ({ course, answer }: Case) => {
  const sessions = courseOf(course);
  const lengths = effectLengths(sessions, undefined, RULES);
  const evidence = sessions.map(({ response }, index) => readAlone(response, lengths[index]!));
  expect(neverHadBenefit(evidence, 95, RULES)).toBe(answer);
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
