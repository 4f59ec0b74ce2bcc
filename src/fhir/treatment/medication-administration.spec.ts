import { administrationResource, type AdministrationRow } from './medication-administration';

const SESSION = '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11';
const ROW: AdministrationRow = {
  id: `${SESSION}-0`,
  updatedAt: new Date('2026-11-23T14:30:05.250Z'),
  patientId: '2b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  courseId: '3b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  sessionId: SESSION,
  performedOn: '2026-08-24',
  injector: 'Dr. Amara Osei',
  product: 'ona',
  muscle: 'trapezius',
  side: 'left',
  units: 27.5,
  sites: null,
  volumeMl: null,
  guidance: null,
};

it('tells the dose in units of its product, and the place', () => {
  expect(administrationResource(ROW)).toMatchObject({
    id: ROW.id,
    status: 'completed',
    partOf: [{ reference: `Procedure/${SESSION}` }],
    effectiveDateTime: '2026-08-24',
    medicationCodeableConcept: {
      coding: [{ system: 'urn:botulinum-toxin-clinic:product', code: 'ona' }],
      text: 'Botox (onabotulinumtoxinA)',
    },
    dosage: {
      text: '27.5 U of Botox into Trapezius, left',
      site: {
        coding: [
          { system: 'urn:botulinum-toxin-clinic:muscle', code: 'trapezius' },
          { system: 'http://snomed.info/sct', code: '31764008' },
        ],
        extension: [{ url: 'urn:botulinum-toxin-clinic:injection:side', valueCode: 'left' }],
      },
    },
  });
});

it.each`
  product   | unit           | code
  ${'ona'}  | ${'U Botox'}   | ${'ona'}
  ${'abo'}  | ${'U Dysport'} | ${'abo'}
  ${'rima'} | ${'U Myobloc'} | ${'rima'}
`('a unit of $product is one of $product alone', ({ product, unit, code }) => {
  expect(administrationResource({ ...ROW, product }).dosage?.dose).toEqual({
    value: 27.5,
    unit,
    system: 'urn:botulinum-toxin-clinic:product-unit',
    code,
  });
});

it('tells sites, volume and guidance where they are on record', () => {
  expect(administrationResource(ROW)).not.toHaveProperty('extension');
  expect(administrationResource({ ...ROW, sites: 3, volumeMl: 0.5, guidance: 'emg' }).extension).toEqual([
    { url: 'urn:botulinum-toxin-clinic:injection:sites', valueInteger: 3 },
    { url: 'urn:botulinum-toxin-clinic:injection:volume-ml', valueDecimal: 0.5 },
    { url: 'urn:botulinum-toxin-clinic:injection:guidance', valueCode: 'emg' },
  ]);
});

it('of a muscle whose code nobody has read only our own is given', () => {
  expect(administrationResource({ ...ROW, muscle: 'splenius_capitis' }).dosage?.site?.coding).toHaveLength(1);
});
