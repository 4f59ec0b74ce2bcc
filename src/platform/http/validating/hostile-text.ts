import { LONGEST_NAME, MOST_FIELDS, type BodyLimits } from '../door/body-limits';
import { malformed, Problem } from '../problem';

const DEEPEST = 32;

/**
 * Refuses what PostgreSQL text cannot hold or would silently change: U+0000 and lone surrogates, in values and in
 * names; nesting so deep that reading it could exhaust the stack; and more fields or values than any request of ours has,
 * which validation would take seconds to list one by one; and names so long that the answer would be longer than the body.
 *
 * @throws Problem 400 with the pointer of the first such text, 413 for too many values.
 */
export function refuseHostileBody(body: unknown, { values: most }: Pick<BodyLimits, 'values'>): void {
  const waiting: { value: unknown; pointer: string; depth: number }[] = [
    { value: body, pointer: '', depth: 0 },
  ];
  let values = 0;
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
    values += Array.isArray(value) ? value.length : countFields(value, pointer);
    if (values > most)
      throw new Problem('too-large', `The body holds more than ${most} values: send less at once.`);
    for (const [key, child] of Object.entries(value)) {
      if (key.length > LONGEST_NAME)
        throw malformed(
          pointer.slice(0, 200),
          'long-name',
          `A field has a name of ${key.length} characters, none of ours more than ${LONGEST_NAME}`,
        );
      refuseText(key, pointer);
      waiting.push({ value: child, pointer: `${pointer}/${key}`, depth: depth + 1 });
    }
  }
}

function countFields(object: object, pointer: string): number {
  const { length } = Object.keys(object);
  if (length > MOST_FIELDS)
    throw malformed(
      pointer.slice(0, 200),
      'too-many-fields',
      `An object of the body has ${length} fields, none of ours more than ${MOST_FIELDS}: send only those in /api/docs`,
    );
  return length;
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
