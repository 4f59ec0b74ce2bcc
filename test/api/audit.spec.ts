import { randomUUID } from 'node:crypto';
import type { Role } from '../../src/platform/actor';
import { recordRead } from '../../src/platform/audit/record-audit';
import { accountsOf, type Answer } from '../support/accounts';
import { startApp, type TestApp } from '../support/app';

interface Entry {
  readonly id: number;
  readonly at: string;
  readonly actor: { id: string | null; name: string; role: string };
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string | null;
  readonly patientId: string | null;
  readonly patientIds: string[];
  readonly changed: string[];
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly detail: Record<string, unknown> | null;
}

let app: TestApp;
let admin: string;
const { db, write, aUser, send, login, signIn, sendPages } = accountsOf(() => app);
const DOCTOR = { id: randomUUID(), name: 'Dr Ana Meyer', role: 'neurologist' as Role };

beforeAll(async () => {
  app = await startApp();
  admin = await signIn(await aUser('admin'));
});
afterAll(() => app.close());

function ask(filter: string): Promise<Answer> {
  return send('GET', `/audit?${filter}`, { token: admin });
}

async function entries(filter: string): Promise<Entry[]> {
  return (await ask(filter)).body.items as Entry[];
}

const aReadOf = (patientId: string) =>
  recordRead(db(), DOCTOR, {
    action: 'read',
    subject: 'patient',
    subjectId: patientId,
    patients: [patientId],
  });

async function aPatient(): Promise<string> {
  const id = randomUUID();
  await write((tx) =>
    tx.query(
      `insert into patient (id, mrn, family_name, given_name, birth_date, sex, search_text, prior_toxin_tolerance)
        values ($1::uuid, $1::text, 'Muster', 'Erika', '1961-02-03', 'female', 'muster erika', false)`,
      [id],
    ),
  );
  return id;
}

