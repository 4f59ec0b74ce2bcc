import { medicationResource, type MedicationRow } from './medication';

const ROW: MedicationRow = {
  id: '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11-0',
  updatedAt: new Date('2026-11-23T14:30:05.250Z'),
  product: 'ona',
  lotNumber: 'C7654',
  expiresOn: '2027-06-30',
  vialUnits: 100,
  openedAt: null,
  reconstitutedAt: null,
  diluentMl: null,
  unitsDiscarded: null,
};

it('tells product, lot, day of expiry and content', () => {
  expect(medicationResource(ROW)).toMatchObject({
    code: { text: 'Botox (onabotulinumtoxinA)' },
    batch: { lotNumber: 'C7654', expirationDate: '2027-06-30' },
    extension: [
      { url: 'urn:botulinum-toxin-clinic:vial:content', valueQuantity: { value: 100, code: 'ona' } },
    ],
  });
});

it.each`
  product   | vialUnits | ndc              | why
  ${'ona'}  | ${100}    | ${'00023114501'} | ${'it was read'}
  ${'ona'}  | ${200}    | ${undefined}     | ${'known from memory alone'}
  ${'abo'}  | ${300}    | ${'15054053006'} | ${'it was read'}
  ${'rima'} | ${5000}   | ${undefined}     | ${'known from memory alone'}
  ${'inco'} | ${150}    | ${undefined}     | ${'no such vial is known'}
`('the NDC of $vialUnits U $product is $ndc: $why', ({ product, vialUnits, ndc }) => {
  const { coding } = medicationResource({ ...ROW, product, vialUnits }).code!;
  expect(coding!.find(({ system }) => system === 'http://hl7.org/fhir/sid/ndc')?.code).toBe(ndc);
});

it('tells what became of it', () => {
  const used = {
    openedAt: new Date('2026-08-24T14:00:00Z'),
    reconstitutedAt: new Date('2026-08-24T14:05:00Z'),
    diluentMl: 2,
    unitsDiscarded: 45,
  };
  expect(medicationResource({ ...ROW, ...used }).extension!.slice(1)).toMatchObject([
    { url: 'urn:botulinum-toxin-clinic:vial:opened-at', valueDateTime: '2026-08-24T14:00:00.000Z' },
    { url: 'urn:botulinum-toxin-clinic:vial:reconstituted-at', valueDateTime: '2026-08-24T14:05:00.000Z' },
    { url: 'urn:botulinum-toxin-clinic:vial:diluent-ml', valueDecimal: 2 },
    { url: 'urn:botulinum-toxin-clinic:vial:discarded', valueQuantity: { value: 45, code: 'ona' } },
  ]);
});
