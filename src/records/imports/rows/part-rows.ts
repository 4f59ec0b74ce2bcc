import type { RowGroup } from './group-rows';

/**
 * Which rows of a file are written in one transaction?
 *
 * All of one record number together, in the order of the groups, so that the courses of a patient are derived once; as many
 * numbers as come to `most` rows.
 */
export function partRows(groups: readonly RowGroup[], most: number): RowGroup[][] {
  const byNumber = new Map<unknown, RowGroup[]>();
  for (const group of groups) {
    const number = group.rows[0].value['mrn'];
    byNumber.set(number, [...(byNumber.get(number) ?? []), group]);
  }
  const parts: RowGroup[][] = [];
  let rows = 0;
  for (const ofNumber of byNumber.values()) {
    const more = ofNumber.reduce((sum, group) => sum + group.rows.length, 0);
    const last = parts.at(-1);
    if (last && rows + more <= most) last.push(...ofNumber);
    else {
      parts.push([...ofNumber]);
      rows = 0;
    }
    rows += more;
  }
  return parts;
}
