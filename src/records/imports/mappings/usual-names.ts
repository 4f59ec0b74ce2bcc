import { IMPORT_COLUMNS, type ImportKind } from '../import-kinds';
import type { Mapping } from '../file/map-columns';

/** What programs and clinics usually call our columns. A name that may be several things is not here. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  mrn: [
    'Patient ID',
    'Patient number',
    'Record number',
    'Medical record number',
    'Patientennummer',
    'Patienten-ID',
    'Historia clínica',
    'Nº de historia clínica',
    'Número de historia',
  ],
  familyName: ['Last name', 'Surname', 'Nachname', 'Apellidos', 'Apellido'],
  givenName: ['First name', 'Forename', 'Vorname', 'Nombre'],
  name: ['Patient name'],
  birthDate: ['DOB', 'Date of birth', 'Geburtsdatum', 'Fecha de nacimiento'],
  sex: ['Gender', 'Geschlecht', 'Sexo'],
  phone: ['Telephone', 'Phone number', 'Telefon', 'Teléfono'],
  payer: ['Insurance', 'Insurer', 'Versicherung', 'Krankenkasse', 'Aseguradora'],
  indication: ['Diagnosis', 'Diagnose', 'Indikation', 'Diagnóstico', 'Indicación'],
  performedOn: [
    'Injection date',
    'Date of injection',
    'Treatment date',
    'Session date',
    'Date of service',
    'Behandlungsdatum',
    'Injektionsdatum',
    'Datum der Behandlung',
    'Fecha de inyección',
    'Fecha de tratamiento',
  ],
  product: ['Toxin', 'Brand', 'Präparat', 'Producto', 'Toxina'],
  units: ['Dose (U)', 'Units injected', 'Einheiten', 'Unidades'],
  totalUnits: ['Total dose', 'Total dose (U)', 'Gesamtdosis', 'Dosis total'],
  improvementPct: ['Improvement %', 'Improvement (%)', 'Besserung (%)', 'Mejoría (%)'],
  muscle: ['Muskel', 'Músculo'],
  injectionSide: ['Seite der Injektion', 'Injektionsseite', 'Lado de la inyección'],
  injector: ['Arzt', 'Ärztin', 'Behandler', 'Physician', 'Provider', 'Injected by', 'Médico'],
  note: [
    'Notes',
    'Comment',
    'Comments',
    'Remarks',
    'Bemerkung',
    'Bemerkungen',
    'Notiz',
    'Kommentar',
    'Observaciones',
    'Notas',
  ],
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