describe('what the trail holds', () => {
  it('signing in, failing to, and signing out', async () => {
    const username = await aUser();
    await login(username, 'a wrong guess');
    const { token, user } = (await login(username)).body as unknown as {
      token: string;
      user: { id: string };
    };
    await send('POST', '/auth/logout', { token });
    const own = await entries(`actorId=${user.id}`);
    expect(own).toMatchObject([
      {
        action: 'sign-out',
        subject: 'app_user',
        subjectId: user.id,
        actor: { id: user.id, name: 'The scheduler', role: 'scheduler' },
      },
      {
        action: 'sign-in',
        subject: 'app_user',
        subjectId: user.id,
        detail: { address: '127.0.0.1', sessionId: expect.any(String) },
      },
    ]);
    const failure = (await entries('action=sign-in-failed')).find(({ subjectId }) => subjectId === user.id);
    expect(failure).toMatchObject({
      actor: { id: null, name: 'nobody', role: 'none' },
      detail: { address: '127.0.0.1' },
    });
  });

  it('no user name that nobody has: it may be a password', async () => {
    await login('my-secret-password');
    const [failure] = await entries('action=sign-in-failed&limit=1');
    expect(failure).toMatchObject({ subjectId: null, detail: { address: '127.0.0.1' } });
    expect(JSON.stringify(failure)).not.toContain('my-secret-password');
  });

  it('a change of a user: by whom, what was and what is, without the password', async () => {
    const me = (await send('GET', '/me', { token: admin })).body;
    const { body: user } = await send('POST', '/users', {
      token: admin,
      body: { username: 'changed', displayName: 'Before', role: 'scheduler', password: 'a long password 17' },
    });
    await send('PATCH', `/users/${String(user.id)}`, {
      token: admin,
      body: { displayName: 'After', password: 'a long password 18' },
      headers: { 'if-match': '"1"' },
    });
    const found = (await entries('subject=app_user')).filter(({ subjectId }) => subjectId === user.id);
    expect(found).toMatchObject([
      {
        action: 'update',
        actor: { id: me.id, role: 'admin' },
        changed: ['display_name'],
        before: { display_name: 'Before' },
        after: { display_name: 'After' },
      },
      {
        action: 'insert',
        actor: { id: me.id, role: 'admin' },
        changed: [],
        before: null,
        after: { username: 'changed' },
      },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/argon2|password_hash/);
  });

  it('reads of a patient, one by one and in lists: one entry a list, found under each patient whom it showed', async () => {
    const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()];
    const subject = 'due-list';
    await recordRead(db(), DOCTOR, { action: 'read', subject: 'course', subjectId: two, patients: [one] });
    await recordRead(db(), DOCTOR, { action: 'read', subject, patients: [one, null, two, one] });
    await recordRead(db(), DOCTOR, { action: 'read', subject, patients: [three, three] });
    const list = {
      action: 'read',
      subject,
      subjectId: null,
      patientId: null,
      patientIds: [one, two].toSorted(),
      actor: DOCTOR,
    };
    const ofOne = await entries(`patientId=${one}`);
    expect(ofOne).toMatchObject([
      list,
      { action: 'read', subject: 'course', subjectId: two, patientId: one, patientIds: [one], actor: DOCTOR },
    ]);
    expect(await entries(`patientId=${two}`)).toEqual([ofOne[0]]);
    expect(await entries(`patientId=${three}`)).toMatchObject([{ patientId: three, patientIds: [three] }]);
    expect((await entries('subject=due-list')).map(({ id }) => id)).toContain(ofOne[0]!.id);
  });

  it('a list that showed nobody is an entry too', async () => {
    await recordRead(db(), DOCTOR, { action: 'read', subject: 'empty-list', patients: [] });
    expect(await entries('subject=empty-list')).toMatchObject([{ patientId: null, patientIds: [] }]);
  });

  it('exports with their filters', async () => {
    const detail = { format: 'csv', from: '2026-01-01' };
    await recordRead(db(), DOCTOR, { action: 'export', subject: 'overdue', detail });
    expect((await entries('action=export'))[0]).toMatchObject({
      subject: 'overdue',
      patientId: null,
      detail,
    });
  });

  it('of a patient only identity and contact, of treatment only that it changed', async () => {
    const id = await aPatient();
    await write((tx) =>
      tx.query("update patient set phone = '1', prior_toxin_tolerance = true, version = 2 where id = $1", [
        id,
      ]),
    );
    const precaution = randomUUID();
    await write((tx) =>
      tx.query(
        "insert into patient_precaution (id, patient_id, code, asked_on) values ($1, $2, 'dysphagia', '2026-11-02')",
        [precaution, id],
      ),
    );
    const course = randomUUID();
    await write((tx) =>
      tx.query(
        "insert into course (id, patient_id, indication, planned_product) values ($1, $2, 'cervical_dystonia', 'ona')",
        [course, id],
      ),
    );
    const found = await entries(`patientId=${id}`);
    expect(found).toMatchObject([
      { action: 'insert', subject: 'course', subjectId: course, before: null, after: null },
      { action: 'insert', subject: 'patient_precaution', subjectId: precaution, before: null, after: null },
      {
        action: 'update',
        subject: 'patient',
        changed: ['phone', 'prior_toxin_tolerance'],
        before: { phone: null },
        after: { phone: '1' },
      },
      { action: 'insert', subject: 'patient', after: { family_name: 'Muster' } },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/dysphagia|ona"|search_text|true|false/);
  });
});

describe('asking the trail', () => {
  it('page by page: every entry once, the newest first, while others are written', async () => {
    const id = await aPatient();
    for (let i = 0; i < 6; i += 1) await aReadOf(id);
    const before = await entries(`patientId=${id}&limit=500`);
    const paging = sendPages<Entry>(`/audit?patientId=${id}`, admin, 2);
    await aReadOf(id);
    const paged = (await paging).map((entry) => entry.id);
    expect(paged).toEqual(paged.toSorted((a, b) => b - a));
    expect(new Set(paged).size).toBe(paged.length);
    expect(paged).toEqual(expect.arrayContaining(before.map((entry) => entry.id)));
  });

  it('by days of the clinic, both included', async () => {
    const id = randomUUID();
    for (const at of [
      '2026-03-08T04:59:59.999Z',
      '2026-03-08T05:00:00Z',
      '2026-03-09T03:59:59.999Z',
      '2026-03-09T04:00:00Z',
    ]) {
      await app.asOwner(
        `insert into audit_entry (at, actor_name, actor_role, action, subject, patient_id)
          values ($1, 'x', 'system', 'read', 'patient', $2)`,
        [at, id],
      );
    }
    const of = async (days: string): Promise<string[]> =>
      (await entries(`patientId=${id}&${days}`)).map(({ at }) => at);
    expect(await of('from=2026-03-08&to=2026-03-08')).toEqual([
      '2026-03-09T03:59:59.999Z',
      '2026-03-08T05:00:00.000Z',
    ]);
    expect(await of('to=2026-03-07')).toEqual(['2026-03-08T04:59:59.999Z']);
    expect(await of('from=2026-03-09')).toEqual(['2026-03-09T04:00:00.000Z']);
    await write((tx) => tx.query("update clinic_setting set zone = 'UTC'"));
    expect(await of('from=2026-03-09&to=2026-03-09')).toHaveLength(2);
    await write((tx) => tx.query('update clinic_setting set zone = null'));
  });

  it.each([
    'actorId=x',
    'patientId=1',
    'from=2026-02-30',
    'to=20260101',
    'action=write',
    'subject=;',
    'limit=0',
    'limit=501',
    'cursor=x',
    'cursor=WyJhIl0',
    'who=me',
  ])('refuses ?%s with 400', async (filter) => {
    expect(await ask(filter)).toMatchObject({ status: 400, body: { errors: [expect.anything()] } });
  });
});

describe('what the database refuses', () => {
  it.each`
    statement                                      | why
    ${"update audit_entry set actor_name = 'x'"}   | ${'a change of the trail'}
    ${'delete from audit_entry'}                   | ${'a deletion from it'}
    ${'truncate audit_entry'}                      | ${'emptying it'}
    ${"update audit_entry set patient_ids = '{}'"} | ${'another list of whom it names'}
  `('$why', async ({ statement }: { statement: string }) => {
    await expect(app.asOwner(statement)).rejects.toThrow('The audit trail only grows');
    await expect(write((tx) => tx.query(statement))).rejects.toThrow(
      'permission denied for table audit_entry',
    );
  });

  it('a write that names no actor', async () => {
    await expect(db().query('update clinic_setting set lead_days = 31')).rejects.toThrow('names no actor');
  });

  it('what fails is not in the trail either', async () => {
    const id = randomUUID();
    const failing = write(async (tx) => {
      await tx.query(
        "insert into app_user (id, username, display_name, role, password_hash) values ($1, 'gone', 'x', 'admin', 'x')",
        [id],
      );
      throw new Error('given up');
    });
    await expect(failing).rejects.toThrow('given up');
    expect((await entries('subject=app_user&limit=500')).filter(({ subjectId }) => subjectId === id)).toEqual(
      [],
    );
  });
});
