import { randomBytes } from 'node:crypto';

/** Digits and letters that cannot be taken for one another: no I, L, O, U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS_OF_A_CODE = 8;
const BITS = 5;

/**
 * A code that is typed into the tablet: eight letters, 40 bits. It lives for minutes, opens once, and wrong ones are
 * throttled.
 */
export function makeCode(): string {
  const bits = BigInt(`0x${randomBytes((LETTERS_OF_A_CODE * BITS) / 8).toString('hex')}`);
  return Array.from(
    { length: LETTERS_OF_A_CODE },
    (_, place) => LETTERS[Number((bits >> BigInt(place * BITS)) & 31n)],
  ).join('');
}

/** `K7QM 3F9T`: as it is shown. */
export function shownCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** What was typed, read as a code: in small letters too, with any spaces, O as 0, I and L as 1. Undefined: it is none. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return code.length === LETTERS_OF_A_CODE && [...code].every((letter) => LETTERS.includes(letter))
    ? code
    : undefined;
}
