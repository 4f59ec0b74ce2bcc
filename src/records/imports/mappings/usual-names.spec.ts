import { mapColumns } from '../file/map-columns';
import { IMPORT_COLUMNS, IMPORT_KINDS, type ImportKind } from '../import-kinds';
import { usualNames } from './usual-names';

it.each`
  kind                | header                                                                                                                            | fields
  ${'patients'}       | ${['Patient ID', 'Last Name', 'First Name', 'DOB', 'Gender']}                                                                     | ${['mrn', 'familyName', 'givenName', 'birthDate', 'sex']}
  ${'patients'}       | ${['Patientennummer', 'Nachname', 'Geburtsdatum', 'Geschlecht']}                                                                  | ${['mrn', 'familyName', 'birthDate', 'sex']}
  ${'patients'}       | ${['MRN', 'Patient name', 'date_of_birth', 'sex']}                                                                                | ${['mrn', 'name', 'birthDate', 'sex']}
  ${'sessions'}       | ${['MRN', 'Diagnosis', 'Date of service', 'Brand', 'Dose (U)']}                                                                   | ${['mrn', 'indication', 'performedOn', 'product', 'units']}
  ${'sessions'}       | ${['Patientennummer', 'Diagnose', 'Behandlungsdatum', 'Präparat', 'Muskel', 'Injektionsseite', 'Einheiten', 'Arzt', 'Bemerkung']} | ${['mrn', 'indication', 'performedOn', 'product', 'muscle', 'injectionSide', 'units', 'injector', 'note']}
  ${'patients'}       | ${['Historia clínica', 'Apellidos', 'Nombre', 'Fecha de nacimiento', 'Sexo', 'Teléfono']}                                         | ${['mrn', 'familyName', 'givenName', 'birthDate', 'sex', 'phone']}
  ${'sessions'}       | ${['Historia clínica', 'Diagnóstico', 'Fecha de inyección', 'Producto', 'Músculo', 'Lado de la inyección', 'Unidades', 'Médico']} | ${['mrn', 'indication', 'performedOn', 'product', 'muscle', 'injectionSide', 'units', 'injector']}
  ${'external-doses'} | ${['mrn', 'givenOn', 'Brand', 'source', 'Comment']}                                                                               | ${['mrn', 'givenOn', 'brand', 'source', 'note']}
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
  ${'patients'}  | ${'mrn'}            | ${'Patient ID, Patient number, Record number, Medical record number, Patientennummer, Patienten-ID, Historia clínica, Nº de historia clínica, Número de historia'}
  ${'patients'}  | ${'familyName'}     | ${'Last name, Surname, Nachname, Apellidos, Apellido'}
  ${'patients'}  | ${'givenName'}      | ${'First name, Forename, Vorname, Nombre'}
  ${'patients'}  | ${'phone'}          | ${'Telephone, Phone number, Telefon, Teléfono'}
  ${'patients'}  | ${'payer'}          | ${'Insurance, Insurer, Versicherung, Krankenkasse, Aseguradora'}
  ${'sessions'}  | ${'performedOn'}    | ${'Injection date, Date of injection, Treatment date, Session date, Date of service, Behandlungsdatum, Injektionsdatum, Datum der Behandlung, Fecha de inyección, Fecha de tratamiento'}
  ${'sessions'}  | ${'product'}        | ${'Toxin, Brand, Präparat, Producto, Toxina'}
  ${'sessions'}  | ${'units'}          | ${'Dose (U), Units injected, Einheiten, Unidades'}
  ${'sessions'}  | ${'totalUnits'}     | ${'Total dose, Total dose (U), Gesamtdosis, Dosis total'}
  ${'sessions'}  | ${'note'}           | ${'Notes, Comment, Comments, Remarks, Bemerkung, Bemerkungen, Notiz, Kommentar, Observaciones, Notas'}
  ${'responses'} | ${'improvementPct'} | ${'Improvement %, Improvement (%), Besserung (%), Mejoría (%)'}
`('$field of $kind is usually called $names', ({ kind, field, names }) => {
  const called = Object.entries(usualNames(kind as ImportKind)).filter(([, ours]) => ours === field);
  expect(called.map(([name]) => name).join(', ')).toBe(names);
});

it.each(IMPORT_KINDS)('the usual names of %s name columns that there are', (kind) => {
  for (const field of Object.values(usualNames(kind))) expect(IMPORT_COLUMNS[kind]).toHaveProperty(field!);
});
