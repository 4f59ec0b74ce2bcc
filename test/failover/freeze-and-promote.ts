import { rmSync } from 'node:fs';
import { findFreePort } from '../../src/embedded-postgres/free-port';
import { contradictions, type StoredSession } from '../faults/history';
import { comesBack, PASSWORD, signIn } from '../faults/kill-cycles';
import { superviseService } from '../faults/supervised-service';
import { startWriter } from '../faults/writer';
import { ask, signalAll, startTwoNodes, waitFor } from './two-nodes';

export const SESSIONS = `select id, course_id as "courseId",
    (select count(*)::int from injection where session_id = injection_session.id) as injections
  from injection_session order by created_at`;

/**
 * A primary and a standby that has what is acknowledged, four clients; the standby is frozen and comes back, the primary is
 * killed and the standby takes its place. Needs PostgreSQL 15 alone.
 *
 * @returns what contradicts the answers.
 */
export async function freezeAndPromote(): Promise<string[]> {
  const nodes = await startTwoNodes();
  const { primary, standby, frontPort, lead } = nodes;
  const service = superviseService(nodes.dir, {
    PORT: String(await findFreePort()),
    DATABASE_URL: `postgres://clinic@127.0.0.1:${frontPort}/clinic`,
    DEMO: 'true',
    DEMO_PASSWORD: PASSWORD,
    NIGHTLY: 'false',
  });
  const token = await signIn(service);
  const known = new Set((await ask<StoredSession>(primary.port, SESSIONS, 'clinic')).map(({ id }) => id));
  const writers = Array.from({ length: 4 }, () => startWriter(service.url, token));
  const times = (status: string): number =>
    writers.reduce((sum, { counts }) => sum + (counts.get(status) ?? 0), 0);
  const more = async (count: number): Promise<void> => {
    const before = times('201');
    await comesBack(() => times('201') >= before + count);
  };
  const say = (what: string): void =>
    console.log(`${what}: ${times('201')} written, ${times('503')} times 503`);

  await more(30);
  say('two nodes');
  signalAll(standby, 'SIGSTOP');
  const refused = times('503');
  await comesBack(() => times('503') >= refused + 12);
  const headers = { authorization: `Bearer ${token}` };
  const read = await fetch(`${service.url}/api/v1/due-list`, { headers });
  const ready = await fetch(`${service.url}/health/ready`);
  say(`standby frozen (a read ${read.status}, ready ${ready.status})`);
  signalAll(standby, 'SIGCONT');
  await more(20);
  say('standby back');

  signalAll(primary, 'SIGKILL');
  const since = performance.now();
  lead(undefined);
  await ask(standby.port, 'select pg_promote()');
  await waitFor(standby, '');
  lead(standby);
  await more(1);
  say(`promoted, first write after ${Math.round(performance.now() - since)} ms`);
  await more(20);
  await Promise.all(writers.map((writer) => writer.pause()));
  const sessions = await ask<StoredSession>(standby.port, SESSIONS, 'clinic');
  const others = await ask<{ id: string }>(
    standby.port,
    'select id from patient union all select id from course',
    'clinic',
  );
  const stored = {
    sessions: sessions.filter(({ id }) => !known.has(id)),
    others: others.map(({ id }) => id),
  };
  const history = writers.flatMap((writer) => writer.history);
  const faults = [...contradictions(history, stored), ...writers.flatMap(({ wrong }) => wrong)];
  if (read.status !== 200) faults.push('nobody could read while the standby was frozen');
  if (ready.status !== 503) faults.push('ready while no write got through');
  if (service.starts() !== 1) faults.push('the service had to be started again');
  console.log(JSON.stringify({ acknowledged: times('201'), faults }, null, 2));
  await Promise.all(writers.map((writer) => writer.stop()));
  await service.stop();
  signalAll(standby, 'SIGKILL');
  rmSync(nodes.dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  return faults;
}
