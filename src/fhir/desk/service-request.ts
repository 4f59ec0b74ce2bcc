import type { ServiceRequest } from 'fhir/r4';
import type { PlainDate } from '../../clinical/calendar';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import type { DueReason } from '../../clinical/due/due-reason';
import type { Clinic } from '../../platform/clinic';
import { may } from '../../platform/permissions';
import { ownConcept, ownSystem, sourced } from '../codes';
import type { Asked, ResourceKind, ResourceRow } from '../resource-kind';
import { daysIn, referenceTo, tokenOf } from '../search/search-parameter';

export interface DueRow extends ResourceRow {
  readonly patientId: string;
  readonly indication: IndicationSlug;
  readonly status: 'active' | 'on-hold';
  readonly earliestOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly lastOnTimeOn: PlainDate;
  readonly bookOn: PlainDate;
  readonly reasons: readonly DueReason[];
}

export const SERVICE_REQUEST: ResourceKind<ServiceRequest, DueRow> = {
  type: 'ServiceRequest',
  what: 'The next session of a course: from its earliest day to the last one on time, and why',
  permission: 'due-list.read',
  subject: 'due_list',
  ids: 'uuid',
  parameters: {
    patient: referenceTo('Patient', 'r."patientId"', 'Whose session it is'),
    subject: referenceTo('Patient', 'r."patientId"', 'Whose session it is'),
    status: tokenOf('r.status', 'active or on-hold', 'http://hl7.org/fhir/request-status'),
    occurrence: daysIn('r."earliestOn"', 'r."lastOnTimeOn"', 'The days on which the session is on time'),
  },
  from: (value, { today }: Clinic) => `select course_id as id, patient_id as "patientId", indication,
    case when hold_until_on > ${value(today)}::date then 'on-hold' else 'active' end as status,
    earliest_on as "earliestOn", due_on as "dueOn", last_on_time_on as "lastOnTimeOn", book_on as "bookOn", reasons,
    assessed_at as "updatedAt"
    from course_assessment where listed and due_on is not null`,
  async gone(db, id) {
    const rows = await db.query<unknown[]>(
      'select from course_assessment where course_id::text = lower($1) and not listed',
      [id],
    );
    return rows.length > 0
      ? 'No session is due any more: the course has ended, or the patient has died.'
      : undefined;
  },
  resource: serviceRequestResource,
};

/** When is the next session due, and why? What a neurologist wrote of the reason only they read. */
export function serviceRequestResource(row: DueRow, { actor }: Pick<Asked, 'actor'>): ServiceRequest {
  const { id, patientId, indication, status, earliestOn, dueOn, lastOnTimeOn, bookOn, reasons } = row;
  const mayReadCourse = may(actor.role, 'course.read');
  const lastUpdated = row.updatedAt.toISOString();
  return {
    resourceType: 'ServiceRequest',
    id,
    meta: { lastUpdated },
    extension: [
      { url: `${ownSystem('due')}:due-on`, valueDate: dueOn },
      { url: `${ownSystem('due')}:book-on`, valueDate: bookOn },
    ],
    status,
    intent: 'plan',
    code: ownConcept('plan', 'botulinum-toxin-session', sourced('toxinInjection')),
    subject: { reference: `Patient/${patientId}` },
    occurrencePeriod: { start: earliestOn, end: lastOnTimeOn },
    authoredOn: lastUpdated,
    reasonCode: [ownConcept('indication', indication)],
    note: reasons.map((reason) => ({ text: mayReadCourse ? reason.text : withoutFreeWords(reason) })),
  };
}

/** A hold tells its reason behind a colon, and stands in brackets where it lifts the due day. */
function withoutFreeWords({ code, text }: DueReason): string {
  if (code === 'hold') return text.split(': ', 1)[0]!;
  if (code === 'lifted-to-earliest') return text.split(' (', 1)[0]!;
  return text;
}
