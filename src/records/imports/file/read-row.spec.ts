import { mapColumns, type ImportColumns } from './map-columns';
import { readNumber, readRow } from './read-row';

it.each`
  text          | number
  ${'12'}       | ${12}
  ${'12.5'}     | ${12.5}
  ${'12,5'}     | ${12.5}
  ${'-0,25'}    | ${-0.25}
  ${'1,234'}    | ${undefined}
  ${'1.234,5'}  | ${undefined}
  ${'70 kg'}    | ${undefined}
  ${'1e3'}      | ${undefined}
  ${'12345678'} | ${undefined}
  ${'NaN'}      | ${undefined}
`('$text is $number', ({ text, number }) => {
  expect(readNumber(text)).toBe(number);
});

const COLUMNS: ImportColumns = {
  mrn: { kind: 'text', pointer: '/mrn' },
  sex: { kind: 'word', pointer: '/sex' },
  birthDate: { kind: 'day', pointer: '/birthDate', mayBeUnknown: true },
  weightKg: { kind: 'number', pointer: '/weight/kg' },
  weightMeasuredOn: { kind: 'day', pointer: '/weight/measuredOn' },
  tolerated: { kind: 'yes-no', pointer: '/tolerated' },
};
const HEADER = Object.keys(COLUMNS);
const read = (...cells: string[]) =>
  readRow({ row: 2, cells }, mapColumns(HEADER, COLUMNS), 'dmy', HEADER.length);

it('is the request that its values make; a blank one is left out', () => {
  expect(read('A-1', 'Female', '3.4.1961', '70,5', '1.11.2026', 'No')).toEqual({
    value: {
      mrn: 'A-1',
      sex: 'female',
      birthDate: '1961-04-03',
      weight: { kg: 70.5, measuredOn: '2026-11-01' },
      tolerated: false,
    },
    errors: [],
  });
  expect(read('A-1', '', 'Unknown').value).toEqual({ mrn: 'A-1', birthDate: null });
  expect(read('A-1', '', '', '')).toEqual({ value: { mrn: 'A-1' }, errors: [] });
});

it.each`
  cells                                   | column                | message
  ${['A', '', '31.2.1961']}               | ${'birthDate'}        | ${'birthDate is “31.2.1961”: write a day that exists as DD/MM/YYYY'}
  ${['A', '', '', '', 'unknown']}         | ${'weightMeasuredOn'} | ${'weightMeasuredOn is “unknown”: write a day'}
  ${['A', '', '', 'seventy']}             | ${'weightKg'}         | ${'write a number such as 12.5 or 12,5'}
  ${['A', '', '', '', '', 'constructor']} | ${'tolerated'}        | ${'write yes or no'}
  ${['A', '', '', '', '', '', 'Smith']}   | ${null}               | ${'The row has 7 values, the header 6'}
`('$cells: $message', ({ cells, column, message }: { cells: string[]; column: string; message: string }) => {
  expect(read(...cells).errors).toEqual([{ column, message: expect.stringContaining(message) }]);
});

it.each`
  kind            | text                    | value                    | why
  ${'slug'}       | ${'Cervical dystonia'}  | ${'cervical_dystonia'}   | ${'as a person writes it'}
  ${'indication'} | ${'Torticollis'}        | ${'cervical_dystonia'}   | ${'a name of it'}
  ${'slug'}       | ${'upper-limb'}         | ${'upper_limb'}          | ${'with a hyphen'}
  ${'product'}    | ${'BOTOX®'}             | ${'ona'}                 | ${'by its brand'}
  ${'product'}    | ${'abobotulinumtoxinA'} | ${'abo'}                 | ${'by its own name'}
  ${'product'}    | ${'Inco'}               | ${'inco'}                | ${'by its slug'}
  ${'muscle'}     | ${'SCM'}                | ${'sternocleidomastoid'} | ${'by a short name of the catalogue'}
  ${'muscle'}     | ${'lev scap'}           | ${'lev_scap'}            | ${'nobody’s name: refused later'}
  ${'sex'}        | ${'W'}                  | ${'female'}              | ${'by a letter'}
  ${'side'}       | ${'Rt'}                 | ${'right'}               | ${'by an abbreviation'}
  ${'product'}    | ${'Letybo'}             | ${'letybo'}              | ${'none of ours: refused later'}
`('a $kind “$text” is $value, $why', ({ kind, text, value }) => {
  const columns = mapColumns(['field'], { field: { kind, pointer: '/field' } });
  expect(readRow({ row: 2, cells: [text] }, columns, 'iso', 1)).toEqual({
    value: { field: value },
    errors: [],
  });
});

