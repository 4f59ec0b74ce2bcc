import type { ColumnType } from '../files/column';
import { csvLines } from '../files/csv';
import type { ReportColumnView, ReportView } from '../reports.dto';

type Described = Pick<ReportView, 'name' | 'columns'>;

/** The columns of a data dictionary, in REDCap's own order and spelling. */
const HEADER = [
  'Variable / Field Name',
  'Form Name',
  'Section Header',
  'Field Type',
  'Field Label',
  'Choices, Calculations, OR Slider Labels',
  'Field Note',
  'Text Validation Type OR Show Slider Number',
  'Text Validation Min',
  'Text Validation Max',
  'Identifier?',
  'Branching Logic (Show field only if...)',
  'Required Field?',
  'Custom Alignment',
  'Question Number (surveys only)',
  'Matrix Group Name',
  'Matrix Ranking?',
  'Field Annotation',
] as const;

type Field = Partial<Record<(typeof HEADER)[number], string>>;

const VALIDATION: Readonly<Partial<Record<ColumnType, string>>> = {
  day: 'date_ymd',
  integer: 'integer',
  number: 'number',
};

/** Real days are left in an export: REDCap then leaves them out of its own de-identified ones. */
const IDENTIFIES: readonly ColumnType[] = ['day', 'moment'];

const LONGEST_NAME = 26;

/**
 * What a report would be in REDCap: its data dictionary, to be uploaded there before the rows.
 *
 * Every value of the report's CSV is one that its field takes. REDCap's key stands first, as it must: number the rows for
 * it. The annotation says which column of the report a field is, since names there are short and lower case.
 */
export function redcapDictionary({ name, columns }: Described): string {
  const form = snakeCase(name);
  const key: Field = {
    'Variable / Field Name': 'record_id',
    'Form Name': form,
    'Field Type': 'text',
    'Field Label': 'Number of the row.',
    'Field Note': 'REDCap’s own key; no column of the report',
  };
  const names = redcapNames(columns.map((column) => column.name));
  const fields = columns.map((column, index) => fieldOf(column, form, names[index]!));
  const lines = [key, ...fields].map((field) => HEADER.map((title) => field[title] ?? ''));
  return csvLines([HEADER, ...lines]);
}

function fieldOf(
  { name, type, description, unit, values }: ReportColumnView,
  form: string,
  as: string,
): Field {
  const choices = type === 'boolean' ? ['true', 'false'] : values;
  // REDCap takes letters, digits and underscores as the code of a choice; others become text.
  const isChosen = choices?.every((value) => /^\w+$/.test(value)) ?? false;
  const notes = [
    unit && `in ${unit}`,
    choices && !isChosen && `one of: ${choices.join('; ')}`,
    type === 'moment' && 'RFC 3339 in UTC',
    type === 'list' && 'joined with semicolons',
  ];
  return {
    'Variable / Field Name': as,
    'Form Name': form,
    'Field Type': isChosen ? 'dropdown' : 'text',
    'Field Label': description,
    'Choices, Calculations, OR Slider Labels': isChosen
      ? choices!.map((value) => `${value}, ${value.replaceAll('_', ' ')}`).join(' | ')
      : '',
    'Field Note': notes.filter(Boolean).join('; '),
    'Text Validation Type OR Show Slider Number': VALIDATION[type] ?? '',
    'Identifier?': IDENTIFIES.includes(type) ? 'y' : '',
    'Field Annotation': `column ${name} of the report`,
  };
}

/** Lower case, letters, digits and underscores, at most 26 of them, and each once. */
export function redcapNames(names: readonly string[]): string[] {
  const taken = new Set(['record_id']);
  return names.map((name) => {
    let short = snakeCase(name).slice(0, LONGEST_NAME);
    for (let number = 2; taken.has(short); number += 1) {
      short = `${snakeCase(name).slice(0, LONGEST_NAME - 3)}_${number}`;
    }
    taken.add(short);
    return short;
  });
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('-', '_');
}
