import type { ResourceKind } from '../resource-kind';

/** Does every resource of a kind speak of one patient, or of one of their sessions? */
export function bearsPatients(kind: ResourceKind): boolean {
  return ofPatients(kind, '') !== undefined;
}

/** SQL: the condition on a row `r` of a kind that its patient is one of `patients`, which is SQL too. */
export function ofPatients({ type, parameters, ids }: ResourceKind, patients: string): string | undefined {
  if (type === 'Patient') return `r.id in (${patients})`;
  const column = parameters['patient']?.to?.column;
  if (column !== undefined) return `${column} in (${patients})`;
  if (ids !== 'text') return undefined;
  return `r."sessionId" in (select s.root_id from injection_session s join course c on c.id = s.course_id
    where c.patient_id in (${patients}))`;
}
