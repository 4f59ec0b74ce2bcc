import { SYSTEM } from '../../src/platform/actor';
import { lockPatient } from '../../src/records/patients/lock-patient';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, started, PREEMPT } from '../support/builders';
import { until } from '../support/until';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const DEFAULTS = {
  name: null,
  address: null,
  phone: null,
  zone: null,
  closedWeekdays: ['saturday', 'sunday'],
  closedDays: [],
  leadDays: 30,
  onTimeDays: 28,
  lapseDays: 366,
  intervals: [],
  openingHours: [],
  visitLengths: [],
  crossCourseMinimum: false,
};

async function change(body: object) {
  const { version } = (await service.admin.get('/clinic-settings')).body;
  return service.admin.patch('/clinic-settings', version, body);
}

afterEach(async () => {
  const { ruleValues } = (await service.admin.get('/clinic-settings')).body;
  const back = Object.fromEntries(Object.keys(ruleValues).map((id) => [id, null]));
  expect((await change({ ...DEFAULTS, ruleValues: back })).status).toBe(200);
});

/** A course whose latest session was on 14 September: due on Monday, 7 December. */
async function treated(given?: Record<string, unknown>): Promise<string> {
  const courseId = await started(service.neurologist, given);
  await logged(service.neurologist, courseId, { performedOn: '2026-09-14' });
  return courseId;
}

async function forecast(courseId: string) {
  return (await service.neurologist.get(`/courses/${courseId}`)).body.forecast;
}

it('the name of the clinic waits for nobody who writes, as nothing is judged by it', async () => {
  const patientId = await registered(service.neurologist);
  const { status, body } = await service.work.write(SYSTEM, async (tx) => {
    await lockPatient(tx, patientId);
    return change({ name: 'Harbor Clinic' });
  });
  expect([status, body.name]).toEqual([200, 'Harbor Clinic']);
});

