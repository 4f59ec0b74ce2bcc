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
    ...row('contraindication', 'Pregnancy', {
      rule: PREGNANCY,
      source: 'V:PREG16,PREG23',
      aliases: ['pregnancy'],
    }),
    lasts: 'may-end',
  },
  breast_feeding: {
    ...row('contraindication', 'Breast-feeding', {
      rule: PREGNANCY,
      source: 'M',
      aliases: ['breastfeeding', 'lactation', 'lactating'],
    }),
    lasts: 'may-end',
  },
  cannot_become_pregnant: row('fact', 'Cannot become pregnant', {
    source: 'P',
    aliases: ['menopause', 'postmenopausal', 'hysterectomy'],
  }),
  aminoglycoside: {
    ...row('care', 'Aminoglycoside', {
      rule: INTERACTION,
      source: 'V:MYO-MPR,DYS-MPR',
      aliases: ['aminoglycosides'],
    }),
    lasts: 'may-end',
  },
  neuromuscular_blocker: {
    ...row('care', 'Neuromuscular blocker', {
      rule: INTERACTION,
      source: 'V:MYO-MPR,DYS-MPR',
      aliases: ['neuromuscular_blockers'],
    }),
    lasts: 'may-end',
  },
  magnesium_infusion: {
    ...row('care', 'Magnesium infusion', { rule: INTERACTION, source: 'V:DAX-MS', aliases: ['magnesium'] }),
    lasts: 'may-end',
  },
  anticholinergic: {
    ...row('care', 'Anticholinergic', {
      rule: ANTICHOLINERGIC,
      source: 'V:MYO-MPR',
      aliases: ['anticholinergics', 'anticholinergic_drug', 'anticholinergic_medication'],
    }),
    lasts: 'may-end',
    when: isTypeB,
  },
  muscle_relaxant: {
    ...row('care', 'Muscle relaxant', { rule: RELAXANT, source: 'V:MYO-MPR', aliases: ['muscle_relaxants'] }),
    lasts: 'may-end',
    when: isTypeB,
  },
  myasthenia_gravis: row('care', 'Myasthenia gravis', {
    rule: WEAKNESS,
    source: 'V:DYS-MPR,MYO-MPR',
    aliases: ['myasthenia'],
  }),
  lambert_eaton: row('care', 'Lambert-Eaton syndrome', {
    rule: WEAKNESS,
    source: 'V:DYS-MPR,MYO-MPR',
    aliases: ['lems', 'lambert_eaton_syndrome'],
  }),
  als: row('care', 'Amyotrophic lateral sclerosis', {
    rule: WEAKNESS,
    source: 'V:DYS-MPR,MYO-MPR',
    aliases: ['amyotrophic_lateral_sclerosis'],
  }),
  other_neuromuscular_disease: row('care', 'Neuromuscular disease', {
    rule: WEAKNESS,
    source: 'V:DYS-MPR,MYO-MPR',
    aliases: ['neuromuscular_disease'],
  }),
  dysphagia: {
    ...row('care', 'Dysphagia', {
      rule: WORSENING,
      source: 'V:DYS-MPR,MYO-MPR',
      aliases: ['swallowing_difficulty'],
    }),
    lasts: 'may-end',
  },
  aspiration: {
    ...row('care', 'Aspiration', {
      rule: WORSENING,
      source: 'V:DYS-MPR,MYO-MPR',
      aliases: ['prior_aspiration', 'aspiration_pneumonia'],
    }),
    lasts: 'may-end',
  },
  respiratory_compromise: {
    ...row('care', 'Compromised breathing', {
      rule: WORSENING,
      source: 'V:DYS-MPR,MYO-MPR',
      aliases: ['compromised_breathing'],
    }),
    lasts: 'may-end',
  },
  narrow_angle_glaucoma: {
    ...row('care', 'Narrow-angle glaucoma', {
      rule: GLAUCOMA,
      source: 'M',
      aliases: ['angle_closure_glaucoma', 'closed_angle_glaucoma', 'narrow_angle'],
    }),
    when: (session) => isTypeB(session) || session.injections.some(({ muscle }) => EYELID.test(muscle)),
  },
  cardiovascular_disease: row('care', 'Cardiovascular disease', {
    rule: HEART,
    source: 'M',
    aliases: ['heart_disease', 'cardiac_disease', 'coronary_heart_disease'],
  }),
  milk_protein_allergy: {
    ...row('allergy', 'Cow’s milk protein allergy', {
      rule: MILK,
      source: 'V:DYS-MPR',
      aliases: ['cow_milk_protein_allergy', 'cows_milk_protein_allergy'],
    }),
    when: ({ product }) => product === 'abo',
  },
  toxin_hypersensitivity: row('allergy', 'Hypersensitivity to a botulinum toxin', {
    rule: HYPERSENSITIVITY,
    source: 'V:DAX-BW',
    aliases: ['toxin_allergy'],
  }),
  albumin_refusal: {
    ...row('contraindication', 'Refuses human albumin', {
      rule: ALBUMIN,
      source: 'V:DYS-MPR,MYO-MPR,DAX-ACC',
      aliases: ['refuses_albumin', 'refuses_human_albumin', 'human_albumin_refusal'],
    }),
    lasts: 'may-end',
    when: ({ product }) => PRODUCTS[product].containsAlbumin,
  },
  infection_at_site: {
    ...row('contraindication', 'Infection at the injection site', {
      rule: INFECTION,
      source: 'V:DAX-BW',
      aliases: ['injection_site_infection'],
    }),
    lasts: 'may-end',
  },
  anticoagulant: {
    ...row('care', 'Anticoagulant', {
      rule: ANTICOAGULANT,
      source: 'V:AC-KR',
      aliases: ['anticoagulants', 'anticoagulation'],
    }),
    lasts: 'may-end',
  },
  bleeding_disorder: {
    ...row('care', 'Bleeding disorder', {
      rule: BLEEDING,
      source: 'P',
      aliases: ['bleeding_disorders', 'haemophilia', 'hemophilia', 'coagulopathy'],
    }),
    when: ({ injections }) => injections.some(({ muscle }) => liesDeep(muscle)),
    otherwise: {
      code: 'S17',
      severity: 'note',
      advice: 'Press longer, and look again before the patient leaves.',
    },
  },
  inr: {
    ...row('care', 'INR', {
      source: 'P',
      aliases: ['international_normalised_ratio', 'international_normalized_ratio'],
    }),
    measured: { ...INR, required: true },
  },
  inr_above_3: {
    ...row('care', 'INR above 3', { rule: HIGH_INR, source: 'P', aliases: ['inr_over_3'] }),
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
  more: Pick<Precaution, 'rule' | 'source' | 'aliases'>,
) {
  return { kind, name, lasts: 'for-life' as Precaution['lasts'], ...more };
}

function ask(code: PrecautionRule, advice: string): Objection {
  return { code, severity: 'confirm', advice };
}
