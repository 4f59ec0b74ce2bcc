import type { Bounds } from '../bounds';
import { liesDeep } from '../catalogue/muscles';
import { PRODUCTS } from '../catalogue/products';
import type { FindingSeverity } from '../finding';
import type { ProposedSession } from '../session-check/proposed-session';

type PrecautionRule = 'S13' | 'S14' | 'S15' | 'S16' | 'S17';

export interface Objection {
  readonly code: PrecautionRule;
  readonly severity: FindingSeverity;
  readonly advice: string;
}

/** How it is shown: an allergy before a contraindication before what asks for care; a fact objects to nothing. */
export const PRECAUTION_KINDS = ['allergy', 'contraindication', 'care', 'fact'] as const;
export type PrecautionKind = (typeof PRECAUTION_KINDS)[number];

export interface Precaution {
  readonly name: string;
  readonly kind: PrecautionKind;
  /** `may-end`: after a year it is asked again whether it still holds. */
  readonly lasts: 'for-life' | 'may-end';
  /** Absent: it raises no objection of its own. */
  readonly rule?: Objection;
  /** The sessions it speaks against; all of them when absent. */
  readonly when?: (session: ProposedSession) => boolean;
  /** What it says of the other sessions; nothing when absent. */
  readonly otherwise?: Objection;
  /** It is a number of a day. Not a medical limit: beyond lies a slip of the pen. */
  readonly measured?: Bounds & { readonly required: boolean };
  readonly source: string;
  readonly aliases: readonly string[];
}

const PREGNANCY = ask(
  'S13',
  'There are no adequate data: confirm that this was weighed up with the patient.',
);
const INTERACTION = ask('S14', 'It strengthens the toxin: postpone, or confirm that this was considered.');
const ANTICHOLINERGIC = ask(
  'S14',
  'Type B adds to it (dry mouth, constipation, retention): choose type A, or confirm that this was considered.',
);
const RELAXANT = ask(
  'S14',
  'With type B weakness may add up: choose type A, or confirm that this was considered.',
);
const WEAKNESS = ask('S15', 'Severe weakness is possible: confirm that the risk was weighed up.');
const WORSENING = ask(
  'S15',
  'It may become worse, most of all after neck injections: confirm that the risk was weighed up.',
);
const GLAUCOMA = ask(
  'S15',
  'Round the eye, and with type B everywhere, a toxin may raise the pressure: have the angle examined, or confirm that this was weighed up.',
);
const HEART: Objection = {
  code: 'S15',
  severity: 'note',
  advice: 'Arrhythmia and infarction were reported after Botox: keep an eye on the patient.',
};
const MILK: Objection = {
  code: 'S16',
  severity: 'stop',
  advice: 'Dysport may contain milk protein: choose another product.',
};
const HYPERSENSITIVITY: Objection = {
  code: 'S16',
  severity: 'stop',
  advice: 'Contraindicated with every product.',
};
const INFECTION: Objection = {
  code: 'S16',
  severity: 'stop',
  advice: 'Contraindicated until it has healed and is off the record.',
};
const ALBUMIN = ask(
  'S16',
  'This product contains human albumin: choose Daxxify, which has none, or confirm that the patient agreed.',
);
const ANTICOAGULANT: Objection = {
  code: 'S17',
  severity: 'note',
  advice: 'Press longer; take care with deep muscles.',
};
const HIGH_INR = ask(
  'S17',
  'Bleeding is likelier, above all in deep muscles: wait for a lower INR, or confirm.',
);
const BLEEDING = ask(
  'S17',
  'A muscle of this session lies deep: ask a haematologist about cover, or confirm that this was weighed up.',
);

const INR = { min: 0.5, max: 20 };

