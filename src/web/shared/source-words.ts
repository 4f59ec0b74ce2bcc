import { SESSION_SOURCES } from './source-names';

/** How sure a number is, as a clinician reads it. */
const TAG_WORDS: Readonly<Record<string, string>> = {
  P: 'our proposal',
  M: 'from memory, not verified',
  D: 'derived from verified numbers',
};

/** A source as a clinician reads it: our tags become words, keys become names. "… (P)" is "… (our proposal)". */
export function sourceWords(text: string, names = SESSION_SOURCES): string {
  return text
    .replaceAll(/(\(|[,;:] )([PMD])(?=[);])/g, (_, before: string, tag: string) => before + TAG_WORDS[tag])
    .replaceAll(/(^|; )M: /g, '$1from memory: ')
    .replaceAll(/\bV:([A-Z][\w,-]*)/g, (_, keys: string) =>
      keys
        .split(',')
        .map((key) => names[key] ?? key)
        .join('; '),
    );
}
