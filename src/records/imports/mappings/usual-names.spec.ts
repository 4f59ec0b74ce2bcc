import { mapColumns } from '../file/map-columns';
import { IMPORT_COLUMNS, IMPORT_KINDS, type ImportKind } from '../import-kinds';
import { usualNames } from './usual-names';

it.each`
  kind                | header                                                           | fields
  ${'patients'}       | ${['Patient ID', 'Last Name', 'First Name', 'DOB', 'Gender']}    | ${['mrn', 'familyName', 'givenName', 'birthDate', 'sex']}
  ${'patients'}       | ${['Patientennummer', 'Nachname', 'Geburtsdatum', 'Geschlecht']} | ${['mrn', 'familyName', 'birthDate', 'sex']}
  ${'patients'}       | ${['MRN', 'Patient name', 'date_of_birth', 'sex']}               | ${['mrn', 'name', 'birthDate', 'sex']}
  ${'sessions'}       | ${['MRN', 'Diagnosis', 'Date of service', 'Brand', 'Dose (U)']}  | ${['mrn', 'indication', 'performedOn', 'product', 'units']}
  ${'external-doses'} | ${['mrn', 'givenOn', 'Brand', 'source', 'Comment']}              | ${['mrn', 'givenOn', 'brand', 'source', 'note']}
`(
  '$header are $fields of $kind',
  ({ kind, header, fields }: { kind: ImportKind; header: string[]; fields: string[] }) => {
    expect(mapColumns(header, IMPORT_COLUMNS[kind], usualNames(kind)).map(({ field }) => field)).toEqual(
      fields,
    );
  },
);

it.each`
  kind           | field               | names
  ${'patients'}  | ${'mrn'}            | ${'Patient ID, Patient number, Record number, Medical record number, Patientennummer'}
  ${'patients'}  | ${'familyName'}     | ${'Last name, Surname, Nachname'}
  ${'patients'}  | ${'givenName'}      | ${'First name, Forename, Vorname'}
  ${'patients'}  | ${'phone'}          | ${'Telephone, Phone number, Telefon'}
  ${'patients'}  | ${'payer'}          | ${'Insurance, Insurer'}
  ${'sessions'}  | ${'performedOn'}    | ${'Injection date, Date of injection, Treatment date, Session date, Date of service'}
  ${'sessions'}  | ${'product'}        | ${'Toxin, Brand'}
  ${'sessions'}  | ${'units'}          | ${'Dose (U), Units injected'}
  ${'sessions'}  | ${'totalUnits'}     | ${'Total dose, Total dose (U)'}
  ${'sessions'}  | ${'note'}           | ${'Notes, Comment, Comments, Remarks'}
  ${'responses'} | ${'improvementPct'} | ${'Improvement %, Improvement (%)'}
`('$field of $kind is usually called $names', ({ kind, field, names }) => {
  const called = Object.entries(usualNames(kind as ImportKind)).filter(([, ours]) => ours === field);
  expect(called.map(([name]) => name).join(', ')).toBe(names);
});

it.each(IMPORT_KINDS)('the usual names of %s name columns that there are', (kind) => {
  for (const field of Object.values(usualNames(kind))) expect(IMPORT_COLUMNS[kind]).toHaveProperty(field!);
});
