import { createHash } from 'node:crypto';

/** Numbers that look random and are the same for the same seed. */
export interface SeededRandom {
  /** A whole number, both ends included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  /** From a normal distribution about 0. */
  normal(sd: number): number;
}

/** A stream of its own for each thing that is made, so that adding one to the demo clinic changes no other. */
export function seededRandom(...seed: readonly (string | number)[]): SeededRandom {
  let state = digest(seed).readUInt32LE(0);
  /** 0 to below 1 (mulberry32). */
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    whole: (low, high) => low + Math.floor((high - low + 1) * unit()),
    chance: (probability) => unit() < probability,
    normal(sd) {
      const radius = Math.sqrt(-2 * Math.log(1 - unit()));
      return sd * radius * Math.cos(2 * Math.PI * unit());
    },
  };
}

/** The same id for the same thing in every demo clinic: a UUID of version 8, cut from a hash of its name. */
export function demoId(...name: readonly (string | number)[]): string {
  const bytes = digest(name).subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function digest(parts: readonly (string | number)[]): Buffer {
  return createHash('sha256')
    .update(`demo clinic/${parts.join('/')}`)
    .digest();
}
