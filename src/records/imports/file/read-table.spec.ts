import { IMPORT_ROWS } from '../../../clinical/bounds';
import { readTable } from './read-table';

it.each`
  text                                   | rows                                               | leftOut                                                                                  | why
  ${'a,b\n1,2\n'}                        | ${[[2, '1', '2']]}                                 | ${[]}                                                                                    | ${'a row'}
  ${'\uFEFFa,b\r\n1,2\r\n'}              | ${[[2, '1', '2']]}                                 | ${[]}                                                                                    | ${'a mark before it, CRLF'}
  ${'sep=;\na;b\n1;2\n'}                 | ${[[2, '1', '2']]}                                 | ${[]}                                                                                    | ${'a spreadsheet shows no sep='}
  ${'a,b\n1,2\n\n,\n3,4\n'}              | ${[[2, '1', '2'], [5, '3', '4']]}                  | ${['Rows 3, 4 are blank and were left out']}                                             | ${'blank rows count and are left out'}
  ${'a,b\n1,2\n\n\n'}                    | ${[[2, '1', '2']]}                                 | ${[]}                                                                                    | ${'nothing is said of blank rows at the end'}
  ${'a,b\n1,2\nTotal,1\n'}               | ${[[2, '1', '2']]}                                 | ${['Row 3 is a total and was left out']}                                                 | ${'a total'}
  ${'a,b\n1,2\nTotal patients: 12\n'}    | ${[[2, '1', '2']]}                                 | ${['Row 3 is a total and was left out']}                                                 | ${'a total in one cell'}
  ${'a,b\n1,2\n\nSumme;\nSumme,"1,5"\n'} | ${[[2, '1', '2'], [4, 'Summe;']]}                  | ${['Row 3 is blank and was left out', 'Row 5 is a total and was left out']}              | ${'only what is all total'}
  ${'a,b,c\n1,2,3\nTotal,Anna,f\n'}      | ${[[2, '1', '2', '3'], [3, 'Total', 'Anna', 'f']]} | ${[]}                                                                                    | ${'somebody of that name'}
  ${'a,b\nSUM-1,2\n'}                    | ${[[2, 'SUM-1', '2']]}                             | ${[]}                                                                                    | ${'a number that begins so'}
  ${'a,b\nTotal,1\n1,2\n'}               | ${[[2, 'Total', '1'], [3, '1', '2']]}              | ${[]}                                                                                    | ${'a total amid the data is data'}
  ${'a,b\n"x\ny", 2 \n3,4\n'}            | ${[[2, 'x\ny', '2'], [3, '3', '4']]}               | ${[]}                                                                                    | ${'a value of two lines is one row, blanks around go'}
  ${"a,b\n'+1 212,'tis\n"}               | ${[[2, '+1 212', "'tis"]]}                         | ${[]}                                                                                    | ${'the apostrophe before what a spreadsheet would run'}
  ${'a,b\n1,2\na,b\n3,4\n'}              | ${[[2, '1', '2'], [4, '3', '4']]}                  | ${['Row 3 is the header again and was left out']}                                        | ${'the header of each page'}
  ${'a,b\na,b\n1,2\na,b\n'}              | ${[[3, '1', '2']]}                                 | ${['Rows 2, 4 are the header again and were left out']}                                  | ${'twice'}
  ${'a,b\n1,2\nSum,20 U\n'}              | ${[[2, '1', '2']]}                                 | ${['Row 3 is a total and was left out']}                                                 | ${'a total with its unit'}
  ${'a,b\n="001","say =""x"""\n'}        | ${[[2, '001', 'say ="x"']]}                        | ${[]}                                                                                    | ${'text that a spreadsheet is to leave as it is'}
  ${'a;b\n="001";="2"\n'}                | ${[[2, '001', '2']]}                               | ${[]}                                                                                    | ${'in every value'}
  ${'Patients of 2026\na,b\n1,2\n'}      | ${[[3, '1', '2']]}                                 | ${['What stands above the header in row 2 was left out']}                                | ${'a title in a line of its own'}
  ${'Dr. Toxin,,\n,,\na,b,\n1,2,\n'}     | ${[[4, '1', '2', '']]}                             | ${['What stands above the header in row 3 was left out']}                                | ${'a letterhead'}
  ${'\n\na,b\n1,2\n'}                    | ${[[4, '1', '2']]}                                 | ${[]}                                                                                    | ${'of empty lines above nothing is said'}
  ${'\u200Ba,b\u2060\n1,2\n'}            | ${[[2, '1', '2']]}                                 | ${[]}                                                                                    | ${'what nobody sees in a name'}
  ${'a,b,\n1,2,3\n'}                     | ${[[2, '1', '2', '3']]}                            | ${['Column 3 has values and no name, and was left out: give it a name if it is needed']} | ${'a column without a name is told'}
  ${'a,b,\n1,2,\n'}                      | ${[[2, '1', '2', '']]}                             | ${[]}                                                                                    | ${'an empty one is not'}
  ${'a,b\n'}                             | ${[]}                                              | ${[]}                                                                                    | ${'a header alone'}
`('$why', ({ text, rows, leftOut }: { text: string; rows: [number, ...string[]][]; leftOut: string[] }) => {
  const table = readTable(text);
  expect(table.header.slice(0, 2)).toEqual(['a', 'b']);
  expect(table.rows).toEqual(rows.map(([row, ...cells]) => ({ row, cells })));
  expect(table.leftOut).toEqual(leftOut);
});

