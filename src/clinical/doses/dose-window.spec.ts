import type { PlainDate } from '../calendar';
import { aContext, aDose, aSession } from '../session-check/example-session';
import { firstDayThatFits, unitsInWindow } from './dose-window';

/** `100 2026-10-01, 50 2026-11-01` */
function doses(text: string) {
  return text === ''
    ? []
    : text.split(', ').map((part) => {
        const [units, day] = part.split(' ');
        return aDose({ performedOn: day as PlainDate, units: Number(units) });
      });
}

it.each`
  others                              | units  | fromOn          | toOn            | why
  ${''}                               | ${100} | ${'2026-08-31'} | ${'2026-11-22'} | ${'alone: its own day and the 83 before'}
  ${'50 2026-08-31'}                  | ${150} | ${'2026-08-31'} | ${'2026-11-22'} | ${'83 days before'}
  ${'50 2026-08-30'}                  | ${100} | ${'2026-08-31'} | ${'2026-11-22'} | ${'84 days before is out'}
  ${'50 2027-02-13'}                  | ${150} | ${'2026-11-22'} | ${'2027-02-13'} | ${'83 days after'}
  ${'500 2027-02-14'}                 | ${100} | ${'2026-08-31'} | ${'2026-11-22'} | ${'84 days after: no window holds both'}
  ${'50 2026-11-22'}                  | ${150} | ${'2026-08-31'} | ${'2026-11-22'} | ${'the same day'}
  ${'60 2026-10-01, 50 2027-01-15'}   | ${160} | ${'2026-08-31'} | ${'2026-11-22'} | ${'the heavier neighbour: before'}
  ${'50 2026-10-01, 60 2027-01-15'}   | ${160} | ${'2026-10-24'} | ${'2027-01-15'} | ${'the heavier neighbour: after'}
  ${'50 2026-10-01, 50 2027-01-15'}   | ${150} | ${'2026-08-31'} | ${'2026-11-22'} | ${'as heavy: the earlier window is named'}
  ${'50 2026-12-01, 50 2027-01-15'}   | ${200} | ${'2026-10-24'} | ${'2027-01-15'} | ${'two after it'}
  ${'900 2026-08-01, 900 2026-08-02'} | ${100} | ${'2026-08-31'} | ${'2026-11-22'} | ${'what lies before every window counts for none'}
`('100 U on 2026-11-22 with $others: $why → $units U', ({ others, units, fromOn, toOn }) => {
  expect(unitsInWindow(aSession(), aContext({ earlierDoses: doses(others) }), 84)).toEqual({
    units,
    fromOn,
    toOn,
    elsewhere: '',
  });
});

it('a window of one day holds that day', () => {
  const earlierDoses = doses('50 2026-11-21, 50 2026-11-22, 50 2026-11-23');
  expect(unitsInWindow(aSession(), aContext({ earlierDoses }), 1)).toMatchObject({ units: 150 });
});

it.each`
  product  | indication            | only               | units  | why
  ${'ona'} | ${'chronic_migraine'} | ${undefined}       | ${150} | ${'all indications together'}
  ${'ona'} | ${'blepharospasm'}    | ${'blepharospasm'} | ${150} | ${'given for this indication'}
  ${'ona'} | ${'chronic_migraine'} | ${'blepharospasm'} | ${100} | ${'given for another one'}
  ${'abo'} | ${'blepharospasm'}    | ${undefined}       | ${100} | ${'another product is never added'}
`('50 U $product for $indication, asked of $only → $units: $why', ({ product, indication, only, units }) => {
  const earlierDoses = [aDose({ product, indication, units: 50, performedOn: '2026-11-01' })];
  expect(unitsInWindow(aSession(), aContext({ earlierDoses }), 84, only).units).toBe(units);
});

it.each`
  givenOn         | elsewhere                                                       | why
  ${'2026-08-30'} | ${''}                                                           | ${'84 days before'}
  ${'2026-08-31'} | ${', with 50 U Botox given elsewhere (forehead) on 2026-08-31'} | ${'83 days before'}
  ${'2027-02-13'} | ${', with 50 U Botox given elsewhere (forehead) on 2027-02-13'} | ${'83 days after'}
  ${'2027-02-14'} | ${''}                                                           | ${'84 days after'}
`('names what others gave on $givenOn: “$elsewhere” ($why)', ({ givenOn, elsewhere }) => {
  const told = { brand: null, region: 'forehead', indication: null, source: 'patient' } as const;
  const dose = aDose({ performedOn: givenOn, units: 50, elsewhere: told });
  expect(unitsInWindow(aSession(), aContext({ earlierDoses: [dose] }), 84).elsewhere).toBe(elsewhere);
});

it.each`
  others                              | units  | fitsFrom        | why
  ${'350 2026-10-01'}                 | ${100} | ${'2026-12-24'} | ${'84 days after the other'}
  ${'350 2026-10-01, 350 2026-11-01'} | ${100} | ${'2027-01-24'} | ${'the second is too much as well'}
  ${'350 2026-11-01, 350 2026-10-01'} | ${100} | ${'2027-01-24'} | ${'in whatever order they stand'}
  ${'250 2026-10-01, 300 2026-11-01'} | ${100} | ${'2026-12-24'} | ${'with the second it is the limit itself'}
  ${'250 2026-10-01, 301 2026-11-01'} | ${100} | ${'2027-01-24'} | ${'with the second it is just over'}
  ${'350 2026-08-30'}                 | ${100} | ${undefined}    | ${'no later day is freer than its own'}
  ${'50 2026-10-01'}                  | ${401} | ${undefined}    | ${'too much by itself on any day'}
  ${''}                               | ${401} | ${undefined}    | ${'too much, and nothing else given'}
`('$units U after $others: 400 U fit from $fitsFrom, $why', ({ others, units, fitsFrom }) => {
  const context = aContext({ earlierDoses: doses(others) });
  const limit = { windowDays: 84, capUnits: 400 };
  expect(firstDayThatFits(aSession({ units }), context, limit)).toBe(fitsFrom);
});
