import { ADVISORY_LOCKS } from '../../src/platform/database/locks/advisory-locks';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { ruleRow } from '../../src/clinical/rules';
import { Clock } from '../../src/platform/clock';
import { NightlyLearning } from '../../src/records/clinic-learning/nightly-learning';
import { send, startApp, type TestApp } from '../support/app';
import { started } from '../support/builders';
import { treated, type Outcome } from '../support/patients/histories';

const ROOT = join(__dirname, '../..');

/** Ratings that jump from session to session, and a course that fades. */
const JUMPS: readonly Outcome[] = [85, 25, 85, 25, 85, 25].map((improvementPct) => ({
  improvementPct,
  weeks: 12,
}));
const FADES: readonly Outcome[] = [60, 65, 60, 62, 30, 32].map((improvementPct) => ({
  improvementPct,
  weeks: improvementPct > 50 ? 12 : 10,
}));

/** So few readings are enough here; the weight of a review stands higher than by default. */
const SMALL_CLINIC = {
  'R.noise.differences': 10,
  'R.learning.courses': 3,
  'R.alarm-budget.patient-years': 1,
  'R.review.weight': 0.2,
  'R.review.weight.scale-only': 0.14,
};

const USUAL_WEIGHT = {
  weight: ruleRow('R.review.weight').value,
  weightOnScaleOnly: ruleRow('R.review.weight.scale-only').value,
};

let service: TestApp;
let fading: string;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  const { neurologist, admin } = service;
  for (let course = 0; course < 4; course += 1) {
    await treated(neurologist, await started(neurologist), '2025-01-06', JUMPS);
  }
  fading = await started(neurologist);
  await treated(neurologist, fading, '2025-01-06', FADES);
  const { version } = (await admin.get('/clinic-settings')).body;
  expect((await admin.patch('/clinic-settings', version, { ruleValues: SMALL_CLINIC })).status).toBe(200);
});
afterAll(() => service.close());

const learning = async () => (await service.admin.get('/clinic-learning')).body;
const learnTonight = () => service.app.get(NightlyLearning).learnIfDue();
const derived = () =>
  service.work.db.query<unknown[]>(
    `select to_jsonb(a) - 'assessed_at' as row from course_assessment a order by course_id`,
  );

