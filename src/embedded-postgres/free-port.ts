import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { StartError } from './start-error';

/**
 * A free port on the loopback, below the ports that systems give to outgoing connections: a server that comes back on its old
 * port must not find it taken by a client of its own.
 */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(15_000, 30_000);
    if (await isFree(port)) return port;
  }
  throw new StartError('The database server finds no free port between 15000 and 29999.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
