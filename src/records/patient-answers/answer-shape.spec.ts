import type { PlainDate } from '../../clinical/calendar';
import { Problem } from '../../platform/http/problem';
import { refuseUnfitAnswer } from './answer-shape';

/** What is refused of an answer about the session of 3 August, entered on 23 November: `/woreOffOn order`. */
function refused(stillEffective: boolean | null, woreOffOn: PlainDate | null, answeredOn: PlainDate): string {
  try {
    const about = { performedOn: '2026-08-03', answeredOn, today: '2026-11-23' } as const;
    refuseUnfitAnswer({ stillEffective, woreOffOn }, about);
    return '';
  } catch (error) {
    const { errors } = (error as Problem).toBody('') as { errors: { pointer: string; code: string }[] };
    return errors.map(({ pointer, code }) => `${pointer} ${code}`).join(', ');
  }
}

it.each`
  stillEffective | woreOffOn       | answeredOn      | says                                                     | why
  ${true}        | ${null}         | ${'2026-11-23'} | ${''}                                                    | ${'still working today'}
  ${null}        | ${null}         | ${'2026-11-23'} | ${''}                                                    | ${'the patient does not know'}
  ${false}       | ${null}         | ${'2026-11-23'} | ${''}                                                    | ${'worn off, nobody knows when'}
  ${false}       | ${'2026-11-23'} | ${'2026-11-23'} | ${''}                                                    | ${'worn off on the day of the answer'}
  ${false}       | ${'2026-08-03'} | ${'2026-11-23'} | ${''}                                                    | ${'on the day of the session: it never helped'}
  ${true}        | ${null}         | ${'2026-08-04'} | ${''}                                                    | ${'the day after the session'}
  ${true}        | ${null}         | ${'2026-08-03'} | ${'/answeredOn before-session'}                          | ${'on the day of the session'}
  ${true}        | ${null}         | ${'2026-11-24'} | ${'/answeredOn future'}                                  | ${'tomorrow'}
  ${true}        | ${'2026-11-01'} | ${'2026-11-23'} | ${'/woreOffOn contradiction'}                            | ${'still working and worn off'}
  ${null}        | ${'2026-11-01'} | ${'2026-11-23'} | ${'/woreOffOn contradiction'}                            | ${'a day, and the patient does not know'}
  ${false}       | ${'2026-08-02'} | ${'2026-11-23'} | ${'/woreOffOn before-session'}                           | ${'the day before the session'}
  ${false}       | ${'2026-11-03'} | ${'2026-11-02'} | ${'/woreOffOn order'}                                    | ${'the day after the answer'}
  ${true}        | ${'2026-08-02'} | ${'2026-11-23'} | ${'/woreOffOn contradiction, /woreOffOn before-session'} | ${'two faults are both named'}
`(
  '$stillEffective, $woreOffOn, asked $answeredOn → $says: $why',
  ({ stillEffective, woreOffOn, answeredOn, says }) => {
    expect(refused(stillEffective, woreOffOn, answeredOn)).toBe(says);
  },
);
