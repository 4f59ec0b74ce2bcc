import { courseOfDay, type CourseInTime } from './course-of-day';

/** `left 2020-01-01..2021-01-01`: side and days, `-` for none. */
function courseOf(words: string): CourseInTime {
  const [side, days] = words.split(' ') as [string, string];
  const [startedOn, endedOn] = days.split('..').map((day) => (day === '-' ? null : day));
  return {
    indication: 'hemifacial_spasm',
    side: side === '-' ? null : side,
    startedOn,
    endedOn,
  } as CourseInTime;
}

/** Which of the courses, counted from 0. */
function found(courses: readonly string[], side: string | undefined, performedOn: string): number {
  const known = courses.map(courseOf);
  return known.indexOf(courseOfDay(known, { indication: 'hemifacial_spasm', side, performedOn } as never));
}

it.each`
  courses                                                  | side         | day             | place | why
  ${['left -..-']}                                         | ${'left'}    | ${'2020-05-05'} | ${0}  | ${'of the side'}
  ${['left -..-']}                                         | ${undefined} | ${'2020-05-05'} | ${0}  | ${'the only one'}
  ${['left -..-', 'right -..-']}                           | ${'right'}   | ${'2020-05-05'} | ${1}  | ${'of the other side'}
  ${['left -..2020-05-05', 'right -..-']}                  | ${undefined} | ${'2020-05-06'} | ${1}  | ${'the only one open'}
  ${['left 2021-01-01..-']}                                | ${'left'}    | ${'2020-05-05'} | ${0}  | ${'before it started, the only one'}
  ${['left -..2020-05-05']}                                | ${'left'}    | ${'2020-05-05'} | ${0}  | ${'its last day is of it'}
  ${['left -..2020-05-05', 'left -..-']}                   | ${'left'}    | ${'2020-05-04'} | ${0}  | ${'the first to have ended'}
  ${['left -..2020-05-05', 'left -..-']}                   | ${'left'}    | ${'2020-05-06'} | ${1}  | ${'the other one is over'}
  ${['left 2019-01-01..2020-05-05', 'left 2020-05-05..-']} | ${'left'}    | ${'2020-05-05'} | ${1}  | ${'the last to have started'}
  ${['left 2020-05-06..-', 'left 2019-01-01..2020-05-06']} | ${'left'}    | ${'2020-05-05'} | ${1}  | ${'one has not started'}
  ${['left -..-', 'left -..2020-05-05']}                   | ${'left'}    | ${'2020-05-04'} | ${1}  | ${'in whatever order'}
  ${['left -..2020-05-05', 'left -..2020-05-06']}          | ${'left'}    | ${'2020-05-04'} | ${0}  | ${'both have ended since'}
  ${['left -..2020-05-06', 'left -..2020-05-05']}          | ${'left'}    | ${'2020-05-04'} | ${1}  | ${'both, in whatever order'}
  ${['left 2019-02-01..-', 'left 2019-01-01..-']}          | ${'left'}    | ${'2020-05-05'} | ${0}  | ${'the last to have started, in whatever order'}
  ${['left 2019-01-01..-', 'left 2019-02-01..-']}          | ${'left'}    | ${'2020-05-05'} | ${1}  | ${'the same the other way'}
  ${['left -..-', 'left -..-']}                            | ${'left'}    | ${'2020-05-05'} | ${0}  | ${'nothing tells them apart: the first'}
  ${['- -..-']}                                            | ${undefined} | ${'2020-05-05'} | ${0}  | ${'of no side'}
`('$courses, side $side on $day: $why', ({ courses, side, day, place }) => {
  expect(found(courses, side, day)).toBe(place);
});

it.each`
  courses                                         | side         | pointer           | code              | message
  ${[]}                                           | ${'left'}    | ${'/indication'}  | ${'no-course'}    | ${'no course for hemifacial_spasm of the side left'}
  ${['right -..-']}                               | ${'left'}    | ${'/indication'}  | ${'no-course'}    | ${'no course for hemifacial_spasm of the side left'}
  ${['left -..2020-05-04']}                       | ${'left'}    | ${'/performedOn'} | ${'course-ended'} | ${'ended on 2020-05-04, before this session of 2020-05-05'}
  ${['left -..2020-05-04', 'left -..2020-05-01']} | ${'left'}    | ${'/performedOn'} | ${'course-ended'} | ${'ended on 2020-05-04, before'}
  ${['left -..2020-05-01', 'left -..2020-05-04']} | ${'left'}    | ${'/performedOn'} | ${'course-ended'} | ${'ended on 2020-05-04, before'}
  ${['left -..-', 'right -..-']}                  | ${undefined} | ${'/side'}        | ${'which-course'} | ${'sides left and right'}
  ${['- -..-', 'right -..-']}                     | ${undefined} | ${'/side'}        | ${'which-course'} | ${'sides none and right'}
`('$courses, side $side: $message', ({ courses, side, pointer, code, message }) => {
  expect(() => found(courses, side, '2020-05-05')).toThrow(
    expect.objectContaining({
      status: 400,
      more: {
        errors: [
          expect.objectContaining({ pointer, code, message: expect.stringContaining(message as string) }),
        ],
      },
    }),
  );
});

it('a course for something else is not asked', () => {
  const other = { ...courseOf('- -..-'), indication: 'cervical_dystonia' } as const;
  expect(() =>
    courseOfDay([other], { indication: 'hemifacial_spasm', side: null, performedOn: '2020-05-05' }),
  ).toThrow(expect.objectContaining({ detail: expect.stringContaining('no course for hemifacial_spasm:') }));
});
