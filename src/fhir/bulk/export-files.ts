import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FhirResource } from 'fhir/r4';
import type { ClientBase } from 'pg';
import QueryStream from 'pg-query-stream';
import { connectionLoss } from '../../platform/database/connection/connection-loss';
import { patientsIn } from '../patients-in';
import type { Asked, ResourceKind, ResourceRow } from '../resource-kind';
import type { Statement } from '../search/find-rows.query';
import type { AskedExport } from './asked-export';
import type { BulkExportFile } from './bulk-export.entity';
import { exportedRows } from './exported-rows';
import { removedSince } from './removed-since';

/** Resources of a file: some megabytes, which are held in memory until they are compressed. */
const MOST_LINES = 10_000;
const BATCH = 500;

export type ExportedFile = Omit<BulkExportFile, 'exportId'>;

interface Line {
  readonly text: string;
  readonly patients: readonly string[];
}

/** The files of one type, one after the other; `client` is in the snapshot that they are read from. */
export async function* exportFiles(
  client: ClientBase,
  kind: ResourceKind,
  kinds: readonly ResourceKind[],
  { asked, by }: { readonly asked: AskedExport; readonly by: Asked },
): AsyncGenerator<ExportedFile> {
  const rows = rowsOf<ResourceRow>(client, exportedRows(kind, kinds, asked, by.clinic));
  yield* inFiles(kind, false, rows, (row) => {
    const resource: FhirResource = kind.resource(row, by);
    return { text: JSON.stringify(resource), patients: patientsIn(resource) };
  });
  const removed = removedSince(kind, asked, by.clinic);
  if (removed === undefined) return;
  const gone = rowsOf<{ id: string; patientId: string }>(client, removed);
  yield* inFiles(kind, true, gone, ({ id, patientId }) => ({
    text: JSON.stringify({
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [{ request: { method: 'DELETE', url: `${kind.type}/${id}` } }],
    }),
    patients: [patientId],
  }));
}

async function* inFiles<R>(
  { type }: ResourceKind,
  removed: boolean,
  rows: AsyncIterable<R>,
  line: (row: R) => Line,
): AsyncGenerator<ExportedFile> {
  let lines: Line[] = [];
  let number = 0;
  const file = async (): Promise<ExportedFile> => {
    number += 1;
    const of = lines;
    lines = [];
    return {
      name: `${type}${removed ? '-removed' : ''}-${number}.ndjson`,
      type,
      removed,
      count: of.length,
      patientIds: [...new Set(of.flatMap(({ patients }) => patients))],
      content: await promisify(gzip)(of.map(({ text }) => `${text}\n`).join('')),
    };
  };
  for await (const row of rows) {
    lines.push(line(row));
    if (lines.length === MOST_LINES) yield await file();
  }
  if (lines.length > 0) yield await file();
}

/** @throws when the connection goes, which a cursor alone may never tell. */
async function* rowsOf<R>(client: ClientBase, { sql, values }: Statement): AsyncGenerator<R> {
  const loss = connectionLoss(client);
  const stream = client.query(new QueryStream(sql, [...values], { batchSize: BATCH }));
  const iterator = (stream as AsyncIterable<R>)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), loss.happened]);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    loss.forget();
    stream.destroy();
  }
}
