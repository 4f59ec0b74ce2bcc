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
  const spoilers = rows.filter(({ problems }) => problems.length > 0);
  for (const row of rows) {
    if (row.problems.length > 0) continue;
    const { key } = belongsTo(row.value);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const spoils = (spoiler: ShapedRow, group: readonly [ShapedRow, ...ShapedRow[]]): boolean => {
    const { mrn, performedOn } = belongsTo(spoiler.value);
    if (mrn === undefined) return group.includes(aboveOf(rows, spoiler));
    const of = belongsTo(group[0].value);
    return of.mrn === mrn && (performedOn === undefined || of.performedOn === performedOn);
  };
  const inOrder = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...inOrder.map(([, group]): RowGroup => {
      const spoiledBy = spoilers.find((spoiler) => spoils(spoiler, group));
      return spoiledBy ? { rows: group, spoiledBy } : { rows: group };
    }),
    ...spoilers.map((row): RowGroup => ({ rows: [row] })),
  ];
}

/** The last row above that can be read; the row itself where there is none. */
function aboveOf(rows: readonly ShapedRow[], row: ShapedRow): ShapedRow {
  const above = rows.slice(0, rows.indexOf(row));
  return above.findLast(({ problems }) => problems.length === 0) ?? row;
}
