import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { findFreePort } from '../../src/embedded-postgres/free-port';
import { comesBack } from '../faults/kill-cycles';
import { get, startAs } from './programs';

/** One of three: two of them decide. */
export interface Etcd {
  readonly port: number;
  readonly process: ChildProcess;
}

const NAMES = ['e1', 'e2', 'e3'];
const LOOPBACK = 'http://127.0.0.1';

export async function startEtcds(dir: string): Promise<readonly Etcd[]> {
  const places: { name: string; port: number; peer: string }[] = [];
  for (const name of NAMES)
    places.push({ name, port: await findFreePort(), peer: `${LOOPBACK}:${await findFreePort()}` });
  const all = places.map(({ name, peer }) => `${name}=${peer}`).join();
  const etcds = places.map(({ name, port, peer }) => {
    const url = `${LOOPBACK}:${port}`;
    const args = `--name ${name} --enable-v2=true --data-dir ${join(dir, name)} --log-level error
      --listen-client-urls ${url} --advertise-client-urls ${url} --listen-peer-urls ${peer}
      --initial-advertise-peer-urls ${peer} --initial-cluster ${all}`;
    return { port, process: startAs('etcd', dir, args.split(/\s+/)) };
  });
  await comesBack(async () => (await Promise.all(etcds.map(isHealthy))).every(Boolean));
  return etcds;
}

/** The one that the other two follow. */
export async function leadingEtcd(etcds: readonly Etcd[]): Promise<Etcd> {
  for (const etcd of etcds) {
    const answer = await get(`${LOOPBACK}:${etcd.port}/v2/stats/self`);
    if (((await answer?.json()) as { state?: string } | undefined)?.state === 'StateLeader') return etcd;
  }
  throw new Error('None of the etcds leads');
}

async function isHealthy({ port }: Etcd): Promise<boolean> {
  return (await get(`${LOOPBACK}:${port}/health`))?.ok ?? false;
}
