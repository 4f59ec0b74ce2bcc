import type { CourseSide } from '../catalogue/indications';
import { isMuscle, MUSCLES, type InjectionSide } from '../catalogue/muscles';
import type { ProtocolRow } from './protocol';

/** One thing that is wrong with the rows of a protocol: where in the list, a stable code, and what to do. */
export interface RowProblem {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

type Row = Pick<ProtocolRow, 'muscle' | 'side'>;

/**
 * Can these rows be kept as a protocol?
 *
 * A muscle stands there once on a side, and not on both sides and on one of them beside it; one in the midline has no side,
 * and one that has two is not in the midline.
 */
export function rowProblems(rows: readonly Row[]): readonly RowProblem[] {
  return rows.flatMap(({ muscle, side }, index): RowProblem[] => {
    if (!isMuscle(muscle)) return [];
    const { name, paired } = MUSCLES[muscle];
    const at = `/rows/${index}`;
    if (!paired && side !== 'midline')
      return [
        { pointer: `${at}/side`, code: 'no-side', message: `${name} lies in the midline: send midline` },
      ];
    if (paired && side === 'midline')
      return [
        {
          pointer: `${at}/side`,
          code: 'side-required',
          message: `${name} has two sides: send left, right or bilateral`,
        },
      ];
    const before = rows.slice(0, index).some((row) => row.muscle === muscle && overlap(row.side, side));
    if (!before) return [];
    return [
      {
        pointer: `${at}/muscle`,
        code: 'named-twice',
        message: `${name} stands above already on this side: put its units into one row`,
      },
    ];
  });
}

function overlap(a: InjectionSide, b: InjectionSide): boolean {
  return a === b || a === 'bilateral' || b === 'bilateral';
}

/**
 * How does a protocol lie in a course of one side?
 *
 * One that is written for one side alone turns to the side of the course. One that names both sides, or a course that has
 * no side or both, takes it as it is written.
 */
export function rowsForSide<R extends Row>(rows: readonly R[], courseSide: CourseSide | null): readonly R[] {
  const sides = new Set(rows.map(({ side }) => side).filter((side) => side !== 'midline'));
  const [written] = sides;
  const turns = (courseSide === 'left' || courseSide === 'right') && sides.size === 1;
  if (!turns || written === 'bilateral' || written === courseSide) return rows;
  return rows.map((row) => (row.side === 'midline' ? row : { ...row, side: courseSide }));
}
