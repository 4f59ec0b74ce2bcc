import type { CodeableConcept, Coding } from 'fhir/r4';
import { slugWords } from '../clinical/words';

/** Whose codes are ours: `urn:botulinum-toxin-clinic:indication`. */
const OURS = 'urn:botulinum-toxin-clinic:';

/** What we have a system of our own for. */
export const OWN_SYSTEMS = [
  'mrn',
  'indication',
  'plan',
  'due',
  'course',
  'product',
  'product-unit',
  'muscle',
  'side',
  'injection',
  'vial',
  'session',
  'fact',
  'scale',
  'scale-grade',
  'scale-part',
  'adverse-event',
  'flag',
  'review',
  'role',
  'cover',
  'contact',
  'session-act',
  'actor',
  'trail',
  'trail-subject',
] as const;
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
  left: { system: SNOMED, code: '7771000', display: 'Left', source: 'HL7 radiotherapy mapping' },
  right: { system: SNOMED, code: '24028007', display: 'Right', source: 'HL7 radiotherapy mapping' },
  sternocleidomastoid: muscle('22823000', 'Sternocleidomastoid muscle'),
  trapezius: muscle('31764008', 'Trapezius muscle'),
  scalenus_anterior: muscle('50755001', 'Scalenus anterior muscle'),
  deltoid: muscle('35259002', 'Deltoid muscle'),
  latissimus_dorsi: muscle('15665001', 'Latissimus dorsi muscle'),
  pectoralis_major: muscle('60005003', 'Pectoralis major muscle'),
  pectoralis_minor: muscle('18686000', 'Pectoralis minor muscle'),
  subscapularis: muscle('90588001', 'Subscapularis muscle'),
  supraspinatus: muscle('6423006', 'Supraspinatus muscle'),
  infraspinatus: muscle('72573008', 'Infraspinatus muscle'),
  teres_major: muscle('1193009', 'Teres major muscle'),
  teres_minor: muscle('51159009', 'Teres minor muscle'),
  serratus_anterior: muscle('18346003', 'Serratus anterior muscle'),
  problem: {
    system: `${HL7}condition-category`,
    code: 'problem-list-item',
    display: 'Problem List Item',
    source: 'http://hl7.org/fhir/R4/valueset-condition-category.html',
  },
  ...ofSet('condition-clinical', 'valueset-condition-clinical', {
    active: 'Active',
    inactive: 'Inactive',
  }),
  ...ofSet('adverse-event-seriousness', 'valueset-adverse-event-seriousness', {
    'Non-serious': 'Non-serious',
    Serious: 'Serious',
  }),
  ...ofSet('adverse-event-severity', 'valueset-adverse-event-severity', {
    mild: 'Mild',
    moderate: 'Moderate',
    severe: 'Severe',
  }),
  ...ofSet('adverse-event-outcome', 'valueset-adverse-event-outcome', { resolved: 'Resolved' }),
  ...ofSet('provenance-participant-type', 'valueset-provenance-agent-type', {
    author: 'Author',
    verifier: 'Verifier',
  }),
  ...ofSet('audit-event-type', 'valueset-audit-event-type', { rest: 'RESTful Operation' }),
  userAuthentication: {
    system: 'http://dicom.nema.org/resources/ontology/DCM',
    code: '110114',
    display: 'User Authentication',
    source: 'http://hl7.org/fhir/R4/valueset-audit-event-type.html',
  },
  auditedPatient: {
    system: `${HL7}object-role`,
    code: '1',
    display: 'Patient',
    source: 'http://hl7.org/fhir/R4/valueset-object-role.html',
  },
} as const satisfies Record<string, SourcedCode>;

export type SourcedName = keyof typeof SOURCED;

function muscle(code: string, display: string): SourcedCode {
  return { system: SNOMED, code, display, source: 'DICOM CID 6116' };
}

function ofSet<C extends string>(
  system: string,
  page: string,
  codes: Readonly<Record<C, string>>,
): Readonly<Record<C, SourcedCode>> {
  const rows = Object.entries<string>(codes).map(([code, display]) => [
    code,
    { system: HL7 + system, code, display, source: `http://hl7.org/fhir/R4/${page}.html` },
  ]);
  return Object.fromEntries(rows) as Record<C, SourcedCode>;
}

export function isSourced(name: string): name is SourcedName {
  return Object.hasOwn(SOURCED, name);
}

export function sourced(name: SourcedName): Coding {
  const { system, code, display } = SOURCED[name];
  return { system, code, display };
}

/** A word of our own, with verified codes of others behind it. */
export function ownConcept(system: OwnSystem, slug: string, ...behind: readonly Coding[]): CodeableConcept {
  return ownTerm(system, slug, slugWords(slug), ...behind);
}

export function ownCoding(system: OwnSystem, slug: string): Coding {
  return { system: ownSystem(system), code: slug, display: slugWords(slug) };
}

/** The same with its name as the catalogue writes it. */
export function ownTerm(
  system: OwnSystem,
  slug: string,
  text: string,
  ...behind: readonly Coding[]
): CodeableConcept {
  return { coding: [{ system: ownSystem(system), code: slug, display: text }, ...behind], text };
}

export const UCUM = 'http://unitsofmeasure.org';
export const ICD_10_CM = 'http://hl7.org/fhir/sid/icd-10-cm';
export const NDC = 'http://hl7.org/fhir/sid/ndc';
