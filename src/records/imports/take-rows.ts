import type { EntityManager } from 'typeorm';
import type { Clinic } from '../../platform/clinic';
import { refuseHostileBody } from '../../platform/http/hostile-text';
import { USUAL } from '../../platform/http/door/body-limits';
import { toProblem } from '../../platform/http/problem.filter';
import { validationPipe } from '../../platform/http/validation-pipe';
import { readRow } from './file/read-row';
import type { FileRow } from './file/read-table';
import type { ImportFile, ImportProblem, RefusedRow } from './import-file.entity';
import { ImportedPatientDto } from './imports.dto';
import type { ReadableFile } from './read-file';
import { takePatient } from './take-patient';
import type { RowProblem, Taken } from './taken';

export type TakenRows = Pick<
  ImportFile,
  'state' | 'totalRows' | 'newRows' | 'sameRows' | 'refusedRows' | 'problems' | 'notes' | 'refused'
>;

/** One row was refused, and it was to be all or nothing. */
export class HeldBack extends Error {
  constructor(readonly taken: TakenRows) {
    super('held back');
  }
}

const HELD_BACK = 'Held back, because other rows of the file are refused';

/**
 * Takes the rows of a file one by one; what one of them would break is undone and said.
 *
 * @throws HeldBack when one is refused and it was to be all or nothing.
 */
export async function takeRows(
  tx: EntityManager,
  file: ReadableFile,
  { allOrNothing, clinic }: { readonly allOrNothing: boolean; readonly clinic: Clinic },
): Promise<TakenRows> {
  const problems: ImportProblem[] = [];
  const refused: RefusedRow[] = [];
  const notes = [...file.leftOut];
  const held: RefusedRow[] = [];
  const counts = { new: 0, same: 0, refused: 0 };
  for (const row of file.rows) {
    const taken = await takeRow(tx, file, row, clinic);
    counts[taken.outcome] += 1;
    const cells = row.cells.map(storable);
    if (taken.outcome === 'new') {
      notes.push(...taken.notes.map((note) => `Row ${row.row} ${note}`));
      held.push({ row: row.row, cells, reason: HELD_BACK });
    }
    if (taken.outcome !== 'refused') continue;
    problems.push(...taken.problems.map((problem) => inFile(problem, row, file)));
    const reason = taken.problems.map(({ message }) => storable(message)).join('; ');
    refused.push({ row: row.row, cells, reason });
  }
  const said = { totalRows: file.rows.length, sameRows: counts.same, problems, notes };
  if (!allOrNothing || counts.refused === 0)
    return { ...said, state: 'done', newRows: counts.new, refusedRows: counts.refused, refused };
  const all = [...refused, ...held].toSorted((a, b) => a.row - b.row);
  throw new HeldBack({ ...said, state: 'refused', newRows: 0, refusedRows: all.length, refused: all });
}

async function takeRow(
  tx: EntityManager,
  { columns, dates, header }: ReadableFile,
  row: FileRow,
  { today }: Clinic,
): Promise<Taken> {
  const { value, errors } = readRow(row, columns, dates, header.length);
  if (errors.length > 0) {
    const pointerOf = (name: string | null) =>
      columns.find((column) => column.name === name)?.pointer ?? null;
    return {
      outcome: 'refused',
      problems: errors.map(({ column, message }) => ({ pointer: pointerOf(column), message })),
    };
  }
  try {
    refuseHostileBody(value, USUAL);
    const dto = await shaped(value);
    return await tx.transaction((savepoint) => takePatient(savepoint, dto, today));
  } catch (error) {
    return { outcome: 'refused', problems: refusalOf(error) };
  }
}

const pipe = validationPipe();

async function shaped(value: object): Promise<ImportedPatientDto> {
  return (await pipe.transform(value, { type: 'body', metatype: ImportedPatientDto })) as ImportedPatientDto;
}

/** What a request would have been refused for; a failure of ours is thrown on. */
function refusalOf(error: unknown): RowProblem[] {
  const problem = toProblem(error);
  if (problem.status >= 500) throw error;
  const { errors } = problem.more;
  if (!errors) return [{ pointer: null, message: problem.detail }];
  return errors.map(({ pointer, message }) => ({ pointer, message }));
}

function inFile(problem: RowProblem, { row }: FileRow, { columns }: ReadableFile): ImportProblem {
  const { pointer, message, patientId } = problem;
  const column = columns.find((one) => pointer !== null && `${one.pointer}/`.startsWith(`${pointer}/`));
  return {
    row,
    column: column ? storable(column.name) : null,
    message: storable(message),
    ...(patientId && { patientId }),
  };
}

/** As the database can hold it. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
