import { once } from 'node:events';
import { createServer, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stillWaiting } from './still-waiting.decorator';

let server: Server;
beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.close());

/** A request that is under way, and the way to leave. */
async function asked(): Promise<{ raw: ServerResponse; leave: () => void }> {
  const asking = request({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
  asking.on('error', () => undefined).end();
  const [, raw] = (await once(server, 'request')) as [unknown, ServerResponse];
  return { raw, leave: () => asking.destroy() };
}

it('is aborted once whoever asked leaves', async () => {
  const { raw, leave } = await asked();
  const waiting = stillWaiting(raw);
  expect(waiting.aborted).toBe(false);
  leave();
  await once(waiting, 'abort');
  expect(() => waiting.throwIfAborted()).toThrow('Cancelled by whoever asked. Nothing was changed.');
});

it('is aborted from the start when whoever asked has left before it was looked at', async () => {
  const { raw, leave } = await asked();
  leave();
  await once(raw, 'close');
  expect(stillWaiting(raw).aborted).toBe(true);
});

it('is not aborted by the line that closes after the answer', async () => {
  const { raw, leave } = await asked();
  const waiting = stillWaiting(raw);
  const closed = once(raw, 'close');
  raw.end('done');
  await closed;
  leave();
  expect(waiting.aborted).toBe(false);
});
