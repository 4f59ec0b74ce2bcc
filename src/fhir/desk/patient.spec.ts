import { patientResource, type PatientRow } from './patient';

const ROW: PatientRow = {
  id: '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  updatedAt: new Date('2026-11-23T14:30:05.250Z'),
  mrn: 'A-17',
  familyName: 'Lindqvist',
  givenName: 'Marta Sofia',
  birthDate: '1968-04-12',
  sex: 'female',
  phone: '+1 212 555 0140',
  email: null,
  deceasedOn: null,
  mergedInto: null,
  version: 3,
};

it('tells identity, contact and version', () => {
  expect(patientResource(ROW)).toEqual({
    resourceType: 'Patient',
    id: ROW.id,
    meta: { versionId: '3', lastUpdated: '2026-11-23T14:30:05.250Z' },
    identifier: [
      {
        use: 'usual',
        type: {
          coding: [
            {
              system: 'http://terminology.hl7.org/CodeSystem/v2-0203',
              code: 'MR',
              display: 'Medical record number',
            },
          ],
        },
        system: 'urn:botulinum-toxin-clinic:mrn',
        value: 'A-17',
      },
    ],
    active: true,
    name: [{ use: 'official', family: 'Lindqvist', given: ['Marta Sofia'] }],
    telecom: [{ system: 'phone', value: '+1 212 555 0140' }],
    gender: 'female',
    birthDate: '1968-04-12',
  });
});

it.each`
  row                                 | telecom                                                                                  | why
  ${{ phone: null }}                  | ${undefined}                                                                             | ${'nobody can be reached: no empty list'}
  ${{ phone: null, email: 'm@x.se' }} | ${[{ system: 'email', value: 'm@x.se' }]}                                                | ${'by email alone'}
  ${{ email: 'm@x.se' }}              | ${[{ system: 'phone', value: '+1 212 555 0140' }, { system: 'email', value: 'm@x.se' }]} | ${'by both'}
`('$why', ({ row, telecom }) => {
  expect(patientResource({ ...ROW, ...row }).telecom).toEqual(telecom);
});

it('tells the day of a death, and nothing of one of whom none is recorded', () => {
  expect(patientResource({ ...ROW, deceasedOn: '2026-10-02' }).deceasedDateTime).toBe('2026-10-02');
  expect(patientResource(ROW)).not.toHaveProperty('deceasedDateTime');
});

it('who has one name only has it as the family name', () => {
  expect(patientResource({ ...ROW, familyName: 'Suharto', givenName: null }).name).toEqual([
    { use: 'official', family: 'Suharto' },
  ]);
});

it('tells no birth date where nobody knows it', () => {
  expect(patientResource({ ...ROW, birthDate: null })).not.toHaveProperty('birthDate');
});

it('a record that was merged says where it goes on', () => {
  const { active, link } = patientResource({ ...ROW, mergedInto: 'b' });
  expect({ active, link }).toEqual({
    active: false,
    link: [{ other: { reference: 'Patient/b' }, type: 'replaced-by' }],
  });
  expect(patientResource(ROW)).toMatchObject({ active: true });
  expect(patientResource(ROW)).not.toHaveProperty('link');
});
