import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, mkdtempSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findFreePort } from '../../src/embedded-postgres/free-port';
import { comesBack } from '../faults/kill-cycles';
import { BIN } from './cluster-files';

const STANDBY = 's1';

export interface Node {
  readonly port: number;
  readonly process: ChildProcess;
}

export interface TwoNodes {
  readonly dir: string;
  readonly primary: Node;
  /** Has everything that the primary acknowledges. */
  readonly standby: Node;
  /** Where the service goes; `lead` says which node that is, and cuts the lines there were. */
  readonly frontPort: number;
  readonly lead: (node: Node | undefined) => void;
}

/** Started by root, the servers run as the user that Debian makes for them. */
export async function startTwoNodes(): Promise<TwoNodes> {
  const user = { uid: idOf('-u'), gid: idOf('-g') };
  const dir = mkdtempSync(join(tmpdir(), 'clinic-failover-'));
  chmodSync(dir, 0o755);
  chownSync(dir, user.uid, user.gid);
  const run = (program: string, ...args: string[]): void =>
    void execFileSync(join(BIN, program), args, {
      ...user,
      cwd: dir,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const start = async (name: string): Promise<Node> => {
    const port = await findFreePort();
    const args = ['-D', join(dir, name), '-p', String(port), '-c', `unix_socket_directories=${dir}`];
    const child = spawn(join(BIN, 'postgres'), args, { ...user, cwd: dir, stdio: 'ignore' });
    await comesBack(() => ask(port, 'select 1').then(() => true, notYet));
    return { port, process: child };
  };
  run(
    'initdb',
    '-D',
    join(dir, 'p1'),
    '-U',
    'postgres',
    '--encoding',
    'UTF8',
    '--locale',
    'C.UTF-8',
    '--auth',
    'trust',
  );
  appendFileSync(join(dir, 'p1', 'postgresql.conf'), `\nlog_min_messages = panic\n`);
  const primary = await start('p1');
  await ask(primary.port, `create role clinic login`);
  await ask(primary.port, 'create database clinic owner clinic');
  const source = `application_name=${STANDBY} host=127.0.0.1 port=${primary.port} user=postgres`;
  run('pg_basebackup', '-D', join(dir, 'p2'), '-R', '-d', source);
  const standby = await start('p2');
  await waitFor(primary, STANDBY);
  return { dir, primary, standby, ...(await openFront(primary)) };
}

/** From now on a COMMIT of the node waits for this standby, or for none. */
export async function waitFor({ port }: Node, standby: string): Promise<void> {
  await ask(port, `alter system set synchronous_standby_names = '${standby}'`);
  await ask(port, 'select pg_reload_conf()');
}

/** As the superuser. */
export async function ask<T>(port: number, sql: string, database = 'postgres'): Promise<T[]> {
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', database });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

/** To the server and each process of its own. */
export function signalAll({ process: { pid } }: Node, signal: NodeJS.Signals): void {
  signalTree(pid!, signal);
}

/** What has just ended gets none. */
export function signalTree(pid: number, signal: NodeJS.Signals): void {
  const { stdout } = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' });
  for (const each of [String(pid), ...stdout.split('\n').filter(Boolean)]) {
    try {
      process.kill(Number(each), signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

async function openFront(first: Node): Promise<Pick<TwoNodes, 'frontPort' | 'lead'>> {
  let leader: Node | undefined = first;
  const lines = new Set<Socket>();
  const front = createServer((from) => {
    if (!leader) return void from.destroy();
    const to = connect(leader.port, '127.0.0.1');
    const cut = (): void => [from, to].forEach((line) => lines.delete(line.destroy()));
    for (const line of [from, to]) lines.add(line.on('error', cut).on('close', cut));
    from.pipe(to).pipe(from);
  });
  const frontPort = await findFreePort();
  await new Promise<void>((resolve) => front.listen(frontPort, '127.0.0.1', resolve));
  front.unref();
  return {
    frontPort,
    lead(node) {
      leader = node;
      lines.forEach((line) => line.destroy());
    },
  };
}

/** What is asked of a server that is starting fails until it is there. */
const notYet = (): boolean => false;

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
}
