import { courseOf } from '../../../../test/support/patients/course-line';
import { measuredCourse } from '../../../../test/support/patients/measured-course';
import { ruleValues } from '../../rules';
import { assessTrend } from '../response-trend';
import type { TreatedSession } from '../../treated-session';
import { lessBenefitText, neverHelpedText, shorterText } from './what-was-seen';

const RULES = ruleValues();
type Set = Parameters<typeof ruleValues>[0];

/** What there is to be told of a course, the loss since its fifth session. */
function seenOf(sessions: readonly TreatedSession[], set: Set = {}) {
  const trend = assessTrend(sessions, 'cervical_dystonia', RULES);
  return { evidence: trend.sessions, since: 4, state: trend.states.at(-1)!, rules: ruleValues(set) };
}

const lessOf = (course: string, set?: Set) => lessBenefitText(seenOf(courseOf(course), set));
const shorterOf = (course: string, set?: Set) => shorterText(seenOf(courseOf(course), set));
const GOOD = '60/12 60/12 60/12 60/12';

it.each`
  course                         | text
  ${`${GOOD} 20/6`}              | ${"At session 5 (2024-12-02) benefit was 20 % (patient's rating) for 6 weeks; this patient's usual is 60 % for 12 weeks (sessions 1-4), so it gave 43 % of usual (size and length together) at an unchanged dose"}
  ${`${GOOD} 20/6 30/7`}         | ${"Since session 5 (2024-12-02) benefit is 20-30 % (patient's rating) for 6-7 weeks; this patient's usual is 60 % for 12 weeks (sessions 1-4), so the last two sessions gave 43 % and 54 % of usual (size and length together) at an unchanged dose"}
  ${`${GOOD} - 20/6 30/7`}       | ${"Since session 5 (2024-12-02) benefit is 20-30 % (patient's rating) for 6-7 weeks; this patient's usual is 60 % for 12 weeks (sessions 1-4), so the last two sessions gave 43 % and 54 % of usual (size and length together) at an unchanged dose"}
  ${`${GOOD} 20/6 60/12 30/7`}   | ${"Since session 5 (2024-12-02) 2 of 3 sessions gave less: benefit was 20-30 % (patient's rating) for 6-7 weeks; this patient's usual is 60 % for 12 weeks (sessions 1-4), so the last three sessions gave 43 %, 98 % and 54 % of usual (size and length together) at an unchanged dose"}
  ${`${GOOD} 60/12 20/6 30/7`}   | ${"Since session 5 (2024-12-02) 2 of 3 sessions gave less: benefit was 20-30 % (patient's rating) for 6-7 weeks; this patient's usual is 60 % for 12 weeks (sessions 1-4), so the last two sessions gave 43 % and 54 % of usual (size and length together) at an unchanged dose"}
  ${`${GOOD} 60/12 20/6`}        | ${"At session 6 (2025-02-24) benefit was 20 % (patient's rating) for 6 weeks; this patient's usual is 60 % for 12 weeks (sessions 1-4), so the last two sessions gave 98 % and 43 % of usual (size and length together) at an unchanged dose"}
  ${'60/12 - 60/12 - 20/6 20/6'} | ${"Since session 5 (2024-12-02) benefit is 20 % (patient's rating) for 6 weeks; this patient's usual is 60 % for 13 weeks (sessions 1-3), so the last two sessions gave 42 % and 42 % of usual (size and length together) at an unchanged dose"}
  ${'- - 60/12 - 20/6 20/6'}     | ${"Since session 5 (2024-12-02) benefit is 20 % (patient's rating) for 6 weeks; this patient's usual is 44 % for 10 weeks (session 3), so the last two sessions gave 41 % and 54 % of usual (size and length together) at an unchanged dose"}
  ${`${GOOD} 20 20`}             | ${"Since session 5 (2024-12-02) benefit is 20 % (patient's rating); this patient's usual is 60 % (sessions 1-4), so the last two sessions gave 33 % and 33 % of usual (size only) at an unchanged dose"}
  ${`${GOOD} /6 /6`}             | ${"Since session 5 (2024-12-02) the effect lasts 6 weeks; this patient's usual is 12 weeks (sessions 1-4), so the last two sessions gave 49 % and 49 % of usual (length only) at an unchanged dose"}
  ${`${GOOD} /6`}                | ${"At session 5 (2024-12-02) the effect lasted 6 weeks; this patient's usual is 12 weeks (sessions 1-4), so it gave 49 % of usual (length only) at an unchanged dose"}
  ${`${GOOD} 20 /6`}             | ${"Since session 5 (2024-12-02) benefit is 20 % (patient's rating) for 6 weeks; this patient's usual is 60 % for 12 weeks (sessions 1-4), so the last two sessions gave 33 % and 49 % of usual (size and length as far as known) at an unchanged dose"}
  ${`${GOOD} -30/0 -30/0`}       | ${"Since session 5 (2024-12-02) benefit is -30 % (patient's rating) for 0 weeks; this patient's usual is 60 % for 12 weeks (sessions 1-4), so the last two sessions gave 0 % and 0 % of usual (size and length together) at an unchanged dose"}
`('$course: $text', ({ course, text }) => {
  expect(lessOf(course as string)).toBe(text);
});

