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
  ${'30 - 30'}                 | ${false} | ${'a session without a size is none of them'}
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
  course                 | normDays | answer   | why
  ${'20/10 20/10 20/10'} | ${100}   | ${true}  | ${'70 days: on the share of 70 %'}
  ${'20/10 20/10 20/10'} | ${99}    | ${false} | ${'just over the share'}
  ${'20/10 20/10 20/10'} | ${101}   | ${true}  | ${'just under it'}
  ${'20 20 20/11+'}      | ${99}    | ${true}  | ${'still effective at 77 days, no further session: says little'}
  ${'20 20 20/14+'}      | ${99}    | ${true}  | ${'at 98 days too: a day short of the usual length'}
  ${'20 20 20/14+'}      | ${98}    | ${false} | ${'at the usual length it did last'}
  ${'20 20 20/14+'}      | ${97}    | ${false} | ${'and beyond it'}
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
