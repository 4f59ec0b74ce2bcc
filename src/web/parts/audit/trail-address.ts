import type { AuditSearch } from '../../../platform/audit/audit.query';

export interface TrailFilters extends Omit<AuditSearch, 'beforeId' | 'limit' | 'patientIds'> {
  /** Whose entries, as somebody looks for a patient. */
  readonly q?: string;
}

/** Where in the trail. */
export interface TrailPlace {
  readonly cursor?: string;
  /** The entry whose list is unfolded. */
  readonly open?: number;
}

/** The trail with these filters, from an entry on. */
export function trailAt(filters: TrailFilters, { cursor, open }: TrailPlace = {}): string {
  const given = Object.entries({ ...filters, cursor, open: open?.toString() }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const entry = open === undefined ? '' : `#${entryId(open)}`;
  return given.length === 0 ? '/audit' : `/audit?${new URLSearchParams(given).toString()}${entry}`;
}

/** What a line of the trail is called on the page. */
export function entryId(id: number): string {
  return `entry-${id}`;
}
