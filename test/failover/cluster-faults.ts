import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { SupervisedService } from '../faults/supervised-service';
import { comesBack } from '../faults/kill-cycles';
import {
  isWhole,
  leaderOf,
  resizeDisk,
  roleOf,
  signalServer,
  startHaproxy,
  startPatroni,
  type Cluster,
  type ClusterNode,
} from './cluster';
import { leadingEtcd } from './etcd';
import { ended } from './programs';

export interface Scene {
  readonly cluster: Cluster;
  readonly services: readonly SupervisedService[];
  /** Resolves when so many writes more were acknowledged. */
  readonly written: (count: number) => Promise<void>;
  /** Resolves when so many requests more were refused or got no answer. */
  readonly failed: (count: number) => Promise<void>;
}

/** Longer than the lease of a leader (`ttl`): by then another one leads. */
const PAST_THE_LEASE_MS = 40_000;

/** A fault of each kind, and its end. Whoever calls waits afterwards until writes get through and the cluster is whole. */
export const FAULTS: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  'server of the primary killed': async ({ cluster }) => signalServer(await leaderOf(cluster), 'SIGKILL'),

  'primary killed with its Patroni': async ({ cluster, failed, written }) => {
    const node = await leaderOf(cluster);
    await killNode(node);
    await failed(1);
    await written(1);
    revive(cluster, node);
  },

  'server of the primary frozen past its lease, then going on': async ({ cluster }) => {
    const node = await leaderOf(cluster);
    signalServer(node, 'SIGSTOP');
    await pause(PAST_THE_LEASE_MS);
    signalServer(node, 'SIGCONT');
  },

  'primary cut off from etcd past its lease': async ({ cluster }) => {
    const { waysToEtcd } = await leaderOf(cluster);
    waysToEtcd.forEach((way) => way.cut());
    await pause(PAST_THE_LEASE_MS);
    waysToEtcd.forEach((way) => way.mend());
  },

  'the leading etcd of three frozen past the lease': async ({ cluster: { etcds } }) => {
    const { process: leading } = await leadingEtcd(etcds);
    leading.kill('SIGSTOP');
    await pause(PAST_THE_LEASE_MS);
    leading.kill('SIGCONT');
  },

  'every etcd frozen past the lease': async ({ cluster: { etcds } }) => {
    etcds.forEach((etcd) => etcd.process.kill('SIGSTOP'));
    await pause(PAST_THE_LEASE_MS);
    etcds.forEach((etcd) => etcd.process.kill('SIGCONT'));
  },

  'both standbys frozen': async ({ cluster, failed }) => {
    const leader = await leaderOf(cluster);
    const standbys = cluster.nodes.filter((node) => node !== leader);
    standbys.forEach((node) => signalServer(node, 'SIGSTOP'));
    await failed(8);
    standbys.forEach((node) => signalServer(node, 'SIGCONT'));
  },

  'the synchronous standby killed, then the primary': async ({ cluster, written }) => {
    const [leader, standby] = [await leaderOf(cluster), await roleOf(cluster, 'sync_standby')];
    await killNode(standby);
    await written(1);
    await killNode(leader);
    // With one node alive nothing can be acknowledged that a second one has.
    revive(cluster, standby);
    revive(cluster, leader);
  },

  'switchover under load': async ({ cluster }) => {
    const { name, rest } = await leaderOf(cluster);
    const body = JSON.stringify({ leader: name });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`http://127.0.0.1:${rest}/switchover`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`no switchover: ${answer.status} ${await answer.text()}`);
  },

  'one service stopped, then the other killed': async ({ services, written }) => {
    const [one, other] = services;
    process.kill(one!.pid()!, 'SIGTERM');
    await written(20);
    await comesBack(() => isLive(one!));
    process.kill(other!.pid()!, 'SIGKILL');
    await written(20);
    await comesBack(() => isLive(other!));
  },

  'disk of the primary full': async ({ cluster, failed }) => {
    const node = await leaderOf(cluster);
    await comesBack(() => leavesNoRoom(node));
    await failed(12);
    resizeDisk(node);
  },

  'the way to the primary restarted': async ({ cluster }) => {
    await ended(cluster.haproxy, 'SIGTERM');
    cluster.haproxy = startHaproxy(cluster.dir);
  },
};

async function killNode(node: ClusterNode): Promise<void> {
  await ended(node.patroni, 'SIGKILL');
  signalServer(node, 'SIGKILL');
}

function revive({ dir }: Cluster, node: ClusterNode): void {
  node.patroni = startPatroni(dir, node.name);
}

/** As a service manager does: a Patroni that ended is started again. */
export async function becomeWhole(cluster: Cluster): Promise<void> {
  await comesBack(async () => {
    for (const node of cluster.nodes)
      if (node.patroni.exitCode !== null || node.patroni.signalCode !== null) revive(cluster, node);
    return isWhole(cluster);
  });
}

async function isLive({ url }: SupervisedService): Promise<boolean> {
  const answer = await fetch(`${url}/health/live`).catch(() => undefined);
  return answer?.ok ?? false;
}

/** Not where the server has taken more since it was looked at: the disk is as large as before then. */
function leavesNoRoom(node: ClusterNode): boolean {
  try {
    resizeDisk(node, `${usedKilobytes(node) + 64}k`);
    return true;
  } catch {
    return false;
  }
}

function usedKilobytes({ disk }: ClusterNode): number {
  const printed = execFileSync('df', ['--output=used', '-k', disk], { encoding: 'utf8' });
  return Number(printed.trim().split('\n')[1]);
}