it('tells all of them where none gave clearly less', () => {
  expect(lessOf(`${GOOD} 60/12 55/12`, { 'R.review.less': 0.5 })).toContain(
    "Since session 5 (2024-12-02) benefit is 55-60 % (patient's rating) for 12 weeks;",
  );
});

it.each`
  less     | told                                                  | why
  ${0.428} | ${'At session 5 (2024-12-02) benefit was 20 % '}      | ${'the first gave no more than this'}
  ${0.54}  | ${'At session 5 (2024-12-02) benefit was 20 % '}      | ${'the second a trace more'}
  ${0.545} | ${'Since session 5 (2024-12-02) benefit is 20-30 % '} | ${'both'}
`('clearly less from $less on: $told…, $why', ({ less, told }) => {
  expect(lessOf(`${GOOD} 20/6 30/7`, { 'R.review.less': less as number })).toContain(told);
});

/* How many of the last sessions are told: those that the review rests on. */
it.each`
  end                        | set                               | gave                                         | why
  ${'44/9 44/9 36/8'}        | ${{}}                             | ${'two sessions gave 73 % and 63 %'}         | ${'two were enough'}
  ${'44/9 46/10 36/8'}       | ${{}}                             | ${'three sessions gave 73 %, 79 % and 63 %'} | ${'it took three'}
  ${'44/9 46/10 36/8'}       | ${{ 'R.review.last-two': 0.8 }}   | ${'two sessions gave 79 % and 63 %'}         | ${'two are, as is set'}
  ${'44/9 46/10 36/8'}       | ${{ 'R.review.last-three': 0.7 }} | ${'two sessions gave 79 % and 63 %'}         | ${'three are not'}
  ${'46/10 36/8'}            | ${{}}                             | ${'two sessions gave 79 % and 63 %'}         | ${'there are no three'}
  ${'46/10 20/6 44/9 36/8'}  | ${{}}                             | ${'two sessions gave 73 % and 63 %'}         | ${'the last two of four'}
  ${'20/6 44/9 46/10 36/8'}  | ${{}}                             | ${'three sessions gave 73 %, 79 % and 63 %'} | ${'the last three of four'}
  ${'60/12 44/9 46/10 36/8'} | ${{}}                             | ${'three sessions gave 73 %, 80 % and 63 %'} | ${'a good one before them is not among them'}
  ${'20/6 60/12 30/7'}       | ${{}}                             | ${'three sessions gave 43 %, 98 % and 54 %'} | ${'a good one between two that gave less'}
  ${'20/6 60/12 60/12 30/7'} | ${{}}                             | ${'two sessions gave 99 % and 54 %'}         | ${'two good ones between them'}
  ${'60/12 60/12 30/7'}      | ${{}}                             | ${'two sessions gave 99 % and 54 %'}         | ${'good ones before it'}
`('$end with $set: the last $gave, $why', ({ end, set, gave }) => {
  expect(lessOf(`${GOOD} ${end}`, set as Set)).toContain(`so the last ${gave as string} of usual`);
});

