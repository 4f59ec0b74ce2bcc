/** A text with a blank in it is a sentence, not a decision: codes, units and slugs have none. */
function isSentence(path) {
  if (path.isStringLiteral()) return /\s/.test(path.node.value);
  return path.isTemplateLiteral() && path.node.quasis.some((part) => /\s/.test(part.value.raw));
}

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'sentences',
    value: { shouldIgnore: (path) => (isSentence(path) ? 'a sentence' : undefined) },
  },
];
