import { searchText } from '../../../platform/search-text';
import { spelledOut } from '../search/search-words';

/** What two records of one person have in common. */
export const SAMENESS = ['name', 'birth-date', 'phone', 'mrn'] as const;
export type Sameness = (typeof SAMENESS)[number];

/** As much as is known of somebody. */
export interface Identity {
  readonly familyName?: string | null;
  readonly givenName?: string | null;
  readonly birthDate?: string | null;
  readonly phone?: string | null;
  readonly mrn?: string | null;
}

/** Fewer digits are an extension, or a part of many numbers. */
const FEWEST_DIGITS = 7;
/** Shorter names differ from one another by a letter. */
const SHORTEST_MISTYPED = 4;

/**
 * Why may this be the same person? Nothing, where it need not be asked.
 *
 * A record number, a telephone number or a whole name is enough, whatever is written beside it: a day of birth is easily
 * mistyped. A birth date alone is shared with one in twenty thousand and asks nothing, unless a part of the name is alike
 * (married, mistyped, a second given name), or nothing else was given. Capitals, blanks, marks and hyphens do not tell
 * people apart.
 */
export function whySame(asked: Identity, known: Identity): readonly Sameness[] {
  const born = Boolean(asked.birthDate) && asked.birthDate === known.birthDate;
  const phone = samePhone(asked.phone, known.phone);
  const mrn = sameNumber(asked.mrn, known.mrn);
  const parts = likenessOf(asked, known);
  const named = parts.length > 0;
  const whole = named && parts.every((part) => part === 'same');
  const alike = named && parts.every((part) => part !== 'other');
  const partly = parts.some((part) => part !== 'other');
  const onlyBorn = !named && !asked.phone && !asked.mrn;
  const name = whole || (alike && (born || phone || mrn));
  if (!(mrn || phone || whole || (born && (partly || onlyBorn)))) return [];
  const same: Readonly<Record<Sameness, boolean>> = { name, 'birth-date': born, phone, mrn };
  return SAMENESS.filter((reason) => same[reason]);
}

/** A record number without its capitals and blanks: what a clinic gives to one patient only. */
export function plainNumber(mrn: string): string {
  return mrn.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}

/** The digits that a telephone number is recognised by: without what is dialled before them, and without an extension. */
export function phoneDigits(phone: string): string {
  return phone.toLowerCase().replace(/x.*$/, '').replaceAll(/\D/g, '').replace(/^0+/, '');
}

/** A text as it is compared, also with its umlauts spelled out; letters and digits only. */
export function spellingsOf(text: string): string[] {
  return [
    ...new Set([text, spelledOut(text)].map((spelling) => searchText(spelling).replaceAll(' ', ''))),
  ].filter(Boolean);
}

type Likeness = 'same' | 'alike' | 'other';

/** How alike the parts of the name are that were given; of two parts also the other way round. */
function likenessOf(asked: Identity, known: Identity): readonly Likeness[] {
  const inOrder = partsOf(asked, known.familyName, known.givenName);
  if (inOrder.length < 2 || inOrder.includes('same')) return inOrder;
  const turned = partsOf(asked, known.givenName, known.familyName);
  return turned.every((part) => part === 'same') ? turned : inOrder;
}

function partsOf(asked: Identity, family?: string | null, given?: string | null): readonly Likeness[] {
  const parts = [
    [asked.familyName, family],
    [asked.givenName, given],
  ] as const;
  return parts.flatMap(([typed, stored]) => (typed ? [likeness(typed, stored ?? '')] : []));
}

function likeness(typed: string, stored: string): Likeness {
  const [ours, theirs] = [spellingsOf(typed), spellingsOf(stored)];
  const any = (compare: (a: string, b: string) => boolean): boolean =>
    ours.some((a) => theirs.some((b) => compare(a, b)));
  if (any((a, b) => a === b)) return 'same';
  return any((a, b) => begins(a, b) || begins(b, a) || mistyped(a, b)) ? 'alike' : 'other';
}

/** `Ann` and `Ann Marie`. */
function begins(long: string, short: string): boolean {
  return short.length > 1 && long.startsWith(short);
}

/** One letter more, less or other, or two exchanged. */
function mistyped(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST_MISTYPED) return false;
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

function samePhone(asked?: string | null, known?: string | null): boolean {
  const [a, b] = [phoneDigits(asked ?? ''), phoneDigits(known ?? '')];
  return Math.min(a.length, b.length) >= FEWEST_DIGITS && (a.endsWith(b) || b.endsWith(a));
}

function sameNumber(asked?: string | null, known?: string | null): boolean {
  if (!asked || !known) return false;
  const theirs = spellingsOf(known);
  return (
    plainNumber(asked) === plainNumber(known) ||
    spellingsOf(asked).some((spelling) => theirs.includes(spelling))
  );
}
