import type { OpeningHours, WallTime } from '../../../clinical/schedule/opening-hours';
import { FROM_MONDAY, hoursWords } from './hours-words';

const on = (day: number, opensAt: WallTime = '09:00', closesAt: WallTime = '17:00'): OpeningHours => ({
  injectorId: null,
  weekday: FROM_MONDAY[day]!,
  opensAt,
  closesAt,
});

it.each`
  hours                                                        | words                                              | why
  ${[]}                                                        | ${''}                                              | ${'none'}
  ${[on(2)]}                                                   | ${'Wed 09:00-17:00'}                               | ${'one day'}
  ${[on(1), on(0)]}                                            | ${'Mon to Tue 09:00-17:00'}                        | ${'days in a row, in whatever order'}
  ${[on(0), on(2)]}                                            | ${'Mon 09:00-17:00; Wed 09:00-17:00'}              | ${'a day off between'}
  ${[on(0), on(1, '09:00', '13:00')]}                          | ${'Mon 09:00-17:00; Tue 09:00-13:00'}              | ${'other hours'}
  ${[on(4, '13:00', '17:00'), on(4, '09:00', '12:00'), on(5)]} | ${'Fri 09:00-12:00, 13:00-17:00; Sat 09:00-17:00'} | ${'a break'}
`('$why: $words', ({ hours, words }) => {
  expect(hoursWords(hours)).toBe(words);
});
