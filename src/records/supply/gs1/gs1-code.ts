import { parseBarcode, type ParsedItem } from 'gs1-barcode-parser-mod';
import { isPlainDate, type PlainDate } from '../../../clinical/calendar';
import { isGtin } from '../../../clinical/supply/gtin';
import { malformed } from '../../../platform/http/problem';
import { fieldsOfLink } from './digital-link';

/** What stands in the code on a vial or its box. */
export interface ScannedCode {
  readonly gtin: string;
  readonly expiresOn: PlainDate;
  readonly lotNumber: string;
  readonly serial?: string;
}

/** By GS1 a lot and a serial number have at most so many characters, of these. */
const LONGEST = 20;
const OF_GS1 = /^[!"%-?A-Z_a-z]+$/;

const FNC1 = String.fromCodePoint(29);
/** How keyboards and programs spell the mark between fields that they cannot type. */
const SPELT_FNC1 = /<GS>|\{GS\}|\[GS\]|<FNC1>|\{FNC1\}|\^\]|\\x1d|\\u001d|\u241d/giu;
/** What a scanner sends first: the name of the code (`]d2`), the mark that it is one of GS1, or both. */
const OPENING = new RegExp(`^(?:\\][a-z]\\d)?${FNC1}*`, 'iu');
const CLOSING = new RegExp(`${FNC1}+$`, 'u');

/**
 * Reads GTIN (01), expiry (17), lot (10) and serial (21) of a GS1 code: scanned, typed with brackets, or as a GS1 Digital Link.
 *
 * The library rolls a day that does not exist into the next month, tests no check digit and, where a scanner drops the mark
 * between fields, runs the lot into what follows: the first two are tested here, the last shows by its length.
 *
 * @throws Problem 400 that says what is wrong with it.
 */
export function readGs1(code: string): ScannedCode {
  const items = itemsOf(code);
  const raw = (ai: string): string | undefined => {
    const said = new Set(items.filter((item) => item.ai === ai).map((item) => item.raw));
    if (said.size > 1)
      throw wrong(`The code says (${ai}) more than once: ${[...said].join(', ')}. Scan one code`);
    return said.values().next().value;
  };
  const [gtin, lotNumber, serial] = [raw('01'), raw('10'), raw('21')];
  const bestBefore = raw('15');
  if (raw('17') === undefined && bestBefore !== undefined)
    throw wrong(
      `The code says best before ${bestBefore} (15), and no last day of use (17): read that on the vial, and type lot and expiry`,
    );
  const missing = [
    ...(gtin === undefined ? ['GTIN (01)'] : []),
    ...(raw('17') === undefined ? ['expiry (17)'] : []),
    ...(lotNumber === undefined ? ['lot (10)'] : []),
  ];
  if (missing.length > 0)
    throw wrong(`The code has no ${missing.join(', no ')}: scan it again, or type lot and expiry`);
  if (!isGtin(gtin!)) throw wrong(`The check digit of the GTIN ${gtin} is wrong: scan it again`);
  for (const [name, field] of [
    ['lot', lotNumber!],
    ['serial number', serial],
  ] as const) {
    if (field === undefined) continue;
    if (field.length > LONGEST)
      throw wrong(
        `“${field}” is longer than ${LONGEST} characters: the scanner drops the mark between fields. Type lot and expiry`,
      );
    if (!OF_GS1.test(field))
      throw wrong(
        field === ''
          ? `The ${name} in the code is empty: scan it again, or type lot and expiry`
          : `“${field}” is no ${name} that a GS1 code can hold: scan it again, or type lot and expiry`,
      );
  }
  return {
    gtin: gtin!,
    expiresOn: expiry(items),
    lotNumber: lotNumber!,
    ...(serial !== undefined && { serial }),
  };
}

function itemsOf(code: string): readonly ParsedItem[] {
  try {
    return parseBarcode(withoutWrapping(code)).parsedCodeItems;
  } catch {
    throw wrong('This is no GS1 code: scan it again, or type lot and expiry');
  }
}

/** The fields alone, as the library takes them: without what a scanner sends around them and what a hand types between. */
function withoutWrapping(code: string): string {
  const typed = code.trim();
  return (fieldsOfLink(typed) ?? typed)
    .replaceAll(SPELT_FNC1, FNC1)
    .replace(OPENING, '')
    .replaceAll(/\s*([()])\s*/gu, '$1')
    .replace(CLOSING, '');
}

/** `YYMMDD`; day 00 is the last of the month. */
function expiry(items: readonly ParsedItem[]): PlainDate {
  const { raw, isoDate } = items.find(({ ai }) => ai === '17')!;
  const day = isoDate.slice(0, 10);
  const same = raw.slice(2, 4) === day.slice(5, 7) && ['00', day.slice(8)].includes(raw.slice(4));
  if (!isPlainDate(day) || !same) throw wrong(`The expiry ${raw} is no day: scan the code again`);
  return day;
}

function wrong(message: string): Error {
  return malformed('/code', 'gs1-code', message);
}
