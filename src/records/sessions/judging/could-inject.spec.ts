import { couldInject } from './could-inject';

const zone = 'America/New_York';

it.each`
  role             | disabledAt                | performedOn     | could    | why
  ${'neurologist'} | ${null}                   | ${'2026-05-04'} | ${true}  | ${'works here'}
  ${'neurologist'} | ${'2026-05-04T16:00:00Z'} | ${'2026-05-03'} | ${true}  | ${'left the day after'}
  ${'neurologist'} | ${'2026-05-04T16:00:00Z'} | ${'2026-05-04'} | ${true}  | ${'left on that day'}
  ${'neurologist'} | ${'2026-05-04T16:00:00Z'} | ${'2026-05-05'} | ${false} | ${'had left the day before'}
  ${'neurologist'} | ${'2026-05-05T03:00:00Z'} | ${'2026-05-05'} | ${false} | ${'left late in the evening before, by the clinic’s clock'}
  ${'scheduler'}   | ${null}                   | ${'2026-05-04'} | ${false} | ${'no neurologist'}
  ${'admin'}       | ${'2026-05-04T16:00:00Z'} | ${'2026-05-03'} | ${false} | ${'no neurologist, before leaving'}
`(
  'a $role, disabled $disabledAt, on $performedOn: $could ($why)',
  ({ role, disabledAt, performedOn, could }) => {
    const user = { role, disabledAt: disabledAt && new Date(disabledAt) };
    expect(couldInject(user, { performedOn, zone })).toBe(could);
  },
);
