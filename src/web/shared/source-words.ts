/** A source as a clinician reads it: our tags become words, keys stand apart. "… (P)" is "… (our proposal)". */
export function sourceWords(text: string): string {
  return text
    .replaceAll('(P)', '(our proposal)')
    .replaceAll('(M)', '(from memory, not verified)')
    .replaceAll('(D)', '(derived from verified numbers)')
    .replaceAll(/\bV:([A-Z][\w,-]*)/g, (_, keys: string) => keys.replaceAll(',', ', '));
}
