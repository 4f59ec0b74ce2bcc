import { freedTime } from './freed-time';

const NINE = new Date('2026-12-07T14:00:00Z');
const before = (minutes: number) => new Date(NINE.getTime() - minutes * 60_000);

it.each`
  status         | injectorId | now            | address                                           | why
  ${'cancelled'} | ${'here'}  | ${before(1)}   | ${'/calendar/slot?at=2026-12-07T09:00&with=here'} | ${'a minute before it'}
  ${'no-show'}   | ${'here'}  | ${before(300)} | ${'/calendar/slot?at=2026-12-07T09:00&with=here'} | ${'they said in time that they do not come'}
  ${'cancelled'} | ${'gone'}  | ${before(300)} | ${'/calendar/slot?at=2026-12-07T09:00'}           | ${'whoever was named works here no more'}
  ${'cancelled'} | ${null}    | ${before(300)} | ${'/calendar/slot?at=2026-12-07T09:00'}           | ${'nobody was named'}
  ${'cancelled'} | ${'here'}  | ${before(0)}   | ${undefined}                                      | ${'at its beginning'}
  ${'no-show'}   | ${'here'}  | ${before(-10)} | ${undefined}                                      | ${'after it'}
  ${'booked'}    | ${'here'}  | ${before(300)} | ${undefined}                                      | ${'they come'}
  ${'attended'}  | ${'here'}  | ${before(300)} | ${undefined}                                      | ${'they came'}
`('$status, $why', ({ status, injectorId, now, address }) => {
  const injectors = [{ id: 'here', name: 'Dr. Here' }];
  const freed = freedTime(
    { status, startsAt: NINE, injectorId },
    { now, zone: 'America/New_York', injectors },
  );
  expect(freed).toBe(address);
});
