import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { contradictions, type StoredSession } from '../faults/history';
import { comesBack, PASSWORD, ROOT, signIn } from '../faults/kill-cycles';
import { superviseService, type SupervisedService } from '../faults/supervised-service';
import { startWriter, type Writer } from '../faults/writer';
import { countLeaders, leaderOf, startCluster, stopCluster, type Cluster } from './cluster';
import { becomeWhole, FAULTS, type Scene } from './cluster-faults';
import { SESSIONS } from './freeze-and-promote';
import { ask } from './two-nodes';

const WRITERS = 4;
/** So many writes must come through before the next fault. */
const BETWEEN = 30;

/**
 * Two services on three database nodes under Patroni, four clients; a fault of each kind, and after each what is stored is held
 * against what was said. `only`: the fault whose name has these letters in it.
 *
 * @returns what contradicts the answers.
 */
export async function breakCluster(only = ''): Promise<string[]> {
  const cluster = await startCluster();
  const services: SupervisedService[] = [];
  let writers: Writer[] = [];
  try {
    for (const [i, port] of cluster.ports.services.entries()) {
      const service = superviseService(join(cluster.dir, `clinic${i}`), environment(cluster, port, i === 0));
      services.push(service);
      await signIn(service);
    }
    const token = await signIn(services[0]!);
    const known = new Set((await sessionsOf(cluster)).map(({ id }) => id));
    const front = `http://127.0.0.1:${cluster.ports.clinic}`;
    writers = Array.from({ length: WRITERS }, () => startWriter(front, token));
    const faults: string[] = [];
    for (const [name, cause] of Object.entries(FAULTS)) {
      if (!name.includes(only)) continue;
      console.log(JSON.stringify({ fault: name, ...(await meet(cause, { cluster, services, writers })) }));
      await Promise.all(writers.map((writer) => writer.pause()));
      const found = await compare(cluster, writers, known);
      faults.push(...found.map((fault) => `${name}: ${fault}`));
      writers.forEach((writer) => writer.resume());
    }
    await Promise.all(writers.map((writer) => writer.stop()));
    return [...faults, ...writers.flatMap(({ wrong }) => wrong), ...recomputed(cluster)];
  } finally {
    await Promise.all(writers.map((writer) => writer.stop()));
    await Promise.all(services.map((service) => service.stop()));
    await stopCluster(cluster);
  }
}

function environment({ ports }: Cluster, port: number, first: boolean): Record<string, string> {
  return {
    PORT: String(port),
    DATABASE_URL: `postgres://clinic@127.0.0.1:${ports.primary}/clinic`,
    DEMO: String(first),
    DEMO_PASSWORD: PASSWORD,
    NIGHTLY: 'false',
  };
}

interface Figures {
  readonly acknowledged: number;
  readonly refused: number;
  readonly unanswered: number;
  /** The longest time in which nothing was acknowledged. */
  readonly gapMs: number;
  /** The longest that a client waited for an answer. */
  readonly longestMs: number;
  readonly mostLeaders: number;
}

async function meet(
  cause: (scene: Scene) => Promise<void>,
  { cluster, services, writers }: Omit<Scene, 'written' | 'failed'> & { writers: readonly Writer[] },
): Promise<Figures> {
  const times = (...answers: string[]): number =>
    writers.reduce(
      (sum, { counts }) => sum + answers.reduce((of, answer) => of + (counts.get(answer) ?? 0), 0),
      0,
    );
  const more = async (count: number, ...answers: string[]): Promise<void> => {
    const before = times(...answers);
    await comesBack(() => times(...answers) >= before + count);
  };
  const written = (count: number): Promise<void> => more(count, '201');
  const before = { acknowledged: times('201'), refused: times('503'), unanswered: times('no answer') };
  writers.forEach((writer) => writer.takeLongest());
  const watch = watchGaps(cluster, () => times('201'));
  await cause({ cluster, services, written, failed: (count) => more(count, '503', 'no answer') });
  await written(WRITERS + 1);
  await becomeWhole(cluster);
  await written(BETWEEN);
  return {
    acknowledged: times('201') - before.acknowledged,
    refused: times('503') - before.refused,
    unanswered: times('no answer') - before.unanswered,
    longestMs: Math.round(Math.max(...writers.map((writer) => writer.takeLongest()))),
    ...watch(),
  };
}

/** @returns what ends the watch and says what it saw. */
function watchGaps(
  cluster: Cluster,
  acknowledged: () => number,
): () => Pick<Figures, 'gapMs' | 'mostLeaders'> {
  let [count, since, gapMs, mostLeaders] = [acknowledged(), performance.now(), 0, 0];
  const look = setInterval(() => {
    gapMs = Math.max(gapMs, performance.now() - since);
    if (acknowledged() === count) return;
    [count, since] = [acknowledged(), performance.now()];
  }, 20);
  const askLeaders = setInterval(() => {
    void countLeaders(cluster).then((leaders) => (mostLeaders = Math.max(mostLeaders, leaders)));
  }, 500);
  return () => {
    clearInterval(look);
    clearInterval(askLeaders);
    return { gapMs: Math.round(gapMs), mostLeaders };
  };
}

async function sessionsOf(cluster: Cluster): Promise<StoredSession[]> {
  return ask<StoredSession>((await leaderOf(cluster)).postgres, SESSIONS, 'clinic');
}

async function compare(
  cluster: Cluster,
  writers: readonly Writer[],
  known: ReadonlySet<string>,
): Promise<string[]> {
  const { postgres } = await leaderOf(cluster);
  const sessions = (await sessionsOf(cluster)).filter(({ id }) => !known.has(id));
  const others = await ask<{ id: string }>(
    postgres,
    'select id from patient union all select id from course',
    'clinic',
  );
  const history = writers.flatMap((writer) => writer.history);
  return contradictions(history, { sessions, others: others.map(({ id }) => id) });
}

/** The derived rows made again, and the trail held against its seals. */
function recomputed({ ports, dir }: Cluster): string[] {
  const run = (command: string, ...args: string[]): string =>
    execFileSync(process.execPath, [join(ROOT, `dist/src/commands/${command}.js`), ...args], {
      cwd: dir,
      env: { PATH: process.env.PATH, DATABASE_URL: `postgres://clinic@127.0.0.1:${ports.primary}/clinic` },
      encoding: 'utf8',
    });
  const derived = run('reassess-all', '--dry-run')
    .split('\n')
    .find((line) => line.includes('derived rows'));
  const trail = run('audit-verify').trim();
  console.log(`${derived}\n${trail}`);
  return [
    ...(derived && / 0 derived rows would change/.test(derived) ? [] : [`derived rows: ${derived}`]),
    ...(trail.startsWith('The trail is what was sealed.') ? [] : [trail]),
  ];
}