function reassess(...args: string[]) {
  const command = ['-r', './test/support/typescript.cjs', 'src/commands/reassess-all.ts', ...args];
  const env = { ...process.env, DATABASE_URL: service.databaseUrl };
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

it('has learned nothing before its first night', async () => {
  expect(await learning()).toMatchObject({
    accepted: null,
    proposed: null,
    checkedAt: null,
    alarms: null,
    versions: [],
  });
  expect(await service.admin.post('/clinic-learning/1/accept', {})).toMatchObject({ status: 404 });
  expect(await service.admin.post('/clinic-learning/1/withdraw', {})).toMatchObject({ status: 404 });
});

it('shows on a dry run what it would learn, and stores nothing', async () => {
  const { status, stdout, stderr } = reassess('--dry-run');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('learned 1: proposed, judged with once an administrator accepts it\n');
  expect(stdout).toMatch(
    / {2}The size of a response scatters by 1\d\.\d percentage points in the same patient \(now 11\.0\)\n/,
  );
  expect(stdout).toMatch(/ {2}At the weight of 0\.2 .+ reviews per 100 patient-years are false/);
  expect((await learning()).versions).toEqual([]);
});

it('learns while another process does not, proposes, and judges as before', async () => {
  const before = await derived();
  const other = await new DataSource({ type: 'postgres', url: service.databaseUrl }).initialize();
  await other.query('select pg_advisory_lock($1)', [ADVISORY_LOCKS.learn]);
  await learnTonight();
  expect(await service.admin.post('/clinic-learning', {})).toMatchObject({
    status: 409,
    body: { detail: 'The clinic is learning already: look again in a minute.' },
  });
  expect((await learning()).versions).toEqual([]);
  await other.destroy();

  await learnTonight();
  const { proposed, accepted, alarms, checkedAt, lastYear } = await learning();
  expect(accepted).toBeNull();
  expect(checkedAt).toBe('2026-11-23T17:00:00.000Z');
  expect(proposed).toMatchObject({
    version: 1,
    state: 'proposed',
    courses: 5,
    differences: 25,
    decidedBy: null,
  });
  expect(proposed.changes.map(({ what }: { what: string }) => what)).toContain('sizes');
  expect(alarms).toMatchObject({
    courses: 5,
    budget: 2.5,
    standing: { weight: 0.2, weightOnScaleOnly: 0.14 },
    proposed: USUAL_WEIGHT,
  });
  expect(alarms.curve).toHaveLength(13);
  expect(lastYear.reviews).toBeGreaterThan(0);
  expect(lastYear.per100PatientYears).toBeCloseTo((100 * lastYear.reviews) / lastYear.patientYears, 6);
  expect(await derived()).toEqual(before);
});

it('learns once a night, and proposes nothing anew that says the same', async () => {
  await learnTonight();
  expect((await learning()).versions).toHaveLength(1);
  const clock = service.app.get(Clock);
  const night = jest.spyOn(clock, 'now').mockReturnValue(new Date('2026-11-24T08:00:00Z'));
  await learnTonight();
  night.mockRestore();
  const { versions, checkedAt } = await learning();
  expect(versions).toHaveLength(1);
  expect(checkedAt).toBe('2026-11-24T08:00:00.000Z');
});

it('says what accepting would move, and moves it only when a person accepts', async () => {
  const before = await derived();
  const preview = await service.admin.post('/clinic-learning/1/preview', { takeWeight: true });
  expect(preview).toMatchObject({ status: 200, body: { courses: 5, changed: 5 } });
  expect(await derived()).toEqual(before);
  expect((await learning()).proposed.version).toBe(1);

  const token = await service.admin.post('/api-tokens', {
    name: 'nightly script',
    role: 'admin',
    expiresAt: '2026-12-31T00:00:00Z',
  });
  const script = { headers: { authorization: `Bearer ${token.body.token}` }, body: {} };
  expect(await send(service.url, 'POST', '/clinic-learning/1/accept', script)).toMatchObject({ status: 403 });
  expect(await service.neurologist.post('/clinic-learning/1/accept', {})).toMatchObject({ status: 403 });
  expect(await derived()).toEqual(before);

  const accepted = await service.admin.post('/clinic-learning/1/accept', { takeWeight: true });
  expect(accepted).toMatchObject({
    status: 200,
    body: {
      accepted: { version: 1, state: 'accepted', decidedBy: service.admin.userId },
      proposed: null,
      alarms: { standing: USUAL_WEIGHT, proposed: null },
    },
  });
  const { ruleValues } = (await service.admin.get('/clinic-settings')).body;
  expect(ruleValues).toEqual({
    ...SMALL_CLINIC,
    'R.review.weight': USUAL_WEIGHT.weight,
    'R.review.weight.scale-only': USUAL_WEIGHT.weightOnScaleOnly,
  });
});

it('names what was judged with in every version of the rules, and who decided it in the trail', async () => {
  const versions = await service.work.db.query<{ row: string; trend: string }[]>(
    `select distinct rules_version as row, trend ->> 'rulesVersion' as trend from course_assessment`,
  );
  expect(versions).toEqual([
    { row: expect.stringMatching(/, learned 1$/), trend: expect.stringMatching(/, learned 1$/) },
  ]);
  const { items } = (await service.admin.get('/audit?subject=clinic_learning')).body;
  expect(items[0]).toMatchObject({ action: 'update', actor: { id: service.admin.userId } });
  expect(items.at(-1)).toMatchObject({ action: 'insert', actor: { role: 'system' } });
});

it.each`
  path             | body                     | status | detail
  ${'1/accept'}    | ${{}}                    | ${409} | ${'The clinic judges with version 1 already.'}
  ${'2/accept'}    | ${{}}                    | ${404} | ${'No such version: GET /clinic-learning lists them.'}
  ${'x/accept'}    | ${{}}                    | ${404} | ${'No such version: GET /clinic-learning lists them.'}
  ${'1e3/preview'} | ${{}}                    | ${404} | ${'No such version: GET /clinic-learning lists them.'}
  ${'1/accept'}    | ${{ takeWeight: 'yes' }} | ${400} | ${undefined}
`('POST $path $body is a $status', async ({ path, body, status, detail }) => {
  const answer = await service.admin.post(`/clinic-learning/${path}`, body);
  expect(answer).toMatchObject({ status, body: detail === undefined ? {} : { detail } });
});

it('takes back what was accepted, and takes it up again', async () => {
  const withdrawn = await service.admin.post('/clinic-learning/1/withdraw', {});
  expect(withdrawn).toMatchObject({
    status: 200,
    body: { accepted: null, versions: [{ version: 1, state: 'withdrawn' }] },
  });
  const versions = await service.work.db.query<{ row: string }[]>(
    'select distinct rules_version as row from course_assessment',
  );
  expect(versions).toEqual([{ row: expect.not.stringContaining('learned') }]);
  expect(await service.admin.post('/clinic-learning/1/withdraw', {})).toMatchObject({
    status: 409,
    body: { detail: 'The clinic does not judge with version 1: there is nothing to take back.' },
  });
  expect(await service.admin.post('/clinic-learning/1/accept', { takeWeight: true })).toMatchObject({
    status: 409,
    body: {
      detail: expect.stringMatching(/^No other weight is proposed: leave takeWeight out\. At the weight of /),
    },
  });
  expect(await service.admin.post('/clinic-learning/1/accept', {})).toMatchObject({ status: 200 });
});

it('a later night that learns something else proposes it beside what is judged with', async () => {
  for (let course = 0; course < 4; course += 1) {
    const steady = [60, 60, 60, 60, 60, 60].map((improvementPct) => ({ improvementPct, weeks: 12 }));
    await treated(service.neurologist, await started(service.neurologist), '2025-01-06', steady);
  }
  const { status, stdout } = reassess();
  expect(status).toBe(0);
  expect(stdout).toContain('learned 2: proposed');
  const { accepted, proposed } = await learning();
  expect([accepted.version, proposed.version]).toEqual([1, 2]);
  expect(await service.admin.post('/clinic-learning/2/accept', {})).toMatchObject({ status: 200 });
  expect((await learning()).versions.map(({ state }: { state: string }) => state)).toEqual([
    'accepted',
    'superseded',
  ]);
  expect(await service.admin.post('/clinic-learning/1/accept', {})).toMatchObject({
    status: 409,
    body: { detail: 'Version 1 has given way to a later one: accept the one that is proposed.' },
  });
});
