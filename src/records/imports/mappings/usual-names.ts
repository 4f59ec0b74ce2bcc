import { IMPORT_COLUMNS, type ImportKind } from '../import-kinds';
import type { Mapping } from '../file/map-columns';

/** What programs and clinics usually call our columns. A name that may be several things is not here. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  mrn: ['Patient ID', 'Patient number', 'Record number', 'Medical record number', 'Patientennummer'],
  familyName: ['Last name', 'Surname', 'Nachname'],
  givenName: ['First name', 'Forename', 'Vorname'],
  name: ['Patient name'],
  birthDate: ['DOB', 'Date of birth', 'Geburtsdatum'],
  sex: ['Gender', 'Geschlecht'],
  phone: ['Telephone', 'Phone number', 'Telefon'],
  payer: ['Insurance', 'Insurer'],
  indication: ['Diagnosis'],
  performedOn: ['Injection date', 'Date of injection', 'Treatment date', 'Session date', 'Date of service'],
  product: ['Toxin', 'Brand'],
  units: ['Dose (U)', 'Units injected'],
  totalUnits: ['Total dose', 'Total dose (U)'],
  improvementPct: ['Improvement %', 'Improvement (%)'],
  note: ['Notes', 'Comment', 'Comments', 'Remarks'],
};

/** As a mapping that a clinic might have kept, of the columns that a file of this kind may have. */
export function usualNames(kind: ImportKind): Mapping {
  const ours = Object.keys(IMPORT_COLUMNS[kind]);
  const named = Object.entries(NAMES).flatMap(([field, names]) =>
    ours.includes(field) ? names.map((name) => [name, field] as const) : [],
  );
  // Of a toxin that others gave the brand is a column of its own.
  return Object.fromEntries(named.filter(([name]) => !ours.includes(name.toLowerCase())));
}
