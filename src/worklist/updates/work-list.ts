import type { RemovedView } from '../../platform/http/updates/updates-page.dto';

export interface ListedRow {
  readonly patient: { readonly id: string };
}

/** Which rows are asked for: those after one, or all of some patients. */
export interface RowsAsked {
  readonly limit: number;
  readonly after?: readonly string[];
  readonly patientIds?: readonly string[];
}

/** A list of work: what it shows is derived, and nobody writes its rows. */
export interface WorkList<V extends ListedRow> {
  readonly name: string;
  readonly rows: (asked: RowsAsked) => Promise<readonly V[]>;
  /** By what it is sorted, and what each part of it is. */
  readonly keyOf: (row: V) => readonly string[];
  readonly checks: readonly ((part: string) => boolean)[];
  readonly idOf: (row: V) => string;
  /** What of these patients may have stood on it at a moment or later, by the ids of its rows. */
  readonly stood: (patientIds: readonly string[], since: string) => Promise<readonly StoodRow[]>;
  /** Tables that are nobody's own and may move any row, beside those of every list. */
  readonly madeFrom?: readonly string[];
}

export interface StoodRow {
  readonly id: string;
  readonly patientId: string;
}

/** Whose rows a page shows. */
export function patientsShown(items: readonly (ListedRow | RemovedView)[]): string[] {
  return items.flatMap((item) => ('patient' in item ? item.patient.id : []));
}
