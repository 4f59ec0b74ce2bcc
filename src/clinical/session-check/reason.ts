/** A reason for going on is given in words: so many letters, so many of them different. */
const REASON_LETTERS = { least: 10, leastDifferent: 5 } as const;

/**
 * Is this a reason that somebody can read later?
 *
 * Letters of any script count; digits, marks and spaces do not. Ten letters, five of them different: `xxxxxxxxxx` and
 * `hahahahaha` are no words. Both ends belong to it.
 */
export function isReason(text: string): boolean {
  const letters = text.normalize('NFC').toLowerCase().match(/\p{L}/gu) ?? [];
  return letters.length >= REASON_LETTERS.least && new Set(letters).size >= REASON_LETTERS.leastDifferent;
}

/** What is said to whoever gave none. */
export const REASON_ASKED = `Give the reason in words: at least ${REASON_LETTERS.least} letters.`;
