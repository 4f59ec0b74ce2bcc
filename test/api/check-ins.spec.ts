import { startApp, send, type Answer, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';
import { everyRoute } from '../support/walks/read-routes';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

async function treated(): Promise<{ patientId: string; courseId: string; sessionId: string }> {
  const patientId = await registered(service.neurologist, { givenName: 'Marta', familyName: 'Lindqvist' });
  const courseId = await started(service.neurologist, { patientId });
  const sessionId = await logged(service.neurologist, courseId, { performedOn: '2026-08-10' });
  return { patientId, courseId, sessionId };
}

const begun = async (courseId: string): Promise<{ code: string; expiresAt: string }> =>
  (await service.scheduler.post(`/courses/${courseId}/check-ins`)).body;

const open = (code: string, cookie?: string): Promise<Answer> =>
  send(service.url, 'POST', '/check-ins/open', { body: { code }, headers: cookie ? { cookie } : {} });

/** The cookie that an answer sets, as a browser sends it back. */
function cookieOf({ headers }: Answer): string {
  const set = headers.getSetCookie().find((cookie) => cookie.startsWith('clinic_check_in='));
  return set!.split(';')[0]!;
}

const answer = (cookie: string | undefined, body: object): Promise<Answer> =>
  send(service.url, 'POST', '/check-ins/answers', { body, headers: cookie ? { cookie } : {} });

async function openedFor(courseId: string): Promise<string> {
  return cookieOf(await open((await begun(courseId)).code));
}

const ANSWER = { stillEffective: false, woreOffOn: '2026-11-02', helpedPct: 50, trouble: 'a dry mouth' };

const answersOf = async (courseId: string) =>
  (await service.neurologist.get(`/courses/${courseId}/patient-answers`)).body.items;

/** What a minute is worth at the standing clock: the code's life is moved instead. */
const expire = (courseId: string) =>
  service.work.write({ id: service.admin.userId, name: 'test', role: 'system' }, (tx) =>
    tx.query(`update check_in set expires_at = '2026-11-23T17:00:00Z' where course_id = $1`, [courseId]),
  );

describe('a check-in', () => {
  it('begins with a code that lives for minutes and is kept as a hash alone', async () => {
    const { courseId } = await treated();
    const { status, body } = await service.neurologist.post(`/courses/${courseId}/check-ins`);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      courseId,
      performedOn: '2026-08-10',
      expiresAt: '2026-11-23T17:15:00.000Z',
    });
    expect(body.code).toMatch(/^[0-9A-Z]{8}$/);
    const stored = await service.work.db.query(
      `select (select jsonb_agg(k) from check_in k)::text || (select jsonb_agg(e) from audit_entry e)::text as text`,
    );
    expect(stored[0].text).not.toContain(body.code);
  });

  it('shows the tablet a first name, the treatment and its day, and nothing else of the patient', async () => {
    const { courseId } = await treated();
    const { code } = await begun(courseId);
    const opened = await open(code.toLowerCase());
    expect(opened.status).toBe(200);
    expect(opened.body).toEqual({
      givenName: 'Marta',
      product: 'ona',
      performedOn: '2026-08-10',
      expiresAt: '2026-11-23T17:15:00.000Z',
    });
    const set = opened.headers.getSetCookie().find((cookie) => cookie.startsWith('clinic_check_in='))!;
    expect(set).toMatch(/HttpOnly/i);
    expect(set).toMatch(/SameSite=Strict/i);
  });

  it('is answered once, in the patient’s name, for the neurologist to confirm', async () => {
    const { courseId, sessionId } = await treated();
    const cookie = await openedFor(courseId);
    const answered = await answer(cookie, ANSWER);
    expect(answered.status).toBe(204);
    expect(answered.headers.getSetCookie().join()).toMatch(/clinic_check_in=;/);
    expect(await answersOf(courseId)).toMatchObject([
      {
        ...ANSWER,
        sessionId,
        answeredOn: '2026-11-23',
        channel: 'tablet',
        askedBy: service.scheduler.userId,
        outcome: null,
      },
    ]);
    expect((await answer(cookie, ANSWER)).status).toBe(401);
    expect(await answersOf(courseId)).toHaveLength(1);
  });

  it('is in the trail as the patient’s, with who handed over the tablet', async () => {
    const { courseId, patientId } = await treated();
    await answer(await openedFor(courseId), ANSWER);
    const { body } = await service.admin.get(`/audit?patientId=${patientId}&limit=4`);
    const acts = body.items.map(
      ({ actor, action, subject }: Record<string, { id: string; role: string }>) => [
        actor!.role,
        actor!.id,
        action,
        subject,
      ],
    );
    const { userId } = service.scheduler;
    expect(acts).toEqual([
      ['patient', userId, 'insert', 'patient_answer'],
      ['patient', userId, 'update', 'check_in'],
      ['patient', userId, 'update', 'check_in'],
      ['scheduler', userId, 'insert', 'check_in'],
    ]);
  });

  it('opens nothing else: with its cookie every address is as closed as without', async () => {
    const { courseId, patientId, sessionId } = await treated();
    const cookie = await openedFor(courseId);
    const opened: string[] = [];
    for (const { method, path, roles } of everyRoute(service)) {
      if (roles.length === 0) continue;
      const subject = path.includes('/courses/')
        ? courseId
        : path.includes('/patients/')
          ? patientId
          : sessionId;
      const at = path.replace(':id', subject).replace(':catalog', 'muscles').replace(':file', 'sessions.csv');
      const { status } = await fetch(service.url + at, { method, headers: { cookie }, redirect: 'manual' });
      if (![303, 401].includes(status)) opened.push(`${method} ${path}: ${status}`);
    }
    expect(opened).toEqual([]);
  });

  it('signs out whoever of the clinic is signed in on the same device', async () => {
    const { courseId } = await treated();
    const { code } = await begun(courseId);
    const colleague = await service.signIn('neurologist');
    const cookie = `clinic_session=${colleague.token}`;
    expect((await fetch(`${service.url}/due`, { headers: { cookie }, redirect: 'manual' })).status).toBe(200);
    const opened = await open(code, cookie);
    expect(opened.headers.getSetCookie().join()).toMatch(/clinic_session=;/);
    expect((await fetch(`${service.url}/due`, { headers: { cookie }, redirect: 'manual' })).status).toBe(303);
    expect((await colleague.get('/me')).status).toBe(401);
  });
});

