import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import QueryStream from 'pg-query-stream';
import type { ClientBase } from 'pg';
import { connectionLoss } from '../../platform/database/connection/connection-loss';
import type { Cell, Column, ReportContext } from '../files/column';
import type { Encoder, Piece } from '../files/encoder';
import { reportSql, type Report } from '../report';

/** Rows fetched and written at once. Bounds the memory, not the result. */
const BATCH = 1000;

/** An export of years takes longer than an ordinary statement may. */
const LONGEST_EXPORT = '15min';

/** What is written, and with what. */
export interface Streamed {
  readonly report: Report;
  readonly parameters: readonly unknown[];
  readonly context: ReportContext;
  readonly encoder: Encoder;
}

/**
 * Writes a report to `out`, row by row as fast as `out` takes them, from one snapshot of the database. `client` is good for
 * nothing else after a failure.
 *
 * @throws when the database fails or `out` is closed early. The caller then breaks off what it sends, so that a part of a
 * report can never pass for the whole.
 */
export async function streamReport(
  client: ClientBase,
  { report, parameters, context, encoder }: Streamed,
  out: Writable,
): Promise<void> {
  const write = async (): Promise<void> => {
    await client.query('begin isolation level repeatable read, read only');
    // While a cursor is open its time counts as one statement, the time that the client takes to read included.
    await client.query(`set local statement_timeout = '${LONGEST_EXPORT}'`);
    const query = new QueryStream(reportSql(report), [...parameters], { batchSize: BATCH, rowMode: 'array' });
    await pipeline(
      client.query(query),
      (source: AsyncIterable<unknown[]>) => encoded(source, report, context, encoder),
      out,
    );
  };
  const loss = connectionLoss(client);
  try {
    await Promise.race([write(), loss.happened]);
  } finally {
    loss.forget();
  }
}

async function* encoded(
  source: AsyncIterable<unknown[]>,
  report: Report,
  context: ReportContext,
  encoder: Encoder,
): AsyncGenerator<Uint8Array> {
  const file = encoder.begin(report.columns);
  // Nothing is written before the first rows are there: until then a failure can still be said properly.
  let pieces: Piece[] = [file.head];
  let batch: Cell[][] = [];
  for await (const row of source) {
    batch.push(...rowsOf(row, report, context));
    if (batch.length < BATCH) continue;
    pieces.push(file.rows(batch));
    batch = [];
    if (pieces.every((piece) => piece.length === 0)) continue;
    yield joined(pieces);
    pieces = [];
  }
  yield joined([...pieces, file.rows(batch), file.tail()]);
}

function joined(pieces: readonly Piece[]): Uint8Array {
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
}

/** The rows of a selected row: itself, or one for each of its parts. */
function rowsOf(row: unknown[], { columns, parts }: Report, context: ReportContext): Cell[][] {
  if (!parts) return [cellsOf(row, columns, context)];
  const selected = row.pop() as never;
  return parts.of(selected).map((part) =>
    cellsOf(
      columns.map((column, index) => (column.ofPart ? part : row[index])),
      columns,
      context,
    ),
  );
}

/** Selected values as cells, in place: a column is read from its own value alone. */
function cellsOf(row: unknown[], columns: readonly Column[], context: ReportContext): Cell[] {
  for (let index = 0; index < columns.length; index += 1) {
    const read = columns[index]!.read as ((value: unknown, context: ReportContext) => Cell) | undefined;
    if (read) row[index] = read(row[index], context);
  }
  return row as Cell[];
}
