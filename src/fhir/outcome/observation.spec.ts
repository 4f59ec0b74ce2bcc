import { observationResource, type ObservationRow } from './observation';

const SESSION = '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11';
const FACT: ObservationRow = {
  id: `${SESSION}-pgic`,
  updatedAt: new Date('2026-11-23T14:30:05.250Z'),
  patientId: '2b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  sessionId: SESSION,
  code: 'pgic',
  value: '2',
  effectiveOn: '2026-09-28',
  phase: null,
  muscleGroup: null,
  domains: null,
};

it.each`
  code                    | value           | told
  ${'onset-on'}           | ${'2026-08-29'} | ${{ valueDateTime: '2026-08-29' }}
  ${'wore-off-on'}        | ${'2026-11-16'} | ${{ valueDateTime: '2026-11-16' }}
  ${'still-effective-on'} | ${'2026-11-09'} | ${{ valueDateTime: '2026-11-09' }}
  ${'improvement-pct'}    | ${'62.50'}      | ${{ valueQuantity: { value: 62.5, unit: '%', system: 'http://unitsofmeasure.org', code: '%' } }}
  ${'improvement-pct'}    | ${'0'}          | ${{ valueQuantity: { value: 0 } }}
  ${'pgic'}               | ${'2'}          | ${{ valueInteger: 2 }}
  ${'peak-effect'}        | ${'0'}          | ${{ valueInteger: 0 }}
`('$code $value', ({ code, value, told }) => {
  expect(observationResource({ ...FACT, code, value })).toMatchObject({
    ...told,
    status: 'final',
    code: { coding: [{ system: 'urn:botulinum-toxin-clinic:fact', code }] },
    focus: [{ reference: `Procedure/${SESSION}` }],
    effectiveDateTime: '2026-09-28',
  });
});

it.each`
  code                 | value     | told
  ${'twstrs_severity'} | ${'21'}   | ${{ valueInteger: 21 }}
  ${'twstrs_total'}    | ${'42.5'} | ${{ valueQuantity: { value: 42.5 } }}
  ${'mas'}             | ${'1+'}   | ${{ valueCodeableConcept: { coding: [{ system: 'urn:botulinum-toxin-clinic:scale-grade', code: 'mas:1+' }], text: '1+' } }}
`('$code $value is as it was recorded', ({ code, value, told }) => {
  expect(observationResource({ ...FACT, code, value, phase: 'peak' })).toMatchObject({
    ...told,
    code: { coding: [{ system: 'urn:botulinum-toxin-clinic:scale', code }] },
    extension: [{ url: 'urn:botulinum-toxin-clinic:scale:phase', valueCode: 'peak' }],
  });
});

it('tells where it was taken and what it is made of', () => {
  const row = { ...FACT, code: 'midas', value: '20', phase: 'cycle-end' as const, domains: [10, 0, 5, 5, 0] };
  const told = observationResource(row);
  expect(told.component?.map(({ valueInteger }) => valueInteger)).toEqual([10, 0, 5, 5, 0]);
  expect(told.component?.[4]?.code.coding?.[0]?.code).toBe('midas:5');
  const tone = observationResource({
    ...FACT,
    code: 'mas',
    value: '2',
    phase: 'peak',
    muscleGroup: 'elbow_flexors',
  });
  expect(tone.bodySite).toEqual({ text: 'Elbow flexors' });
});
