import type { PlainDate } from '../calendar';
import { toxinUnits } from '../units';
import { heaviestWindow } from './dose-window';

const dose = (performedOn: PlainDate, units: number) => ({ performedOn, units: toxinUnits('ona', units) });

/** `100 2026-10-01, 50 2026-11-01` */
function doses(text: string) {
  return text === ''
    ? []
    : text.split(', ').map((each) => {
        const [units, day] = each.split(' ');
        return dose(day as PlainDate, Number(units));
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
  expect(heaviestWindow(dose('2026-11-22', 100), doses(others), 84)).toEqual({ units, fromOn, toOn });
});

it('a window of one day holds that day', () => {
  const others = doses('50 2026-11-21, 50 2026-11-22, 50 2026-11-23');
  expect(heaviestWindow(dose('2026-11-22', 100), others, 1)).toMatchObject({ units: 150 });
});
