import { IsQueryInt } from './validating/query-shapes';
import { isMoment } from './validating/day-shapes';
import { MayBeLeftOut } from './validation';
import { IsString, MaxLength } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { unchangedBefore } from '../database/unchanged-before';
import { malformed } from './problem';

export class PageQuery {
  /** How many rows at most, 1 to 500. */
  @MayBeLeftOut() @IsQueryInt(1, 500) limit?: number;
  /** `nextCursor` of the page before. */
  @MayBeLeftOut() @IsString() @MaxLength(1000) cursor?: string;
}

export const USUAL_LIMIT = 50;

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/**
 * A page of a list from rows fetched with one more than the limit: the extra row says that there is a next page.
 * `keyOf` gives the sort key of a row; the cursor carries the last one shown, and the name of its list.
 */
export function toPage<T>(
  list: string,
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => readonly string[],
): Page<T> {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last === undefined ? null : writeCursor(list, keyOf(last)) };
}

/** A page of a list that knows `updatedSince`. */
export interface UpdatesPage<T> extends Page<T> {
  nextUpdatedSince: Date;
}

/** Where a page of such a list begins. All its pages tell the moment of the first one: what changes meanwhile comes again. */
export interface PageStart {
  readonly list: string;
  readonly after: string[] | undefined;
  readonly nextUpdatedSince: Date;
}

/**
 * To be asked before the rows are read.
 *
 * @throws Problem 400 for what no page of this list ever gave.
 */
export async function startPage(
  db: EntityManager,
  list: string,
  cursor: string | undefined,
  checks: readonly ((part: string) => boolean)[],
): Promise<PageStart> {
  return (
    startPageOf(list, cursor, checks) ?? {
      list,
      after: undefined,
      nextUpdatedSince: await unchangedBefore(db),
    }
  );
}

/** As `startPage`, of a later page; undefined for the first one. */
export function startPageOf(
  list: string,
  cursor: string | undefined,
  checks: readonly ((part: string) => boolean)[],
): PageStart | undefined {
  const key = readCursor(list, cursor, [...checks, isMoment]);
  return key && { list, after: key.slice(0, -1), nextUpdatedSince: new Date(key.at(-1)!) };
}

/** As `toPage`, of a list that knows `updatedSince`. */
export function updatesPage<T>(
  { list, nextUpdatedSince }: PageStart,
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => readonly string[],
): UpdatesPage<T> {
  const keyAndMoment = (row: T): string[] => [...keyOf(row), nextUpdatedSince.toISOString()];
  return { ...toPage(list, rows, limit, keyAndMoment), nextUpdatedSince };
}

function writeCursor(list: string, key: readonly string[]): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
}

/**
 * The sort key after which the page begins, each part checked by its own test.
 *
 * @throws Problem 400 for what no page of this list ever gave.
 */
export function readCursor(
  list: string,
  cursor: string | undefined,
  checks: readonly ((part: string) => boolean)[],
): string[] | undefined {
  if (cursor === undefined) return undefined;
  const [name, ...key] = parse(cursor);
  if (
    name !== list ||
    key.length !== checks.length ||
    !key.every((part, i) => typeof part === 'string' && checks[i]!(part))
  ) {
    throw malformed(
      '/cursor',
      'cursor',
      'The cursor is not one of this list: give nextCursor of the page before, or leave it out',
    );
  }
  return key as string[];
}

function parse(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
