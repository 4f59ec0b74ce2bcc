import { createHmac } from 'node:crypto';

export type PseudonymKind =
  'patient' | 'course' | 'session' | 'record' | 'adverse-event' | 'person' | 'authorization' | 'flag';

export type Pseudonymize = (kind: PseudonymKind, id: string) => string;

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const BYTES = 10;
const REMEMBERED = 10_000;

/**
 * Stands in for an id in exports: always the same for one clinic and one id, and without the clinic's key nobody can
 * tell which id it was.
 *
 * HMAC-SHA256 of kind and id, its first 80 bits in base32: 16 characters, mostly letters, so that no spreadsheet takes
 * one for a number. The kind is part of it because clients choose ids: one id used twice must not tie a session to a
 * patient.
 */
export function pseudonymizer(key: Buffer): Pseudonymize {
  // Neighbouring rows name the same ids. Bounded, and each kind by itself: many sessions must not push out the patients.
  const known = new Map<PseudonymKind, Map<string, string>>();
  return (kind, id) => {
    const ofKind = known.get(kind) ?? new Map<string, string>();
    const before = ofKind.get(id);
    if (before !== undefined) return before;
    if (ofKind.size >= REMEMBERED) ofKind.clear();
    const made = base32(createHmac('sha256', key).update(`${kind}:${id}`).digest().subarray(0, BYTES));
    known.set(kind, ofKind.set(id, made));
    return made;
  };
}

/** RFC 4648 in lower case; the bytes fill whole characters, so there is no padding. */
function base32(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return text;
}
