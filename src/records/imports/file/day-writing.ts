import { addDays, isPlainDate, type PlainDate } from '../../../clinical/calendar';

export const DAY_WRITINGS = ['iso', 'dmy', 'mdy'] as const;
export type DayWriting = (typeof DAY_WRITINGS)[number];

export interface DayCell {
  readonly row: number;
  readonly text: string;
}

export type FoundWriting =
  | { readonly writing: DayWriting }
  /** One that can be read two ways, or two that cannot be of one writing. */
  | { readonly unclear: readonly DayCell[] };

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;
const PARTS = /^(\d{1,2})([./\- ])\s?(\d{1,2})\2\s?(\d{4})$/;

/** `19710304`. */
const RUN_ON = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
/** `04-Mar-1971`, `4 March 1971`; `Mar 4, 1971`. */
const DAY_FIRST = /^(\d{1,2})[ -]([a-z]+)\.?[ -](\d{4})$/i;
const MONTH_FIRST = /^([a-z]+)\.? (\d{1,2}),? (\d{4})$/i;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** 10000 to 99999 are 1927-05-18 to 2173-10-13. */
const COUNTED = /^(\d{5})(?:\.0+)?$/;
/** Day 0 of a spreadsheet, which takes 1900 for a leap year. */
const DAY_0 = '1899-12-30' as PlainDate;

/** A day as a spreadsheet counts it, where a file was saved with the cells not written as days. */
export function countedDay(text: string): PlainDate | undefined {
  const days = COUNTED.exec(text)?.[1];
  return days === undefined ? undefined : addDays(DAY_0, Number(days));
}

/** Which day is meant? Year first, a month in words, and a day that a spreadsheet counts, is read in any writing; nothing where the text is no day of it. */
export function readDay(text: string, writing: DayWriting): PlainDate | undefined {
  const iso = ISO.exec(text)?.[1];
  if (iso !== undefined) return isPlainDate(iso) ? iso : undefined;
  const counted = countedDay(text);
  if (counted !== undefined) return counted;
  const said = saidDay(text);
  if (said !== undefined) return said;
  const parts = writing === 'iso' ? null : PARTS.exec(text);
  if (!parts) return undefined;
  const [first, second] = [parts[1]!, parts[3]!];
  const [day, month] = writing === 'dmy' ? [first, second] : [second, first];
  const read = `${parts[4]}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(read) ? read : undefined;
}

/** A day that can be read in one way only, however the others are written: its digits in a row, or its month in words. */
function saidDay(text: string): PlainDate | undefined {
  const [, year, month, day] = RUN_ON.exec(text) ?? inWords(text);
  const read = [year, month, day].map((part) => part?.padStart(2, '0')).join('-');
  return isPlainDate(read) ? read : undefined;
}

function inWords(text: string): readonly (string | undefined)[] {
  const [, day, word = '', year] = DAY_FIRST.exec(text) ?? [];
  if (day !== undefined) return [text, year, monthOf(word), day];
  const [, first = '', second, last] = MONTH_FIRST.exec(text) ?? [];
  return [text, last, monthOf(first), second];
}

/** By three letters or more. */
function monthOf(word: string): string | undefined {
  const letters = word.toLowerCase().replace(/^sept$/, 'sep');
  const at = letters.length < 3 ? -1 : MONTHS.findIndex((name) => name.startsWith(letters));
  return at === -1 ? undefined : String(at + 1);
}

/**
 * How does this clinic write its days?
 *
 * All year first, or else the one order of day and month in which every day of the file can be read. Where both are possible and
 * would mean different days, or neither is, a person has to say it.
 */
export function findWriting(cells: readonly DayCell[]): FoundWriting {
  const others = cells.flatMap((cell) => {
    const parts = PARTS.exec(cell.text);
    return parts ? [{ cell, first: Number(parts[1]), second: Number(parts[3]) }] : [];
  });
  if (others.length === 0) return { writing: 'iso' };
  const notDayFirst = others.find(({ second }) => second > 12);
  const notMonthFirst = others.find(({ first }) => first > 12);
  if (notDayFirst && notMonthFirst) return { unclear: [notDayFirst.cell, notMonthFirst.cell] };
  if (notMonthFirst) return { writing: 'dmy' };
  if (notDayFirst) return { writing: 'mdy' };
  const either = others.find(({ first, second }) => first !== second);
  return either ? { unclear: [either.cell] } : { writing: 'dmy' };
}
