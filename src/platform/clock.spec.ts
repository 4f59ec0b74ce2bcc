import { Clock } from './clock';

it.each`
  told                                                                        | setBackFrom               | today           | why
  ${['2026-11-23T12:00:00Z']}                                                 | ${undefined}              | ${'2026-11-23'} | ${'nothing was told before'}
  ${['2026-11-23T12:00:00Z', '2026-11-24T12:00:00Z']}                         | ${undefined}              | ${'2026-11-24'} | ${'it goes on'}
  ${['2026-11-24T00:02:00Z', '2026-11-23T23:57:00Z']}                         | ${undefined}              | ${'2026-11-23'} | ${'five minutes may be put right'}
  ${['2026-11-24T00:02:00Z', '2026-11-23T23:56:59Z']}                         | ${'2026-11-24T00:02:00Z'} | ${'2026-11-24'} | ${'a second more'}
  ${['2026-11-24T00:02:00Z', '2026-11-23T23:58:00Z', '2026-11-23T23:54:00Z']} | ${'2026-11-24T00:02:00Z'} | ${'2026-11-24'} | ${'in two steps'}
  ${['2026-11-24T12:00:00Z', '2026-11-20T12:00:00Z']}                         | ${'2026-11-24T12:00:00Z'} | ${'2026-11-24'} | ${'by days'}
  ${['2026-11-24T12:00:00Z', '2026-11-20T12:00:00Z', '2026-11-24T12:00:01Z']} | ${undefined}              | ${'2026-11-24'} | ${'it was put right'}
`('$told: $why', ({ told, setBackFrom, today }: { told: string[]; setBackFrom?: string; today: string }) => {
  const clock = new Clock();
  let found: Date | undefined;
  for (const moment of told) {
    clock.machine = () => new Date(moment);
    found = clock.setBackFrom();
  }
  expect(found).toEqual(setBackFrom && new Date(setBackFrom));
  expect(clock.today('UTC')).toBe(today);
});
