import { lookAtFile } from './look-at-file';

const look = (text: string, asked: object = {}, kept: Parameters<typeof lookAtFile>[2] = []) =>
  lookAtFile(Buffer.from(text), { kind: 'patients', ...asked }, kept);
const fieldsOf = (found: ReturnType<typeof look>) => found.columns.map(({ name, field }) => [name, field]);

it('tells what is found: separator, rows, what is left out, how days are written', () => {
  const found = look(
    'mrn;familyName;birthDate;sex\n1;Aspen;13.02.1961;female\n;;;\n2;Birch;01.02.1962;male\nTotal;2\n',
  );
  expect(found).toMatchObject({
    encoding: 'UTF-8',
    delimiter: ';',
    rows: 2,
    leftOut: ['Row 3 is blank and was left out', 'Row 5 is a total and was left out'],
    dates: 'dmy',
    datesUnclear: null,
    mapping: null,
  });
  expect(found.fields[0]).toEqual({ name: 'mrn', required: true });
  expect(found.fields).toContainEqual({ name: 'phone', required: false });
});

it('leaves open what nobody can tell, where an import would refuse the file', () => {
  const found = look('MRN,Nachname,Sex,sex,birth date\n1,Aspen,female,female,03.04.1961\n');
  expect(fieldsOf(found)).toEqual([
    ['MRN', 'mrn'],
    ['Nachname', null],
    ['Sex', 'sex'],
    ['sex', null],
    ['birth date', 'birthDate'],
  ]);
  expect(found.dates).toBeNull();
  expect(found.datesUnclear).toContain(
    '03.04.1961 in row 2 can be read with the day or with the month first',
  );
});

it('reads days as it is told', () => {
  const found = look('mrn,birthDate\n1,03.04.1961\n', { dates: 'mdy' });
  expect(found).toMatchObject({ dates: 'mdy', datesUnclear: null });
});

it('finds columns by the mapping that fits, and names it', () => {
  const columns = { Nr: 'mrn', Nachname: 'familyName', Geb: 'birthDate', Bem: null };
  const found = look('Nr,Nachname,Geb,sex,Bem\n1,Aspen,1961-02-13,female,x\n', {}, [
    { id: 'm', name: 'Old', columns },
  ]);
  expect(found.mapping).toBe('m');
  expect(fieldsOf(found)).toEqual([
    ['Nr', 'mrn'],
    ['Nachname', 'familyName'],
    ['Geb', 'birthDate'],
    ['sex', 'sex'],
    ['Bem', null],
  ]);
});

it('shows the first three values of a column, each once and not whole, and not what we added to refused rows', () => {
  const rows = ['a', 'a', '', 'b', 'c'.repeat(80), 'd'].map((value) => `${value},x,1,why`).join('\n');
  const { columns } = look(`mrn,sex,refused row,refused because\n${rows}\n`);
  expect(columns).toEqual([
    { name: 'mrn', field: 'mrn', examples: ['a', 'b', 'c'.repeat(60)] },
    { name: 'sex', field: 'sex', examples: ['x'] },
  ]);
});
