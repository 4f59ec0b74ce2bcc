import type { Appointment } from 'fhir/r4';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import type { AppointmentStatus } from '../../records/scheduling/appointment.entity';
import { ownConcept } from '../codes';
import type { ResourceKind, ResourceRow } from '../resource-kind';
import { momentIn, referenceTo, tokenOf } from '../search/search-parameter';

export interface AppointmentRow extends ResourceRow {
  readonly patientId: string;
  readonly indication: IndicationSlug;
  readonly startsAt: Date;
  readonly durationMin: number;
  readonly booked: AppointmentStatus;
  readonly note: string | null;
  readonly cancelReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
}

const STATUS: Readonly<Record<AppointmentStatus, Appointment['status']>> = {
  booked: 'booked',
  attended: 'fulfilled',
  'no-show': 'noshow',
  cancelled: 'cancelled',
};

const STATUS_SQL = `case a.status ${Object.entries(STATUS)
  .map(([ours, theirs]) => `when '${ours}' then '${theirs}'`)
  .join(' ')} end`;

export const APPOINTMENT: ResourceKind<Appointment, AppointmentRow> = {
  type: 'Appointment',
  what: 'What was booked for a course, and whether the patient came',
  permission: 'scheduling.read',
  subject: 'appointment',
  ids: 'uuid',
  parameters: {
    patient: referenceTo('Patient', 'r."patientId"', 'Who comes'),
    date: momentIn('r."startsAt"', 'When it begins; a day is one of the clinic’s calendar'),
    status: tokenOf('r.status', Object.values(STATUS).join(', '), 'http://hl7.org/fhir/appointmentstatus'),
  },
  from: () => `select a.id, c.patient_id as "patientId", c.indication, a.starts_at as "startsAt",
    a.duration_min as "durationMin", a.status as booked, ${STATUS_SQL} as status, a.note, a.cancel_reason as "cancelReason",
    a.version, a.created_at as "createdAt", a.updated_at as "updatedAt"
    from appointment a join course c on c.id = a.course_id`,
  resource: appointmentResource,
};

/** When do they come, or did they? */
export function appointmentResource(row: AppointmentRow): Appointment {
  const { id, patientId, indication, startsAt, durationMin, booked, note, cancelReason } = row;
  return {
    resourceType: 'Appointment',
    id,
    meta: { versionId: String(row.version), lastUpdated: row.updatedAt.toISOString() },
    status: STATUS[booked],
    ...(cancelReason !== null && { cancelationReason: { text: cancelReason } }),
    reasonCode: [ownConcept('indication', indication)],
    start: startsAt.toISOString(),
    end: new Date(startsAt.getTime() + durationMin * 60_000).toISOString(),
    minutesDuration: durationMin,
    created: row.createdAt.toISOString(),
    ...(note !== null && { comment: note }),
    participant: [{ actor: { reference: `Patient/${patientId}` }, status: 'accepted' }],
  };
}
