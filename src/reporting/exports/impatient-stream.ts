import { Transform, type Duplex, type Readable } from 'node:stream';

/** A stream that gives up when nobody has read from it for a while: a stalled download must not hold a snapshot. */
export function impatientStream(stallMs: number): Duplex {
  let timer: NodeJS.Timeout | undefined;
  const stream = new Transform({
    transform(chunk, _, done) {
      timer ??= setTimeout(() => stream.destroy(new Error('The client stopped reading')), stallMs);
      timer.refresh();
      done(null, chunk);
    },
  });
  stream.on('close', () => clearTimeout(timer));
  // Whoever awaits the export hears of it; without a listener an error before the answer began would end the process.
  stream.on('error', () => undefined);
  return stream;
}

/** Waits until there is something to send, or throws what kept it from coming: then it can still be said properly. */
export async function begun(stream: Readable): Promise<void> {
  if (stream.errored) throw stream.errored;
  if (stream.readableLength > 0) return;
  await new Promise<void>((resolve, reject) => {
    stream.once('readable', resolve);
    stream.once('error', reject);
  });
}
