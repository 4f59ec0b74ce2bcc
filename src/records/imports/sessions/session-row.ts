import type { SessionContent } from '../../sessions/standing-session.query';
import type { ImportedSessionDto } from '../rows/imported-rows.dto';

/** What a row says of its session, besides whose it is. */
export type SessionRow = Omit<ImportedSessionDto, 'mrn' | 'indication' | 'side'>;
export type SessionRows = readonly [SessionRow, ...SessionRow[]];

export type ReadInjection = SessionContent['injections'][number];
export type ReadVial = NonNullable<SessionContent['vials']>[number];

/** What is given, each once. */
export function distinct<T>(values: readonly (T | undefined)[]): T[] {
  return [...new Set(values.filter((value): value is T => value !== undefined))];
}
