import { randomInt } from 'node:crypto';
import { hashToken } from '../auth/token';

/** A dozen would not fit on a card; who has used five makes new ones. */
export const RECOVERY_CODES = 10;

/** Without i, l, o and u: nothing that is read as something else. 32 letters are five bits each. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 120 bits: from 112 on a plain hash may keep them (ASVS 6.5.2). */
const GROUPS = 6;
const GROUP_LETTERS = 4;
/** Those of 16 letters that were made before open as well. */
const READS_AS_ONE = /^([0-9a-hjkmnp-tv-z]{16}|[0-9a-hjkmnp-tv-z]{24})$/;

/** Ten codes of 120 random bits, such as `7hq2-m0xd-9k4c-v3wt-p5rs-n8e6`. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => Array.from({ length: GROUPS }, group).join('-'));
}

/** What is stored of a code that somebody typed, in capitals or not, with hyphens, blanks or neither; undefined where it is none. */
export function hashOfTyped(typed: string): Buffer | undefined {
  const letters = typed.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll(/[il]/g, '1').replaceAll('o', '0');
  return READS_AS_ONE.test(letters) ? hashToken(letters) : undefined;
}

function group(): string {
  return Array.from({ length: GROUP_LETTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
