import { IMPORT_ROWS } from '../../clinical/bounds';
import { readFile } from './read-file';

const HEADER = 'mrn,familyName,givenName,birthDate,sex';
const row = (born: string, n = 1): string => `A${n},Muster,Erika,${born},female`;
const file = (...rows: string[]): Buffer => Buffer.from([HEADER, ...rows].join('\n'));

it.each`
  rows                                           | asked        | dates    | why
  ${[row('1961-02-03')]}                         | ${undefined} | ${'iso'} | ${'as it is written'}
  ${[row('23.02.1961'), row('03.02.1961', 2)]}   | ${undefined} | ${'dmy'} | ${'a day over twelve tells'}
  ${[row('03/02/1961'), row('02/23/1961', 2)]}   | ${undefined} | ${'mdy'} | ${'in second place'}
  ${[row('03/02/1961')]}                         | ${'dmy'}     | ${'dmy'} | ${'what was said is not looked for'}
  ${[row('03/02/1961')]}                         | ${'mdy'}     | ${'mdy'} | ${'either way'}
  ${[row(''), row('23.02.1961', 2)]}             | ${undefined} | ${'dmy'} | ${'an empty cell tells nothing'}
  ${['10.11.12,Muster,Erika,1961-02-03,female']} | ${undefined} | ${'iso'} | ${'a record number is no day'}
`('reads days as $dates: $why', ({ rows, asked, dates }) => {
  const read = readFile(file(...(rows as string[])), { kind: 'patients', dates: asked });
  expect(read.dates).toBe(dates);
  expect(read).toMatchObject({ kind: 'patients', encoding: 'UTF-8', header: HEADER.split(',') });
  expect(read.rows).toHaveLength((rows as string[]).length);
  expect(read.columns.map(({ name }) => name)).toEqual(HEADER.split(','));
});

it.each`
  rows                                         | detail                                                                                    | why
  ${[row('03/02/1961')]}                       | ${'03/02/1961 in row 2 can be read with the day or with the month first'}                 | ${'nothing tells'}
  ${[row('02/23/1961'), row('23/02/1961', 2)]} | ${'02/23/1961 in row 2 has the month first, 23/02/1961 in row 3 the day: say with dates'} | ${'they contradict each other'}
`('asks which writing is meant where $why', ({ rows, detail }) => {
  expect(() => readFile(file(...(rows as string[])), { kind: 'patients' })).toThrow(
    expect.objectContaining({
      status: 400,
      more: {
        errors: [
          {
            pointer: '/dates',
            code: 'unclear-dates',
            message: expect.stringContaining(detail as string),
          },
        ],
      },
    }),
  );
});

it('takes as many rows as a file may have, and says of one more how many there are', () => {
  const rows = Array.from({ length: IMPORT_ROWS + 1 }, (_, n) => row('1961-02-03', n));
  expect(readFile(file(...rows.slice(1)), { kind: 'patients' }).rows).toHaveLength(IMPORT_ROWS);
  expect(() => readFile(file(...rows), { kind: 'patients' })).toThrow(
    expect.objectContaining({
      status: 413,
      detail: expect.stringContaining(`${IMPORT_ROWS + 1} rows, at most ${IMPORT_ROWS}`),
    }),
  );
});

it('says of days that a spreadsheet counts how the first of them was read', () => {
  const { readBy, dates } = readFile(file(row('1961-02-03'), row('22315', 2)), { kind: 'patients' });
  expect(dates).toBe('iso');
  expect(readBy).toEqual([expect.stringContaining('22315 in row 3 was read as 1961-02-03')]);
  expect(readFile(file(row('1961-02-03')), { kind: 'patients' }).readBy).toEqual([]);
});

const GERMAN = {
  id: 'g',
  name: 'Praxis',
  columns: { Nr: 'mrn', Name: 'familyName', Vorname: 'givenName', geboren: 'birthDate', Geschlecht: 'sex' },
};
const THEIRS = Buffer.from(
  'Nr;Name;Vorname;geboren;Geschlecht\nA1;M\u00fcller;Erika;1961-02-03;female',
  'latin1',
);

it.each`
  bytes                      | kept                           | readBy                                             | why
  ${file(row('1961-02-03'))} | ${undefined}                   | ${[]}                                              | ${'our names, and no mapping is kept'}
  ${file(row('1961-02-03'))} | ${[GERMAN]}                    | ${[]}                                              | ${'our names before a mapping'}
  ${THEIRS}                  | ${[GERMAN]}                    | ${['The columns were read by the mapping Praxis']} | ${'a mapping with a name'}
  ${THEIRS}                  | ${[{ ...GERMAN, name: null }]} | ${['The columns were read by the mapping g']}      | ${'a mapping without one'}
`('says by which mapping it was read: $why', ({ bytes, kept, readBy }) => {
  const read = readFile(bytes, { kind: 'patients' }, kept);
  expect(read.readBy).toEqual(readBy);
  expect(read).toMatchObject({ dates: 'iso', rows: [{ row: 2 }] });
});

it('reads by the mapping and in the writing that are asked for', () => {
  const kept = [{ ...GERMAN, id: 'other' }, GERMAN];
  const read = readFile(THEIRS, { kind: 'patients', encoding: 'windows-1252', mapping: 'g' }, kept);
  expect(read.encoding).toBe('windows-1252');
  expect(read.rows[0]!.cells[1]).toBe('Müller');
  expect(() => readFile(THEIRS, { kind: 'patients', mapping: 'gone' }, kept)).toThrow(
    expect.objectContaining({ status: 400 }),
  );
});

it.each`
  sexes              | has          | why
  ${['H', 'M', 'M']} | ${true}      | ${'the file is Spanish'}
  ${['M', 'F', 'M']} | ${undefined} | ${'it is not'}
  ${['Hombre', 'M']} | ${undefined} | ${'a whole word is no letter'}
`('knows an m beside an h: $why', ({ sexes, has }) => {
  const rows = (sexes as string[]).map((sex, at) => `A${at},Muster,Erika,1961-02-03,${sex}`);
  const { columns } = readFile(file(...rows), { kind: 'patients' });
  expect(columns.find(({ kind }) => kind === 'sex')?.hasHombre).toBe(has);
});
