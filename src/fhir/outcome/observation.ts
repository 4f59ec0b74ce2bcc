import type { CodeableConcept, Observation } from 'fhir/r4';
import type { PlainDate } from '../../clinical/calendar';
import { scaleOf, scaleValueOfText } from '../../clinical/catalogue/scales';
import type { MeasurementPhase } from '../../clinical/treated-session';
import { slugWords } from '../../clinical/words';
import { ownConcept, ownSystem, ownTerm, UCUM } from '../codes';
import type { ResourceKind, ResourceRow } from '../resource-kind';
import { daysIn, referenceTo, tokenOf } from '../search/search-parameter';
import { goneWithItsSession } from '../treatment/gone-with-its-session';

/** What is told of a session, one by one. */
export const FACTS = [
  'onset-on',
  'wore-off-on',
  'still-effective-on',
  'improvement-pct',
  'pgic',
  'peak-effect',
] as const;
export type Fact = (typeof FACTS)[number];

export interface ObservationRow extends ResourceRow {
  readonly patientId: string;
  readonly sessionId: string;
  readonly code: string;
  /** As text: a day, a number, or the label of a scale. */
  readonly value: string;
  readonly effectiveOn: PlainDate;
  /** Of a scale alone. */
  readonly phase: MeasurementPhase | null;
  readonly muscleGroup: string | null;
  readonly domains: readonly number[] | null;
}

/** SQL: code and value of each fact of a response `w`. */
export const FACT_COLUMNS = FACTS.map((fact) => `('${fact}', w.${fact.replaceAll('-', '_')}::text)`).join(
  ', ',
);

/** SQL: how the id of a measurement `m` ends. */
export const MEASUREMENT_ID = `'-m' || left(md5(concat_ws('|', m.scale, m.phase, m.muscle_group)), 12)`;

const COMMON = `c.patient_id as "patientId", s.root_id as "sessionId", 'final' as status, w.updated_at as "updatedAt"`;

const STANDING = `join injection_session s on s.root_id = w.session_id and s.replaced_at is null and s.voided_at is null
    join course c on c.id = s.course_id`;

export const OBSERVATION: ResourceKind<Observation, ObservationRow> = {
  type: 'Observation',
  what: 'What became of a session: each fact of its response, and each measurement',
  permission: 'session.read',
  subject: 'response',
  ids: 'text',
  parameters: {
    patient: referenceTo('Patient', 'r."patientId"', 'Whose response it is'),
    subject: referenceTo('Patient', 'r."patientId"', 'Whose response it is'),
    focus: referenceTo('Procedure', 'r."sessionId"', 'The session'),
    code: tokenOf('r.code', 'A fact or a scale, in our words'),
    date: daysIn('r."effectiveOn"', 'r."effectiveOn"', 'The day on which it was asked or measured'),
    status: tokenOf('r.status', 'final', 'http://hl7.org/fhir/observation-status'),
  },
  from: () => `select s.root_id || '-' || f.code as id, ${COMMON}, f.code, f.value,
      coalesce(w.assessed_on, w.still_effective_on, w.wore_off_on, w.onset_on, s.performed_on) as "effectiveOn",
      null as phase, null as "muscleGroup", null::int[] as domains
    from response w ${STANDING} cross join lateral (values ${FACT_COLUMNS}) f(code, value) where f.value is not null
    union all
    select s.root_id || ${MEASUREMENT_ID}, ${COMMON}, m.scale, m.value,
      m.measured_on, m.phase, nullif(m.muscle_group, ''), m.domains
    from measurement m join response w on w.session_id = m.session_id ${STANDING}`,
  gone: goneWithItsSession,
  resource: observationResource,
};

/** What was observed? */
export function observationResource(row: ObservationRow): Observation {
  const { id, patientId, sessionId, code, effectiveOn, phase, muscleGroup, domains } = row;
  return {
    resourceType: 'Observation',
    id,
    meta: { lastUpdated: row.updatedAt.toISOString() },
    ...(phase !== null && { extension: [{ url: `${ownSystem('scale')}:phase`, valueCode: phase }] }),
    status: 'final',
    code: phase === null ? ownConcept('fact', code) : ownTerm('scale', code, scaleOf(code).name),
    subject: { reference: `Patient/${patientId}` },
    focus: [{ reference: `Procedure/${sessionId}` }],
    effectiveDateTime: effectiveOn,
    ...(phase === null ? factValue(code as Fact, row.value) : scaleValue(code, row.value)),
    ...(muscleGroup !== null && { bodySite: { text: slugWords(muscleGroup) } }),
    ...(domains !== null && { component: domains.map((value, index) => part(code, index, value)) }),
  };
}

type Value = Pick<Observation, 'valueDateTime' | 'valueInteger' | 'valueQuantity' | 'valueCodeableConcept'>;

function factValue(fact: Fact, value: string): Value {
  switch (fact) {
    case 'onset-on':
    case 'wore-off-on':
    case 'still-effective-on':
      return { valueDateTime: value };
    case 'improvement-pct':
      return { valueQuantity: { value: Number(value), unit: '%', system: UCUM, code: '%' } };
    case 'pgic':
    case 'peak-effect':
      return { valueInteger: Number(value) };
  }
}

/** A scale in whole steps gives a whole number, any other a number without a unit. */
function scaleValue(scale: string, text: string): Value {
  const value = scaleValueOfText(scale, text);
  if (typeof value === 'string') return { valueCodeableConcept: grade(scale, value) };
  return scaleOf(scale).step === 1 ? { valueInteger: value } : { valueQuantity: { value } };
}

function grade(scale: string, label: string): CodeableConcept {
  return ownTerm('scale-grade', `${scale}:${label}`, label);
}

function part(scale: string, index: number, value: number): NonNullable<Observation['component']>[number] {
  const number = index + 1;
  return {
    code: ownTerm('scale-part', `${scale}:${number}`, `${scaleOf(scale).name}, part ${number}`),
    valueInteger: value,
  };
}
