import type { Cell } from './column';
import { CSV } from './csv';
import type { EncodedColumn, Encoder } from './encoder';
import { JSON_ARRAY } from './json';
import { NDJSON } from './ndjson';

const COLUMNS: readonly EncodedColumn[] = [
  { name: 'product', type: 'text' },
  { name: 'totalUnits', type: 'number' },
  { name: 'signed', type: 'boolean' },
  { name: 'lots', type: 'list' },
];
const ROWS: Cell[][] = [
  ['ona', 155, true, ['C1', 'C2']],
  ['rima', null, false, []],
  ['abo', 0.5, true, ['A;"9"']],
];

function written(encoder: Encoder, batches: Cell[][][]): string {
  const { head, rows, tail } = encoder.begin(COLUMNS);
  return [head, ...batches.map(rows), tail()].join('');
}

describe('CSV', () => {
  it('has a header, commas and CRLF; not known is empty, a list is joined', () => {
    expect(written(CSV, [ROWS.slice(0, 2), ROWS.slice(2)])).toBe(
      'product,totalUnits,signed,lots\r\nona,155,true,C1; C2\r\nrima,,false,\r\nabo,0.5,true,"A;""9"""\r\n',
    );
  });

  it('of no rows is the header alone', () => {
    expect(written(CSV, [[]])).toBe('product,totalUnits,signed,lots\r\n');
  });

  it.each`
    cell                     | field                            | why
    ${'=1+1'}                | ${"'=1+1"}                       | ${'a formula is defused'}
    ${'=HYPERLINK("x","y")'} | ${'"\'=HYPERLINK(""x"",""y"")"'} | ${'so is one that needs quotes'}
    ${'+1'}                  | ${"'+1"}                         | ${'text that begins with plus'}
    ${'-2+3'}                | ${"'-2+3"}                       | ${'text that begins with minus'}
    ${'@SUM(A1)'}            | ${"'@SUM(A1)"}                   | ${'text that begins with at'}
    ${'\t=1'}                | ${"'\t=1"}                       | ${'text that begins with a tab'}
    ${'\r=1'}                | ${'"\'\r=1"'}                    | ${'text that begins with a line end'}
    ${'＝1+1'}               | ${"'＝1+1"}                      | ${'a full-width equals sign'}
    ${['=1', 'C2']}          | ${"'=1; C2"}                     | ${'a list that begins with a formula'}
    ${-20}                   | ${'-20'}                         | ${'a negative number stays a number'}
    ${-0.25}                 | ${'-0.25'}                       | ${'also with digits behind the point'}
    ${'1+'}                  | ${'1+'}                          | ${'a grade of a scale'}
    ${'A,B'}                 | ${'"A,B"'}                       | ${'a comma is quoted'}
    ${'A\nB'}                | ${'"A\nB"'}                      | ${'a line end is quoted'}
    ${''}                    | ${''}                            | ${'empty text'}
    ${null}                  | ${''}                            | ${'not known'}
    ${'Łódź'}                | ${'Łódź'}                        | ${'letters of any language'}
  `('$why: $cell → $field', ({ cell, field }: { cell: Cell; field: string }) => {
    expect(CSV.begin(COLUMNS).rows([['x', cell]])).toBe(`x,${field}\r\n`);
  });
});

describe('JSON', () => {
  it.each`
    batches                              | why
    ${[ROWS]}                            | ${'one batch'}
    ${[ROWS.slice(0, 2), ROWS.slice(2)]} | ${'two batches'}
    ${[ROWS, []]}                        | ${'an empty batch at the end'}
  `('is one array: $why', ({ batches }: { batches: Cell[][][] }) => {
    expect(JSON.parse(written(JSON_ARRAY, batches))).toEqual(OBJECTS);
  });

  it('of no rows is an empty array', () => {
    expect(JSON.parse(written(JSON_ARRAY, [[]]))).toEqual([]);
  });

  it('does not parse when its end is missing', () => {
    const { head, rows } = JSON_ARRAY.begin(COLUMNS);
    expect(() => JSON.parse(`${String(head)}${String(rows(ROWS))}`) as unknown).toThrow(SyntaxError);
  });
});

describe('NDJSON', () => {
  it('is an object a line, each line ended', () => {
    const text = written(NDJSON, [ROWS.slice(0, 2), ROWS.slice(2)]);
    expect(text.endsWith('\n')).toBe(true);
    const lines = text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(OBJECTS);
  });

  it('of no rows is empty', () => {
    expect(written(NDJSON, [[]])).toBe('');
  });
});

const OBJECTS = [
  { product: 'ona', totalUnits: 155, signed: true, lots: ['C1', 'C2'] },
  { product: 'rima', totalUnits: null, signed: false, lots: [] },
  { product: 'abo', totalUnits: 0.5, signed: true, lots: ['A;"9"'] },
];
