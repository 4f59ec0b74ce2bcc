import type { FhirResource } from 'fhir/r4';
import { patientsIn } from './patients-in';

it.each`
  resource                                                                                                                                 | patients      | why
  ${{ resourceType: 'Patient', id: 'a' }}                                                                                                  | ${['a']}      | ${'themselves'}
  ${{ resourceType: 'Condition', id: 'c', subject: { reference: 'Patient/a' } }}                                                           | ${['a']}      | ${'their subject'}
  ${{ resourceType: 'Appointment', id: 'c', participant: [{ actor: { reference: 'Patient/a' } }, { actor: { reference: 'Patient/b' } }] }} | ${['a', 'b']} | ${'whoever takes part'}
  ${{ resourceType: 'Condition', id: 'c', note: [{ text: '"reference": "Patient/x"' }] }}                                                  | ${[]}         | ${'words are no reference'}
  ${{ resourceType: 'AuditEvent', id: '1', entity: [{ what: { reference: 'Patient/a' } }] }}                                               | ${[]}         | ${'the trail tells no more of them than their ids'}
  ${{ resourceType: 'Procedure', id: 'c', partOf: [{ reference: 'Procedure/d' }] }}                                                        | ${[]}         | ${'another thing is nobody'}
`('$why', ({ resource, patients }: { resource: FhirResource; patients: string[] }) => {
  expect(patientsIn(resource)).toEqual(patients);
});
