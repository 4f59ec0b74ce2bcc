import { setImmediate } from 'node:timers/promises';
import { refuseHostileBody } from '../../../platform/http/validating/hostile-text';
import { USUAL } from '../../../platform/http/door/body-limits';
import { toProblem } from '../../../platform/http/problems/problem.filter';
import { validationPipe } from '../../../platform/http/validating/validation-pipe';
import { readRow } from '../file/read-row';
import type { FileRow } from '../file/read-table';
import type { ReadableFile } from '../read-file';
import type { RowProblem } from './taking/taken';

/** A row of a file, with the request that it becomes or what is wrong with it. */
export interface ShapedRow {
  readonly row: FileRow;
  readonly value: Readonly<Record<string, unknown>>;
  readonly dto: object;
  readonly problems: readonly RowProblem[];
}

const pipe = validationPipe();

/** Rows after which whoever else waits for this process has their turn. */
const AT_ONCE = 200;

/** Holds the rows of a file to the shape that requests of its kind have. */
export async function shapeRows(file: ReadableFile, dto: new () => object): Promise<ShapedRow[]> {
  const shaped: ShapedRow[] = [];
  for (let from = 0; from < file.rows.length; from += AT_ONCE) {
    const some = file.rows.slice(from, from + AT_ONCE);
    shaped.push(...(await Promise.all(some.map((row) => shapeRow(row, file, dto)))));
    await setImmediate();
  }
  return shaped;
}

/** Holds a row to the shape that a request of its kind has. */
async function shapeRow(
  row: FileRow,
  { columns, dates, header }: Pick<ReadableFile, 'columns' | 'dates' | 'header'>,
  dto: new () => object,
): Promise<ShapedRow> {
  const { value, errors } = readRow(row, columns, dates, header.length);
  if (errors.length > 0) {
    const pointerOf = (name: string | null): string | null =>
      columns.find((column) => column.name === name)?.pointer ?? null;
    const problems = errors.map(({ column, message }) => ({ pointer: pointerOf(column), message }));
    return { row, value, dto: {}, problems };
  }
  try {
    refuseHostileBody(value, USUAL);
    const shaped = (await pipe.transform(value, { type: 'body', metatype: dto })) as object;
    return { row, value, dto: shaped, problems: [] };
  } catch (error) {
    return { row, value, dto: {}, problems: refusalOf(error) };
  }
}

/** What a request would have been refused for; a failure of ours is thrown on. */
export function refusalOf(error: unknown): RowProblem[] {
  const problem = toProblem(error);
  if (problem.status >= 500) throw error;
  const { errors } = problem.more;
  if (!errors) return [{ pointer: null, message: problem.detail }];
  return errors.map(({ pointer, message }) => ({ pointer, message }));
}
