import type { EntityManager } from 'typeorm';
import type { Clinic } from '../../../../platform/clinic';
import { User } from '../../../../platform/users/user.entity';
import { reassessPatients } from '../../../assessment/reassess-course';
import type { ReadableFile } from '../../read-file';
import { groupRows, type RowGroup } from '../group-rows';
import { lockNamed } from '../known-patients';
import { refusalOf, shapeRow, type ShapedRow } from '../shape-row';
import type { RowProblem, Taken, TakenBy, Taker } from './taken';
import { TAKERS } from './takers';
import { heldBack, tally, type TakenGroup, type TakenRows } from '../tally';

/** One row was refused, and it was to be all or nothing. */
export class HeldBack extends Error {
  constructor(readonly taken: TakenRows) {
    super('held back');
  }
}

/**
 * Takes the rows of a file, those that belong together at once; what they would break is undone and said. Courses are
 * derived again at the end, each once.
 *
 * @throws HeldBack when one is refused and it was to be all or nothing.
 */
export async function takeRows(
  tx: EntityManager,
  file: ReadableFile,
  { allOrNothing, clinic }: { readonly allOrNothing: boolean; readonly clinic: Clinic },
): Promise<TakenRows> {
  const taker = TAKERS[file.kind];
  const rows = await Promise.all(file.rows.map((row) => shapeRow(row, file, taker.dto)));
  const patients = await lockNamed(tx, file.kind === 'patients' ? [] : namedIn(rows));
  const colleagues = await tx.findBy(User, { role: 'neurologist' });
  const groups: TakenGroup[] = [];
  for (const group of groupRows(rows, taker.belongsTo))
    groups.push({ ...group, taken: await takeGroup(tx, group, taker, { clinic, patients, colleagues }) });
  const taken = tally(file, groups);
  if (allOrNothing && taken.refusedRows > 0) throw new HeldBack(heldBack(taken, groups));
  const changed = groups.flatMap((group) => changedBy(group.taken));
  await reassessPatients(tx, [...new Set(changed)].toSorted(), clinic);
  return taken;
}

function namedIn(rows: readonly ShapedRow[]): string[] {
  return rows.flatMap(({ dto }) => ('mrn' in dto ? [String(dto.mrn)] : []));
}

async function takeGroup(
  tx: EntityManager,
  { rows, spoiledBy }: RowGroup,
  taker: Taker<object>,
  by: TakenBy,
): Promise<Taken> {
  const problems = rows.flatMap((row, place): RowProblem[] =>
    row.problems.map((problem) => ({ ...problem, place })),
  );
  if (problems.length > 0) return { outcome: 'refused', problems };
  if (spoiledBy) {
    const message = `Row ${spoiledBy.row.row} may belong to the same session and is refused: correct it first`;
    return { outcome: 'refused', problems: rows.map((_, place) => ({ place, pointer: null, message })) };
  }
  const [first, ...others] = rows;
  try {
    return await tx.transaction((savepoint) =>
      taker.take(savepoint, [first.dto, ...others.map(({ dto }) => dto)], by),
    );
  } catch (error) {
    return { outcome: 'refused', problems: refusalOf(error) };
  }
}

function changedBy(taken: Taken): string[] {
  return taken.outcome === 'new' && taken.changedPatientId ? [taken.changedPatientId] : [];
}
