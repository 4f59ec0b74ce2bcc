import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Cell, ColumnType } from './column';
import type { EncodedColumn, Encoder } from './encoder';

/** Rows that are held until they are written together. Bounds the memory; readers like thousands at once. */
const ROW_GROUP = 20_000;

const TEXT: Partial<SchemaElement> = { type: 'BYTE_ARRAY', converted_type: 'UTF8' };
const PRIMITIVE: Readonly<Record<Exclude<ColumnType, 'list'>, Partial<SchemaElement>>> = {
  pseudonym: TEXT,
  text: TEXT,
  day: { type: 'INT32', converted_type: 'DATE' },
  moment: {
    type: 'INT64',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
};

/**
 * Parquet, compressed with Snappy: days and moments (UTC) have types of their own, a list is one, not known is null.
 * Only its end makes it whole, so a broken download cannot be read.
 */
export const PARQUET: Encoder = {
  contentType: 'application/vnd.apache.parquet',
  begin(columns) {
    const bytes = new ByteWriter();
    const file = new ParquetWriter({ writer: bytes, schema: schemaOf(columns) });
    let waiting: (readonly Cell[])[] = [];
    const written = (): Uint8Array => {
      const piece = bytes.getBytes().slice();
      bytes.index = 0;
      return piece;
    };
    const writeGroup = (): void => {
      void file.write({ columnData: columnData(columns, waiting), rowGroupSize: waiting.length });
      waiting = [];
    };
    return {
      head: written(),
      rows(batch) {
        waiting.push(...batch);
        if (waiting.length >= ROW_GROUP) writeGroup();
        return written();
      },
      tail() {
        if (waiting.length > 0) writeGroup();
        void file.finish();
        return written();
      },
    };
  },
};

/** The schema is said, never guessed: of a column that is all null a guess would be wrong. */
function schemaOf(columns: readonly EncodedColumn[]): SchemaElement[] {
  return [{ name: 'rows', num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

function elementsOf({ name, type }: EncodedColumn): SchemaElement[] {
  if (type !== 'list') return [{ name, repetition_type: 'OPTIONAL', ...PRIMITIVE[type] }];
  return [
    { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL', ...TEXT },
  ];
}

function columnData(columns: readonly EncodedColumn[], rows: readonly (readonly Cell[])[]) {
  return columns.map(({ name, type }, index) => ({
    name,
    data: rows.map((cells) => stored(type, cells[index] ?? null)),
  }));
}

function stored(type: ColumnType, cell: Cell): unknown {
  return cell !== null && (type === 'day' || type === 'moment') ? new Date(cell as string) : cell;
}