it.each`
  text                                   | detail
  ${''}                                  | ${'no header row'}
  ${'\n\n'}                              | ${'no header row'}
  ${' , \n1,2\n'}                        | ${'no header row'}
  ${'a,b\n1,"2\n3,4\n'}                  | ${'never closed'}
  ${'a,b\n1,2"x\n3,4\n'}                 | ${'amid a value near line 2'}
  ${`a,b\n1,${'x'.repeat(70_000)}`}      | ${'longer than 64 KiB'}
  ${`a,b\n"1\n${'x\n'.repeat(35_000)}"`} | ${'longer than 64 KiB'}
  ${','.repeat(4_000_000)}               | ${'near line 1 is longer than 64 KiB'}
  ${`a,b\n${','.repeat(500)}\n`}         | ${'near line 2 has more than 500 values'}
`('is refused: $detail', ({ text, detail }: { text: string; detail: string }) => {
  expect(() => readTable(text)).toThrow(
    expect.objectContaining({ status: 400, detail: expect.stringContaining(detail) }),
  );
});

it('reads no more than twice the rows a file may have, whatever is in them', () => {
  expect(readTable(`a\n${'x\n'.repeat(2 * IMPORT_ROWS - 1)}`).rows).toHaveLength(2 * IMPORT_ROWS - 1);
  for (const row of ['x\n', '\n'])
    expect(() => readTable(`a\n${row.repeat(400_000)}`)).toThrow(
      expect.objectContaining({
        status: 413,
        detail: expect.stringContaining(`more than ${2 * IMPORT_ROWS} rows`),
      }),
    );
});

it('reads no more values than twenty a row of the longest file', () => {
  const row = `${'x,'.repeat(399)}x\n`;
  const most = (20 * IMPORT_ROWS) / 400;
  expect(readTable(row.repeat(most)).rows).toHaveLength(most - 1);
  expect(() => readTable(row.repeat(most + 1))).toThrow(
    expect.objectContaining({
      status: 413,
      detail: expect.stringContaining(`more than ${20 * IMPORT_ROWS} values`),
    }),
  );
});

it.each`
  above | header
  ${19} | ${'a'}
  ${20} | ${'title'}
`('the header is looked for in the first twenty rows: below $above it is $header', ({ above, header }) => {
  expect(readTable(`${'title\n'.repeat(above as number)}a,b\n1,2\n`).header[0]).toBe(header);
});
