import { parse } from 'csv-parse/sync';
import { reportsView } from '../files/codebook';
import type { ReportColumnView } from '../reports.dto';
import { redcapDictionary, redcapNames } from './redcap-dictionary';

type Line = Record<string, string>;
const dictionary = (name: string, columns: ReportColumnView[]): Line[] =>
  parse(redcapDictionary({ name, columns }), { columns: true });

it.each`
  column                                                       | says                                                                                                             | why
  ${{ name: 'totalUnits', type: 'number', unit: 'mL' }}        | ${{ 'Variable / Field Name': 'total_units', 'Field Type': 'text', validation: 'number', 'Field Note': 'in mL' }} | ${'a number with its unit'}
  ${{ name: 'sites', type: 'integer' }}                        | ${{ validation: 'integer' }}                                                                                     | ${'a whole number'}
  ${{ name: 'performedOn', type: 'day' }}                      | ${{ 'Variable / Field Name': 'performed_on', validation: 'date_ymd', 'Identifier?': 'y' }}                       | ${'a day, which can tell who it is'}
  ${{ name: 'updatedAt', type: 'moment' }}                     | ${{ validation: '', 'Field Note': 'RFC 3339 in UTC', 'Identifier?': 'y' }}                                       | ${'a moment'}
  ${{ name: 'signed', type: 'boolean' }}                       | ${{ 'Field Type': 'dropdown', choices: 'true, true | false, false' }}                                            | ${'yes or no, as the CSV says it'}
  ${{ name: 'product', type: 'text', values: ['ona', 'a_b'] }} | ${{ 'Field Type': 'dropdown', choices: 'ona, ona | a_b, a b' }}                                                  | ${'one of few'}
  ${{ name: 'phase', type: 'text', values: ['peak', 'a-b'] }}  | ${{ 'Field Type': 'text', choices: '', 'Field Note': 'one of: peak; a-b' }}                                      | ${'one of few whose code REDCap does not take'}
  ${{ name: 'lots', type: 'list' }}                            | ${{ 'Field Type': 'text', 'Field Note': 'joined with semicolons', 'Identifier?': '' }}                           | ${'a list'}
  ${{ name: 'patient', type: 'pseudonym' }}                    | ${{ 'Field Type': 'text', validation: '', 'Identifier?': '' }}                                                   | ${'a pseudonym'}
`('$why: $column', ({ column, says }: { column: ReportColumnView; says: Line }) => {
  const [key, line] = dictionary('adverse-events', [{ ...column, description: 'What it means.' }]);
  expect(key).toMatchObject({ 'Variable / Field Name': 'record_id', 'Form Name': 'adverse_events' });
  const { 'Text Validation Type OR Show Slider Number': validation, ...rest } = line!;
  expect({ ...rest, validation, choices: line!['Choices, Calculations, OR Slider Labels'] }).toMatchObject({
    'Form Name': 'adverse_events',
    'Field Label': 'What it means.',
    'Field Annotation': `column ${column.name} of the report`,
    ...says,
  });
});

it.each`
  names                                                                   | short
  ${['a', 'bC', 'dEF2']}                                                  | ${['a', 'b_c', 'd_e_f2']}
  ${['abcdefghijklmnopqrstuvwxyz']}                                       | ${['abcdefghijklmnopqrstuvwxyz']}
  ${['abcdefghijklmnopqrstuvwxyza']}                                      | ${['abcdefghijklmnopqrstuvwxyz']}
  ${['abcdefghijklmnopqrstuvwxyza', 'abcdefghijklmnopqrstuvwxyzb', 'ab']} | ${['abcdefghijklmnopqrstuvwxyz', 'abcdefghijklmnopqrstuvw_2', 'ab']}
  ${['recordId', 'record_id']}                                            | ${['record_id_2', 'record_id_3']}
`('$names are $short in REDCap', ({ names, short }: Record<string, string[]>) => {
  expect(redcapNames(names!)).toEqual(short);
});

it.each(reportsView().reports)('REDCap takes the dictionary of $name', ({ name, columns }) => {
  const lines = dictionary(name, columns);
  expect(lines).toHaveLength(columns.length + 1);
  expect(Object.keys(lines[0]!)).toHaveLength(18);
  expect(lines.filter((line) => !/^[a-z][a-z0-9_]{0,25}$/.test(line['Variable / Field Name']!))).toEqual([]);
  expect(new Set(lines.map((line) => line['Variable / Field Name'])).size).toBe(lines.length);
  expect(new Set(lines.map((line) => line['Form Name']))).toEqual(new Set([name.replaceAll('-', '_')]));
  // In a label REDCap reads [x] as a field and <x> as HTML; an annotation beginning with @ as what to do.
  expect(lines.filter((line) => /[[\]<>]/.test(`${line['Field Label']}${line['Field Note']}`))).toEqual([]);
});