describe('a code', () => {
  it('is spent by opening', async () => {
    const { courseId } = await treated();
    const { code } = await begun(courseId);
    expect((await open(code)).status).toBe(200);
    expect((await open(code)).status).toBe(404);
  });

  it('gives way to a later one for the same course, also on the tablet', async () => {
    const { courseId } = await treated();
    const first = await openedFor(courseId);
    const second = (await begun(courseId)).code;
    expect((await answer(first, ANSWER)).status).toBe(401);
    expect((await open(second)).status).toBe(200);
  });

  it('expires, before it is opened and after', async () => {
    const { courseId } = await treated();
    const { code } = await begun(courseId);
    await expire(courseId);
    expect((await open(code)).status).toBe(404);
    const cookie = await openedFor(courseId);
    await expire(courseId);
    expect((await answer(cookie, ANSWER)).status).toBe(401);
    expect(await answersOf(courseId)).toEqual([]);
  });

  it('is opened once of two at once', async () => {
    const { courseId } = await treated();
    const { code } = await begun(courseId);
    const both = await Promise.all([open(code), open(code)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  });

  it('of whoever left the clinic opens nothing', async () => {
    const { courseId } = await treated();
    const leaving = await service.signIn('scheduler');
    const { code } = (await leaving.post(`/courses/${courseId}/check-ins`)).body;
    await service.admin.patch(`/users/${leaving.userId}`, 1, { disabled: true });
    expect((await open(code)).status).toBe(404);
  });
});

describe('what is refused', () => {
  it('an answer without a check-in, and one that cannot be, which leaves the check-in open', async () => {
    expect((await answer(undefined, ANSWER)).status).toBe(401);
    expect((await answer('clinic_check_in=btc_nothing', ANSWER)).status).toBe(401);
    const { courseId } = await treated();
    const cookie = await openedFor(courseId);
    const refusal = await answer(cookie, { ...ANSWER, woreOffOn: '2026-08-09' });
    expect(refusal).toMatchObject({ status: 400, body: { errors: [{ pointer: '/woreOffOn' }] } });
    expect((await answer(cookie, ANSWER)).status).toBe(204);
  });

  it('a check-in by a script, before any session, on its day, and of a course that has ended', async () => {
    const { courseId } = await treated();
    const { body } = await service.admin.post('/api-tokens', {
      name: 'script',
      role: 'scheduler',
      expiresAt: '2027-01-01T00:00:00Z',
    });
    expect((await service.scheduler.post(`/api-tokens/${body.id}/approve`)).status).toBe(204);
    const asScript = await send(service.url, 'POST', `/courses/${courseId}/check-ins`, {
      headers: { authorization: `Bearer ${body.token}` },
    });
    expect(asScript.status).toBe(403);
    expect(asScript.body).toMatchObject({ detail: expect.stringContaining('script') });
    const begin = (id: string) => service.scheduler.post(`/courses/${id}/check-ins`);
    const fresh = await started(service.neurologist);
    expect((await begin(fresh)).status).toBe(409);
    await logged(service.neurologist, fresh, { performedOn: '2026-11-23' });
    expect((await begin(fresh)).status).toBe(409);
    await service.neurologist.post(`/courses/${courseId}/end`, { on: '2026-11-20', reason: 'remission' });
    expect((await begin(courseId)).status).toBe(409);
  });

  it('a code from another site', async () => {
    const { courseId } = await treated();
    const { code } = await begun(courseId);
    const elsewhere = await send(service.url, 'POST', '/check-ins/open', {
      body: { code },
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(elsewhere.status).toBe(403);
  });
});

it('codes are not guessed: after five wrong ones the tablet is told to wait', async () => {
  const { courseId } = await treated();
  const { code } = await begun(courseId);
  const statuses: number[] = [];
  for (let i = 0; i < 6; i += 1) statuses.push((await open('ZZZZ ZZZZ')).status);
  expect(statuses).toEqual([404, 404, 404, 404, 404, 429]);
  expect(await open(code)).toMatchObject({
    status: 429,
    body: { detail: 'Too many wrong codes were typed. Try again in 15 minutes.' },
  });
});
