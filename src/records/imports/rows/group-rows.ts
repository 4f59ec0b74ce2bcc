import type { ShapedRow } from './shape-row';
import type { Belonging } from './taking/taken';

/** Rows that are taken together, or not at all. */
export interface RowGroup {
  readonly rows: readonly [ShapedRow, ...ShapedRow[]];
  /** A row that cannot be read and may be one of them: without it, half of something would be taken. */
  readonly spoiledBy?: ShapedRow;
}

/**
 * Which rows are taken together?
 *
 * Those of one key, the lowest key first. A row that cannot be read stands alone, and spoils what it may belong to: what its
 * record number got on its day, on any day where it does not say one, and where it says no number what the row above it
 * belongs to.
 */
export function groupRows(
  rows: readonly ShapedRow[],
  belongsTo?: (row: ShapedRow['value']) => Belonging,
): RowGroup[] {
  if (!belongsTo) return rows.map((row) => ({ rows: [row] }));
  const groups = new Map<string, [ShapedRow, ...ShapedRow[]]>();
  for (const row of rows) {
    if (row.problems.length > 0) continue;
    const { key } = belongsTo(row.value);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const spoilers = rows.filter(({ problems }) => problems.length > 0);
  const spoilerOf = findSpoilers(rows, spoilers, belongsTo);
  const inOrder = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...inOrder.map(([, group]): RowGroup => {
      const spoiledBy = spoilerOf(group);
      return spoiledBy ? { rows: group, spoiledBy } : { rows: group };
    }),
    ...spoilers.map((row): RowGroup => ({ rows: [row] })),
  ];
}

type BelongsTo = (row: ShapedRow['value']) => Belonging;

/** Finds what spoils rows of one key: the first such row of the file. Looked up, as a file may have thousands of both. */
function findSpoilers(
  rows: readonly ShapedRow[],
  spoilers: readonly ShapedRow[],
  belongsTo: BelongsTo,
): (group: readonly [ShapedRow, ...ShapedRow[]]) => ShapedRow | undefined {
  const byNumber = new Map<unknown, ShapedRow[]>();
  const byRowAbove = new Map<ShapedRow, ShapedRow>();
  const above = aboveEach(rows);
  for (const spoiler of spoilers) {
    const { mrn } = belongsTo(spoiler.value);
    if (mrn !== undefined) byNumber.set(mrn, [...(byNumber.get(mrn) ?? []), spoiler]);
    else {
      const row = above.get(spoiler);
      if (row && !byRowAbove.has(row)) byRowAbove.set(row, spoiler);
    }
  }
  return (group) => {
    const { mrn, performedOn } = belongsTo(group[0].value);
    const ofNumber = (byNumber.get(mrn) ?? []).find((spoiler) => {
      const day = belongsTo(spoiler.value).performedOn;
      return day === undefined || day === performedOn;
    });
    const below = group.flatMap((row) => byRowAbove.get(row) ?? []);
    return [...(ofNumber ? [ofNumber] : []), ...below].toSorted((a, b) => a.row.row - b.row.row)[0];
  };
}

/** The last row above each that can be read. */
function aboveEach(rows: readonly ShapedRow[]): ReadonlyMap<ShapedRow, ShapedRow> {
  const above = new Map<ShapedRow, ShapedRow>();
  let last: ShapedRow | undefined;
  for (const row of rows) {
    if (last) above.set(row, last);
    if (row.problems.length === 0) last = row;
  }
  return above;
}