describe('the settings', () => {
  it('are read by every role, and changed by an administrator with their version', async () => {
    const { body } = await service.admin.get('/clinic-settings');
    expect(body).toEqual({
      ...DEFAULTS,
      zone: 'America/New_York',
      ruleValues: {},
      version: expect.any(Number),
      updatedAt: expect.any(String),
    });
    for (const client of [service.neurologist, service.scheduler, service.reporting]) {
      expect((await client.get('/clinic-settings')).body).toEqual(body);
      expect((await client.patch('/clinic-settings', body.version, { leadDays: 14 })).status).toBe(403);
    }
    expect((await service.admin.patch('/clinic-settings', body.version + 1, { leadDays: 14 })).status).toBe(
      412,
    );
    expect(await change({ leadDays: 14 })).toMatchObject({
      status: 200,
      body: { leadDays: 14, version: body.version + 1 },
    });
  });

  it.each`
    body                                                               | pointer                            | why
    ${{ zone: 'Mars/Base' }}                                           | ${'/zone'}                         | ${'no such zone'}
    ${{ zone: '+02:00' }}                                              | ${'/zone'}                         | ${'an offset is no zone'}
    ${{ zone: 'US/Pacific-New' }}                                      | ${'/zone'}                         | ${'a zone that PostgreSQL does not know'}
    ${{ zone: 'PST' }}                                                 | ${'/zone'}                         | ${'with summer time to Node, without to PostgreSQL'}
    ${{ zone: 'AST' }}                                                 | ${'/zone'}                         | ${'Alaska to Node, the Atlantic to PostgreSQL'}
    ${{ closedWeekdays: ['sun'] }}                                     | ${'/closedWeekdays'}               | ${'no such weekday'}
    ${{ closedDays: ['2026-11-31'] }}                                  | ${'/closedDays'}                   | ${'no such day'}
    ${{ leadDays: -1 }}                                                | ${'/leadDays'}                     | ${'less than none'}
    ${{ lapseDays: 28 }}                                               | ${'/lapseDays'}                    | ${'lapsed before it is overdue'}
    ${{ onTimeDays: 366 }}                                             | ${'/onTimeDays'}                   | ${'on time for more than a year'}
    ${{ intervals: [{ indication: 'tremor', interval: '16 weeks' }] }} | ${'/intervals/0/interval'}         | ${'no duration'}
    ${{ intervals: [{ indication: 'ague', interval: 'P16W' }] }}       | ${'/intervals/0/indication'}       | ${'no such indication'}
    ${{ crossCourseMinimum: 'yes' }}                                   | ${'/crossCourseMinimum'}           | ${'neither true nor false'}
    ${{ ruleValues: { 'S03.ona.adult.cap': 500 } }}                    | ${'/ruleValues/S03.ona.adult.cap'} | ${'a verified number is no setting'}
    ${{ ruleValues: { S99: 1 } }}                                      | ${'/ruleValues/S99'}               | ${'no such rule'}
    ${{ ruleValues: { 'S01.usual.default': 0 } }}                      | ${'/ruleValues/S01.usual.default'} | ${'nothing'}
    ${{ ruleValues: { 'S01.usual.default': 84.5 } }}                   | ${'/ruleValues/S01.usual.default'} | ${'half a day'}
    ${{ ruleValues: { 'S01.usual.default': 999999 } }}                 | ${'/ruleValues/S01.usual.default'} | ${'longer than ten years'}
    ${{ ruleValues: { 'S01.usual.default': '84' } }}                   | ${'/ruleValues/S01.usual.default'} | ${'a number as text'}
    ${{ colour: 'blue' }}                                              | ${'/colour'}                       | ${'no field of ours'}
  `('refuse $pointer: $why', async ({ body, pointer }: { body: object; pointer: string }) => {
    const before = (await service.admin.get('/clinic-settings')).body;
    expect(await change(body)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
    expect((await service.admin.get('/clinic-settings')).body).toEqual(before);
  });
});

describe('every course follows at once', () => {
  it.each`
    body                                                                                                  | bookOn          | why
    ${{ closedDays: ['2026-12-07', '2026-12-08'] }}                                                       | ${'2026-12-09'} | ${'closed on Monday and Tuesday'}
    ${{ closedWeekdays: ['monday', 'tuesday', 'saturday', 'sunday'] }}                                    | ${'2026-12-09'} | ${'never open on these days'}
    ${{ closedWeekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] }} | ${'2026-12-07'} | ${'never open at all: the due day as it is'}
    ${{ closedDays: ['2026-12-08'] }}                                                                     | ${'2026-12-07'} | ${'closed on another day'}
  `('to be booked on $bookOn: $why', async ({ body, bookOn }: { body: object; bookOn: string }) => {
    const courseId = await treated();
    await change(body);
    expect(await forecast(courseId)).toMatchObject({ dueOn: '2026-12-07', bookOn });
  });

  it.each`
    interval                                                                 | earliestOn      | dueOn           | why
    ${{ indication: 'cervical_dystonia', minInterval: 'P13W' }}              | ${'2026-12-14'} | ${'2026-12-14'} | ${'a longer minimum'}
    ${{ indication: 'cervical_dystonia', minInterval: 'P10W' }}              | ${'2026-12-07'} | ${'2026-12-07'} | ${'a shorter minimum does not count'}
    ${{ indication: 'cervical_dystonia', interval: 'P16W' }}                 | ${'2026-12-07'} | ${'2027-01-04'} | ${'another usual interval'}
    ${{ indication: 'cervical_dystonia', product: 'ona', interval: 'P16W' }} | ${'2026-12-07'} | ${'2027-01-04'} | ${'for this product'}
    ${{ indication: 'cervical_dystonia', product: 'abo', interval: 'P16W' }} | ${'2026-12-07'} | ${'2026-12-07'} | ${'for another product'}
    ${{ indication: 'tremor', interval: 'P16W' }}                            | ${'2026-12-07'} | ${'2026-12-07'} | ${'for another indication'}
  `(
    'the interval $interval: due on $dueOn, $why',
    async ({ interval, earliestOn, dueOn }: { interval: object; earliestOn: string; dueOn: string }) => {
      const courseId = await treated();
      await change({ intervals: [interval] });
      expect(await forecast(courseId)).toMatchObject({ earliestOn, dueOn });
    },
  );

  it('the days that count as on time, of the lead and of the lapse', async () => {
    const courseId = await treated();
    await change({ leadDays: 14, onTimeDays: 7, lapseDays: 100 });
    const days = ['2026-11-22', '2026-11-23', '2026-12-13', '2026-12-14', '2027-03-16', '2027-03-17'];
    const seen = await Promise.all(
      days.map(
        async (day) => (await service.neurologist.get(`/courses/${courseId}?asOf=${day}`)).body.dueStatus,
      ),
    );
    expect(seen).toEqual(['not-due', 'upcoming', 'due', 'overdue', 'overdue', 'lapsed']);
    const listed = async (day: string) =>
      (await service.scheduler.get(`/due-list?asOf=${day}&limit=500`)).body.items.some(
        (item: { courseId: string }) => item.courseId === courseId,
      );
    expect([await listed('2026-11-22'), await listed('2026-11-23')]).toEqual([false, true]);
  });

  it('a threshold that is ours may be set and taken back', async () => {
    const courseId = await treated();
    expect(await change({ ruleValues: { 'S01.usual.default': 98 } })).toMatchObject({
      status: 200,
      body: { ruleValues: { 'S01.usual.default': 98 } },
    });
    expect((await forecast(courseId)).dueOn).toBe('2026-12-21');
    const { items } = (await service.reporting.get('/catalog/rules?q=S01.usual.default')).body;
    expect(items).toMatchObject([
      { id: 'S01.usual.default', value: 98, defaultValue: 84, settable: true, source: 'P' },
    ]);
    expect(await change({ ruleValues: { 'S01.usual.default': null } })).toMatchObject({
      status: 200,
      body: { ruleValues: {} },
    });
    expect((await forecast(courseId)).dueOn).toBe('2026-12-07');
  });

  it('one course keeps the patient’s others waiting, where the clinic wants it so', async () => {
    const patientId = await registered(service.neurologist);
    const neck = await treated({ patientId });
    const head = await started(service.neurologist, { patientId, indication: 'chronic_migraine' });
    await logged(service.neurologist, head, {
      performedOn: '2026-11-02',
      injections: PREEMPT.slice(0, 6),
    });
    expect((await forecast(neck)).earliestOn).toBe('2026-12-07');
    await change({ crossCourseMinimum: true });
    const { earliestOn, dueOn, reasons } = await forecast(neck);
    expect({ earliestOn, dueOn }).toEqual({ earliestOn: '2027-01-25', dueOn: '2027-01-25' });
    expect(reasons.map(({ code }: { code: string }) => code)).toContain('cross-course');
    expect((await forecast(head)).dueOn).toBe('2027-01-25');
  });

  it('the zone decides which day it is', async () => {
    const courseId = await treated();
    const today = async () => (await service.neurologist.get(`/courses/${courseId}`)).body.asOf;
    expect(await today()).toBe('2026-11-23');
    expect(await change({ zone: 'Pacific/Apia' })).toMatchObject({ body: { zone: 'Pacific/Apia' } });
    expect(await today()).toBe('2026-11-24');
    expect(await change({ zone: null })).toMatchObject({ body: { zone: 'America/New_York' } });
  });
});

it('is undone when whoever asked for it no longer waits', async () => {
  await treated();
  const before = (await service.admin.get('/clinic-settings')).body;
  const cancel = new AbortController();
  const asked = await service.work.write(SYSTEM, async (tx) => {
    await tx.query('select 1 from clinic_setting for update');
    const answer = fetch(`${service.url}/api/v1/clinic-settings`, {
      method: 'PATCH',
      signal: cancel.signal,
      headers: {
        authorization: `Bearer ${service.admin.token}`,
        'content-type': 'application/json',
        'if-match': `"${before.version}"`,
      },
      body: JSON.stringify({ leadDays: 15 }),
    }).then(
      () => 'answered',
      () => 'cancelled',
    );
    await until(async () => (await others("wait_event_type = 'Lock'")) > 0);
    cancel.abort();
    await answer;
    return answer;
  });
  expect(asked).toBe('cancelled');
  await until(async () => (await others("state <> 'idle'")) === 0);
  expect((await service.admin.get('/clinic-settings')).body).toEqual(before);
});

/** How many other connections are at something. */
async function others(which: string): Promise<number> {
  const [row] = await service.work.db.query<[{ others: number }]>(
    `select count(*)::int as others from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and (${which})`,
  );
  return row.others;
}
