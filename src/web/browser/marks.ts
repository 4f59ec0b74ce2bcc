import type { Handedness } from '../../clinical/catalogue/anatomy/handedness';
import type { PlainDate } from '../../clinical/calendar';
import type { CourseSide, Etiology, IndicationSlug } from '../../clinical/catalogue/indications';
import type { ClosedDays } from '../../clinical/due/open-days';

/**
 * The language between a page and its scripts: every mark that a page carries and a script reads, told once. A mark is
 * written with `marks`, read with `markOf` and found with `marked`; nothing else names an attribute `data-…`.
 */
const MARKS = {
  // A form that is sent to the API.
  /** Method and address. */
  api: text<ApiAddress>(),
  /** Where the browser goes once it is saved; `{id}` is a field of the answer. Without it the page is loaded again. */
  after: text<After>(),
  /** What is said once it is saved. */
  saved: text(),
  /** The version of the row that the page shows. */
  version: text<string | number>(),
  /** What takes long, in words: it is counted and may be cancelled. */
  long: text(),
  /** What is asked before it is sent. */
  confirm: text(),
  /** Where it is asked first what speaks against it. */
  checkFirst: text<ApiAddress>(),
  /** What it is asked with; without it, what stands in the form. */
  checkWith: json<Readonly<Record<string, unknown>>>(),
  /** The appointment that it moves. */
  moves: text(),
  /** The name under which what is typed is kept until it is saved. */
  draft: text(),
  /** The parts of the page that are shown anew once it is saved, as selectors. */
  refresh: text(),
  /** The address from which they come, where it is another than the page's. */
  refreshFrom: text(),
  /** Only what was changed is sent. */
  changed: flag(),
  /** The API gives no id to what is written. */
  noId: flag(),
  /** The id of what is written, the same at every attempt. */
  onceId: text(),
  /** The answer holds a token, shown this once. */
  newToken: flag(),
  /** The answer holds the address of a calendar, shown this once. */
  newFeed: flag(),
  /** The part of signing in that is asked once the password was right. */
  secondStep: flag(),
  /** The answer holds what an authenticator app reads, shown this once. */
  newFactor: flag(),
  /** The answer holds recovery codes, shown this once. */
  recoveryCodes: flag(),
  /** The answer names the tokens that ended with the change. */
  endedTokens: flag(),
  /** The answer says what would move: it is told on the page, which stays. */
  movesOnly: flag(),
  /** Where it is asked beforehand what would move: that is told, and saved once somebody says so. */
  asksMoves: text<ApiAddress>(),
  /** The answer holds the code of a check-in, shown this once. */
  checkInCode: flag(),
  /** The clinic's zone, for the moments in it. */
  zone: text(),

  /** Before it is sent, it is asked whether that person is on record already. */
  asksWhetherSame: flag(),
  /** The answer that they are not: it is sent. */
  noneOfThese: flag(),

  // A field.
  /** How its value is read. */
  sentAs: list<DataType>(),
  /** A proposal: of a form that sends what was changed, it is sent as it stands. */
  proposed: flag(),
  /** It stays empty where the row has a value of its name. */
  empty: flag(),

  // Notes that a script puts into a form.
  notes: flag(),
  /** The field that an error stands beside, by its name. */
  errorOf: text(),
  findingCode: flag(),
  findingReason: flag(),

  // Parts of a form that are asked only with a certain answer, and lines that are sent once they are changed.
  /** `effect=still`, `effect=still unknown`: shown where the field holds one of these values. */
  when: text<`${string}=${string}`>(),
  /** The list into which its lines go. */
  lines: text(),
  /** A line, and the phase whose day it has. */
  line: text(),
  /** The field of a line that this control holds. */
  part: text(),
  /** The day on which the lines of a phase were taken. */
  dayOf: text(),
  /** The id of the field that a button fills. */
  fill: text(),
  fillWith: text(),
  /** A list of diagnosis codes: of which course, on which day, and the code that it has. */
  codesOf: json<CodesOf>(),

  // The time axis of the calendar.
  /** From which minute of the day. */
  axisFrom: text<number>(),
  /** Of how many quarters of an hour. */
  axisRows: text<number>(),
  /** Whose day, and which. */
  lane: json<{ readonly day: PlainDate; readonly injectorId: string | null }>(),
  /** A visit that may be dragged to another time. */
  movable: flag(),
  /** Where it is said what was moved. */
  moved: flag(),

  // Rows of a list, with the forms that are opened in them.
  row: flag(),
  /** What is filled in where a form of the row says `{name}`. */
  values: json<Readonly<Record<string, string>>>(),
  slot: flag(),
  /** The courses of a row that may be treated in one visit. */
  others: json<readonly CourseChoice[]>(),
  /** Where those beside the one that is booked are offered. */
  offered: flag(),
  /** Names a form, and the button that opens it. */
  rowForm: text<RowForm>(),
  open: text<RowForm>(),
  close: flag(),
  /** What has the focus once the row is shown anew, as a selector. */
  focus: text(),
  /** A part in which single letters act, and only while the focus is in it. */
  keyed: flag(),
  /** The letter that follows this link. */
  key: text<KeyLetter>(),
  /** Where rows that follow are put. */
  rows: flag(),
  /** The part of the page that a link to more rows continues, as a selector. */
  more: text(),
  /** The days on which the clinic is closed, for the days asked in here. */
  closed: json<ClosedDays>(),

  // The clinic's tablet.
  /** A form of the check-in: the code, or the questions. */
  checkIn: flag(),
  codeAsked: flag(),
  /** Asked once it wore off. */
  askedWhen: flag(),
  /** Trouble that the team should hear of at once, and what says so. */
  urgent: flag(),
  tellNow: flag(),

  // The page and single actions.
  /** The id of whoever is signed in, on the page as a whole. */
  user: text(),
  /** They signed in by a provider, and do so again there. */
  byProvider: flag(),
  /** After how many minutes without use they are signed out. */
  idleMinutes: text<number>(),
  /** Its scripts run. */
  ready: flag(),
  print: flag(),
  /** The id of the element whose text a button copies. */
  copy: text(),
  /** Prints a list: the rows that are not shown yet are fetched first. */
  printAll: flag(),
  /** What is counted of a list, shown anew once one of its rows is saved. */
  counts: flag(),
  /** The field in which one looks for a patient, to which `/` leads. */
  find: flag(),
  /** The script that proposes patients in it, fetched once somebody goes there. */
  proposes: text(),
  /** The field in which one searches while typing. */
  search: flag(),
  /** A link to a file that is fetched with its lines counted, and what it is in words. */
  download: text(),
  /** What belongs to one file. */
  file: flag(),

  // A file of another program that is read in.
  importForm: flag(),
  importPart: text<ImportPart>(),
  /** The column of the file that a list of ours stands beside. */
  importColumn: text(),
};

