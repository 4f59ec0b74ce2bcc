import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** A program beside ours that says where it listens. */
export interface Served {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const ROOT = `${__dirname}/../..`;

/** Starts the built service as a clinic would, with a database of its own. */
export function startService(urls: { service: string; owner: string }): Promise<Served> {
  return listening(
    ['dist/src/main.js'],
    {
      DATABASE_URL: urls.service,
      DATABASE_OWNER_URL: urls.owner,
      NIGHTLY: 'false',
      NODE_ENV: 'production',
      REQUEST_LIMITS: 'preview=1000000, check=1000000, export=1000000, search=1000000',
    },
    /listens at (\S+)/,
  );
}

/** The same rows without a framework; `trail` also writes what the trail keeps, in its cheapest form. */
export function startBareServer(url: string, trail: boolean): Promise<Served> {
  return listening(
    ['-r', './test/support/typescript.cjs', 'bench/speed/bare-server.ts'],
    { DATABASE_URL: url, TRAIL: trail ? 'yes' : 'no' },
    /listens at (\S+)/,
  );
}

async function listening(args: string[], env: Record<string, string>, says: RegExp): Promise<Served> {
  const port = String(await freePort());
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env, PORT: port },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const [, found] = says.exec(line) ?? [];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}`)));
  });
  return { url, pid: child.pid!, stop: () => ended(child) };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Milliseconds of processor that a process and its children have taken; undefined where the system does not tell. */
export function processorMs(pid: number): number | undefined {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids
      .map(usageOf)
      .reduce((sum, usage) => sum + (usage && (usage.pid === pid || usage.parent === pid) ? usage.ms : 0), 0);
  } catch {
    return undefined;
  }
}

/** Jiffies are hundredths of a second wherever Node runs. */
function usageOf(name: string): { pid: number; parent: number; ms: number } | undefined {
  try {
    const text = readFileSync(`/proc/${name}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return {
      pid: Number(name),
      parent: Number(fields[1]),
      ms: (Number(fields[11]) + Number(fields[12])) * 10,
    };
  } catch {
    return undefined;
  }
}

/** The same database, seen through a wire that counts how often an answer was waited for before something more was asked. */
export interface CountingWire {
  readonly port: number;
  roundTrips(): number;
  close(): void;
}

export async function countRoundTrips(target: number): Promise<CountingWire> {
  let trips = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = new Socket().connect(target, '127.0.0.1');
    let answered = true;
    sockets.add(client).add(upstream);
    client.on('data', (chunk) => {
      if (answered) trips += 1;
      answered = false;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      answered = true;
      client.write(chunk);
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const)
      one.on('close', () => other.destroy()).on('error', () => other.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as { port: number }).port,
    roundTrips: () => trips,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
