import { injectorOf, type Colleague } from './injector-of';

const colleague = (id: string, given: Partial<Colleague> = {}): Colleague => ({
  id,
  username: id,
  displayName: `Dr ${id}`,
  signsAs: null,
  role: 'neurologist',
  disabledAt: null,
  ...given,
});
const ANA = colleague('ana', { signsAs: 'Ana Meyer, MD' });
const BEN = colleague('ben');
/** Left on 3 May. */
const CEM = colleague('cem', { disabledAt: new Date('2026-05-03T12:00:00Z') });

const of = (name: string | undefined, colleagues: readonly Colleague[], performedOn = '2026-05-04') =>
  injectorOf(name, colleagues, { performedOn, zone: 'UTC' } as never);

it.each`
  name               | colleagues    | day             | found    | why
  ${'ana'}           | ${[ANA, BEN]} | ${'2026-05-04'} | ${'ana'} | ${'user name'}
  ${'ANA'}           | ${[ANA, BEN]} | ${'2026-05-04'} | ${'ana'} | ${'capitals aside'}
  ${'Dr Ben'}        | ${[ANA, BEN]} | ${'2026-05-04'} | ${'ben'} | ${'the name shown'}
  ${'ana meyer, md'} | ${[ANA, BEN]} | ${'2026-05-04'} | ${'ana'} | ${'the name signed with'}
  ${'cem'}           | ${[ANA, CEM]} | ${'2026-05-03'} | ${'cem'} | ${'who left that day was there'}
  ${undefined}       | ${[ANA]}      | ${'2026-05-04'} | ${'ana'} | ${'the only one'}
  ${undefined}       | ${[ANA, CEM]} | ${'2026-05-04'} | ${'ana'} | ${'the only one who can have'}
`('$name on $day is $found: $why', ({ name, colleagues, day, found }) => {
  expect(of(name, colleagues, day)).toBe(found);
});

it.each`
  name         | colleagues                                                            | day             | message
  ${'dan'}     | ${[ANA, BEN]}                                                         | ${'2026-05-04'} | ${'called “dan”: give one of the user names ana, ben;'}
  ${'cem'}     | ${[ANA, CEM]}                                                         | ${'2026-05-04'} | ${'called “cem”: give one of the user names ana;'}
  ${undefined} | ${[ANA, BEN]}                                                         | ${'2026-05-04'} | ${'does not say who injected: give one of the user names ana, ben;'}
  ${undefined} | ${[ANA, CEM]}                                                         | ${'2026-05-03'} | ${'does not say who injected: give one of the user names ana, cem;'}
  ${undefined} | ${[]}                                                                 | ${'2026-05-04'} | ${'make an account of a neurologist first'}
  ${'Dr X'}    | ${[{ ...ANA, displayName: 'Dr X' }, { ...BEN, displayName: 'Dr X' }]} | ${'2026-05-04'} | ${'“Dr X” is the name of 2 people here'}
`('$name on $day: $message', ({ name, colleagues, day, message }) => {
  expect(() => of(name, colleagues, day)).toThrow(
    expect.objectContaining({
      status: 400,
      more: {
        errors: [
          expect.objectContaining({
            pointer: '/injector',
            message: expect.stringContaining(message as string),
          }),
        ],
      },
    }),
  );
});
