import { Transform, type Duplex, type Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import QueryStream from 'pg-query-stream';
import type { ClientBase } from 'pg';
import type { EntityManager } from 'typeorm';
import type { Cell, Column, ReportContext } from './files/column';
import type { Encoder } from './files/encoder';
import { reportSql, type Report } from './report';

/** Rows fetched and written at once. Bounds the memory, not the result. */
const BATCH = 500;

/** An export of years takes longer than an ordinary statement may. */
const LONGEST_EXPORT = '15min';

/**
 * Writes a report to `out`, row by row as fast as `out` takes them, from the snapshot that `db` has open.
 *
 * @throws when the database fails or `out` is closed early. The caller then destroys `out`, so that a part of a report
 * can never pass for the whole.
 */
export async function streamReport(
  db: EntityManager,
  report: Report,
  parameters: readonly unknown[],
  context: ReportContext,
  encoder: Encoder,
  out: Writable,
): Promise<void> {
  // While a cursor is open its time counts as one statement, the time that the client takes to read included.
  await db.query(`set local statement_timeout = '${LONGEST_EXPORT}'`);
  const client = (await db.queryRunner!.connect()) as ClientBase;
  const query = new QueryStream(reportSql(report), [...parameters], { batchSize: BATCH, rowMode: 'array' });
  const loss = connectionLoss(client);
  try {
    await Promise.race([
      pipeline(
        client.query(query),
        (source: AsyncIterable<unknown[]>) => encoded(source, report.columns, context, encoder),
        out,
      ),
      loss.happened,
    ]);
  } finally {
    loss.forget();
  }
}

/** A cursor whose connection dies may never say so, nor ever finish closing: this does. */
function connectionLoss(client: ClientBase): { happened: Promise<never>; forget(): void } {
  let lose!: () => void;
  const happened = new Promise<never>((_, reject) => {
    lose = () => reject(Object.assign(new Error('The database went away'), { code: 'ECONNRESET' }));
  });
  client.once('end', lose);
  return { happened, forget: () => void client.off('end', lose) };
}

/** A stream that gives up when nobody has read from it for a while: a stalled download must not hold a snapshot. */
export function impatientStream(stallMs: number): Duplex {
  let timer: NodeJS.Timeout | undefined;
  const stream = new Transform({
    transform(chunk, _, done) {
      timer ??= setTimeout(() => stream.destroy(new Error('The client stopped reading')), stallMs);
      timer.refresh();
      done(null, chunk);
    },
  });
  stream.on('close', () => clearTimeout(timer));
  // Whoever awaits the export hears of it; without a listener an error before the answer began would end the process.
  stream.on('error', () => undefined);
  return stream;
}

async function* encoded(
  source: AsyncIterable<unknown[]>,
  columns: readonly Column[],
  context: ReportContext,
  encoder: Encoder,
): AsyncGenerator<string> {
  const names = columns.map((column) => column.name);
  let text = encoder.open(names);
  let first = true;
  let batch: Cell[][] = [];
  for await (const row of source) {
    batch.push(cellsOf(row, columns, context));
    if (batch.length < BATCH) continue;
    yield text + encoder.rows(names, batch, first);
    [text, first, batch] = ['', false, []];
  }
  yield text + encoder.rows(names, batch, first) + encoder.close();
}

/** Selected values as cells, in place: a column is read from its own value alone. */
function cellsOf(row: unknown[], columns: readonly Column[], context: ReportContext): Cell[] {
  for (let index = 0; index < columns.length; index += 1) {
    const read = columns[index]!.read as ((value: unknown, context: ReportContext) => Cell) | undefined;
    if (read) row[index] = read(row[index], context);
  }
  return row as Cell[];
}

/** Waits until there is something to send, or throws what kept it from coming: then it can still be said properly. */
export async function begun(stream: Readable): Promise<void> {
  if (stream.errored) throw stream.errored;
  if (stream.readableLength > 0) return;
  await new Promise<void>((resolve, reject) => {
    stream.once('readable', resolve);
    stream.once('error', reject);
  });
}
