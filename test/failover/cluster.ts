import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../../src/embedded-postgres/free-port';
import { comesBack } from '../faults/kill-cycles';
import { haproxyFile, patroniFile, type NodePorts, type Ports } from './cluster-files';
import { openLine, type Line } from './line';
import { ask, signalTree } from './two-nodes';

/** One node: Patroni, and the server that it keeps on a disk of its own. */
export interface ClusterNode extends NodePorts {
  readonly disk: string;
  readonly wayToEtcd: Line;
  patroni: ChildProcess;
}

export interface Cluster {
  readonly dir: string;
  readonly ports: Ports;
  readonly nodes: readonly ClusterNode[];
  etcd: ChildProcess;
  haproxy: ChildProcess;
}

/** What Patroni says of itself at `GET /cluster`. */
interface Member {
  readonly name: string;
  readonly role: string;
  readonly state: string;
  readonly timeline?: number;
}

const NODES = ['pg1', 'pg2', 'pg3'];
const DISK = '700m';

/** Needs root, who may make disks, and Debian's packages `patroni etcd-server haproxy postgresql-15 python3-etcd`. */
export async function startCluster(): Promise<Cluster> {
  const dir = mkdtempSync(join(tmpdir(), 'clinic-cluster-'));
  chmodSync(dir, 0o755);
  chownSync(dir, postgres().uid, postgres().gid);
  const ports: Ports = {
    etcd: await findFreePort(),
    etcdPeer: await findFreePort(),
    primary: await findFreePort(),
    clinic: await findFreePort(),
    services: [await findFreePort(), await findFreePort()],
  };
  const etcd = startEtcd(dir, ports);
  await comesBack(() => answers(`http://127.0.0.1:${ports.etcd}/health`));
  const nodes: ClusterNode[] = [];
  for (const name of NODES) nodes.push(await startNode(name, dir, ports));
  writeFileSync(join(dir, 'haproxy.cfg'), haproxyFile(ports, nodes));
  const cluster = { dir, ports, nodes, etcd, haproxy: startHaproxy(dir) };
  await comesBack(() => isWhole(cluster));
  const { postgres: port } = await leaderOf(cluster);
  await ask(port, 'create role clinic login');
  await ask(port, 'create database clinic owner clinic');
  return cluster;
}

async function startNode(name: string, dir: string, { etcd }: Ports): Promise<ClusterNode> {
  const disk = join(dir, name);
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=0700`, 'tmpfs', disk]);
  chownSync(disk, postgres().uid, postgres().gid);
  const wayToEtcd = await openLine(etcd);
  const ports = {
    name,
    postgres: await findFreePort(),
    rest: await findFreePort(),
    etcd: wayToEtcd.port,
  };
  writeFileSync(join(dir, `${name}.yml`), patroniFile(ports, dir));
  const node = { ...ports, disk, wayToEtcd, patroni: startPatroni(dir, name) };
  // The first one makes the database, the others copy it.
  await comesBack(() => answers(`http://127.0.0.1:${node.rest}/health`));
  return node;
}

function startEtcd(dir: string, { etcd, etcdPeer }: Ports): ChildProcess {
  const [url, peer] = [`http://127.0.0.1:${etcd}`, `http://127.0.0.1:${etcdPeer}`];
  const args = `--name e1 --enable-v2=true --data-dir ${join(dir, 'etcd')} --log-level error
    --listen-client-urls ${url} --advertise-client-urls ${url} --listen-peer-urls ${peer}
    --initial-advertise-peer-urls ${peer} --initial-cluster e1=${peer}`;
  return startAs('etcd', dir, args.split(/\s+/));
}

export function startPatroni(dir: string, name: string): ChildProcess {
  return startAs('patroni', dir, [join(dir, `${name}.yml`)]);
}

export function startHaproxy(dir: string): ChildProcess {
  return startAs('haproxy', dir, ['-db', '-f', join(dir, 'haproxy.cfg')]);
}

/** Started by root, they run as the user that Debian makes for its servers. */
function startAs(program: string, cwd: string, args: readonly string[]): ChildProcess {
  const log = openSync(join(cwd, `${program}.log`), 'a');
  return spawn(program, args, { ...postgres(), cwd, stdio: ['ignore', log, log] });
}

let owner: { uid: number; gid: number } | undefined;
function postgres(): { uid: number; gid: number } {
  const idOf = (which: '-u' | '-g'): number =>
    Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
  return (owner ??= { uid: idOf('-u'), gid: idOf('-g') });
}

/** Three nodes of one timeline, one of them leads and one has whatever is acknowledged; and they take a write. */
export async function isWhole(cluster: Cluster): Promise<boolean> {
  const members = await membersOf(cluster);
  const roles = members.map(({ role }) => role).toSorted();
  return (
    roles.join() === 'leader,replica,sync_standby' &&
    members.every(({ state }) => state === 'running' || state === 'streaming') &&
    new Set(members.map(({ timeline }) => timeline)).size === 1
  );
}

export async function leaderOf(cluster: Cluster): Promise<ClusterNode> {
  return roleOf(cluster, 'leader');
}

export async function roleOf(cluster: Cluster, role: string): Promise<ClusterNode> {
  let found: ClusterNode | undefined;
  await comesBack(async () => {
    const name = (await membersOf(cluster)).find((member) => member.role === role)?.name;
    found = cluster.nodes.find((node) => node.name === name);
    return found !== undefined;
  });
  return found!;
}

/** Of the first node that answers; a stopped one does not. */
async function membersOf({ nodes }: Cluster): Promise<readonly Member[]> {
  for (const { rest } of nodes) {
    const answer = await get(`http://127.0.0.1:${rest}/cluster`);
    if (answer?.ok) return ((await answer.json()) as { members: Member[] }).members;
  }
  return [];
}

/** How many say at this moment that they lead. */
export async function countLeaders({ nodes }: Cluster): Promise<number> {
  const said = await Promise.all(nodes.map(({ rest }) => answers(`http://127.0.0.1:${rest}/primary`)));
  return said.filter(Boolean).length;
}

async function answers(url: string): Promise<boolean> {
  return (await get(url))?.ok ?? false;
}

function get(url: string): Promise<Response | undefined> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
}

/** To the server of a node and every process of its own. */
export function signalServer({ disk }: ClusterNode, signal: NodeJS.Signals): void {
  const file = join(disk, 'data', 'postmaster.pid');
  if (existsSync(file)) signalTree(Number(readFileSync(file, 'utf8').split('\n')[0]), signal);
}

export function resizeDisk({ disk }: ClusterNode, size = DISK): void {
  execFileSync('mount', ['-o', `remount,size=${size}`, disk]);
}

export async function stopCluster({ dir, nodes, etcd, haproxy }: Cluster): Promise<void> {
  for (const { patroni } of nodes) await ended(patroni, 'SIGKILL');
  for (const node of nodes) {
    signalServer(node, 'SIGKILL');
    node.wayToEtcd.close();
  }
  await ended(haproxy, 'SIGKILL');
  await ended(etcd, 'SIGKILL');
  for (const { disk } of nodes) execFileSync('umount', ['--lazy', disk]);
  rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/** Resolves once the process is gone. */
export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}
