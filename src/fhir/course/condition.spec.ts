import { conditionResource, type ConditionRow } from './condition';
import { episodeResource, type EpisodeRow } from './episode-of-care';

const ID = '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11';
const CONDITION: ConditionRow = {
  id: ID,
  updatedAt: new Date('2026-11-23T14:30:05.250Z'),
  patientId: '2b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  indication: 'hemifacial_spasm',
  side: null,
  etiology: null,
  diagnosisCode: null,
  secondDiagnosisCode: null,
  status: 'active',
  version: 1,
  createdAt: new Date('2026-09-02T10:00:00Z'),
};

it.each`
  row                            | told
  ${{}}                          | ${{ clinicalStatus: { coding: [{ code: 'active' }] }, code: { coding: [{ code: 'hemifacial_spasm' }] } }}
  ${{ status: 'inactive' }}      | ${{ clinicalStatus: { coding: [{ code: 'inactive' }] } }}
  ${{ diagnosisCode: 'G51.31' }} | ${{ code: { coding: [{ code: 'hemifacial_spasm' }, { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G51.31' }] } }}
  ${{ side: 'left' }}            | ${{ bodySite: [{ coding: [{ code: 'left' }, { system: 'http://snomed.info/sct', code: '7771000' }] }] }}
  ${{ side: 'bilateral' }}       | ${{ bodySite: [{ coding: [{ code: 'bilateral' }] }] }}
  ${{ etiology: 'stroke' }}      | ${{ extension: [{ url: 'urn:botulinum-toxin-clinic:course:cause', valueCode: 'stroke' }] }}
`('a condition of $row', ({ row, told }) => {
  expect(conditionResource({ ...CONDITION, ...row })).toMatchObject(told);
});

const EPISODE: EpisodeRow = {
  id: ID,
  updatedAt: CONDITION.updatedAt,
  patientId: CONDITION.patientId,
  status: 'active',
  beganOn: '2025-01-06',
  endedOn: null,
};

it.each`
  row                                              | period
  ${{}}                                            | ${{ start: '2025-01-06' }}
  ${{ endedOn: '2026-10-02', status: 'finished' }} | ${{ start: '2025-01-06', end: '2026-10-02' }}
  ${{ beganOn: null, endedOn: '2026-10-02' }}      | ${{ end: '2026-10-02' }}
  ${{ beganOn: null }}                             | ${undefined}
`('an episode of $row lasts $period', ({ row, period }) => {
  const told = episodeResource({ ...EPISODE, ...row });
  expect(told.period).toEqual(period);
  expect(told).toMatchObject({ diagnosis: [{ condition: { reference: `Condition/${ID}` } }] });
});
