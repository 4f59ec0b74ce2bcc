import { DuckDBInstance } from '@duckdb/node-api';

const MOMENT = 'TIMESTAMP WITH TIME ZONE';

type Value = string | number | boolean | null | string[];

export interface ReadParquet {
  readonly names: string[];
  /** In DuckDB's words. */
  readonly types: string[];
  /** Cells as a report's JSON has them, so that both can be compared. */
  readonly rows: Value[][];
}

/** A Parquet file as another program than the one that writes it reads it. */
export async function readParquet(path: string): Promise<ReadParquet> {
  const database = await DuckDBInstance.create();
  const connection = await database.connect();
  try {
    const reader = await connection.runAndReadAll('select * from read_parquet($path)', { path });
    const types = reader.columnTypes().map(String);
    const rows = reader.getRowsJson() as Value[][];
    return {
      names: reader.columnNames(),
      types,
      rows: rows.map((row) => row.map((value, index) => (types[index] === MOMENT ? inUtc(value) : value))),
    };
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}

/** `2026-11-23 12:00:00.123-05` as `2026-11-23T17:00:00.123Z`. */
function inUtc(value: Value): Value {
  if (typeof value !== 'string') return value;
  return new Date(value.replace(' ', 'T').replace(/[+-]\d\d$/, '$&:00')).toISOString();
}
