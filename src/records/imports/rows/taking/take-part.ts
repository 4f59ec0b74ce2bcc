import type { EntityManager } from 'typeorm';
import type { ClinicNow } from '../../../../platform/clinic';
import { User } from '../../../../platform/users/user.entity';
import { reassessPatients } from '../../../assessment/reassess-course';
import type { ImportKind } from '../../import-kinds';
import type { RowGroup } from '../group-rows';
import { lockNamed } from '../known-patients';
import type { ShapedRow } from '../shape-row';
import type { RowProblem, Taken, Together } from './taken';
import { TAKERS } from './takers';
import type { TakenGroup } from '../tally';

/**
 * Takes rows of a file, those that belong together at once; what they would break is undone and said. The courses of their
 * patients are derived again at the end, each once.
 */
export async function takePart(
  tx: EntityManager,
  { kind, groups }: { readonly kind: ImportKind; readonly groups: readonly RowGroup[] },
  clinicNow: ClinicNow,
): Promise<TakenGroup[]> {
  const patients = await lockNamed(tx, kind === 'patients' ? [] : namedIn(groups));
  const clinic = await clinicNow.read(tx);
  const colleagues = await tx.findBy(User, { role: 'neurologist' });
  const sound = groups.filter((group) => refusedBefore(group) === undefined);
  const found = await TAKERS[kind].take(tx, sound.map(sentIn), { clinic, patients, colleagues });
  const taken = new Map(sound.map((group, at) => [group, found[at]!]));
  const changed = found.flatMap(changedBy);
  await reassessPatients(tx, [...new Set(changed)].toSorted(), clinic);
  return groups.map((group) => ({ ...group, taken: taken.get(group) ?? refusedBefore(group)! }));
}

/** The record numbers that rows name. */
export function namedIn(groups: readonly RowGroup[]): string[] {
  return groups.flatMap(({ rows }) => rows.flatMap(({ dto }) => ('mrn' in dto ? [String(dto.mrn)] : [])));
}

function sentIn({ rows: [first, ...others] }: RowGroup): Together<object> {
  return [first.dto, ...others.map(({ dto }) => dto)];
}

/** What speaks against rows before the record is looked at. */
function refusedBefore({ rows, spoiledBy }: RowGroup): Taken | undefined {
  const problems = rows.flatMap((row, place) => problemsAt(row, place));
  if (problems.length > 0) return { outcome: 'refused', problems };
  if (!spoiledBy) return undefined;
  const message = `Row ${spoiledBy.row.row} may belong to the same session and is refused: correct it first`;
  return { outcome: 'refused', problems: rows.map((_, place) => ({ place, pointer: null, message })) };
}

function problemsAt({ problems }: ShapedRow, place: number): RowProblem[] {
  return problems.map((problem) => ({ ...problem, place }));
}

function changedBy(taken: Taken): string[] {
  return taken.outcome === 'new' && taken.changedPatientId ? [taken.changedPatientId] : [];
}
