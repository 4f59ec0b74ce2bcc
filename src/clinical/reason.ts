/**
 * Reasons are words: so many letters, so many of them different. Letters of any script count; digits, marks and spaces do
 * not, and a word that is said again counts once. Both ends belong to it (P).
 *
 * `sentence`: why somebody goes on against an objection, or takes back or replaces what was signed. `word`: why a hold, an
 * end or a decision, where a word can be enough: “fever”.
 */
const REASON_LETTERS = {
  sentence: { least: 10, leastDifferent: 5 },
  word: { least: 4, leastDifferent: 3 },
} as const;

export type ReasonKind = keyof typeof REASON_LETTERS;

/** Is this a reason that somebody can read later? `xxxxxxxxxx`, `hahahahaha`, `asdfghjkl asdf` and `ok ok ok ok ok` are no words. */
export function isReason(text: string, kind: ReasonKind = 'sentence'): boolean {
  const { least, leastDifferent } = REASON_LETTERS[kind];
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.every(isRunOfKeys)) return false;
  const letters = [...new Set(words)].join('');
  return [...letters].length >= least && new Set(letters).size >= leastDifferent;
}

/** Letters side by side, as fingers run over them: the rows of the usual keyboards, and the alphabet. */
const ROWS = [
  'qwertyuiop',
  'asdfghjklöä',
  'zxcvbnm',
  'qwertzuiopü',
  'yxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'abcdefghijklmnopqrstuvwxyz',
];
const RUNS = ROWS.flatMap((row) => [row, [...row].toReversed().join('')]);
/** No word of fewer letters is told from a run: “fed” is one. */
const LEAST_RUN = 4;

/** `asdf`, `poiuytrewq`, and such runs one after the other: `asdfasdf`. */
function isRunOfKeys(word: string): boolean {
  const ends = new Set([0]);
  for (const start of ends) {
    for (let end = start + LEAST_RUN; end <= word.length && isRun(word.slice(start, end)); end += 1)
      ends.add(end);
  }
  return ends.has(word.length);
}

function isRun(letters: string): boolean {
  return RUNS.some((run) => run.includes(letters));
}

/** What is said to whoever gave none. */
export function reasonAsked(kind: ReasonKind = 'sentence'): string {
  return `Give the reason in words: at least ${REASON_LETTERS[kind].least} letters.`;
}
