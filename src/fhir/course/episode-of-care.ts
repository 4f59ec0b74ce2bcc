import type { EpisodeOfCare, Period } from 'fhir/r4';
import type { PlainDate } from '../../clinical/calendar';
import type { ResourceKind, ResourceRow } from '../resource-kind';
import { daysIn, referenceTo, tokenOf } from '../search/search-parameter';

export interface EpisodeRow extends ResourceRow {
  readonly patientId: string;
  readonly status: 'active' | 'onhold' | 'finished';
  readonly beganOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
}

export const EPISODE_OF_CARE: ResourceKind<EpisodeOfCare, EpisodeRow> = {
  type: 'EpisodeOfCare',
  what: 'A course of treatment, from its begin to its end',
  permission: 'course.read',
  subject: 'course',
  ids: 'uuid',
  parameters: {
    patient: referenceTo('Patient', 'r."patientId"', 'Who is treated'),
    condition: referenceTo('Condition', 'r."conditionId"', 'What is treated'),
    status: tokenOf('r.status', 'active, onhold or finished', 'http://hl7.org/fhir/episode-of-care-status'),
    date: daysIn(
      `coalesce(r."beganOn", '-infinity'::date)`,
      `coalesce(r."endedOn", 'infinity'::date)`,
      'The days of the course',
    ),
  },
  from: (value, { today }) => `select c.id, c.patient_id as "patientId", c.id as "conditionId",
    case when not a.listed then 'finished' when a.hold_until_on > ${value(today)}::date then 'onhold' else 'active' end as status,
    coalesce(c.started_on, (select min(performed_on) from injection_session s
      where s.course_id = c.id and s.replaced_at is null and s.voided_at is null)) as "beganOn",
    coalesce(c.ended_on, p.deceased_on) as "endedOn",
    greatest(c.updated_at, a.assessed_at, p.updated_at) as "updatedAt"
    from course c join course_assessment a on a.course_id = c.id join patient p on p.id = c.patient_id`,
  resource: episodeResource,
};

/** How long has this been treated? */
export function episodeResource({
  id,
  patientId,
  status,
  beganOn,
  endedOn,
  updatedAt,
}: EpisodeRow): EpisodeOfCare {
  const period: Period = {
    ...(beganOn !== null && { start: beganOn }),
    ...(endedOn !== null && { end: endedOn }),
  };
  return {
    resourceType: 'EpisodeOfCare',
    id,
    meta: { lastUpdated: updatedAt.toISOString() },
    status,
    diagnosis: [{ condition: { reference: `Condition/${id}` } }],
    patient: { reference: `Patient/${patientId}` },
    ...((beganOn !== null || endedOn !== null) && { period }),
  };
}
