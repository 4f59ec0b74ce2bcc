import { malformed } from './problem';

const DEEPEST = 32;

/**
 * Refuses what PostgreSQL text cannot hold or would silently change: U+0000 and lone surrogates, in values and in
 * names; and nesting so deep that reading it could exhaust the stack.
 *
 * @throws Problem 400 with the pointer of the first such text.
 */
export function refuseHostileText(body: unknown): void {
  const waiting: { value: unknown; pointer: string; depth: number }[] = [
    { value: body, pointer: '', depth: 0 },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, pointer, depth } = next;
    if (typeof value === 'string') refuseText(value, pointer);
    if (typeof value !== 'object' || value === null) continue;
    if (depth === DEEPEST)
      throw malformed(
        pointer.slice(0, 200),
        'too-deep',
        `Nested deeper than ${DEEPEST} levels: send a flatter body`,
      );
    for (const [key, child] of Object.entries(value)) {
      refuseText(key, pointer);
      waiting.push({ value: child, pointer: `${pointer}/${key}`, depth: depth + 1 });
    }
  }
}

/** @throws Problem 400 for an address whose decoded path or query holds such text. */
export function refuseHostileUrl(url: string): void {
  if (!url.includes('%')) return;
  let decoded: string;
  try {
    decoded = decodeURIComponent(url.replaceAll('+', ' '));
  } catch {
    throw malformed('', 'encoding', 'The address is not valid percent-encoded UTF-8');
  }
  refuseText(decoded, '');
}

function refuseText(text: string, pointer: string): void {
  if (text.includes('\0')) throw malformed(pointer, 'nul', 'The text holds a NUL character: remove it');
  if (!text.isWellFormed())
    throw malformed(pointer, 'surrogate', 'The text holds half a character (a lone surrogate): remove it');
}
