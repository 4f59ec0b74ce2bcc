/** No message of ours is larger: a report in pictures is none of ours. */
export const MOST_BYTES = 1024 * 1024;

const START = 0x0b;
const END = 0x1c;

export type Frame = { readonly kind: 'message'; readonly bytes: Buffer } | { readonly kind: 'too-large' };

/**
 * Which messages do the bytes of a connection hold?
 *
 * A message stands between VT and FS (MLLP release 1); what stands outside is nothing, the CR behind each included. Another
 * VT begins anew: what came before it was cut off, and its sender will send it again. Once a message is larger than the
 * limit, no more is kept of it.
 */
export class MllpFrames {
  private held: Buffer[] = [];
  private size = 0;
  private state: 'outside' | 'inside' | 'overlong' = 'outside';

  constructor(private readonly mostBytes = MOST_BYTES) {}

  /** Has a message begun that has not ended? */
  get half(): boolean {
    return this.state === 'inside';
  }

  push(chunk: Buffer): Frame[] {
    const frames: Frame[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      if (chunk[at] === START) {
        this.begin();
        from = at + 1;
      } else if (chunk[at] === END && this.state === 'inside') {
        this.keep(chunk.subarray(from, at), frames);
        if (this.half) frames.push({ kind: 'message', bytes: Buffer.concat(this.held) });
        this.forget('outside');
      }
    }
    if (this.half) this.keep(chunk.subarray(from), frames);
    return frames;
  }

  private begin(): void {
    this.forget('inside');
  }

  private keep(bytes: Buffer, frames: Frame[]): void {
    this.size += bytes.length;
    this.held.push(Buffer.from(bytes));
    if (this.size <= this.mostBytes) return;
    this.forget('overlong');
    frames.push({ kind: 'too-large' });
  }

  private forget(state: MllpFrames['state']): void {
    this.held = [];
    this.size = 0;
    this.state = state;
  }
}

export function framed(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.of(START), bytes, Buffer.of(END, 0x0d)]);
}
