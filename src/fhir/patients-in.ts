import type { FhirResource } from 'fhir/r4';

/**
 * Of whom does a resource speak? Every patient that it is or that it refers to, by their ids; an entry of the trail, which
 * tells no more of them than those, of nobody.
 */
export function patientsIn(resource: FhirResource): string[] {
  if (resource.resourceType === 'AuditEvent') return [];
  const own = resource.resourceType === 'Patient' && resource.id !== undefined ? [resource.id] : [];
  return [...new Set([...own, ...referredIn(resource)])];
}

function referredIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) => {
    if (name === 'reference' && typeof held === 'string') return /^Patient\/(.+)$/.exec(held)?.[1] ?? [];
    return referredIn(held);
  });
}
