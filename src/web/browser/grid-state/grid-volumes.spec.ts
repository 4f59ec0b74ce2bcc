import { copiedForward } from './grid-start';
import type { GridRow, GridState } from './grid-state';
import { drawnIn, strengthIn, unitsIn, volumeIn } from './grid-volumes';

const EMPTY = copiedForward(undefined, '2026-11-23', 'ona');
/** `100/2` is 100 U in 2 mL. */
function made(text: string) {
  const [vialUnits = '', diluentMl = ''] = text.split('/');
  return { vialUnits, diluentMl };
}
const vials = (text: string): GridState['vials'] =>
  text === ''
    ? []
    : text.split(', ').map((vial, key) => ({
        key,
        lotNumber: '',
        expiresOn: '',
        reconstitutedAt: '',
        unitsDiscarded: '',
        ...made(vial),
      }));
const state = (dilution: string | null, listed = '', product: GridState['product'] = 'ona'): GridState => ({
  ...EMPTY,
  product,
  vials: vials(listed),
  dilution: dilution === null ? undefined : made(dilution),
});
const row = (units: string, sites = '', volumeMl = ''): GridRow => ({
  ...EMPTY.rows[0]!,
  units,
  sites,
  volumeMl,
});

it.each`
  product   | dilution     | listed            | strength     | why
  ${'ona'}  | ${'100/2'}   | ${''}             | ${50}        | ${'as it is told'}
  ${'ona'}  | ${'100/2,5'} | ${''}             | ${40}        | ${'typed with a comma'}
  ${'ona'}  | ${'100/'}    | ${''}             | ${undefined} | ${'half of it'}
  ${'ona'}  | ${'/'}       | ${''}             | ${undefined} | ${'nothing told'}
  ${'ona'}  | ${'abc/2'}   | ${''}             | ${undefined} | ${'no number'}
  ${'ona'}  | ${'100/2'}   | ${'200/2'}        | ${100}       | ${'the vial is believed'}
  ${'ona'}  | ${'100/2'}   | ${'200/'}         | ${50}        | ${'the vial does not say'}
  ${'ona'}  | ${'100/2'}   | ${'100/2, 100/4'} | ${undefined} | ${'the vials differ'}
  ${'ona'}  | ${'100/2'}   | ${'100/2, 100/'}  | ${undefined} | ${'one of them does not say'}
  ${'ona'}  | ${null}      | ${'100/2'}        | ${50}        | ${'of a session on record'}
  ${'rima'} | ${'/'}       | ${'5000/'}        | ${5000}      | ${'a solution'}
`(
  '$dilution and vials $listed of $product: $strength U a mL ($why)',
  ({ product, dilution, listed, strength }) => {
    expect(strengthIn(state(dilution, listed, product))).toBe(strength);
  },
);

it.each`
  units   | sites  | typed    | dilution   | volume       | why
  ${'40'} | ${'8'} | ${''}    | ${'100/2'} | ${0.8}       | ${'worked out'}
  ${'40'} | ${''}  | ${''}    | ${'100/2'} | ${0.8}       | ${'without sites'}
  ${'40'} | ${'8'} | ${'0.9'} | ${'100/2'} | ${0.9}       | ${'what is typed stands'}
  ${'40'} | ${'8'} | ${'x'}   | ${'100/2'} | ${undefined} | ${'what is typed is no number'}
  ${'40'} | ${'8'} | ${''}    | ${'/'}     | ${undefined} | ${'no dilution'}
  ${''}   | ${'8'} | ${''}    | ${'100/2'} | ${undefined} | ${'no units'}
`(
  '$units U, typed $typed mL at $dilution: $volume mL ($why)',
  ({ units, sites, typed, dilution, volume }) => {
    expect(volumeIn(row(units, sites, typed), state(dilution))).toBe(volume);
  },
);

it('writes nothing into a session on record that was not written down', () => {
  expect(volumeIn(row('40', '8'), state(null, '100/2'))).toBeUndefined();
  expect(drawnIn(row('40', '8'), state(null, '100/2'))?.volumeMl).toBe(0.8);
});

it('says what each site gets', () => {
  expect(drawnIn(row('40', '8'), state('100/2'))).toEqual({ volumeMl: 0.8, siteMl: 0.1, siteUnits: 5 });
  expect(drawnIn(row('40', '1.5'), state('100/2'))).toEqual({ volumeMl: 0.8 });
});

it.each`
  units   | typed    | dilution   | held         | why
  ${''}   | ${'0.8'} | ${'100/2'} | ${40}        | ${'the other way round'}
  ${''}   | ${'0,1'} | ${'100/4'} | ${2.5}       | ${'typed with a comma'}
  ${'20'} | ${'0.8'} | ${'100/2'} | ${undefined} | ${'units are typed'}
  ${''}   | ${''}    | ${'100/2'} | ${undefined} | ${'no volume'}
  ${''}   | ${'0.8'} | ${'/'}     | ${undefined} | ${'no dilution'}
`('$typed mL at $dilution hold $held U ($why)', ({ units, typed, dilution, held }) => {
  expect(unitsIn(row(units, '', typed), state(dilution))).toBe(held);
});