/** What on a patient's record bears on every session. */
const ROWS = {
  pregnant: {
    ...row('contraindication', 'Pregnancy', PREGNANCY, 'V:PREG16,PREG23', ['pregnancy']),
    lasts: 'may-end',
  },
  breast_feeding: {
    ...row('contraindication', 'Breast-feeding', PREGNANCY, 'M', ['breastfeeding', 'lactation', 'lactating']),
    lasts: 'may-end',
  },
  cannot_become_pregnant: row('fact', 'Cannot become pregnant', undefined, 'P', [
    'menopause',
    'postmenopausal',
    'hysterectomy',
  ]),
  aminoglycoside: {
    ...row('care', 'Aminoglycoside', INTERACTION, 'V:MYO-MPR,DYS-MPR', ['aminoglycosides']),
    lasts: 'may-end',
  },
  neuromuscular_blocker: {
    ...row('care', 'Neuromuscular blocker', INTERACTION, 'V:MYO-MPR,DYS-MPR', ['neuromuscular_blockers']),
    lasts: 'may-end',
  },
  magnesium_infusion: {
    ...row('care', 'Magnesium infusion', INTERACTION, 'V:DAX-MS', ['magnesium']),
    lasts: 'may-end',
  },
  anticholinergic: {
    ...row('care', 'Anticholinergic', ANTICHOLINERGIC, 'V:MYO-MPR', [
      'anticholinergics',
      'anticholinergic_drug',
      'anticholinergic_medication',
    ]),
    lasts: 'may-end',
    when: isTypeB,
  },
  muscle_relaxant: {
    ...row('care', 'Muscle relaxant', RELAXANT, 'V:MYO-MPR', ['muscle_relaxants']),
    lasts: 'may-end',
    when: isTypeB,
  },
  myasthenia_gravis: row('care', 'Myasthenia gravis', WEAKNESS, 'V:DYS-MPR,MYO-MPR', ['myasthenia']),
  lambert_eaton: row('care', 'Lambert-Eaton syndrome', WEAKNESS, 'V:DYS-MPR,MYO-MPR', [
    'lems',
    'lambert_eaton_syndrome',
  ]),
  als: row('care', 'Amyotrophic lateral sclerosis', WEAKNESS, 'V:DYS-MPR,MYO-MPR', [
    'amyotrophic_lateral_sclerosis',
  ]),
  other_neuromuscular_disease: row('care', 'Neuromuscular disease', WEAKNESS, 'V:DYS-MPR,MYO-MPR', [
    'neuromuscular_disease',
  ]),
  dysphagia: {
    ...row('care', 'Dysphagia', WORSENING, 'V:DYS-MPR,MYO-MPR', ['swallowing_difficulty']),
    lasts: 'may-end',
  },
  aspiration: {
    ...row('care', 'Aspiration', WORSENING, 'V:DYS-MPR,MYO-MPR', [
      'prior_aspiration',
      'aspiration_pneumonia',
    ]),
    lasts: 'may-end',
  },
  respiratory_compromise: {
    ...row('care', 'Compromised breathing', WORSENING, 'V:DYS-MPR,MYO-MPR', ['compromised_breathing']),
    lasts: 'may-end',
  },
  narrow_angle_glaucoma: {
    ...row('care', 'Narrow-angle glaucoma', GLAUCOMA, 'M', [
      'angle_closure_glaucoma',
      'closed_angle_glaucoma',
      'narrow_angle',
    ]),
    when: (session) => isTypeB(session) || session.injections.some(({ muscle }) => EYELID.test(muscle)),
  },
  cardiovascular_disease: row('care', 'Cardiovascular disease', HEART, 'M', [
    'heart_disease',
    'cardiac_disease',
    'coronary_heart_disease',
  ]),
  milk_protein_allergy: {
    ...row('allergy', 'Cow’s milk protein allergy', MILK, 'V:DYS-MPR', [
      'cow_milk_protein_allergy',
      'cows_milk_protein_allergy',
    ]),
    when: ({ product }) => product === 'abo',
  },
  toxin_hypersensitivity: row(
    'allergy',
    'Hypersensitivity to a botulinum toxin',
    HYPERSENSITIVITY,
    'V:DAX-BW',
    ['toxin_allergy'],
  ),
  albumin_refusal: {
    ...row('contraindication', 'Refuses human albumin', ALBUMIN, 'V:DYS-MPR,MYO-MPR,DAX-ACC', [
      'refuses_albumin',
      'refuses_human_albumin',
      'human_albumin_refusal',
    ]),
    lasts: 'may-end',
    when: ({ product }) => PRODUCTS[product].containsAlbumin,
  },
  infection_at_site: {
    ...row('contraindication', 'Infection at the injection site', INFECTION, 'V:DAX-BW', [
      'injection_site_infection',
    ]),
    lasts: 'may-end',
  },
  anticoagulant: {
    ...row('care', 'Anticoagulant', ANTICOAGULANT, 'V:AC-KR', ['anticoagulants', 'anticoagulation']),
    lasts: 'may-end',
  },
  bleeding_disorder: {
    ...row('care', 'Bleeding disorder', BLEEDING, 'P', [
      'bleeding_disorders',
      'haemophilia',
      'hemophilia',
      'coagulopathy',
    ]),
    when: ({ injections }) => injections.some(({ muscle }) => liesDeep(muscle)),
    otherwise: {
      code: 'S17',
      severity: 'note',
      advice: 'Press longer, and look again before the patient leaves.',
    },
  },
  inr: {
    ...row('care', 'INR', undefined, 'P', [
      'international_normalised_ratio',
      'international_normalized_ratio',
    ]),
    measured: { ...INR, required: true },
  },
  inr_above_3: {
    ...row('care', 'INR above 3', HIGH_INR, 'P', ['inr_over_3']),
    lasts: 'may-end',
    measured: { ...INR, required: false },
  },
} as const satisfies Record<string, Precaution>;

export type PrecautionCode = keyof typeof ROWS;

export const PRECAUTIONS: Readonly<Record<PrecautionCode, Precaution>> = ROWS;
export const PRECAUTION_CODES = Object.keys(ROWS) as readonly PrecautionCode[];

/** The precaution that a code or a clinician's word means; undefined when none. */
export function precautionOf(text: string): PrecautionCode | undefined {
  const wanted = text
    .trim()
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '_');
  return PRECAUTION_CODES.find((slug) => slug === wanted || PRECAUTIONS[slug].aliases.includes(wanted));
}

const EYELID = /^orbicularis_oculi/;

function isTypeB({ product }: ProposedSession): boolean {
  return PRODUCTS[product].serotype === 'B';
}

function row<Kind extends PrecautionKind>(
  kind: Kind,
  name: string,
  rule: Objection | undefined,
  source: string,
  aliases: readonly string[],
) {
  return { kind, name, lasts: 'for-life' as Precaution['lasts'], ...(rule && { rule }), source, aliases };
}

function ask(code: PrecautionRule, advice: string): Objection {
  return { code, severity: 'confirm', advice };
}
