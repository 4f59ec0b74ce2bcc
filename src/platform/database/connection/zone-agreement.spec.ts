import { momentsAround, wallClock, zoneDisagreement, type Ask } from './zone-agreement';

const NOW = new Date('2026-11-27T05:00:00Z');

it.each`
  zone                  | moment                    | shown
  ${'America/New_York'} | ${'2026-07-01T12:00:00Z'} | ${'2026-07-01 08:00'}
  ${'America/New_York'} | ${'2026-01-01T04:59:00Z'} | ${'2025-12-31 23:59'}
  ${'Asia/Kolkata'}     | ${'2026-01-01T18:30:00Z'} | ${'2026-01-02 00:00'}
  ${'UTC'}              | ${'2026-01-01T00:00:00Z'} | ${'2026-01-01 00:00'}
`('in $zone it is $shown at $moment', ({ zone, moment, shown }) => {
  expect(wallClock(zone as string)(new Date(moment as string))).toBe(shown);
});

it('asks each week of the last five years, of this one and the next', () => {
  const moments = momentsAround(NOW);
  expect(moments[0]).toEqual(new Date('2021-01-01T12:00:00Z'));
  expect(moments[1]).toEqual(new Date('2021-01-08T12:00:00Z'));
  expect(moments.at(-1)).toEqual(new Date('2027-12-31T12:00:00Z'));
});

/** A PostgreSQL to which the zone is another place. */
const otherPlace =
  (zone: string): Ask =>
  async <R>() =>
    momentsAround(NOW).map((moment) => ({ shown: wallClock(zone)(moment) }) as R);

it.each`
  zone                  | other                 | said
  ${'America/New_York'} | ${'America/New_York'} | ${undefined}
  ${'Asia/Calcutta'}    | ${'Asia/Kolkata'}     | ${undefined}
  ${'America/New_York'} | ${'America/Chicago'}  | ${'America/New_York means two things: at 2021-01-01 12:00 UTC it is 2021-01-01 07:00 there to Node and 2021-01-01 06:00 to PostgreSQL'}
  ${'America/Denver'}   | ${'America/Phoenix'}  | ${'America/Denver means two things: at 2021-03-19 12:00 UTC it is 2021-03-19 06:00 there to Node and 2021-03-19 05:00 to PostgreSQL'}
`('$zone, which is $other to PostgreSQL', async ({ zone, other, said }) => {
  expect(await zoneDisagreement(otherPlace(other as string), zone as string, NOW)).toBe(said);
});

it('says that PostgreSQL does not know a zone, and nothing of its other failures', async () => {
  const refusing =
    (code: string): Ask =>
    () =>
      Promise.reject(Object.assign(new Error('refused'), { code }));
  expect(await zoneDisagreement(refusing('22023'), 'US/Pacific-New', NOW)).toBe(
    'PostgreSQL does not know the zone US/Pacific-New',
  );
  await expect(zoneDisagreement(refusing('57P01'), 'UTC', NOW)).rejects.toThrow('refused');
});