it('an indication that may be several is refused with the names of all', () => {
  const columns = mapColumns(['indication'], { indication: { kind: 'indication', pointer: '/indication' } });
  const { errors } = readRow({ row: 2, cells: ['Migraine'] }, columns, 'iso', 1);
  expect(errors).toEqual([
    {
      column: 'indication',
      message: expect.stringContaining(
        'indication is “Migraine”: write one of: Chronic migraine; Tension-type headache;',
      ),
    },
  ]);
});

it('an abbreviation of several muscles is refused with each of them', () => {
  const columns = mapColumns(['muscle'], { muscle: { kind: 'muscle', pointer: '/muscle' } });
  expect(readRow({ row: 2, cells: ['TA'] }, columns, 'iso', 1).errors).toEqual([
    {
      column: 'muscle',
      message:
        'muscle is “TA”: write whether it is Thyroarytenoid or Transversus abdominis or Tibialis anterior',
    },
  ]);
});

it.each`
  text         | message
  ${'1,250'}   | ${'units is “1,250”: write 1250 if thousands are meant, else no more than two decimals'}
  ${'2.500 U'} | ${'units is “2.500 U”: write 2500 if thousands are meant'}
  ${'~20'}     | ${'units is “~20”: write a number such as'}
  ${'20-30'}   | ${'units is “20-30”: write a number such as'}
`('$message', ({ text, message }) => {
  const columns = mapColumns(['units'], { units: { kind: 'number', pointer: '/units', unit: 'units' } });
  const { errors } = readRow({ row: 2, cells: [text] }, columns, 'iso', 1);
  expect(errors).toEqual([{ column: 'units', message: expect.stringContaining(message) }]);
});

const NAMES: ImportColumns = {
  familyName: { kind: 'family-name', pointer: '/familyName' },
  givenName: { kind: 'text', pointer: '/givenName' },
  name: { kind: 'full-name', pointer: '/familyName', insteadOf: 'familyName' },
};

it.each`
  header                         | cells                     | value                                              | messages                     | why
  ${['name']}                    | ${['Müller, Jörg']}       | ${{ familyName: 'Müller', givenName: 'Jörg' }}     | ${[]}                        | ${'both in one'}
  ${['name']}                    | ${['Jörg Müller']}        | ${{}}                                              | ${['write the family name']} | ${'which is which?'}
  ${['familyName', 'givenName']} | ${['Smith, Jr.', 'John']} | ${{ familyName: 'Smith, Jr.', givenName: 'John' }} | ${[]}                        | ${'each in its column'}
  ${['familyName']}              | ${['Müller, Jörg']}       | ${{ familyName: 'Müller, Jörg' }}                  | ${['these are two names']}   | ${'two where one belongs'}
  ${['familyName']}              | ${['Suharto']}            | ${{ familyName: 'Suharto' }}                       | ${[]}                        | ${'somebody of one name'}
`('$cells below $header: $why', ({ header, cells, value, messages }) => {
  const row = readRow({ row: 2, cells }, mapColumns(header, NAMES), 'iso', header.length);
  expect(row.value).toEqual(value);
  expect(row.errors.map(({ message }) => message)).toEqual(
    messages.map((message: string) => expect.stringContaining(message)),
  );
});
