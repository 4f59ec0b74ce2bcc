import { execFileSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../../src/embedded-postgres/free-port';
import { comesBack } from '../faults/kill-cycles';
import { haproxyFile, patroniFile, type NodePorts, type Ports } from './cluster-files';
import { startEtcds, type Etcd } from './etcd';
import { openLine, type Line } from './line';
import { ended, get, postgres, startAs } from './programs';
import { ask, signalTree } from './two-nodes';

/** One node: Patroni, and the server that it keeps on a disk of its own. */
export interface ClusterNode extends NodePorts {
  readonly disk: string;
  readonly waysToEtcd: readonly Line[];
  patroni: ChildProcess;
}

export interface Cluster {
  readonly dir: string;
  readonly ports: Ports;
  readonly nodes: readonly ClusterNode[];
  readonly etcds: readonly Etcd[];
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
    primary: await findFreePort(),
    clinic: await findFreePort(),
    services: [await findFreePort(), await findFreePort()],
  };
  const etcds = await startEtcds(dir);
  const nodes: ClusterNode[] = [];
  for (const name of NODES) nodes.push(await startNode(name, dir, etcds));
  writeFileSync(join(dir, 'haproxy.cfg'), haproxyFile(ports, nodes));
  const cluster = { dir, ports, nodes, etcds, haproxy: startHaproxy(dir) };
  await comesBack(() => isWhole(cluster));
  const { postgres: port } = await leaderOf(cluster);
  await ask(port, 'create role clinic login');
  await ask(port, 'create database clinic owner clinic');
  return cluster;
}

async function startNode(name: string, dir: string, etcds: readonly Etcd[]): Promise<ClusterNode> {
  const disk = join(dir, name);
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=0700`, 'tmpfs', disk]);
  chownSync(disk, postgres().uid, postgres().gid);
  const waysToEtcd = await Promise.all(etcds.map(({ port }) => openLine(port)));
  const ports = {
    name,
    postgres: await findFreePort(),
    rest: await findFreePort(),
    etcds: waysToEtcd.map(({ port }) => port),
  };
  writeFileSync(join(dir, `${name}.yml`), patroniFile(ports, dir));
  const node = { ...ports, disk, waysToEtcd, patroni: startPatroni(dir, name) };
  // The first one makes the database, the others copy it.
  await comesBack(() => answers(`http://127.0.0.1:${node.rest}/health`));
  return node;
}

export function startPatroni(dir: string, name: string): ChildProcess {
  return startAs('patroni', dir, [join(dir, `${name}.yml`)]);
}

export function startHaproxy(dir: string): ChildProcess {
  return startAs('haproxy', dir, ['-db', '-f', join(dir, 'haproxy.cfg')]);
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

/** To the server of a node and every process of its own. */
export function signalServer({ disk }: ClusterNode, signal: NodeJS.Signals): void {
  const file = join(disk, 'data', 'postmaster.pid');
  if (existsSync(file)) signalTree(Number(readFileSync(file, 'utf8').split('\n')[0]), signal);
}

export function resizeDisk({ disk }: ClusterNode, size = DISK): void {
  execFileSync('mount', ['-o', `remount,size=${size}`, disk], { stdio: 'pipe' });
}

export async function stopCluster({ dir, nodes, etcds, haproxy }: Cluster): Promise<void> {
  for (const { patroni } of nodes) await ended(patroni, 'SIGKILL');
  for (const node of nodes) {
    signalServer(node, 'SIGKILL');
    node.waysToEtcd.forEach((way) => way.close());
  }
  await ended(haproxy, 'SIGKILL');
  for (const { process } of etcds) await ended(process, 'SIGKILL');
  for (const { disk } of nodes) execFileSync('umount', ['--lazy', disk]);
  rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
