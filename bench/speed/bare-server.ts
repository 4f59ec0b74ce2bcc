import { createServer, type IncomingMessage } from 'node:http';
import { Pool, types } from 'pg';
import { connectionTo } from '../../src/platform/database/connection/connection-settings';
import { DUE_PAGE, pageValues } from './due-page';

/*
 * What a page of the due list and a session cost at least: `node:http`, `pg`, the same SQL and the same rows in one
 * transaction. No framework, permission or check. With TRAIL the page also enters who saw it, and the triggers of the
 * tables are there.
 */

for (const type of [1082, 1182]) types.setTypeParser(type, (text) => text);

const trail = process.env.TRAIL === 'yes';
const pool = new Pool({ ...connectionTo(process.env.DATABASE_URL!), max: 10 });
const ACTOR = '00000000-0000-4000-8000-000000000001';

const ENTER = `insert into audit_entry (actor_id, actor_name, actor_role, action, subject, patient_ids)
  values ($1, 'bare', 'scheduler', 'read', 'due_list', $2)`;
const NAME_ACTOR = `select set_config('clinic.actor_id', $1, true), set_config('clinic.actor_name', 'bare', true),
  set_config('clinic.actor_role', 'neurologist', true)`;
const SESSION = `insert into injection_session (id, root_id, course_id, performed_on, product, injector_id)
  values ($1, $1, $2, $3, $4, $5)`;
const ROWS = `insert into injection (session_id, position, muscle, side, units)
  select $1, n - 1, muscle, side, units from unnest($2::text[], $3::text[], $4::numeric[]) with ordinality as r (muscle, side, units, n)`;
const DERIVED = 'update course_assessment set anchor_on = $2, due_on = $2::date + 84 where course_id = $1';

interface Injected {
  readonly muscle: string;
  readonly side: string;
  readonly units: number;
}

interface Sent {
  readonly id: string;
  readonly courseId: string;
  readonly performedOn: string;
  readonly product: string;
  readonly injectorId: string;
  readonly injections: readonly Injected[];
}

async function duePage(): Promise<unknown> {
  const { rows } = await pool.query<{ patientId: string }>(DUE_PAGE, pageValues());
  if (trail) await pool.query(ENTER, [ACTOR, rows.map(({ patientId }) => patientId)]);
  return { items: rows.slice(0, 50) };
}

async function logSession(sent: Sent): Promise<unknown> {
  const { id, courseId, performedOn, product, injectorId, injections } = sent;
  const client = await pool.connect();
  try {
    await client.query('begin');
    if (trail) await client.query(NAME_ACTOR, [ACTOR]);
    await client.query(SESSION, [id, courseId, performedOn, product, injectorId]);
    await client.query(ROWS, [
      id,
      injections.map(({ muscle }) => muscle),
      injections.map(({ side }) => side),
      injections.map(({ units }) => units),
    ]);
    await client.query(DERIVED, [courseId, performedOn]);
    await client.query('commit');
  } finally {
    client.release();
  }
  return sent;
}

async function bodyOf(request: IncomingMessage): Promise<Sent> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Sent;
}

const server = createServer((request, response) => {
  void (async () => {
    const answer = request.method === 'POST' ? await logSession(await bodyOf(request)) : await duePage();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  })().catch((error: unknown) => {
    response.writeHead(500).end(String(error));
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () =>
  console.log(`bare listens at http://127.0.0.1:${process.env.PORT}`),
);
process.once('SIGTERM', () => process.exit());
