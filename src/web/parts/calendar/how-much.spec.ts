import type { CalendarEntry } from '../../../worklist/schedule/calendar-week.query';
import { actionsElsewhere } from './how-much';

const visits = (many: number) => Array.from({ length: many }, (_, n) => ({ id: `v${n}` }) as CalendarEntry);

it.each`
  many   | opened       | address                                                  | why
  ${1}   | ${undefined} | ${undefined}                                             | ${'a quiet day'}
  ${120} | ${undefined} | ${undefined}                                             | ${'as many as fit'}
  ${121} | ${undefined} | ${'/calendar/day?on=2026-11-23&visit=v7#appointment-v7'} | ${'more than fit'}
  ${121} | ${'v8'}      | ${'/calendar/day?on=2026-11-23&visit=v7#appointment-v7'} | ${'another one is opened'}
  ${121} | ${'v7'}      | ${undefined}                                             | ${'this one is opened'}
`('of $many visits, $opened opened: $why', ({ many, opened, address }: Case) => {
  const all = visits(many);
  expect(actionsElsewhere(all, opened)({ ...all[0]!, id: 'v7' }, '2026-11-23')).toBe(address);
});

interface Case {
  readonly many: number;
  readonly opened: string | undefined;
  readonly address: string | undefined;
}
