import { ruleValues } from '../rules';
import { aContext, aDose, aSession } from './example-session';
import type { PlainDose, PlainSession } from './propose-session';
import { checkSession } from './session-check';

const RULES = ruleValues();
const VIAL = { lotNumber: 'C7', expiresOn: '2027-06-30' } as const;
const PREEMPT =
  'corrugator_supercilii bilateral 10/2, procerus midline 5/1, frontalis bilateral 20/4, temporalis bilateral 40/8, occipitalis bilateral 30/6, cervical_paraspinals bilateral 20/4, trapezius bilateral 30/6';
const NECK = 'splenius_capitis right 100/3, sternocleidomastoid left 40/2, trapezius right 60/2';
const STROKE = {
  indication: 'spasticity_upper',
  courseSide: 'left',
  etiology: 'stroke',
  diagnosisCode: 'I69.354',
} as const;
const CD = { indication: 'cervical_dystonia', diagnosisCode: 'G24.3' } as const;

/** `biceps_brachii left 60/3` is 60 U over 3 sites. */
function rows(text: string): PlainSession['injections'] {
  return text.split(', ').map((part) => {
    const [muscle, side, amount] = part.split(' ') as [string, 'left', string];
    const [units, sites] = amount.split('/').map(Number);
    return { muscle, side, units: units!, ...(sites && { sites }) };
  });
}

