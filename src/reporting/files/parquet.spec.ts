import { rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readParquet } from '../../../test/support/clients/read-parquet';
import type { Cell } from './column';
import type { EncodedColumn } from './encoder';
import { PARQUET } from './parquet';

const COLUMNS: readonly EncodedColumn[] = [
  { name: 'patient', type: 'pseudonym' },
  { name: 'product', type: 'text' },
  { name: 'lots', type: 'list' },
  { name: 'performedOn', type: 'day' },
  { name: 'updatedAt', type: 'moment' },
  { name: 'sites', type: 'integer' },
  { name: 'units', type: 'number' },
  { name: 'signed', type: 'boolean' },
];

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'parquet-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function pieces(batches: readonly (readonly Cell[][])[]): Uint8Array[] {
  const { head, rows, tail } = PARQUET.begin(COLUMNS);
  return [head, ...batches.map(rows), tail()] as Uint8Array[];
}

async function readBack(file: Uint8Array) {
  const path = join(folder, 'rows.parquet');
  writeFileSync(path, file);
  return readParquet(path);
}

const FULL: Cell[] = [
  'abcdefgh234567ab',
  'Łódź =1+1',
  ['C1', 'C2'],
  '1969-12-31',
  '2026-11-23T17:00:00.123Z',
  -3,
  0.1,
  true,
];
const NOTHING: Cell[] = COLUMNS.map(() => null);

it('gives every type of a column its own, and says so also where nothing is known', async () => {
  const types = [
    'VARCHAR',
    'VARCHAR',
    'VARCHAR[]',
    'DATE',
    'TIMESTAMP WITH TIME ZONE',
    'INTEGER',
    'DOUBLE',
    'BOOLEAN',
  ];
  expect((await readBack(Buffer.concat(pieces([[FULL]])))).types).toEqual(types);
  expect((await readBack(Buffer.concat(pieces([[NOTHING, NOTHING]])))).types).toEqual(types);
  expect((await readBack(Buffer.concat(pieces([[]])))).types).toEqual(types);
});

it.each`
  rows                                                            | why
  ${[]}                                                           | ${'no row'}
  ${[FULL]}                                                       | ${'a day before 1970, letters of any language, a negative number'}
  ${[NOTHING]}                                                    | ${'nothing known'}
  ${[FULL, NOTHING, FULL]}                                        | ${'known and not known in turn'}
  ${[FULL.with(2, []), FULL.with(2, ['']), FULL.with(2, null)]}   | ${'an empty list is not one of an empty text, nor an unknown one'}
  ${[FULL.with(3, '2024-02-29'), FULL.with(3, '0987-01-01')]}     | ${'the day that not every year has, and one long ago'}
  ${[FULL.with(5, 2147483647), FULL.with(5, 0), FULL.with(6, 0)]} | ${'the largest whole number, and none'}
`('reads back what was written: $why', async ({ rows }: { rows: Cell[][] }) => {
  expect((await readBack(Buffer.concat(pieces([rows])))).rows).toEqual(rows);
});

it('sends what it holds whenever there is a group of it, and loses no row between two', async () => {
  const batches = Array.from({ length: 45 }, (_, batch) =>
    Array.from({ length: 1000 }, (__, row) => FULL.with(5, batch * 1000 + row)),
  );
  const made = pieces(batches);
  expect(made.slice(1, -1).flatMap(({ length }, index) => (length > 0 ? [index] : []))).toEqual([19, 39]);
  const { rows } = await readBack(Buffer.concat(made));
  expect(rows.map((row) => row[5])).toEqual(Array.from({ length: 45_000 }, (_, row) => row));
});

it('cannot be read when its end is missing', async () => {
  const { head, rows } = PARQUET.begin(COLUMNS);
  const begun = [head, ...Array.from({ length: 20 }, () => rows(Array.from({ length: 1000 }, () => FULL)))];
  await expect(readBack(Buffer.concat(begun as Uint8Array[]))).rejects.toThrow('magic bytes');
});
