import type { InjectionSide } from '../catalogue/muscles';
import { rowProblems, rowsForSide } from './protocol-rows';

/** `masseter left` is a row. */
function rows(text: string): { muscle: string; side: InjectionSide }[] {
  return text.split(', ').map((row) => {
    const [muscle, side] = row.split(' ') as [string, InjectionSide];
    return { muscle, side };
  });
}
const text = (of: readonly { muscle: string; side: InjectionSide }[]) =>
  of.map(({ muscle, side }) => `${muscle} ${side}`).join(', ');

it.each`
  given                                         | problems                        | why
  ${'masseter left, masseter right'}            | ${''}                           | ${'a row a side'}
  ${'masseter bilateral, temporalis bilateral'} | ${''}                           | ${'both sides in one row'}
  ${'procerus midline, frontalis bilateral'}    | ${''}                           | ${'one in the midline'}
  ${'masseter left, masseter left'}             | ${'/rows/1/muscle named-twice'} | ${'the same row twice'}
  ${'masseter bilateral, masseter left'}        | ${'/rows/1/muscle named-twice'} | ${'a side counted twice'}
  ${'masseter left, masseter bilateral'}        | ${'/rows/1/muscle named-twice'} | ${'the other way round'}
  ${'procerus midline, procerus midline'}       | ${'/rows/1/muscle named-twice'} | ${'in the midline too'}
  ${'procerus left'}                            | ${'/rows/0/side no-side'}       | ${'a side where there is none'}
  ${'masseter left, temporalis midline'}        | ${'/rows/1/side side-required'} | ${'no side where there are two'}
`('$given: $problems ($why)', ({ given, problems }) => {
  expect(
    rowProblems(rows(given))
      .map(({ pointer, code }) => `${pointer} ${code}`)
      .join(', '),
  ).toBe(problems);
});

it.each`
  written                              | course         | lies                                  | why
  ${'masseter right'}                  | ${'left'}      | ${'masseter left'}                    | ${'turned'}
  ${'masseter right'}                  | ${'right'}     | ${'masseter right'}                   | ${'already there'}
  ${'masseter left, procerus midline'} | ${'right'}     | ${'masseter right, procerus midline'} | ${'what lies in the midline stays'}
  ${'masseter right'}                  | ${null}        | ${'masseter right'}                   | ${'a course without a side'}
  ${'masseter right'}                  | ${'bilateral'} | ${'masseter right'}                   | ${'a course of both sides'}
  ${'masseter bilateral'}              | ${'left'}      | ${'masseter bilateral'}               | ${'written for both'}
  ${'masseter right, temporalis left'} | ${'left'}      | ${'masseter right, temporalis left'}  | ${'written for a pattern of both sides'}
  ${'procerus midline'}                | ${'left'}      | ${'procerus midline'}                 | ${'nothing to turn'}
`('$written in a course of side $course: $lies ($why)', ({ written, course, lies }) => {
  expect(text(rowsForSide(rows(written), course))).toBe(lies);
});
