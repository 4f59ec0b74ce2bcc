import type { Bounds } from '../../clinical/bounds';
import type { FieldError } from '../../platform/http/problem';
import { SHAPE_WORDS, type Catalogued } from '../../platform/http/validating/shape-words';

/** Where a value stands, and what has been found wrong so far. */
export interface Place {
  /** The pointer of the object or list that holds it. */
  readonly within: string;
  /** None: all that was sent. */
  readonly field?: string;
  /** The field as a refusal calls it, where that is not its name. */
  readonly called?: string;
  readonly errors: FieldError[];
}

/** Reads what was sent; what cannot be read is told at its place, and undefined. */
export type Read<T> = (value: unknown, at: Place) => T | undefined;

function refused(at: Place, code: string, says: string): undefined {
  at.errors.push({ pointer: pointerOf(at), code, message: `${at.called ?? at.field} ${says}` });
}

/** As RFC 6901 writes it. */
function pointerOf({ within, field }: Place): string {
  return field === undefined ? within : `${within}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A value of one kind. */
export function valueThat<T>(code: string, says: string, holds: (value: unknown) => value is T): Read<T> {
  return (value, at) => (holds(value) ? value : refused(at, code, says));
}

export function oneOf<T extends string>(known: readonly T[]): Read<T> {
  return valueThat('is-in', SHAPE_WORDS.oneOf(known), among(new Set<unknown>(known)));
}

/** A slug of a catalogue too long to be spelled out. */
export function slugOf(slugs: readonly string[], catalogued: Catalogued): Read<string> {
  return valueThat('known-slug', SHAPE_WORDS.slug(catalogued), among(new Set<unknown>(slugs)));
}

function among<T extends string>(known: ReadonlySet<unknown>) {
  return (value: unknown): value is T => known.has(value);
}

/** A text that is not empty. Characters are counted, not their code units. */
export function textUpTo(most: number): Read<string> {
  return (value, at) => {
    if (typeof value !== 'string') return refused(at, 'is-string', SHAPE_WORDS.text);
    if (value === '') return refused(at, 'is-length', SHAPE_WORDS.notShorter(1));
    const tooLong = value.length > most && Array.from(value).length > most;
    return tooLong ? refused(at, 'is-length', SHAPE_WORDS.notLonger(most)) : value;
  };
}

/** A number of one kind within bounds, both ends included. */
export function numberWithin(bounds: Bounds, kind: Read<number>): Read<number> {
  return (value, at) => {
    const number = kind(value, at);
    if (number === undefined) return undefined;
    if (number < bounds.min) return refused(at, 'min', SHAPE_WORDS.notLess(bounds));
    return number > bounds.max ? refused(at, 'max', SHAPE_WORDS.notMore(bounds)) : number;
  };
}

/** A list of at most so many, each read at its own place. */
export function listOf<T>(most: number, read: Read<T>): Read<T[]> {
  return (value, at) => {
    const entries = entriesOf(value, most, at);
    if (!entries) return undefined;
    if (!entries.every(isObject)) return refused(each(at), 'is-object', SHAPE_WORDS.object);
    const within = pointerOf(at);
    return entries.map((entry, index) => read(entry, { within, field: `${index}`, errors: at.errors })!);
  };
}

/** A list of values: the first wrong one is told of the list. */
export function listOfValues<T>(most: number, read: Read<T>): Read<T[]> {
  return (value, at) => {
    const entries = entriesOf(value, most, at);
    if (!entries) return undefined;
    const values: T[] = [];
    for (const entry of entries) {
      const known = read(entry, each(at));
      if (known === undefined) return undefined;
      values.push(known);
    }
    return values;
  };
}

function entriesOf(value: unknown, most: number, at: Place): readonly unknown[] | undefined {
  if (!Array.isArray(value)) return refused(at, 'is-array', SHAPE_WORDS.list);
  return value.length > most
    ? refused(at, 'array-max-size', SHAPE_WORDS.atMostEntries(most))
    : (value as unknown[]);
}

function each(at: Place): Place {
  return { ...at, called: `each value in ${at.field}` };
}

/** How a field is read, and whether it may be left out or, beyond that, be null, which means the same. */
export interface Field<T> {
  readonly read: Read<T>;
  readonly may?: 'be-left-out' | 'be-null';
}

export type Fields<T> = { readonly [Name in keyof T]-?: Field<Exclude<T[Name], undefined>> };

/** Refuses fields that it does not know, or passes over them. */
export function objectOf<T>(fields: Fields<T>, unknownFields: 'refused' | 'passed-over'): Read<T> {
  const known = Object.entries<Field<unknown>>(fields);
  return (value, at) => {
    if (!isObject(value)) return refused(at, 'is-object', SHAPE_WORDS.object);
    const within = pointerOf(at);
    const { errors } = at;
    if (unknownFields === 'refused') {
      for (const field of Object.keys(value)) {
        if (!Object.hasOwn(fields, field))
          refused({ within, field, errors }, 'unknown-field', SHAPE_WORDS.unknownField);
      }
    }
    const given: Record<string, unknown> = {};
    for (const [field, { read, may }] of known) {
      const sent = value[field];
      if (may && sent === undefined) continue;
      if (may === 'be-null' && sent === null) continue;
      given[field] = read(sent, { within, field, errors });
    }
    return given as T;
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
