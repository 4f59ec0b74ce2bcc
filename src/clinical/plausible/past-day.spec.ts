import type { PlainDate } from '../calendar';
import { aContext, aDose, aSession, said } from '../session-check/example-session';
import { pastDayFindings } from './past-day';

function found(performedOn: PlainDate, more: Parameters<typeof aContext>[0] = {}) {
  const earlierDoses = [aDose({ sameCourse: true, performedOn: '2026-10-12' })];
  return pastDayFindings(aSession({ performedOn }), aContext({ earlierDoses, today: '2027-01-10', ...more }));
}

it.each`
  performedOn     | says                  | why
  ${'2027-01-10'} | ${''}                 | ${'today'}
  ${'2026-10-13'} | ${''}                 | ${'the day after the last session'}
  ${'2026-10-12'} | ${''}                 | ${'the day of the last session: S02'}
  ${'2026-10-11'} | ${'past-day note'}    | ${'entered late'}
  ${'2026-01-10'} | ${'past-day confirm'} | ${'today but for the year'}
  ${'2026-01-09'} | ${'past-day confirm'} | ${'yesterday but for the year'}
  ${'2026-01-03'} | ${'past-day confirm'} | ${'a week ago but for the year'}
  ${'2026-01-02'} | ${'past-day note'}    | ${'eight days ago but for the year'}
  ${'2026-01-11'} | ${'past-day note'}    | ${'tomorrow but for the year'}
  ${'2025-01-10'} | ${'past-day confirm'} | ${'two years'}
`('$performedOn, after a session of 2026-10-12: $why → $says', ({ performedOn, says }) => {
  expect(said(found(performedOn))).toBe(says);
});

it('says which day was likely meant', () => {
  expect(found('2026-01-08')[0]!.message).toBe(
    '2026-01-08 lies before the last session of this course, 2026-10-12. Was 2027-01-08 meant (another year)? Correct the day, or give the reason for entering it late.',
  );
});

it.each`
  more                           | why
  ${{ corrects: true }}          | ${'it stands on record already'}
  ${{ earlierDoses: [] }}        | ${'nothing came later'}
  ${{ earlierDoses: [aDose()] }} | ${'only another course came later'}
`('an old day is nobody’s concern: $why', ({ more }) => {
  expect(found('2026-01-08', more)).toEqual([]);
});
