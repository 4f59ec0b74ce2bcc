import { isPlainDate, type PlainDate } from '../../../clinical/calendar';
import { MONTHS } from '../../../clinical/due/due-text';
import { searchText } from '../../../platform/search-text';

/** Of whom a search speaks. */
interface Findable {
  readonly familyName: string;
  readonly givenName?: string | null;
  readonly mrn: string;
  readonly phone?: string | null;
}

/** What is sought: each of these has to be found. */
export interface Sought {
  /** Days of birth; of a day that can be read two ways, either. */
  readonly days: readonly (readonly PlainDate[])[];
  readonly words: readonly SoughtWord[];
}

interface SoughtWord {
  /** Letters and digits as `findableText` keeps them; any of these spellings. */
  readonly spellings: readonly string[];
  /** So few letters stand in nearly every name: they are sought at the beginning of a word. */
  readonly fromStart: boolean;
  /** Days of birth that the word may mean as well: `1965` a year of them, `20081965` one. */
  readonly born: readonly BornWithin[];
}

interface BornWithin {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const FEWEST_LETTERS = 3;

/**
 * What a patient is found by, as one text that begins with a space: the words of the names and of the record number, each
 * also without what divides them (`O'Rourke`: `o rourke orourke`), special letters also as others spell them, and the digits of
 * the telephone number.
 */
export function findableText({ familyName, givenName, mrn, phone }: Findable): string {
  const words = [familyName, givenName ?? '', mrn].flatMap((part) =>
    [part, spelledOut(part)].flatMap((spelling) => {
      const folded = searchText(spelling);
      return [...folded.split(' '), folded.replaceAll(' ', '')];
    }),
  );
  const digits = (phone ?? '').replaceAll(/\D/g, '');
  return ` ${[...new Set([...words, digits])].filter(Boolean).join(' ')}`;
}

/** What somebody types to find a patient: parts of names, of the record number or the telephone number, a birth date as it is shown. */
export function soughtIn(text: string): Sought {
  const days: PlainDate[][] = [];
  let rest = text;
  for (const { pattern, read } of DATES) {
    rest = rest.replaceAll(pattern, (written: string, ...parts: string[]) => {
      const found = [...new Set(read(parts))].filter(isPlainDate);
      if (found.length === 0) return written;
      days.push(found);
      return ' ';
    });
  }
  const words = withWholeNumbers(rest)
    .split(/\s+/)
    .map((word) => searchText(word).replaceAll(' ', ''))
    .filter(Boolean)
    .map((word) => ({
      spellings: spellingsOf(word),
      fromStart: word.length < FEWEST_LETTERS,
      born: bornWithin(word),
    }));
  return { days, words };
}

/** Groups of digits, as a telephone number is written: with the country before it, or in twos. */
const GROUPS = /(?<![\p{L}\d])\+?\(?\d+(?:[\s()./-]+\d+)+(?![\p{L}\d])/gu;

/** One number where the groups can be nothing else: it has its country, or a group too short to be sought alone. */
function withWholeNumbers(text: string): string {
  return text.replaceAll(GROUPS, (written) => {
    const groups = written.match(/\d+/g) ?? [];
    const isOne = written.startsWith('+') || groups.some(({ length }) => length < FEWEST_LETTERS);
    return isOne ? `${written.startsWith('+') ? ABROAD : ''}${groups.join('')}` : written;
  });
}

/** Stands before a number that was typed with its country. */
const ABROAD = '00';
/** No code of a country is longer. */
const COUNTRY_DIGITS = 3;
const FEWEST_OF_NUMBER = 7;

/** A number at home begins with a zero that it does not have abroad, and abroad with a country that it does not have at home. */
function spellingsOf(word: string): string[] {
  const abroad = /^0+(\d{3,})$/.exec(word)?.[1];
  if (abroad === undefined) return [word];
  const atHome = word.startsWith(ABROAD)
    ? Array.from({ length: COUNTRY_DIGITS }, (_, digits) => abroad.slice(digits + 1))
    : [];
  return [word, abroad, ...atHome.filter(({ length }) => length >= FEWEST_OF_NUMBER)];
}

/** Digits alone may be a birth date as well as a number: of the year, or of a day that was typed without what divides it. */
function bornWithin(digits: string): BornWithin[] {
  if (/^(?:19|20)\d{2}$/.test(digits)) {
    return [{ from: dayOf(digits, '1', '1') as PlainDate, to: dayOf(digits, '12', '31') as PlainDate }];
  }
  const [, first = '', second = '', year = ''] = /^(\d{2})(\d{2})(\d{4})$/.exec(digits) ?? [];
  const [, yearFirst = '', month = '', day = ''] = /^(\d{4})(\d{2})(\d{2})$/.exec(digits) ?? [];
  const read = [dayOf(yearFirst, month, day), dayOf(year, first, second), dayOf(year, second, first)];
  const days = read.filter((written) => /^(?:19|20)/.test(written)).filter(isPlainDate);
  return [...new Set(days)].map((born) => ({ from: born, to: born }));
}

const SPELLED: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ø: 'oe',
  å: 'aa',
  đ: 'dj',
  þ: 't',
};
const SPELLED_LETTER = new RegExp(`[${Object.keys(SPELLED).join('')}]`, 'g');

/** Letters as they are spelled where a keyboard has none, otherwise than by leaving out their marks. */
export function spelledOut(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(SPELLED_LETTER, (letter) => SPELLED[letter]!);
}

const SHORT_MONTHS = MONTHS.map((month) => month.toLowerCase());
const MONTH = String.raw`(${SHORT_MONTHS.join('|')})[a-z]*\.?`;
const NUMBER = String.raw`(\d{1,2})`;

/** As the screens, the forms of a browser and papers show a day, and as it is typed: `1965-08-20`, `born 20 Aug 1965`, `Aug 20, 1965`, `08/20/1965`, `8/20/65`, `20.8.1965`. */
const DATES: readonly { readonly pattern: RegExp; readonly read: (parts: readonly string[]) => string[] }[] =
  [
    {
      pattern: /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/g,
      read: ([year, month, day]) => [dayOf(year, month, day)],
    },
    {
      pattern: new RegExp(String.raw`\b(?:born\s+)?${NUMBER}\.?[\s-]*${MONTH}[\s-]*(\d{4})\b`, 'gi'),
      read: ([day, month, year]) => [dayOf(year, monthOf(month), day)],
    },
    {
      pattern: new RegExp(String.raw`\b${MONTH}\s*${NUMBER},?\s+(\d{4})\b`, 'gi'),
      read: ([month, day, year]) => [dayOf(year, monthOf(month), day)],
    },
    {
      pattern: /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/g,
      read: ([day, month, year]) => [dayOf(year, month, day)],
    },
    {
      pattern: /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b/g,
      read: ([first, second, year]) => [dayOf(year, first, second), dayOf(year, second, first)],
    },
    {
      pattern: /\b(\d{1,2})\/(\d{1,2})\/(\d{2})\b/g,
      read: ([first, second, year]) =>
        ['19', '20'].flatMap((century) => [
          dayOf(`${century}${year}`, first, second),
          dayOf(`${century}${year}`, second, first),
        ]),
    },
  ];

function dayOf(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function monthOf(name = ''): string {
  return String(SHORT_MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}
