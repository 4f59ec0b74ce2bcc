import type { LearningChange } from './learning-change';
import { learningText } from './learning-words';

it.each`
  what              | of                     | from    | to       | text
  ${'sizes'}        | ${undefined}           | ${11}   | ${13.46} | ${'The size of a response scatters by 13.5 percentage points in the same patient (now 11.0)'}
  ${'lengths'}      | ${undefined}           | ${0.17} | ${0.226} | ${'Its length scatters by 22.6 % (now 17.0 %)'}
  ${'scale'}        | ${'twstrs_total'}      | ${1}    | ${1.46}  | ${'TWSTRS total varies 1.5 times as much as its measurement error says (now 1.0 times)'}
  ${'usual-size'}   | ${'cervical_dystonia'} | ${60}   | ${56.5}  | ${'Cervical dystonia: a session usually gives 57 % (now 60 %)'}
  ${'usual-length'} | ${'cervical_dystonia'} | ${95.4} | ${90.5}  | ${'Cervical dystonia: it usually lasts 91 days (now 95 days)'}
  ${'shares'}       | ${undefined}           | ${0}    | ${1}     | ${'There are enough readings that a share of lasting losses above one half may be told'}
  ${'shares'}       | ${undefined}           | ${1}    | ${0}     | ${'There are too few readings for a share of lasting losses above one half'}
  ${'told'}         | ${undefined}           | ${0.5}  | ${0.25}  | ${'From a weight of 0.75 on it is told that about 1 in 4 had a lasting loss (now about half)'}
`('$what from $from to $to: $text', ({ text, ...change }: LearningChange & { text: string }) => {
  expect(learningText({ ...change, weight: change.what === 'told' ? 0.75 : undefined })).toBe(text);
});
