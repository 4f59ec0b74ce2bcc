import type { ContactPoint, Patient } from 'fhir/r4';
import type { PlainDate } from '../../clinical/calendar';
import type { Sex } from '../../records/patients/patient.entity';
import { ownSystem, sourced } from '../codes';
import type { ResourceKind, ResourceRow } from '../resource-kind';
import { daysIn, startOf, tokenOf } from '../search/search-parameter';

export interface PatientRow extends ResourceRow {
  readonly mrn: string;
  readonly familyName: string;
  readonly givenName: string | null;
  readonly birthDate: PlainDate | null;
  readonly sex: Sex;
  readonly phone: string | null;
  readonly email: string | null;
  readonly deceasedOn: PlainDate | null;
  /** The record of the same person that goes on in its place. */
  readonly mergedInto: string | null;
  readonly version: number;
}

export const PATIENT: ResourceKind<Patient, PatientRow> = {
  type: 'Patient',
  what: 'Who is treated here: identity and contact',
  permission: 'patient.read',
  subject: 'patient',
  ids: 'uuid',
  parameters: {
    identifier: tokenOf('r.mrn', 'The record number', ownSystem('mrn')),
    name: startOf(['r."familyName"', 'r."givenName"'], 'Family or given name, from its start'),
    family: startOf(['r."familyName"'], 'Family name, from its start'),
    given: startOf(['r."givenName"'], 'Given name, from its start'),
    birthdate: daysIn('r."birthDate"', 'r."birthDate"', 'The day of birth'),
  },
  from: () => `select id, mrn, family_name as "familyName", given_name as "givenName", birth_date as "birthDate",
    sex, phone, email, deceased_on as "deceasedOn", merged_into as "mergedInto", version, updated_at as "updatedAt" from patient`,
  resource: patientResource,
};

/** Who is this, and how are they reached? Addresses, race and ethnicity are not recorded here. */
export function patientResource(row: PatientRow): Patient {
  const { id, mrn, familyName, givenName, birthDate, sex, phone, email, deceasedOn, mergedInto } = row;
  const telecom: ContactPoint[] = [
    ...(phone === null ? [] : [{ system: 'phone' as const, value: phone }]),
    ...(email === null ? [] : [{ system: 'email' as const, value: email }]),
  ];
  return {
    resourceType: 'Patient',
    id,
    meta: { versionId: String(row.version), lastUpdated: row.updatedAt.toISOString() },
    identifier: [
      { use: 'usual', type: { coding: [sourced('recordNumber')] }, system: ownSystem('mrn'), value: mrn },
    ],
    active: mergedInto === null,
    name: [{ use: 'official', family: familyName, ...(givenName !== null && { given: [givenName] }) }],
    ...(telecom.length > 0 && { telecom }),
    gender: sex,
    ...(birthDate !== null && { birthDate }),
    ...(deceasedOn !== null && { deceasedDateTime: deceasedOn }),
    ...(mergedInto !== null && {
      link: [{ other: { reference: `Patient/${mergedInto}` }, type: 'replaced-by' as const }],
    }),
  };
}