it.each`
  end                     | set                            | dose                                           | why
  ${'20/6 20/7'}          | ${{}}                          | ${' at an unchanged dose'}                     | ${'as before'}
  ${'20/6 20/7@90'}       | ${{}}                          | ${' at a slightly lower dose'}                 | ${'the last'}
  ${'20/6@90 20/7'}       | ${{}}                          | ${' at a slightly lower dose'}                 | ${'the one before'}
  ${'20/6@90 20/7 20/7'}  | ${{}}                          | ${' at an unchanged dose'}                     | ${'two before: the last two count'}
  ${'20/6 20/7@95'}       | ${{}}                          | ${' at an unchanged dose'}                     | ${'from this share on it counts as unchanged'}
  ${'20/6 20/7@94'}       | ${{}}                          | ${' at a slightly lower dose'}                 | ${'below it as lower'}
  ${'20/6 20/7@105'}      | ${{}}                          | ${' at an unchanged dose'}                     | ${'up to this share'}
  ${'20/6 20/7@106'}      | ${{}}                          | ${' although the dose was raised'}             | ${'above it as raised'}
  ${'20/6@130 20/7 20/7'} | ${{}}                          | ${' at an unchanged dose'}                     | ${'raised two before'}
  ${'20/6@60 20/7'}       | ${{}}                          | ${', with a reduced dose at session 5'}        | ${'a cut dose'}
  ${'20/6@60 20/7@60'}    | ${{}}                          | ${', with a reduced dose at sessions 5 and 6'} | ${'two'}
  ${'20/6 20/7:abo@60'}   | ${{}}                          | ${' after a change of product'}                | ${'another product before every dose'}
  ${'20/6 20/7@90'}       | ${{ 'R.dose.unchanged': 0.9 }} | ${' at an unchanged dose'}                     | ${'as is set'}
  ${'20/6 20/7@130'}      | ${{ 'R.dose.raised': 1.3 }}    | ${' at an unchanged dose'}                     | ${'as is set'}
`('$end with $set:$dose, $why', ({ end, set, dose }) => {
  const [less, shorter] = [lessOf, shorterOf].map((say) => say(`${GOOD} ${end}`, set as Set));
  expect(less!.endsWith(`together)${dose as string}`)).toBe(true);
  expect(shorter!.endsWith(`of usual${dose as string}`)).toBe(true);
});

it.each`
  course                           | text
  ${`${GOOD} 60/9 60/9`}           | ${"Since session 5 (2024-12-02) the effect lasts 9 weeks; this patient's usual is 12 weeks (sessions 1-4), so the last sessions lasted 73 % and 73 % of usual at an unchanged dose"}
  ${`${GOOD} 60/9 60/9 60/8 60/8`} | ${"Since session 5 (2024-12-02) the effect lasts 8-9 weeks; this patient's usual is 12 weeks (sessions 1-4), so the last sessions lasted 73 %, 65 % and 65 % of usual at an unchanged dose"}
  ${`${GOOD} 60/9 60 60/8`}        | ${"Since session 5 (2024-12-02) the effect lasts 8-9 weeks; this patient's usual is 12 weeks (sessions 1-4), so the last sessions lasted 73 % and 65 % of usual at an unchanged dose"}
  ${'60 60/12 60/12 60 60/9 60/8'} | ${"Since session 5 (2024-12-02) the effect lasts 8-9 weeks; this patient's usual is 13 weeks (sessions 2-3), so the last sessions lasted 72 % and 64 % of usual at an unchanged dose"}
  ${'60 60 60/12 60 60/9 60/8'}    | ${"Since session 5 (2024-12-02) the effect lasts 8-9 weeks; this patient's usual is 13 weeks (session 3), so the last sessions lasted 70 % and 63 % of usual at an unchanged dose"}
`('$course, shorter: $text', ({ course, text }) => {
  expect(shorterOf(course as string)).toBe(text);
});

it.each`
  course              | text
  ${'20/6 10/5 20/6'} | ${"In the first sessions (3 known, from session 1) benefit was 10-20 % (patient's rating) for 5-6 weeks; an improvement of 60 % for 14 weeks is usual in this indication"}
  ${'20/6 - 20/6'}    | ${"In the first sessions (2 of 3 known, from session 1) benefit was 20 % (patient's rating) for 6 weeks; an improvement of 60 % for 14 weeks is usual in this indication"}
  ${'- 20 10'}        | ${"In the first sessions (2 of 3 known, from session 1) benefit was 10-20 % (patient's rating); an improvement of 60 % for 14 weeks is usual in this indication"}
  ${'/3 /4 /3'}       | ${'In the first sessions (3 known, from session 1) the effect lasted 3-4 weeks; an improvement of 60 % for 14 weeks is usual in this indication'}
`('$course, never helped: $text', ({ course, text }) => {
  expect(neverHelpedText(seenOf(courseOf(course as string)))).toBe(text);
});

it.each`
  course                           | usual                                 | why
  ${'2/12 2/12 1/12 2/12 4/6 5/7'} | ${'1-2 for 12 weeks (sessions 1-4)'}  | ${'by the same measure'}
  ${'2 2 1 2 4 5'}                 | ${'1-2 (sessions 1-4)'}               | ${'alone'}
  ${'/12 /12 /12 /12 4/6 5/7'}     | ${'60 % for 12 weeks (sessions 1-4)'} | ${'which was not taken before'}
  ${'2/12 - - - 4/6 5/7'}          | ${'2 for 10 weeks (session 1)'}       | ${'taken once'}
`('by PGIC $course: the usual is $usual, $why', ({ course, usual }) => {
  const text = lessBenefitText(seenOf(measuredCourse('pgic', course as string)));
  expect(text).toContain(`this patient's usual is ${usual as string}, so `);
});
