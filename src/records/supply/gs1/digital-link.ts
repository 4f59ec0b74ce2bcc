const FNC1 = String.fromCodePoint(29);

/** What of a link is read: the GTIN and its qualifiers stand in the path, days of six digits in the query. */
const OF_FIXED_LENGTH = ['01', '15', '17'];
const OF_ANY_LENGTH = ['10', '21'];
const GTIN_LENGTH = 14;

/**
 * A GS1 Digital Link as the fields of a code, `https://id.gs1.org/01/00300231145014/10/C1234?17=270131`; undefined where
 * it is no link.
 *
 * By GS1 a GTIN in a link may be shorter than 14 digits, a value is percent-encoded, whatever precedes /01/ and all that is
 * no number in the query says nothing of the goods. A compressed link has no /01/: it gives no fields, and what it lacks is said.
 */
export function fieldsOfLink(text: string): string | undefined {
  if (!/^https?:\/\//iu.test(text) || !URL.canParse(text)) return undefined;
  const { pathname, searchParams } = new URL(text);
  const steps = pathname.split('/').slice(1);
  const key = steps.findIndex((step, at) => step === '01' && /^\d{8,14}$/.test(steps[at + 1] ?? ''));
  if (key === -1) return '';
  const fields = new Map<string, string>();
  for (let at = key; at + 1 < steps.length; at += 2) fields.set(steps[at]!, decoded(steps[at + 1]!));
  for (const [name, value] of searchParams) if (/^\d+$/.test(name)) fields.set(name, value);
  fields.set('01', fields.get('01')!.padStart(GTIN_LENGTH, '0'));
  return [
    ...OF_FIXED_LENGTH.map((ai) => (fields.has(ai) ? `${ai}${fields.get(ai)}` : '')),
    ...OF_ANY_LENGTH.map((ai) => (fields.has(ai) ? `${ai}${fields.get(ai)}${FNC1}` : '')),
  ].join('');
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
