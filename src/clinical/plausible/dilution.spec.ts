import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { ruleValues } from '../rules';
import { aSession, said } from '../session-check/example-session';
import type { ToxinProduct } from '../units';
import { dilutionFindings, strengthOf } from './dilution';

const RULES = ruleValues();
const VIAL = { lotNumber: 'C7', expiresOn: '2027-06-30' } as const;

it.each`
  product   | vialUnits | diluentMl    | unitsPerMl   | why
  ${'ona'}  | ${100}    | ${2}         | ${50}        | ${'as reconstituted'}
  ${'ona'}  | ${100}    | ${undefined} | ${undefined} | ${'not on record'}
  ${'rima'} | ${5000}   | ${undefined} | ${5000}      | ${'ready to use'}
  ${'rima'} | ${5000}   | ${1}         | ${2500}      | ${'diluent is added to 1 mL'}
`('$vialUnits U $product with $diluentMl mL: $unitsPerMl U a mL ($why)', (given) => {
  const { product, vialUnits, diluentMl, unitsPerMl } = given;
  expect(strengthOf(product as ToxinProduct, { vialUnits, diluentMl })).toBe(unitsPerMl);
});

it.each`
  product   | vialUnits | diluentMl    | says             | why
  ${'ona'}  | ${100}    | ${10}        | ${''}            | ${'10 U a mL'}
  ${'ona'}  | ${100}    | ${10.1}      | ${'S24 confirm'} | ${'less'}
  ${'ona'}  | ${100}    | ${0.5}       | ${''}            | ${'200 U a mL'}
  ${'ona'}  | ${100}    | ${0.4}       | ${'S24 confirm'} | ${'more'}
  ${'ona'}  | ${100}    | ${25}        | ${'S24 confirm'} | ${'2.5 without its point'}
  ${'ona'}  | ${100}    | ${undefined} | ${''}            | ${'not on record'}
  ${'abo'}  | ${500}    | ${1}         | ${''}            | ${'as in cervical dystonia'}
  ${'abo'}  | ${500}    | ${0.4}       | ${'S24 confirm'} | ${'1,250 U a mL'}
  ${'abo'}  | ${500}    | ${10}        | ${'S24 confirm'} | ${'50 U a mL'}
  ${'inco'} | ${50}     | ${1}         | ${''}            | ${'50 U a mL'}
  ${'rima'} | ${5000}   | ${undefined} | ${''}            | ${'as it comes'}
  ${'rima'} | ${5000}   | ${9}         | ${''}            | ${'500 U a mL'}
  ${'rima'} | ${5000}   | ${10}        | ${'S24 confirm'} | ${'less'}
  ${'daxi'} | ${100}    | ${1}         | ${''}            | ${'100 U a mL'}
`('a vial of $vialUnits U $product in $diluentMl mL: $why → $says', (given) => {
  const { product, vialUnits, diluentMl, says } = given;
  const vials = [{ ...VIAL, vialUnits, diluentMl }];
  expect(said(dilutionFindings(aSession({ product, vials }), RULES))).toBe(says);
});

it.each`
  units  | volumeMl     | vials                                          | says             | why
  ${25}  | ${0.5}       | ${[]}                                          | ${''}            | ${'50 U a mL'}
  ${0.5} | ${25}        | ${[]}                                          | ${'S24 confirm'} | ${'in each other’s place'}
  ${25}  | ${5}         | ${[{ ...VIAL, vialUnits: 100 }]}               | ${'S24 confirm'} | ${'a vial that tells no dilution'}
  ${25}  | ${5}         | ${[{ ...VIAL, vialUnits: 100, diluentMl: 2 }]} | ${''}            | ${'the vial tells it, and the row is held against that'}
  ${25}  | ${undefined} | ${[]}                                          | ${''}            | ${'no volume'}
`('$units U Botox in $volumeMl mL: $why → $says', ({ units, volumeMl, vials, says }) => {
  const injections = [{ muscle: 'trapezius', side: 'left', units, volumeMl }] as const;
  expect(said(dilutionFindings(aSession({ injections, vials }), RULES))).toBe(says);
});

it.each`
  units  | volumeMl | message
  ${0.5} | ${25}    | ${'0.5 U Botox in 25 mL are 0.02 U a mL. Botox is reconstituted to 10-200 U a mL. Were units and volume typed in each other’s place (25 U Botox in 0.5 mL)? Correct the units or the volume, or give the reason.'}
  ${25}  | ${5}     | ${'25 U Botox in 5 mL are 5 U a mL. Botox is reconstituted to 10-200 U a mL. Correct the units or the volume, or give the reason.'}
`('says of $units U in $volumeMl mL what was likely typed', ({ units, volumeMl, message }) => {
  const injections = [
    { muscle: 'procerus', side: 'midline', units: 5, volumeMl: 0.1 },
    { muscle: 'trapezius', side: 'left', units, volumeMl },
  ] as const;
  expect(dilutionFindings(aSession({ injections }), RULES)).toMatchObject([
    { message, pointer: '/injections/1/volumeMl' },
  ]);
});

it('says which vial', () => {
  const vials = [
    { ...VIAL, vialUnits: 100, diluentMl: 2 },
    { ...VIAL, vialUnits: 100, diluentMl: 20 },
  ];
  expect(dilutionFindings(aSession({ vials }), RULES)).toMatchObject([
    {
      message:
        'Lot C7: 100 U Botox in 20 mL are 5 U a mL. Botox is reconstituted to 10-200 U a mL. Correct the diluent or the vial, or give the reason.',
      pointer: '/vials/1/diluentMl',
    },
  ]);
});

it('what comes ready to use is not asked about, however narrow a clinic sets the range', () => {
  const session = aSession({ product: 'rima', units: 2500, vials: [{ ...VIAL, vialUnits: 5000 }] });
  const { most } = PRODUCT_ROWS.rima.strength;
  expect(dilutionFindings(session, { ...RULES, [most]: 4000 })).toEqual([]);
});
