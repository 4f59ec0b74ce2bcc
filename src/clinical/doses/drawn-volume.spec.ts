import { drawnStrength, drawnVolume, unitsDrawn } from './drawn-volume';

it.each`
  product   | vials                                                                   | strength     | why
  ${'ona'}  | ${[{ vialUnits: 100, diluentMl: 2 }]}                                   | ${50}        | ${'5 U in 0.1 mL, as in PREEMPT'}
  ${'ona'}  | ${[{ vialUnits: 200, diluentMl: 4 }, { vialUnits: 100, diluentMl: 2 }]} | ${50}        | ${'two sizes reconstituted alike'}
  ${'ona'}  | ${[{ vialUnits: 100, diluentMl: 3 }, { vialUnits: 200, diluentMl: 6 }]} | ${100 / 3}   | ${'alike to a hundredth'}
  ${'ona'}  | ${[{ vialUnits: 100, diluentMl: 2 }, { vialUnits: 100, diluentMl: 4 }]} | ${undefined} | ${'two dilutions'}
  ${'ona'}  | ${[{ vialUnits: 100, diluentMl: 2 }, { vialUnits: 100 }]}               | ${undefined} | ${'one does not say'}
  ${'ona'}  | ${[{ vialUnits: 100, diluentMl: 0 }]}                                   | ${undefined} | ${'a powder with nothing added'}
  ${'ona'}  | ${[{ diluentMl: 2 }]}                                                   | ${undefined} | ${'no content'}
  ${'ona'}  | ${[]}                                                                   | ${undefined} | ${'no vial'}
  ${'abo'}  | ${[{ vialUnits: 500, diluentMl: 2.5 }]}                                 | ${200}       | ${'Dysport'}
  ${'rima'} | ${[{ vialUnits: 5000 }]}                                                | ${5000}      | ${'sold as a solution'}
  ${'rima'} | ${[{ vialUnits: 5000, diluentMl: 1 }]}                                  | ${2500}      | ${'a solution with as much added'}
`('$vials of $product: $strength U a mL ($why)', ({ product, vials, strength }) => {
  expect(drawnStrength(product, vials)).toBe(strength);
});

it.each`
  units     | sites        | strength   | drawn
  ${40}     | ${8}         | ${50}      | ${{ volumeMl: 0.8, siteMl: 0.1, siteUnits: 5 }}
  ${20}     | ${4}         | ${25}      | ${{ volumeMl: 0.8, siteMl: 0.2, siteUnits: 5 }}
  ${2.5}    | ${2}         | ${50}      | ${{ volumeMl: 0.05, siteMl: 0.025, siteUnits: 1.25 }}
  ${10}     | ${3}         | ${100}     | ${{ volumeMl: 0.1, siteMl: 0.033, siteUnits: 3.33 }}
  ${40}     | ${undefined} | ${50}      | ${{ volumeMl: 0.8 }}
  ${25}     | ${undefined} | ${100 / 3} | ${{ volumeMl: 0.75 }}
  ${2500}   | ${5}         | ${5000}    | ${{ volumeMl: 0.5, siteMl: 0.1, siteUnits: 500 }}
  ${0.5}    | ${undefined} | ${50}      | ${{ volumeMl: 0.01 }}
  ${0.24}   | ${undefined} | ${50}      | ${undefined}
  ${1000}   | ${undefined} | ${1}       | ${{ volumeMl: 1000 }}
  ${1000.1} | ${undefined} | ${1}       | ${undefined}
`('$units U in $sites sites at $strength U a mL: $drawn', ({ units, sites, strength, drawn }) => {
  expect(drawnVolume({ units, sites }, strength)).toEqual(drawn);
});

it.each`
  volumeMl | strength   | units
  ${0.8}   | ${50}      | ${40}
  ${0.1}   | ${50}      | ${5}
  ${0.75}  | ${100 / 3} | ${25}
  ${0.03}  | ${12.5}    | ${0.38}
  ${0.01}  | ${0.5}     | ${0.01}
  ${0.01}  | ${0.4}     | ${undefined}
  ${10}    | ${5000}    | ${50_000}
  ${10.01} | ${5000}    | ${undefined}
`('$volumeMl mL at $strength U a mL hold $units U', ({ volumeMl, strength, units }) => {
  expect(unitsDrawn(volumeMl, strength)).toBe(units);
});
