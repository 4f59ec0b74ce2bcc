import { Problem } from '../../platform/http/problem';
import { hookRequest } from './cds-request';

const ID = '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11';
const MR = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] };
const ask = (patientId: unknown, patient?: object) =>
  hookRequest('patient-view', { hook: 'patient-view', context: { patientId }, prefetch: { patient } })
    .patient;

it.each`
  patientId          | patient                                                                          | id           | mrns        | why
  ${ID}              | ${undefined}                                                                     | ${ID}        | ${[]}       | ${'our own id'}
  ${`Patient/${ID}`} | ${undefined}                                                                     | ${ID}        | ${[]}       | ${'as a reference'}
  ${'erX-1'}         | ${{ identifier: [{ type: MR, value: 'A-17' }] }}                                 | ${undefined} | ${['A-17']} | ${'a record number'}
  ${'erX-1'}         | ${{ identifier: [{ system: 'urn:botulinum-toxin-clinic:mrn', value: 'A-17' }] }} | ${undefined} | ${['A-17']} | ${'in our system'}
  ${'erX-1'}         | ${{ identifier: [{ system: 'http://hl7.org/fhir/sid/us-ssn', value: 'A-17' }] }} | ${undefined} | ${[]}       | ${'another number is none'}
  ${'erX-1'}         | ${{ identifier: [{ type: MR }] }}                                                | ${undefined} | ${[]}       | ${'a number without a value'}
  ${'erX-1'}         | ${{ identifier: 'A-17' }}                                                        | ${undefined} | ${[]}       | ${'no list'}
`('$why', ({ patientId, patient, id, mrns }) => {
  expect(ask(patientId, patient)).toMatchObject({ id, mrns });
});

const DRAFTS = {
  entry: ['a', 'b'].map((id) => ({ resource: { resourceType: 'MedicationRequest', id } })),
};

it.each`
  selections                 | ids           | why
  ${undefined}               | ${['a', 'b']} | ${'all, where the client says none'}
  ${['MedicationRequest/b']} | ${['b']}      | ${'the one that is selected'}
  ${['ServiceRequest/b', 7]} | ${[]}         | ${'another one'}
`('orders: $why', ({ selections, ids }) => {
  const context = { patientId: ID, selections, draftOrders: DRAFTS };
  const { orders } = hookRequest('order-select', { hook: 'order-select', context });
  expect(orders.map(({ id }) => id)).toEqual(ids);
});

it.each`
  body                                                   | says
  ${{}}                                                  | ${'hook must be patient-view'}
  ${undefined}                                           | ${'hook must be patient-view'}
  ${[]}                                                  | ${'hook must be patient-view'}
  ${{ hook: 'order-sign', context: { patientId: ID } }}  | ${'hook must be patient-view'}
  ${{ hook: 'patient-view' }}                            | ${'context.patientId must name the patient'}
  ${{ hook: 'patient-view', context: { patientId: 7 } }} | ${'context.patientId must name the patient'}
`('$body is refused: $says', ({ body, says }) => {
  expect(() => hookRequest('patient-view', body)).toThrow(Problem);
  expect(() => hookRequest('patient-view', body)).toThrow(says);
});