function twice(text: string): string {
  return text.replaceAll(/ (\d+)\//g, (_, units: string) => ` ${2 * Number(units)}/`);
}

/** The session before, on 24 August 2026. */
function last(text: string, more: Partial<PlainDose> = {}) {
  const muscles = rows(text);
  const units = muscles.reduce((sum, muscle) => sum + muscle.units, 0);
  const { indication } = CD;
  return aDose({ sameCourse: true, indication, performedOn: '2026-08-24', units, muscles, ...more });
}

interface Slip {
  readonly slip: string;
  readonly session: Parameters<typeof aSession>[0];
  readonly context: Parameters<typeof aContext>[0];
  /** As a clinician reads it, the gravest first. The session is of 22 November 2026. */
  readonly says: readonly string[];
}

const SLIPS: readonly Slip[] = [
  {
    slip: 'two zeros too many',
    session: { injections: rows('biceps_brachii left 6000') },
    context: STROKE,
    says: [
      'S23 stop  6,000 U Botox is more than 3 times the limit of 400 U Botox; no reading of the label makes it possible. Was 60 U Botox meant (two zeros too many)? Correct the units or the product.',
      'S03 confirm  6,000 U Botox within 84 days (2026-08-31 to 2026-11-22), all indications together: the limit is 400 U Botox. Lower it by at least 5,600 U Botox, or give the reason for going on.',
    ],
  },
  {
    slip: 'a zero too many',
    session: { injections: rows('biceps_brachii left 600') },
    context: STROKE,
    says: [
      'S03 confirm  600 U Botox within 84 days (2026-08-31 to 2026-11-22), all indications together: the limit is 400 U Botox. Lower it by at least 200 U Botox, or give the reason for going on.',
      'S23 confirm  600 U Botox in the left biceps brachii: usual there are 60-200 U Botox a side. Was 60 U Botox meant (a zero too many)? Correct it, or give the reason for so much.',
    ],
  },
  {
    slip: '2.5 without its decimal point',
    session: { injections: rows('orbicularis_oculi left 20/4, zygomaticus_major left 25/1') },
    context: { indication: 'hemifacial_spasm', courseSide: 'left', diagnosisCode: 'G51.32' },
    says: [
      'S23 confirm  25 U Botox in the left zygomaticus major: usual there are 1-5 U Botox a side. Was 2.5 U Botox meant (the decimal point is missing)? Correct it, or give the reason for so much.',
    ],
  },
  {
    slip: 'Botox units typed for Myobloc',
    session: { product: 'rima', injections: rows('splenius_capitis right 60, sternocleidomastoid left 40') },
    context: CD,
    says: [
      'S23 confirm  100 U Myobloc in this session: usual for cervical dystonia are 2,500-10,000 U Myobloc. 100 U would be usual of Botox (in each of these muscles): was that given? Correct the product or the units, or give the reason for so little.',
    ],
  },
  {
    slip: 'Myobloc units typed for Botox',
    session: { product: 'ona', injections: rows('splenius_capitis right 3000, trapezius right 2000') },
    context: CD,
    says: [
      'S23 stop  5,000 U Botox is more than 3 times the limit of 400 U Botox; no reading of the label makes it possible. 5,000 U would be usual of Myobloc (2,500-10,000 U a session): was that given? Correct the units or the product.',
      'S03 confirm  5,000 U Botox within 84 days (2026-08-31 to 2026-11-22), all indications together: the limit is 400 U Botox. Lower it by at least 4,600 U Botox, or give the reason for going on.',
    ],
  },
  {
    slip: 'the product of before the switch, left standing in the form',
    session: {
      product: 'ona',
      injections: rows('splenius_capitis right 250/3, sternocleidomastoid left 100/2, trapezius right 150/2'),
    },
    context: {
      ...CD,
      plannedProduct: 'abo',
      earlierDoses: [
        last('splenius_capitis right 250, sternocleidomastoid left 100, trapezius right 150', {
          product: 'abo',
        }),
      ],
    },
    says: [
      'S03 confirm  500 U Botox within 84 days (2026-08-31 to 2026-11-22), all indications together: the limit is 400 U Botox. Lower it by at least 100 U Botox, or give the reason for going on.',
      'S23 confirm  500 U Botox in this session: usual for cervical dystonia are 100-300 U Botox. That is near the last dose of Dysport in this course, 500 U Dysport on 2026-08-24: was Dysport given? Correct it, or give the reason for so much.',
      'S24 confirm  83.33 U Botox in one site: at most 50 U Botox a site. Use 5 sites or fewer units, or give the reason.',
      'S24 confirm  75 U Botox in one site: at most 50 U Botox a site. Use 3 sites or fewer units, or give the reason.',
      'S25 note  The course is planned with Dysport, and the last session (2026-08-24) was Dysport; this session is Botox. Check the vial; if Botox was meant, change the plan of the course.',
    ],
  },
  {
    slip: 'another product than the planned one',
    session: { product: 'inco', injections: rows(NECK) },
    context: { ...CD, plannedProduct: 'ona', earlierDoses: [last(NECK)] },
    says: [
      'S25 note  The course is planned with Botox, and the last session (2026-08-24) was Botox; this session is Xeomin. Check the vial; if Xeomin was meant, change the plan of the course.',
      'S23 note  200 U Xeomin in the first session with Xeomin on record; the label starts with 120 U Xeomin. Start lower, unless it was given elsewhere before.',
    ],
  },
  {
    slip: 'a vial of another product',
    session: { injections: rows(PREEMPT), vials: [{ ...VIAL, vialUnits: 500, unitsDiscarded: 345 }] },
    context: { diagnosisCode: 'G43.709' },
    says: [
      'S28 confirm  Lot C7: Botox comes in vials of 100, 200 U, not of 500 U. 500 U is a vial of Dysport. Correct the size or the product, or give the reason.',
    ],
  },
  {
    slip: 'right for left',
    session: { injections: rows('biceps_brachii right 100/2') },
    context: STROKE,
    says: [
      'S25 confirm  The course is of the left side, and everything in this session is on the right. Correct the side, record it in the course of the other side, or give the reason to go on.',
    ],
  },
  {
    slip: 'a neck with left and right exchanged',
    session: {
      injections: rows('splenius_capitis left 100/3, sternocleidomastoid right 40/2, trapezius left 60/2'),
    },
    context: { ...CD, earlierDoses: [last(NECK)] },
    says: [
      'S25 confirm  All on the other side than in the last session (2026-08-24): splenius capitis left (right then), sternocleidomastoid right (left then), trapezius left (right then). Correct the side, or give the reason for the change.',
    ],
  },
  {
    slip: 'a muscle of the leg in a course of the arm',
    session: { injections: rows('biceps_brachii left 100/2, flexor_digitorum_longus left 50/1') },
    context: STROKE,
    says: [
      'S25 confirm  Flexor digitorum longus: upper-limb spasticity is treated in the arm. Correct the muscle, record it in the course that it belongs to, or give the reason to go on.',
    ],
  },
  {
    slip: 'the code of the other side',
    session: { injections: rows('biceps_brachii left 100/2') },
    context: { ...STROKE, diagnosisCode: 'I69.351' },
    says: [
      'S25 confirm  I69.351 is the code of the right side, the course is left. These fit: I69.352, I69.354, I69.359, I69.152, I69.154, I69.159 and others. Correct the code on the course, or give the reason to go on.',
    ],
  },
  {
    slip: 'each side counted twice',
    session: { injections: rows(twice(PREEMPT)) },
    context: { earlierDoses: [last(PREEMPT, { indication: 'chronic_migraine' })] },
    says: [
      'S23 confirm  Exactly twice what the last session had (2026-08-24): corrugator supercilii 20 U Botox on both sides, usual 5 U a side; frontalis 40 U Botox on both sides, usual 5-10 U a side; temporalis 80 U Botox on both sides, usual 20-25 U a side; occipitalis 60 U Botox on both sides, usual 15-20 U a side. A row for both sides holds their total: was each side counted twice? Correct it, or give the reason for the change.',
    ],
  },
  {
    slip: 'each side counted twice in a first session',
    session: { injections: rows(twice(PREEMPT)) },
    context: {},
    says: [
      'S23 confirm  Most rows for both sides hold more than is usual: corrugator supercilii 10 U Botox a side (usual 5 U), frontalis 20 U Botox a side (usual 5-10 U), temporalis 40 U Botox a side (usual 20-25 U), occipitalis 30 U Botox a side (usual 15-20 U). Such a row holds the total of both: was each side counted twice? Correct it, or give the reason for so much.',
    ],
  },
  {
    slip: 'the total of both sides typed for one',
    session: { injections: rows(PREEMPT.replace('temporalis bilateral 40/8', 'temporalis left 40/8')) },
    context: { earlierDoses: [last(PREEMPT, { indication: 'chronic_migraine' })] },
    says: [
      'S25 confirm  Temporalis: 40 U Botox on the left, as much as both sides together got in the last session (2026-08-24). Was the row for both sides meant? Correct the side, or give the reason for one side.',
    ],
  },
  {
    slip: 'two rows with each other’s units',
    session: {
      injections: rows('splenius_capitis right 40/3, sternocleidomastoid left 100/2, trapezius right 60/2'),
    },
    context: { ...CD, earlierDoses: [last(NECK)] },
    says: [
      'S23 confirm  Far from the last session (2026-08-24): 40 U Botox in the right splenius capitis, then 100 U Botox; 100 U Botox in the left sternocleidomastoid, then 40 U Botox. The right splenius capitis and the left sternocleidomastoid have each other’s units of then: were the rows swapped? Correct it, or give the reason for the change.',
    ],
  },
  {
    slip: 'units and volume in each other’s place',
    session: {
      injections: [
        { muscle: 'splenius_capitis', side: 'right', units: 1, sites: 2, volumeMl: 60 },
        { muscle: 'trapezius', side: 'right', units: 60, sites: 2, volumeMl: 1 },
      ],
    },
    context: CD,
    says: [
      'S24 confirm  1 U Botox in 60 mL are 0.02 U a mL. Botox is reconstituted to 10-200 U a mL. Were units and volume typed in each other’s place (60 U Botox in 1 mL)? Correct the units or the volume, or give the reason.',
      'S23 note  Less than usual: right splenius capitis 1 U Botox (usual 15-100 U). A first, cautious dose is as small; else check the units.',
    ],
  },
  {
    slip: '25 mL of diluent for 2.5',
    session: { injections: rows(NECK), vials: [{ ...VIAL, vialUnits: 200, diluentMl: 25 }] },
    context: CD,
    says: [
      'S24 confirm  Lot C7: 200 U Botox in 25 mL are 8 U a mL. Botox is reconstituted to 10-200 U a mL. Correct the diluent or the vial, or give the reason.',
    ],
  },
  {
    slip: 'the volume of another dilution',
    session: {
      injections: [
        { muscle: 'splenius_capitis', side: 'right', units: 100, sites: 2, volumeMl: 2 },
        { muscle: 'trapezius', side: 'right', units: 50, sites: 2, volumeMl: 0.5 },
      ],
      vials: [{ ...VIAL, vialUnits: 200, diluentMl: 2 }],
    },
    context: CD,
    says: [
      'S24 confirm  100 U Botox in 2 mL: the vials were reconstituted to 100 U a mL, so 2 mL hold 200 U Botox. Correct the units, the volume or the diluent, or give the reason.',
    ],
  },
  {
    slip: 'a child’s weight without its decimal point',
    session: { injections: rows('gastrocnemius_medial left 75/2, gastrocnemius_lateral left 75/2') },
    context: {
      indication: 'spasticity_lower',
      courseSide: 'left',
      etiology: 'cerebral_palsy',
      diagnosisCode: 'G80.2',
      birthDate: '2020-06-01',
      weight: { kg: 255, measuredOn: '2026-11-20' },
    },
    says: [
      'S04 confirm  A weight of 255 kg (2026-11-20) at 6 years, where about 20.6 kg are usual: the limits of this session rest on it. Was 25.5 kg meant? Correct the weight, or confirm it with a reason.',
    ],
  },
  {
    slip: 'all in one site',
    session: {
      injections: rows(
        'soleus left 75/1, gastrocnemius_medial left 75/3, gastrocnemius_lateral left 75/3, tibialis_posterior left 75/3',
      ),
    },
    context: { ...STROKE, indication: 'spasticity_lower' },
    says: [
      'S24 confirm  75 U Botox in one site: at most 50 U Botox a site. Use 2 sites or fewer units, or give the reason.',
    ],
  },
  {
    slip: 'a day of last year',
    session: { performedOn: '2025-11-22', injections: rows(NECK) },
    context: { ...CD, earlierDoses: [last(NECK)] },
    says: [
      'past-day note  2025-11-22 lies before the last session of this course, 2026-08-24. Check the day, unless the session is entered late.',
    ],
  },
  {
    slip: 'a day that has not come',
    session: { performedOn: '2026-12-01', injections: rows(NECK) },
    context: CD,
    says: [
      'future-day stop  2026-12-01 has not come yet (today is 2026-11-30). Record a session once it has been given.',
    ],
  },
  {
    slip: 'a day before birth',
    session: { performedOn: '1926-11-22', injections: rows(NECK) },
    context: CD,
    says: ['before-birth stop  1926-11-22 is before the patient was born. Correct the day.'],
  },
  {
    slip: 'a booster',
    session: { performedOn: '2026-10-01', injections: rows('splenius_capitis right 40/2') },
    context: { ...CD, earlierDoses: [last(NECK)] },
    says: [
      'S02 confirm  The last session of this region was 38 days before, on 2026-08-24; the shortest interval is 84 days (2026-11-16 or later). Under 56 days it counts as a booster, which favours antibodies. Give the reason to go on.',
    ],
  },
  {
    slip: 'all of the three months’ limit given already',
    session: { injections: rows(PREEMPT) },
    context: { earlierDoses: [aDose({ performedOn: '2026-09-17', units: 400 })] },
    says: [
      'S03 confirm  555 U Botox within 84 days (2026-08-31 to 2026-11-22), all indications together: the limit is 400 U Botox. 0 U Botox are left; 155 U Botox fit from 2026-12-10. Else give the reason for going on.',
    ],
  },
  {
    slip: 'too much of Xeomin within weeks',
    session: { product: 'inco', injections: rows('biceps_brachii left 200/4, brachialis left 100/2') },
    context: {
      ...STROKE,
      earlierDoses: [
        aDose({ product: 'inco', performedOn: '2026-10-17', units: 200, indication: 'cervical_dystonia' }),
      ],
    },
    says: [
      'S06 confirm  500 U Xeomin within 84 days (2026-08-31 to 2026-11-22), all indications together: the limit is 400 U Xeomin. 200 U Xeomin are left: lower it by at least 100 U Xeomin; 300 U Xeomin fit from 2027-01-09. Else give the reason for going on.',
    ],
  },
  {
    slip: 'Botox that a urologist gave',
    session: { injections: rows(PREEMPT) },
    context: {
      earlierDoses: [
        aDose({
          courseId: null,
          indication: null,
          performedOn: '2026-10-01',
          units: 300,
          elsewhere: { brand: 'Botox', region: 'bladder', indication: null, source: 'letter' },
        }),
      ],
    },
    says: [
      'S03 confirm  455 U Botox within 84 days (2026-08-31 to 2026-11-22), all indications together, with 300 U Botox given elsewhere (bladder) on 2026-10-01: the limit is 400 U Botox. 100 U Botox are left: lower it by at least 55 U Botox; 155 U Botox fit from 2026-12-24. Else give the reason for going on.',
    ],
  },
  {
    slip: 'eyelids that somebody else treated',
    session: { injections: rows('orbicularis_oculi left 20/4, orbicularis_oculi right 20/4') },
    context: {
      indication: 'blepharospasm',
      diagnosisCode: 'G24.5',
      earlierDoses: [
        aDose({
          courseId: null,
          indication: 'blepharospasm',
          performedOn: '2026-11-01',
          units: 180,
          elsewhere: { brand: 'Botox', region: 'eyelids', indication: 'blepharospasm', source: 'patient' },
        }),
      ],
    },
    says: [
      'S02 confirm  Botox given elsewhere (eyelids) on 2026-11-01 is 21 days before; the shortest interval is 84 days (2027-01-24 or later). Under 56 days it counts as a booster, which favours antibodies. Give the reason to go on.',
      'S19 confirm  220 U Botox for blepharospasm within 30 days (2026-10-24 to 2026-11-22), with 180 U Botox given elsewhere (eyelids) on 2026-11-01: the limit is 200 U Botox. 20 U Botox are left: lower it by at least 20 U Botox; 40 U Botox fit from 2026-12-01. Else give the reason for going on.',
    ],
  },
  {
    slip: 'Daxxify in an arm',
    session: { product: 'daxi', injections: rows('biceps_brachii left 100/2') },
    context: STROKE,
    says: [
      'S10 note  Daxxify is off-label for upper-limb spasticity; its boxed warning says that it is not approved for spasticity. Labelled are Botox, Dysport, Xeomin. Tell the patient, and check the cover.',
    ],
  },
  {
    slip: 'a muscle in three rows',
    session: { injections: rows(PREEMPT + ', temporalis left 20/4, temporalis right 20/4') },
    context: {},
    says: [
      'S23 confirm  Temporalis has a row for both sides (40 U Botox) and one for each side (left 20 U Botox, right 20 U Botox): is it counted twice? Remove what is twice, or give the reason.',
    ],
  },
  {
    slip: 'one muscle in two courses of one visit',
    session: { injections: rows('trapezius right 100/2, splenius_capitis right 100/2') },
    context: {
      ...CD,
      earlierDoses: [
        aDose({
          performedOn: '2026-11-22',
          indication: 'chronic_migraine',
          units: 155,
          muscles: rows('trapezius right 120'),
        }),
      ],
    },
    says: [
      'S23 confirm  220 U Botox in the right trapezius, 120 U Botox of them in another session of this day or treatment: usual there are 20-100 U Botox a side. Correct it, or give the reason for so much.',
    ],
  },
];

it.each(SLIPS)('$slip', ({ session, context, says }) => {
  const findings = checkSession(aSession(session), aContext(context), RULES);
  expect(findings.map(({ code, severity, message }) => `${code} ${severity}  ${message}`)).toEqual(says);
});
