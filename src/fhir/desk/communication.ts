import type { Communication } from 'fhir/r4';
import type { PlainDate } from '../../clinical/calendar';
import type { ContactChannel, ContactOutcome } from '../../records/scheduling/contact.entity';
import { ownConcept, ownSystem } from '../codes';
import type { ResourceKind, ResourceRow } from '../resource-kind';
import { momentIn, referenceTo, tokenOf } from '../search/search-parameter';

export interface ContactRow extends ResourceRow {
  readonly patientId: string;
  readonly courseId: string;
  readonly at: Date;
  readonly channel: ContactChannel;
  readonly outcome: ContactOutcome;
  readonly status: 'completed' | 'not-done';
  readonly snoozeUntilOn: PlainDate | null;
  readonly note: string | null;
}

export const COMMUNICATION: ResourceKind<Communication, ContactRow> = {
  type: 'Communication',
  what: 'A call or a message about the next session, and what came of it',
  permission: 'course.read',
  subject: 'contact',
  ids: 'uuid',
  parameters: {
    patient: referenceTo('Patient', 'r."patientId"', 'Who was called'),
    subject: referenceTo('Patient', 'r."patientId"', 'Who was called'),
    medium: tokenOf('r.channel', 'By what', ownSystem('contact')),
    sent: momentIn('r.at', 'When'),
    status: tokenOf(
      'r.status',
      'completed, or not-done where nobody answered',
      'http://hl7.org/fhir/event-status',
    ),
  },
  from: () => `select k.id, c.patient_id as "patientId", k.course_id as "courseId", k.at, k.channel, k.outcome,
    case k.outcome when 'no-answer' then 'not-done' else 'completed' end as status,
    k.snooze_until_on as "snoozeUntilOn", k.note, k.created_at as "updatedAt"
    from contact k join course c on c.id = k.course_id`,
  resource: communicationResource,
};

/** Who was called about the next session, and what was agreed? */
export function communicationResource(row: ContactRow): Communication {
  const { id, patientId, courseId, at, channel, outcome, status, snoozeUntilOn, note } = row;
  const url = (name: string): string => `${ownSystem('contact')}:${name}`;
  return {
    resourceType: 'Communication',
    id,
    meta: { lastUpdated: row.updatedAt.toISOString() },
    extension: [
      { url: url('outcome'), valueCode: outcome },
      ...(snoozeUntilOn === null ? [] : [{ url: url('snooze-until-on'), valueDate: snoozeUntilOn }]),
    ],
    status,
    ...(status === 'not-done' && { statusReason: ownConcept('contact', outcome) }),
    medium: [ownConcept('contact', channel)],
    subject: { reference: `Patient/${patientId}` },
    about: [{ reference: `Condition/${courseId}` }],
    sent: at.toISOString(),
    ...(note !== null && { note: [{ text: note }] }),
  };
}
