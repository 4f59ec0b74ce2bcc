import { startApp, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';
import { writtenCounts } from '../support/server/table-counts';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

type Fields = Readonly<Record<string, unknown>>;
interface Who {
  readonly course: Fields;
  readonly patient: Fields;
}

interface Case {
  /** Who and for what. */
  readonly of: Who;
  /** `product: muscle side units, …` of a session on 23 November. */
  readonly given: string;
  /** `day product: …` of a session before. */
  readonly before?: string;
  readonly vial?: Fields;
  readonly code: string;
  readonly severity: 'stop' | 'confirm' | 'note' | 'nothing';
  readonly why: string;
}

const SPASTIC = { side: 'left', etiology: 'stroke' };
const [NECK, ARM, LEG, EYES, FACE] = [
  { indication: 'cervical_dystonia' },
  { indication: 'spasticity_upper', ...SPASTIC },
  { indication: 'spasticity_lower', ...SPASTIC },
  { indication: 'blepharospasm' },
  { indication: 'hemifacial_spasm', side: 'right' },
].map((course): Who => ({ course, patient: {} })) as [Who, Who, Who, Who, Who];
const CHILD = { birthDate: '2018-06-01', weight: { kg: 20, measuredOn: '2026-11-20' } };
const TEEN = { birthDate: '2010-11-23', weight: { kg: 50, measuredOn: '2026-11-20' } };
const WITH = (precaution: string): Who => ({ ...NECK, patient: { precautions: [precaution] } });
const VIAL = { lotNumber: 'C1', expiresOn: '2027-01-31', vialUnits: 100, unitsDiscarded: 20 };

const [MIGRAINE, DROOLING] = [{ indication: 'chronic_migraine' }, { indication: 'sialorrhea' }].map(
  (course): Who => ({ course, patient: {} }),
) as [Who, Who];
const GLANDS = 'inco: parotid bilateral 60, submandibular_gland bilateral 40';
const CODED = (who: Who, diagnosisCode: string): Who => ({
  ...who,
  course: { ...who.course, diagnosisCode },
});

/** No muscle gets more than is plausible, all together more than the limit. */
const OVER_400 = 'ona: levator_scapulae left 101, trapezius left 150, splenius_capitis right 150';

/** Splits `ona: trapezius left 50, splenius_capitis right 80.5`. */
function dose(text: string): { product: string; injections: object[] } {
  const [product, list] = text.split(': ') as [string, string];
  const injections = list.split(', ').map((part) => {
    const [muscle, side, units, sites] = part.split(' ');
    return { muscle, side, units: Number(units), ...(sites && { sites: Number(sites) }) };
  });
  return { product, injections };
}

describe.each`
  code     | severity     | of                                                     | given                                                               | before                                                              | vial                                                | why
  ${'S02'} | ${'confirm'} | ${NECK}                                                | ${'ona: trapezius left 50'}                                         | ${'2026-09-01 ona: trapezius left 50'}                              | ${undefined}                                        | ${'83 days after'}
  ${'S02'} | ${'nothing'} | ${NECK}                                                | ${'ona: trapezius left 50'}                                         | ${'2026-08-31 ona: trapezius left 50'}                              | ${undefined}                                        | ${'84 days after'}
  ${'S03'} | ${'nothing'} | ${NECK}                                                | ${'ona: trapezius left 400'}                                        | ${undefined}                                                        | ${undefined}                                        | ${'400 U of Botox'}
  ${'S03'} | ${'confirm'} | ${NECK}                                                | ${'ona: trapezius left 400.01'}                                     | ${undefined}                                                        | ${undefined}                                        | ${'a hundredth over 400 U'}
  ${'S03'} | ${'nothing'} | ${NECK}                                                | ${'ona: trapezius left 150, splenius_capitis right 150'}            | ${'2026-08-31 ona: trapezius left 150, splenius_capitis right 150'} | ${undefined}                                        | ${'the first dose has left the window'}
  ${'S04'} | ${'nothing'} | ${{ ...LEG, patient: CHILD }}                          | ${'ona: soleus left 160'}                                           | ${undefined}                                                        | ${undefined}                                        | ${'a child of 20 kg, 8 U/kg in a leg'}
  ${'S04'} | ${'stop'}    | ${{ ...LEG, patient: CHILD }}                          | ${'ona: soleus left 160.01'}                                        | ${undefined}                                                        | ${undefined}                                        | ${'just over'}
  ${'S04'} | ${'stop'}    | ${{ ...LEG, patient: { birthDate: '2018-06-01' } }}    | ${'ona: soleus left 10'}                                            | ${undefined}                                                        | ${undefined}                                        | ${'a child without a weight'}
  ${'S05'} | ${'nothing'} | ${NECK}                                                | ${'abo: trapezius left 1000'}                                       | ${undefined}                                                        | ${undefined}                                        | ${'1,000 U of Dysport in the neck'}
  ${'S05'} | ${'stop'}    | ${NECK}                                                | ${'abo: trapezius left 1001'}                                       | ${undefined}                                                        | ${undefined}                                        | ${'1,001 U'}
  ${'S05'} | ${'stop'}    | ${ARM}                                                 | ${'abo: biceps_brachii left 1501'}                                  | ${undefined}                                                        | ${undefined}                                        | ${'1,501 U in an arm'}
  ${'S06'} | ${'nothing'} | ${ARM}                                                 | ${'inco: biceps_brachii left 400'}                                  | ${undefined}                                                        | ${undefined}                                        | ${'400 U of Xeomin'}
  ${'S06'} | ${'stop'}    | ${ARM}                                                 | ${'inco: biceps_brachii left 400.01'}                               | ${undefined}                                                        | ${undefined}                                        | ${'a hundredth over'}
  ${'S07'} | ${'nothing'} | ${NECK}                                                | ${'rima: trapezius left 2499.99'}                                   | ${undefined}                                                        | ${undefined}                                        | ${'a first dose of Myobloc below 2,500 U'}
  ${'S07'} | ${'confirm'} | ${NECK}                                                | ${'rima: trapezius left 2500'}                                      | ${undefined}                                                        | ${undefined}                                        | ${'2,500 U and no toxin tolerated'}
  ${'S07'} | ${'nothing'} | ${{ ...NECK, patient: { priorToxinTolerance: true } }} | ${'rima: trapezius left 5000'}                                      | ${undefined}                                                        | ${undefined}                                        | ${'5,000 U and a toxin tolerated'}
  ${'S08'} | ${'nothing'} | ${NECK}                                                | ${'daxi: trapezius left 250'}                                       | ${undefined}                                                        | ${undefined}                                        | ${'250 U of Daxxify'}
  ${'S08'} | ${'confirm'} | ${NECK}                                                | ${'daxi: trapezius left 250.5'}                                     | ${undefined}                                                        | ${undefined}                                        | ${'over 250 U'}
  ${'S09'} | ${'confirm'} | ${NECK}                                                | ${'ona: trapezius left 50'}                                         | ${'2026-09-01 abo: trapezius left 200'}                             | ${undefined}                                        | ${'another product 83 days before'}
  ${'S09'} | ${'nothing'} | ${NECK}                                                | ${'ona: trapezius left 50'}                                         | ${'2026-08-31 abo: trapezius left 200'}                             | ${undefined}                                        | ${'84 days before'}
  ${'S10'} | ${'confirm'} | ${{ ...NECK, patient: TEEN }}                          | ${'ona: trapezius left 10'}                                         | ${undefined}                                                        | ${undefined}                                        | ${'16 years old'}
  ${'S10'} | ${'nothing'} | ${{ ...NECK, patient: { birthDate: '2008-11-23' } }}   | ${'ona: trapezius left 10'}                                         | ${undefined}                                                        | ${undefined}                                        | ${'18 today'}
  ${'S11'} | ${'nothing'} | ${NECK}                                                | ${'ona: trapezius left 80'}                                         | ${undefined}                                                        | ${{ ...VIAL, expiresOn: '2026-11-23' }}             | ${'the last day of a vial'}
  ${'S11'} | ${'stop'}    | ${NECK}                                                | ${'ona: trapezius left 80'}                                         | ${undefined}                                                        | ${{ ...VIAL, expiresOn: '2026-11-22' }}             | ${'expired yesterday'}
  ${'S12'} | ${'stop'}    | ${NECK}                                                | ${'ona: trapezius left 79'}                                         | ${undefined}                                                        | ${VIAL}                                             | ${'a unit is missing from the vial'}
  ${'S13'} | ${'confirm'} | ${WITH('pregnant')}                                    | ${'ona: trapezius left 10'}                                         | ${undefined}                                                        | ${undefined}                                        | ${'pregnant'}
  ${'S14'} | ${'confirm'} | ${WITH('aminoglycoside')}                              | ${'ona: trapezius left 10'}                                         | ${undefined}                                                        | ${undefined}                                        | ${'an aminoglycoside'}
  ${'S15'} | ${'confirm'} | ${WITH('myasthenia_gravis')}                           | ${'ona: trapezius left 10'}                                         | ${undefined}                                                        | ${undefined}                                        | ${'myasthenia'}
  ${'S16'} | ${'stop'}    | ${WITH('milk_protein_allergy')}                        | ${'abo: trapezius left 10'}                                         | ${undefined}                                                        | ${undefined}                                        | ${'milk protein and Dysport'}
  ${'S16'} | ${'nothing'} | ${WITH('milk_protein_allergy')}                        | ${'ona: trapezius left 10'}                                         | ${undefined}                                                        | ${undefined}                                        | ${'milk protein and Botox'}
  ${'S17'} | ${'note'}    | ${WITH('anticoagulant')}                               | ${'ona: trapezius left 10'}                                         | ${undefined}                                                        | ${undefined}                                        | ${'an anticoagulant'}
  ${'S18'} | ${'nothing'} | ${NECK}                                                | ${'ona: sternocleidomastoid left 100'}                              | ${undefined}                                                        | ${undefined}                                        | ${'100 U in one sternocleidomastoid'}
  ${'S18'} | ${'confirm'} | ${NECK}                                                | ${'ona: sternocleidomastoid left 100.5'}                            | ${undefined}                                                        | ${undefined}                                        | ${'over 100 U'}
  ${'S18'} | ${'confirm'} | ${NECK}                                                | ${'ona: sternocleidomastoid left 20, sternocleidomastoid right 20'} | ${undefined}                                                        | ${undefined}                                        | ${'both sides'}
  ${'S19'} | ${'nothing'} | ${EYES}                                                | ${'ona: orbicularis_oculi left 15 3'}                               | ${undefined}                                                        | ${undefined}                                        | ${'5 U a site round the eye'}
  ${'S19'} | ${'confirm'} | ${EYES}                                                | ${'ona: orbicularis_oculi left 15.03 3'}                            | ${undefined}                                                        | ${undefined}                                        | ${'5.01 U a site'}
  ${'S20'} | ${'nothing'} | ${FACE}                                                | ${'ona: orbicularis_oculi right 15'}                                | ${undefined}                                                        | ${undefined}                                        | ${'the side of the spasm'}
  ${'S20'} | ${'confirm'} | ${FACE}                                                | ${'ona: orbicularis_oculi left 15'}                                 | ${undefined}                                                        | ${undefined}                                        | ${'the other side'}
  ${'S23'} | ${'nothing'} | ${ARM}                                                 | ${'ona: biceps_brachii left 400'}                                   | ${undefined}                                                        | ${undefined}                                        | ${'twice the most that is usual in a biceps'}
  ${'S23'} | ${'confirm'} | ${ARM}                                                 | ${'ona: biceps_brachii left 400.01'}                                | ${undefined}                                                        | ${undefined}                                        | ${'a hundredth over'}
  ${'S23'} | ${'stop'}    | ${ARM}                                                 | ${'ona: biceps_brachii left 6000'}                                  | ${undefined}                                                        | ${undefined}                                        | ${'6,000 U of Botox in one biceps'}
  ${'S23'} | ${'confirm'} | ${NECK}                                                | ${'rima: trapezius left 60'}                                        | ${undefined}                                                        | ${undefined}                                        | ${'units of Botox typed for Myobloc'}
  ${'S23'} | ${'note'}    | ${NECK}                                                | ${'ona: trapezius left 45'}                                         | ${undefined}                                                        | ${undefined}                                        | ${'a first, cautious dose'}
  ${'S24'} | ${'nothing'} | ${NECK}                                                | ${'ona: trapezius left 100 2'}                                      | ${undefined}                                                        | ${undefined}                                        | ${'50 U a site'}
  ${'S24'} | ${'confirm'} | ${NECK}                                                | ${'ona: trapezius left 100.02 2'}                                   | ${undefined}                                                        | ${undefined}                                        | ${'more in one site'}
  ${'S28'} | ${'nothing'} | ${NECK}                                                | ${'ona: trapezius left 80'}                                         | ${undefined}                                                        | ${VIAL}                                             | ${'a vial of Botox'}
  ${'S28'} | ${'confirm'} | ${NECK}                                                | ${'ona: trapezius left 80'}                                         | ${undefined}                                                        | ${{ ...VIAL, vialUnits: 500, unitsDiscarded: 420 }} | ${'Botox from a vial of Dysport'}
  ${'S25'} | ${'nothing'} | ${ARM}                                                 | ${'ona: biceps_brachii left 60'}                                    | ${undefined}                                                        | ${undefined}                                        | ${'the arm of the course'}
  ${'S25'} | ${'confirm'} | ${ARM}                                                 | ${'ona: biceps_brachii right 60'}                                   | ${undefined}                                                        | ${undefined}                                        | ${'the other arm'}
  ${'S25'} | ${'confirm'} | ${ARM}                                                 | ${'ona: soleus left 60'}                                            | ${undefined}                                                        | ${undefined}                                        | ${'a leg muscle in an arm course'}
  ${'S25'} | ${'confirm'} | ${MIGRAINE}                                            | ${'ona: soleus left 60'}                                            | ${undefined}                                                        | ${undefined}                                        | ${'a calf in a migraine'}
  ${'S25'} | ${'nothing'} | ${CODED(LEG, 'I69.354')}                               | ${'ona: soleus left 60'}                                            | ${undefined}                                                        | ${undefined}                                        | ${'the code of the left side'}
  ${'S25'} | ${'confirm'} | ${CODED(LEG, 'I69.351')}                               | ${'ona: soleus left 60'}                                            | ${undefined}                                                        | ${undefined}                                        | ${'the code of the right side in a left leg'}
  ${'S25'} | ${'confirm'} | ${CODED(FACE, 'G51.32')}                               | ${'ona: orbicularis_oculi right 15'}                                | ${undefined}                                                        | ${undefined}                                        | ${'the code of the left side in a right face'}
  ${'S25'} | ${'confirm'} | ${CODED(NECK, 'G43.709')}                              | ${'ona: trapezius left 50'}                                         | ${undefined}                                                        | ${undefined}                                        | ${'a migraine’s code in a neck'}
  ${'S25'} | ${'confirm'} | ${CODED(LEG, 'G35')}                                   | ${'ona: soleus left 60'}                                            | ${undefined}                                                        | ${undefined}                                        | ${'a code that is no longer valid'}
  ${'S02'} | ${'nothing'} | ${DROOLING}                                            | ${GLANDS}                                                           | ${`2026-08-03 ${GLANDS}`}                                           | ${undefined}                                        | ${'Xeomin in the glands after 16 weeks'}
  ${'S02'} | ${'confirm'} | ${DROOLING}                                            | ${GLANDS}                                                           | ${`2026-08-04 ${GLANDS}`}                                           | ${undefined}                                        | ${'a day before 16 weeks'}
  ${'S06'} | ${'nothing'} | ${DROOLING}                                            | ${GLANDS}                                                           | ${undefined}                                                        | ${undefined}                                        | ${'100 U of Xeomin in the glands'}
  ${'S06'} | ${'confirm'} | ${DROOLING}                                            | ${'inco: parotid bilateral 60.5, submandibular_gland bilateral 40'} | ${undefined}                                                        | ${undefined}                                        | ${'more than the label gives'}
`('$code: $why', ({ code, severity, of, given, before, vial }: Case) => {
  it(severity, async () => {
    const { neurologist } = service;
    const patientId = await registered(neurologist, { sex: 'male', ...of.patient });
    const courseId = await started(neurologist, { patientId, ...of.course });
    if (before)
      await logged(neurologist, courseId, { performedOn: before.slice(0, 10), ...dose(before.slice(11)) });
    const session = { courseId, performedOn: '2026-11-23', ...dose(given), ...(vial && { vials: [vial] }) };

    const rows = await writtenCounts(service.work.db);
    const checked = await neurologist.post('/sessions/check', session);
    expect(checked.status).toBe(200);
    // Nothing is stored but that it was asked: the answer speaks of what the patient got.
    expect(await writtenCounts(service.work.db)).toEqual({ ...rows, audit_entry: rows['audit_entry']! + 1 });
    const { findings } = checked.body;
    const severities = findings
      .filter((finding: { code: string }) => finding.code === code)
      .map((finding: { severity: string }) => finding.severity);
    expect([...new Set(severities)]).toEqual(severity === 'nothing' ? [] : [severity]);

    const saved = await neurologist.post('/sessions', session);
    const open = findings.filter((finding: { severity: string }) => finding.severity !== 'note');
    expect(saved.status).toBe(open.length > 0 ? 422 : 201);
    expect(saved.body.findings).toEqual(findings);
    if (open.length === 0) return;

    const confirmed = open.map((finding: { code: string }) => ({
      code: finding.code,
      reason: `considered ${finding.code}`,
    }));
    const goneAhead = await neurologist.post('/sessions', { ...session, confirmed });
    if (severity === 'stop')
      return expect(goneAhead).toMatchObject({
        status: 422,
        body: { type: 'urn:problem:rule-broken', findings },
      });
    expect(goneAhead.status).toBe(201);
    expect(goneAhead.body.findings).toEqual(
      findings.map((finding: { code: string; severity: string }) =>
        finding.severity === 'note' ? finding : { ...finding, reason: `considered ${finding.code}` },
      ),
    );
  });
});

it('a finding is confirmed by its own code with a reason, and says where its number comes from', async () => {
  const courseId = await started(service.neurologist);
  const session = { courseId, performedOn: '2026-11-23', ...dose(OVER_400) };
  const other = await service.neurologist.post('/sessions', {
    ...session,
    confirmed: [{ code: 'S02', reason: 'not that one' }],
  });
  expect(other).toMatchObject({
    status: 422,
    body: {
      detail: expect.stringContaining('S03'),
      findings: [{ code: 'S03', severity: 'confirm', sourceText: expect.stringContaining('V:') }],
    },
  });
});

describe('the reason for going on', () => {
  const tooMuch = { performedOn: '2026-11-23', ...dose(OVER_400) };
  const far = { performedOn: '2026-11-24', ...dose(OVER_400) };

  it.each`
    reason                   | status | why
    ${'x'}                   | ${400} | ${'one letter'}
    ${'it was ok'}           | ${400} | ${'seven letters'}
    ${'relapsing'}           | ${400} | ${'nine letters'}
    ${'xxxxxxxxxx'}          | ${400} | ${'the same letter ten times'}
    ${'12345 67890'}         | ${400} | ${'digits are no letters'}
    ${'considered'}          | ${201} | ${'ten letters'}
    ${'back early, in pain'} | ${201} | ${'words'}
  `('“$reason” is answered $status: $why', async ({ reason, status }: { reason: string; status: number }) => {
    const courseId = await started(service.neurologist);
    const confirmed = [{ code: 'S03', reason }];
    const answer = await service.neurologist.post('/sessions', { courseId, ...tooMuch, confirmed });
    expect(answer.status).toBe(status);
    if (status === 400)
      expect(answer.body.errors).toMatchObject([
        {
          pointer: '/confirmed/0/reason',
          code: 'reason-in-words',
          message: expect.stringContaining('10 letters'),
        },
      ]);
  });

  it('is not asked for while a stop stands, nor is a bad one spoken of', async () => {
    const courseId = await started(service.neurologist);
    for (const confirmed of [undefined, [{ code: 'S03', reason: 'x' }]]) {
      const answer = await service.neurologist.post('/sessions', { courseId, ...far, confirmed });
      expect(answer).toMatchObject({
        status: 422,
        body: { detail: expect.stringMatching(/^This session cannot be saved as it is\./) },
      });
      expect(answer.body.detail).not.toMatch(/reason/i);
      expect(answer.body.findings.map(({ severity }: { severity: string }) => severity)).toContain('stop');
    }
  });

  it('once stored is kept by a change that says nothing of it', async () => {
    const courseId = await started(service.neurologist);
    const confirmed = [{ code: 'S03', reason: 'severe relapse' }];
    const { body } = await service.neurologist.post('/sessions', { courseId, ...tooMuch, confirmed });
    const changed = await service.neurologist.patch(`/sessions/${body.id}`, 1, { note: 'calm' });
    expect(changed).toMatchObject({
      status: 200,
      body: { findings: [{ code: 'S03', reason: 'severe relapse' }] },
    });
    const worse = { confirmed: [{ code: 'S03', reason: 'x' }] };
    expect((await service.neurologist.patch(`/sessions/${body.id}`, 2, worse)).status).toBe(400);
  });
});