export interface CodesOf {
  /** Null until one is chosen. */
  readonly indication: IndicationSlug | null;
  readonly side: CourseSide | null;
  readonly etiology: Etiology | null;
  readonly handedness: Handedness | null;
  readonly on: PlainDate;
  readonly standing: string;
}
/** A course that may be treated in the same visit as another. */
export interface CourseChoice {
  readonly courseId: string;
  readonly words: string;
  /** It waits as well. */
  readonly proposed: boolean;
}
export type ImportPart =
  'template' | 'found' | 'looked' | 'columns' | 'lacking' | 'try' | 'take' | 'progress' | 'outcome';
export type After = 'close' | 'refresh' | `/${string}`;
export type ApiAddress = `${'POST' | 'PUT' | 'PATCH' | 'DELETE'} /api/v1/${string}`;
export type KeyLetter = 'r' | 'l';
export type RowForm = 'book' | 'call' | 'snooze' | 'move' | 'ask';
/** How the text of a field becomes a value of JSON, and what an empty one means; `null` of a box that is ticked where nobody knows; `row` of a list whose row is left out while all of these are empty. */
export type DataType =
  'number' | 'boolean' | 'moment' | 'list' | 'json' | 'row' | 'omit-empty' | 'null-if-empty' | 'null';

/** How the value of a mark is written down as text, and read. */
interface Kind<In, Out> {
  readonly write: (value: In) => string;
  readonly read: (written: string) => Out;
}

export type MarkName = keyof typeof MARKS;
type Written<Name extends MarkName> = Parameters<(typeof MARKS)[Name]['write']>[0];
type Read<Name extends MarkName> = ReturnType<(typeof MARKS)[Name]['read']>;
export type Marks = { readonly [Name in MarkName]?: Written<Name> | undefined };

/** Marks as attributes of an element: `<form {...marks({ api: 'POST /api/v1/courses' })}>`. A flag that is false is left out. */
export function marks(values: Marks): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== false)
      .map(([name, value]) => [attribute(name as MarkName), MARKS[name as MarkName].write(value as never)]),
  );
}

/** What an element is marked with; undefined where it is not. */
export function markOf<Name extends MarkName>(element: HTMLElement, name: Name): Read<Name> | undefined {
  const written = element.dataset[name];
  return written === undefined ? undefined : (MARKS[name].read(written) as Read<Name>);
}

export function isMarked(element: HTMLElement, name: MarkName): boolean {
  return element.dataset[name] !== undefined;
}

export function setMark<Name extends MarkName>(element: HTMLElement, name: Name, value: Written<Name>): void {
  element.dataset[name] = MARKS[name].write(value as never);
}

export function dropMark(element: HTMLElement, name: MarkName): void {
  delete element.dataset[name];
}

/** The selector of what is marked so: `[data-open]`, `[data-open="book"]`. */
export function marked<Name extends MarkName>(name: Name, value?: Written<Name>): string {
  if (value === undefined) return `[${attribute(name)}]`;
  return `[${attribute(name)}=${JSON.stringify(MARKS[name].write(value as never))}]`;
}

function attribute(name: MarkName): string {
  return `data-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function text<T extends string | number = string>(): Kind<T, string> {
  return { write: String, read: (written) => written };
}

function flag(): Kind<boolean, true> {
  return { write: () => '', read: () => true };
}

function list<T extends string>(): Kind<T | readonly T[], readonly T[]> {
  return {
    write: (value) => (typeof value === 'string' ? value : value.join(' ')),
    read: (written) => written.split(' ') as T[],
  };
}

function json<T>(): Kind<T, T> {
  return { write: (value) => JSON.stringify(value), read: (written) => JSON.parse(written) as T };
}
