import type { PlainDate } from '../../calendar';
import { DIAGNOSIS_CODES } from './billing-codes';
import type { Handedness } from '../anatomy/handedness';
import { INDICATION_SLUGS, type IndicationSlug } from '../indication-slugs';
import type { CourseSide, Etiology } from '../indications';

/** What an ICD-10-CM code says by itself. */
export interface CodeFacts {
  readonly side: CourseSide | null;
  /** Of a hemiplegia or a paralysis of one limb: is it the side that the patient writes with? */
  readonly dominant: boolean | null;
  /** The one limb, or pair of limbs, that it speaks of. */
  readonly limb: 'arm' | 'leg' | null;
  /** Causes with which it agrees; null where it says nothing of a cause. */
  readonly causes: readonly Etiology[] | null;
  /** It leaves open what a claim needs. */
  readonly unspecified: boolean;
  /** First and last day of service for which it is billable. */
  readonly fromOn: PlainDate | null;
  readonly toOn: PlainDate | null;
}

/** Palsies of half a body or of one limb: the last digit tells side and dominance. */
const PALSY = /^(?:G81\.1|G83\.[12]|I69\.[0-389][345])(\d)$/;
const PALSY_SIDE: Readonly<Record<string, CourseSide>> = { 1: 'right', 2: 'left', 3: 'right', 4: 'left' };
const LAST_SIDE: Readonly<Record<string, CourseSide>> = { 1: 'right', 2: 'left', 3: 'bilateral' };

/** Causes by code. What a code leaves open (G81 to G83) is barred only for causes that have codes of their own. */
const CAUSES: readonly (readonly [RegExp, readonly Etiology[]])[] = [
  [/^I69\./, ['stroke']],
  [/^G80\./, ['cerebral_palsy']],
  [/^G35/, ['multiple_sclerosis']],
  [/^G11\.4$/, ['hereditary_spastic_paraplegia']],
  [/^G8[123]\./, ['multiple_sclerosis', 'spinal_cord_injury', 'traumatic_brain_injury', 'other']],
];

/** The code set changes every 1 October. Sources: V:ICD-G35, V:ICD-G43E; the others from memory (M). */
const VALID: readonly (readonly [RegExp, fromOn: PlainDate | null, toOn: PlainDate | null])[] = [
  [/^G35$/, null, '2025-09-30'],
  [/^G35\./, '2025-10-01', null],
  [/^G43\.E/, '2023-10-01', null],
  [/^M54\.5$/, null, '2021-09-30'],
  [/^M54\.5./, '2021-10-01', null],
  [/^G51\.3$/, null, '2018-09-30'],
  [/^G51\.3./, '2018-10-01', null],
  [/^M79\.1$/, null, '2018-09-30'],
  [/^M79\.1./, '2018-10-01', null],
];

/** Codes that were billable once, by the indications they stood for. */
const RETIRED: Readonly<Record<string, readonly IndicationSlug[]>> = {
  G35: ['spasticity_upper', 'spasticity_lower'],
  'M54.5': ['chronic_back_pain'],
  'G51.3': ['hemifacial_spasm'],
  'M79.1': ['chronic_neck_pain', 'tmj_dysfunction'],
};

const OFFERED = new Map<IndicationSlug, ReadonlySet<string>>(
  INDICATION_SLUGS.map((slug) => [slug, new Set(DIAGNOSIS_CODES[slug].flatMap(({ codes }) => codes))]),
);

export function codeFacts(code: string): CodeFacts {
  const palsy = PALSY.exec(code)?.[1];
  const lateral = /^(?:G51\.3|M26\.6[0-9])(\d)$/.exec(code)?.[1];
  const [, fromOn = null, toOn = null] = VALID.find(([pattern]) => pattern.test(code)) ?? [];
  return {
    side: PALSY_SIDE[palsy ?? ''] ?? LAST_SIDE[lateral ?? ''] ?? null,
    dominant: palsy && PALSY_SIDE[palsy] ? palsy < '3' : null,
    limb: limbOf(code),
    causes: CAUSES.find(([pattern]) => pattern.test(code))?.[1] ?? null,
    unspecified: palsy === '0' || palsy === '9' || lateral === '9',
    fromOn,
    toOn,
  };
}

function limbOf(code: string): CodeFacts['limb'] {
  if (/^(?:G83\.2|I69\.[0-389]3)\d$/.test(code)) return 'arm';
  return /^(?:G83\.1|G82\.2|I69\.[0-389]4)\d$/.test(code) ? 'leg' : null;
}

/** Indications that this code is, or was, given for. */
export function indicationsOf(code: string): readonly IndicationSlug[] {
  const offered = INDICATION_SLUGS.filter((slug) => OFFERED.get(slug)!.has(code));
  return offered.length > 0 ? offered : (RETIRED[code] ?? []);
}

function isBillableOn(code: string, day: PlainDate): boolean {
  const { fromOn, toOn } = codeFacts(code);
  return (!fromOn || fromOn <= day) && (!toOn || day <= toOn);
}

/** Complete codes that this one only begins: `G51.3` of `G51.31`. None for a code that is complete. */
export function codesBelow(code: string): readonly string[] {
  const all = [...new Set(INDICATION_SLUGS.flatMap((slug) => [...OFFERED.get(slug)!]))];
  return all.includes(code) ? [] : all.filter((known) => known.startsWith(code));
}

/** A course as far as a code speaks of it. */
export interface CodedCourse {
  readonly indication: IndicationSlug;
  readonly side?: CourseSide | null;
  readonly etiology?: Etiology | null;
  /** The hand that the patient writes with. */
  readonly handedness?: Handedness | null;
}

/** The codes that agree with a course on a day, in the order of the catalogue. What the course leaves open bars none. */
export function fittingCodes(
  { indication, side, etiology, handedness }: CodedCourse,
  day: PlainDate,
): readonly string[] {
  return DIAGNOSIS_CODES[indication]
    .flatMap(({ codes }) => codes)
    .filter((code) => {
      const facts = codeFacts(code);
      return (
        isBillableOn(code, day) &&
        agreesWithSide(facts, side) &&
        agreesWithLimb(facts, indication) &&
        agreesWithCause(facts, etiology) &&
        agreesWithHand(facts, handedness)
      );
    });
}

/** A code of both sides fits a course of one of them, a code of one side only that side. */
export function agreesWithSide({ side }: CodeFacts, courseSide: CourseSide | null | undefined): boolean {
  return !side || !courseSide || side === courseSide || side === 'bilateral';
}

export function agreesWithLimb({ limb }: CodeFacts, indication: IndicationSlug): boolean {
  if (limb === 'arm') return indication !== 'spasticity_lower';
  return limb !== 'leg' || indication !== 'spasticity_upper';
}

export function agreesWithCause({ causes }: CodeFacts, etiology: Etiology | null | undefined): boolean {
  return !causes || !etiology || causes.includes(etiology);
}

/** Both sides of an ambidextrous patient count as dominant (M: official guidelines). */
export function agreesWithHand(
  { side, dominant }: CodeFacts,
  handedness: Handedness | null | undefined,
): boolean {
  if (dominant === null || !handedness || handedness === 'unknown') return true;
  return dominant === (handedness === 'both' || side === handedness);
}
