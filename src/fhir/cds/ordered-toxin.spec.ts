import { orderedToxin } from './ordered-toxin';

const order = (concept: object, dose: object = { value: 155, unit: 'U' }) => ({
  resourceType: 'MedicationRequest',
  medicationCodeableConcept: concept,
  dosageInstruction: [{ doseAndRate: [{ doseQuantity: dose }] }],
});
const ndc = (code: string) => ({ coding: [{ system: 'http://hl7.org/fhir/sid/ndc', code }] });

it.each`
  concept                                                                         | product      | why
  ${{ text: 'Botox 200 U vial' }}                                                 | ${'ona'}     | ${'by its brand'}
  ${{ text: 'AbobotulinumtoxinA injection' }}                                     | ${'abo'}     | ${'in whichever case'}
  ${{ coding: [{ display: 'incobotulinumtoxinA 100 UNT' }] }}                     | ${'inco'}    | ${'by its generic name'}
  ${{ coding: [{ system: 'urn:botulinum-toxin-clinic:product', code: 'rima' }] }} | ${'rima'}    | ${'by our code'}
  ${ndc('15054-0530-06')}                                                         | ${'abo'}     | ${'by the code of a vial'}
  ${ndc('00023114501')}                                                           | ${'ona'}     | ${'in eleven digits too'}
  ${ndc('00023923201')}                                                           | ${undefined} | ${'Botox Cosmetic is no product of ours'}
  ${{ text: 'Botox or Dysport' }}                                                 | ${undefined} | ${'two are none'}
  ${{ text: 'Clonazepam' }}                                                       | ${undefined} | ${'no toxin'}
  ${{}}                                                                           | ${undefined} | ${'nothing is named'}
`('$product: $why', ({ concept, product }) => {
  expect(orderedToxin(order(concept))?.product).toBe(product);
});

it.each`
  dose                                 | units
  ${{ value: 155, unit: 'U' }}         | ${155}
  ${{ value: 155, unit: 'units' }}     | ${155}
  ${{ value: 155.5, code: "[USP'U]" }} | ${155.5}
  ${{ value: 1, unit: 'mL' }}          | ${undefined}
  ${{ value: 155 }}                    | ${undefined}
  ${{ value: 0, unit: 'U' }}           | ${undefined}
  ${{ value: '155', unit: 'U' }}       | ${undefined}
  ${{}}                                | ${undefined}
`('$dose are $units units', ({ dose, units }) => {
  expect(orderedToxin(order({ text: 'Botox' }, dose))).toEqual({ product: 'ona', units });
});

it('something else than a MedicationRequest is no order of a toxin', () => {
  expect(orderedToxin({ ...order({ text: 'Botox' }), resourceType: 'ServiceRequest' })).toBeUndefined();
});
