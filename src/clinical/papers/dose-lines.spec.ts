import type { ToxinProduct } from '../units';
import { injectionLine, missingOfDose, vialLine, type PaperInjection, type PaperVial } from './dose-lines';

const NECK: PaperInjection = {
  muscle: 'splenius_capitis',
  side: 'right',
  units: 50,
  sites: null,
  volumeMl: null,
  guidance: null,
};
const VIAL: PaperVial = {
  lotNumber: 'C1',
  expiresOn: '2027-12-31',
  vialUnits: 100,
  madeUp: null,
  diluentMl: null,
  unitsDiscarded: null,
};

it.each`
  given                                                                                   | product   | line
  ${{}}                                                                                   | ${'ona'}  | ${'Splenius capitis right: 50 U Botox'}
  ${{ sites: 1, volumeMl: 0.5, guidance: 'emg' }}                                         | ${'ona'}  | ${'Splenius capitis right: 50 U Botox, 1 site, 0.5 mL, under EMG'}
  ${{ sites: 2, guidance: 'none' }}                                                       | ${'abo'}  | ${'Splenius capitis right: 50 U Dysport, 2 sites, without guidance'}
  ${{ side: 'left', units: 2500 }}                                                        | ${'rima'} | ${'Splenius capitis left: 2,500 U Myobloc'}
  ${{ side: 'bilateral', units: 40 }}                                                     | ${'ona'}  | ${'Splenius capitis both sides: 40 U Botox in all'}
  ${{ sites: 2, points: [{ x: 0.5, y: 0.2, units: 30 }, { x: 0.5, y: 0.8, units: 20 }] }} | ${'ona'}  | ${'Splenius capitis right: 50 U Botox, 2 sites of 30 and 20 U Botox'}
  ${{ muscle: 'procerus', side: 'midline', units: 5 }}                                    | ${'ona'}  | ${'Procerus: 5 U Botox'}
`('$line', ({ given, product, line }: { given: object; product: ToxinProduct; line: string }) => {
  expect(injectionLine({ ...NECK, ...given }, product)).toBe(line);
});

it.each`
  given                                   | line
  ${{}}                                   | ${'Lot C1, expires 31 Dec 2027: vial of 100 U Botox'}
  ${{ diluentMl: 2, unitsDiscarded: 45 }} | ${'Lot C1, expires 31 Dec 2027: vial of 100 U Botox in 2 mL (5 U Botox in 0.1 mL), 45 U Botox discarded'}
  ${{ diluentMl: 0, unitsDiscarded: 0 }}  | ${'Lot C1, expires 31 Dec 2027: vial of 100 U Botox, not diluted, nothing discarded'}
  ${{ madeUp: '26 Nov 2026, 14:30' }}     | ${'Lot C1, expires 31 Dec 2027: vial of 100 U Botox, reconstituted 26 Nov 2026, 14:30'}
`('$line', ({ given, line }: { given: object; line: string }) => {
  expect(vialLine({ ...VIAL, ...given }, 'ona')).toBe(line);
});

it.each`
  diluentMl | told
  ${null}   | ${', ready solution (500 U Myobloc in 0.1 mL)'}
  ${0}      | ${', ready solution (500 U Myobloc in 0.1 mL)'}
  ${0.5}    | ${', solution with 0.5 mL added (250 U Myobloc in 0.1 mL)'}
`('of what is sold as a solution, $diluentMl mL added: $told', ({ diluentMl, told }) => {
  expect(vialLine({ ...VIAL, vialUnits: 2500, diluentMl }, 'rima')).toBe(
    `Lot C1, expires 31 Dec 2027: vial of 2,500 U Myobloc${told}`,
  );
  expect(missingOfDose([], [{ ...VIAL, diluentMl }], 'rima')).toEqual(['waste']);
});

it.each`
  guidance  | vials                                             | missing
  ${null}   | ${[]}                                             | ${['guidance of Splenius capitis right', 'lot, expiry, dilution and waste of the vials']}
  ${'none'} | ${[VIAL]}                                         | ${['dilution', 'waste']}
  ${'emg'}  | ${[{ ...VIAL, diluentMl: 0, unitsDiscarded: 0 }]} | ${[]}
`(
  'misses $missing',
  ({ guidance, vials, missing }: { guidance: 'emg'; vials: PaperVial[]; missing: string[] }) => {
    expect(missingOfDose([{ ...NECK, guidance }], vials, 'ona')).toEqual(missing);
  },
);
