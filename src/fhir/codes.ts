import type { CodeableConcept, Coding } from 'fhir/r4';
import { slugWords } from '../clinical/words';

/** Whose codes are ours: `urn:botulinum-toxin-clinic:indication`. */
const OURS = 'urn:botulinum-toxin-clinic:';

/** What we have a system of our own for. */
export const OWN_SYSTEMS = ['mrn', 'indication', 'plan', 'due'] as const;
export type OwnSystem = (typeof OWN_SYSTEMS)[number];

export function ownSystem(name: OwnSystem): string {
  return OURS + name;
}

interface SourcedCode extends Required<Pick<Coding, 'system' | 'code' | 'display'>> {
  /** Where it was read. */
  readonly source: string;
}

const SNOMED = 'http://snomed.info/sct';
const HL7 = 'http://terminology.hl7.org/CodeSystem/';

/** Every code that is not our own, with where it was read. One that nobody has read is not given. */
export const SOURCED = {
  toxinInjection: {
    system: SNOMED,
    code: '404909007',
    display: 'Injection of neurotoxin into muscle',
    source: 'SNOMED CT 404909007 in a public mapping of procedures',
  },
  recordNumber: {
    system: `${HL7}v2-0203`,
    code: 'MR',
    display: 'Medical record number',
    source: 'http://hl7.org/fhir/R4/valueset-identifier-type.html',
  },
} as const satisfies Record<string, SourcedCode>;

export function sourced(name: keyof typeof SOURCED): Coding {
  const { system, code, display } = SOURCED[name];
  return { system, code, display };
}

/** A word of our own, with verified codes of others behind it. */
export function ownConcept(system: OwnSystem, slug: string, ...behind: readonly Coding[]): CodeableConcept {
  const text = slugWords(slug);
  return { coding: [{ system: ownSystem(system), code: slug, display: text }, ...behind], text };
}
