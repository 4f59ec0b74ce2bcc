import { Problem } from '../../../platform/http/problem';
import { RegisterPatientDto } from '../../patients/patients.dto';
import { readFile } from '../read-file';
import { refusalOf, shapeRows } from './shape-row';

const HEADER = 'mrn,familyName,givenName,birthDate,sex';

const shape = (...rows: string[]) =>
  shapeRows(readFile(Buffer.from([HEADER, ...rows].join('\n')), { kind: 'patients' }), RegisterPatientDto);

it.each`
  row                                     | pointer          | message                                    | why
  ${'A-1,Ortega,Lucia,1961-04-03,female'} | ${undefined}     | ${undefined}                               | ${'as a request of it may be'}
  ${'A-1,Ortega,Lucia,1961-02-30,female'} | ${'/birthDate'}  | ${expect.stringContaining('“1961-02-30”')} | ${'its cell cannot be read'}
  ${'A-1,Ortega,Lucia,1961-04-03,lady'}   | ${'/sex'}        | ${expect.stringContaining('female')}       | ${'the request would be refused'}
  ${'A-1,Ortega,Lucia,1961-04-03,f,more'} | ${null}          | ${expect.stringContaining('6 values')}     | ${'the whole row is at fault'}
  ${'A-1,Or\u0000tega,L,1961-04-03,f'}    | ${'/familyName'} | ${expect.stringContaining('NUL')}          | ${'no database could keep it'}
`('a row is refused at $pointer: $why', async ({ row, pointer, message }) => {
  const [shaped] = await shape(row as string);
  expect(shaped!.problems).toEqual(pointer === undefined ? [] : [{ pointer, message }]);
});

it('a row that can be read is the request that it becomes, as what its cells say', async () => {
  const [first, second, ...more] = await shape('A-1,Ortega,Lucia,1961-04-03,F', 'A-2,Moreau,,,x');
  expect(first).toMatchObject({
    row: { row: 2 },
    value: { mrn: 'A-1', familyName: 'Ortega', sex: 'female' },
    problems: [],
  });
  expect(first!.dto).toBeInstanceOf(RegisterPatientDto);
  expect(first!.dto).toMatchObject({ birthDate: '1961-04-03', sex: 'female' });
  expect(second).toMatchObject({ row: { row: 3 }, dto: {}, value: { mrn: 'A-2' } });
  expect(more).toEqual([]);
});

it('every row of a long file is shaped, in its order', async () => {
  const rows = Array.from({ length: 401 }, (_, i) => `A-${i},Ortega,Lucia,1961-04-03,female`);
  const shaped = await shape(...rows);
  expect(shaped.map(({ value }) => value['mrn'])).toEqual(rows.map((_, i) => `A-${i}`));
});

it('what a request is refused for without a field is said of the whole row; what is our own failure is thrown on', () => {
  expect(refusalOf(new Problem('conflict', 'Somebody else has this number.'))).toEqual([
    { pointer: null, message: 'Somebody else has this number.' },
  ]);
  const failure = new Error('the disk is full');
  expect(() => refusalOf(failure)).toThrow(failure);
});
