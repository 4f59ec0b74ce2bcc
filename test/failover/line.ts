import { connect, createServer, type Socket } from 'node:net';
import { findFreePort } from '../../src/embedded-postgres/free-port';

/** A way to a port that can be cut as a network is cut: nothing is refused, and nothing gets through. */
export interface Line {
  readonly port: number;
  cut(): void;
  /** What was under way is closed: both ends begin anew. */
  mend(): void;
  close(): void;
}

export async function openLine(target: number): Promise<Line> {
  let isCut = false;
  const ends = new Set<Socket>();
  const server = createServer((from) => {
    const to = connect(target, '127.0.0.1');
    const both = [from, to];
    const close = (): void => both.forEach((end) => ends.delete(end.destroy()));
    for (const end of both) ends.add(end.on('error', close).on('close', close));
    from.on('data', (data) => isCut || to.write(data));
    to.on('data', (data) => isCut || from.write(data));
  });
  const port = await findFreePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const closeAll = (): void => ends.forEach((end) => end.destroy());
  return {
    port,
    cut: () => (isCut = true),
    mend() {
      isCut = false;
      closeAll();
    },
    close() {
      server.close();
      closeAll();
    },
  };
}
