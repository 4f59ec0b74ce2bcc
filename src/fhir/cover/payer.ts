import type { Organization } from 'fhir/r4';

/** Who pays, within the resource that names them: they are known by their name alone. */
export function payerWithin(name: string): Organization {
  return { resourceType: 'Organization', id: 'payer', name };
}

export const PAYER_WITHIN = { reference: '#payer' };

/** SQL: one cover a patient and payer, under an id that stays the same. */
export const COVERAGE_ID = `md5(a.patient_id || ':' || a.payer)::uuid`;
