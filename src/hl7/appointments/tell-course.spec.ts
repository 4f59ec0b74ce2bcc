import type { PlainDate } from '../../clinical/calendar';
import { tellCourse, type CandidateCourse } from './tell-course';

const DAY = '2026-12-07' as PlainDate;

/** `neck earliest 2026-12-01 booked 2026-12-07`; `ended` has ended. */
function courses(text: string): CandidateCourse[] {
  return text
    .split('; ')
    .filter(Boolean)
    .map((words) => {
      const after = (word: string): PlainDate[] =>
        [...words.matchAll(new RegExp(`${word} (\\S+)`, 'g'))].map(([, day]) => day as PlainDate);
      return {
        id: words.split(' ')[0]!,
        endedOn: words.includes('ended') ? '2026-10-01' : null,
        earliestOn: after('earliest')[0] ?? null,
        bookedOn: after('booked'),
      };
    });
}

it.each`
  of                                                                    | told                | why
  ${''}                                                                 | ${'none'}           | ${'they have no course'}
  ${'neck ended'}                                                       | ${'ended'}          | ${'their only one has ended'}
  ${'neck'}                                                             | ${'neck'}           | ${'the only one'}
  ${'neck ended; lids'}                                                 | ${'lids'}           | ${'the only one that goes on'}
  ${'neck earliest 2027-02-01'}                                         | ${'neck'}           | ${'the only one, however early: a warning says so'}
  ${'neck booked 2026-12-20'}                                           | ${'neck'}           | ${'the only one, booked for another day too'}
  ${'neck; lids'}                                                       | ${'neck lids'}      | ${'both wait for their first session'}
  ${'neck earliest 2026-12-07; lids earliest 2026-12-08'}               | ${'neck'}           | ${'its earliest day, and a day before the other’s'}
  ${'neck earliest 2026-12-06; lids earliest 2026-12-07'}               | ${'neck lids'}      | ${'both may be given that day'}
  ${'neck earliest 2026-12-08; lids earliest 2026-12-08'}               | ${'neck lids'}      | ${'that day is a day too early for both'}
  ${'neck; lids earliest 2026-12-08'}                                   | ${'neck'}           | ${'a first session may be on any day'}
  ${'neck booked 2026-12-21; lids'}                                     | ${'lids'}           | ${'the other one is booked'}
  ${'neck booked 2026-12-21; lids booked 2026-12-22'}                   | ${'neck lids'}      | ${'both are booked, for other days'}
  ${'neck earliest 2027-01-01 booked 2026-12-07; lids'}                 | ${'neck'}           | ${'booked for that day, before one that is to be booked'}
  ${'neck booked 2026-12-07; lids booked 2026-12-07'}                   | ${'neck lids'}      | ${'both are booked for that day'}
  ${'neck booked 2026-12-07; lids booked 2026-12-07; brow'}             | ${'neck lids brow'} | ${'two are booked for that day, a third is to be booked'}
  ${'neck booked 2026-12-07 booked 2027-03-08; lids booked 2026-12-21'} | ${'neck'}           | ${'one of its days'}
  ${'neck ended booked 2026-12-07; lids; brow earliest 2027-01-01'}     | ${'lids'}           | ${'an ended one is not asked'}
`('$of → $told: $why', ({ of, told }: { of: string; told: string }) => {
  const found = tellCourse(courses(of), DAY);
  const said =
    'course' in found
      ? found.course.id
      : found.why === 'several'
        ? found.of.map(({ id }) => id).join(' ')
        : found.why;
  expect(said).toBe(told);
});

it.each`
  named     | told       | why
  ${'lids'} | ${'lids'}  | ${'a person has said so'}
  ${'brow'} | ${'other'} | ${'it has ended'}
  ${'chin'} | ${'other'} | ${'it is none of this patient'}
`('$named → $told: $why', ({ named, told }: { named: string; told: string }) => {
  const found = tellCourse(courses('neck; lids; brow ended'), DAY, named);
  expect('course' in found ? found.course.id : found.why).toBe(told);
});
