import type { PlainDate } from '../calendar';
import { aContext, aDose, aSession } from '../session-check/example-session';
import { unitsInWindow } from './dose-window';

/** `100 2026-10-01, 50 2026-11-01` */
function doses(text: string) {
  return text === ''
    ? []
    : text.split(', ').map((each) => {
        const [units, day] = each.split(' ');
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
