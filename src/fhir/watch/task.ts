import type { Task } from 'fhir/r4';
import { ownConcept } from '../codes';
import type { ResourceKind, ResourceRow } from '../resource-kind';
import { momentIn, referenceTo, tokenOf } from '../search/search-parameter';

export interface TaskRow extends ResourceRow {
  readonly patientId: string;
  readonly courseId: string;
  readonly flagId: string;
  readonly status: 'requested' | 'completed';
  readonly text: string;
  readonly createdAt: Date;
  readonly version: number;
}

export const TASK: ResourceKind<Task, TaskRow> = {
  type: 'Task',
  what: 'A review that a flag asks for; what is only watched asks for none',
  permission: 'flag.read',
  subject: 'review_flag',
  ids: 'uuid',
  parameters: {
    patient: referenceTo('Patient', 'r."patientId"', 'Whose course it is'),
    subject: referenceTo('Patient', 'r."patientId"', 'Whose course it is'),
    focus: referenceTo('DetectedIssue', 'r."flagId"', 'The flag'),
    status: tokenOf('r.status', 'requested or completed', 'http://hl7.org/fhir/task-status'),
    'authored-on': momentIn('r."createdAt"', 'When it was asked for'),
    modified: momentIn('r."updatedAt"', 'When it was last changed'),
  },
  from: () => `select f.id, c.patient_id as "patientId", f.course_id as "courseId", f.id as "flagId",
    case f.status when 'open' then 'requested' else 'completed' end as status, f.content ->> 'text' as text,
    f.created_at as "createdAt", f.version, f.updated_at as "updatedAt"
    from review_flag f join course c on c.id = f.course_id where f.tier <> 'watch'`,
  resource: taskResource,
};

/** What is a neurologist asked to look at? What they decided stands in the flag. */
export function taskResource(row: TaskRow): Task {
  const { id, patientId, courseId, flagId, status, text } = row;
  const lastUpdated = row.updatedAt.toISOString();
  return {
    resourceType: 'Task',
    id,
    meta: { versionId: String(row.version), lastUpdated },
    status,
    intent: 'proposal',
    code: ownConcept('review', 'review-of-response'),
    description: text,
    focus: { reference: `DetectedIssue/${flagId}` },
    for: { reference: `Patient/${patientId}` },
    authoredOn: row.createdAt.toISOString(),
    lastModified: lastUpdated,
    performerType: [ownConcept('role', 'neurologist')],
    reasonReference: { reference: `Condition/${courseId}` },
  };
}
