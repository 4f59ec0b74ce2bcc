import { procedureResource, type ProcedureRow } from './procedure';

const ROW: ProcedureRow = {
  id: '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  updatedAt: new Date('2026-11-23T14:30:05.250Z'),
  recordId: '1b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  version: 2,
  patientId: '2b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  courseId: '3b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  continuesId: null,
  status: 'completed',
  performedOn: '2026-08-24',
  injector: 'Dr. Amara Osei',
  note: null,
  voidReason: null,
  signedAt: null,
  places: [{ muscle: 'trapezius', side: 'left' }],
  vials: [0, 1],
};

it('tells the day, the places and the vials; its version is that of the record', () => {
  const told = procedureResource(ROW);
  expect(told).toMatchObject({
    id: ROW.id,
    meta: { versionId: `${ROW.recordId}-2` },
    status: 'completed',
    subject: { reference: `Patient/${ROW.patientId}` },
    performedDateTime: '2026-08-24',
    performer: [{ actor: { display: 'Dr. Amara Osei' } }],
    reasonReference: [{ reference: `Condition/${ROW.courseId}` }],
    bodySite: [{ text: 'Trapezius, left' }],
    usedReference: [{ reference: `Medication/${ROW.id}-0` }, { reference: `Medication/${ROW.id}-1` }],
  });
  for (const absent of ['partOf', 'note', 'statusReason', 'extension'])
    expect(told).not.toHaveProperty(absent);
});

it.each`
  row                                                            | told                                                                                                                   | why
  ${{ status: 'entered-in-error', voidReason: 'wrong patient' }} | ${{ status: 'entered-in-error', statusReason: { text: 'wrong patient' } }}                                             | ${'a voided one, and why'}
  ${{ continuesId: 'x' }}                                        | ${{ partOf: [{ reference: 'Procedure/x' }] }}                                                                          | ${'it completes another one'}
  ${{ note: 'tender' }}                                          | ${{ note: [{ text: 'tender' }] }}                                                                                      | ${'what was noted'}
  ${{ signedAt: new Date('2026-08-24T20:00:00Z') }}              | ${{ extension: [{ url: 'urn:botulinum-toxin-clinic:session:signed-at', valueDateTime: '2026-08-24T20:00:00.000Z' }] }} | ${'when it was signed'}
`('$why', ({ row, told }) => {
  expect(procedureResource({ ...ROW, ...row })).toMatchObject(told);
});

it('of a voided one the vials are gone, and an empty list is left out', () => {
  expect(procedureResource({ ...ROW, status: 'entered-in-error' })).not.toHaveProperty('usedReference');
  expect(procedureResource({ ...ROW, places: [] })).not.toHaveProperty('bodySite');
});
