/**
 * Reasons are words: so many letters, so many of them different. Letters of any script count; digits, marks and spaces do
 * not. Both ends belong to it (P).
 *
 * `sentence`: why somebody goes on against an objection, or takes back or replaces what was signed. `word`: why a hold, an
 * end or a decision, where a word can be enough: “fever”.
 */
const REASON_LETTERS = {
  sentence: { least: 10, leastDifferent: 5 },
  word: { least: 4, leastDifferent: 3 },
} as const;

export type ReasonKind = keyof typeof REASON_LETTERS;

/** Is this a reason that somebody can read later? `xxxxxxxxxx` and `hahahahaha` are no words. */
export function isReason(text: string, kind: ReasonKind = 'sentence'): boolean {
  const { least, leastDifferent } = REASON_LETTERS[kind];
  const letters = text.normalize('NFC').toLowerCase().match(/\p{L}/gu) ?? [];
  return letters.length >= least && new Set(letters).size >= leastDifferent;
}

/** What is said to whoever gave none. */
export function reasonAsked(kind: ReasonKind = 'sentence'): string {
  return `Give the reason in words: at least ${REASON_LETTERS[kind].least} letters.`;
}
