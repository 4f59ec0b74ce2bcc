import type { IndicationSlug } from '../../catalogue/indications';
import type { GeneralCauseCode, IndicationCauseCode } from './causes';

export interface IndicationCause {
  readonly code: IndicationCauseCode;
  readonly text: string;
  readonly source: string;
}

/** What one indication asks beside the causes of all, and which of those make no sense in it. */
export interface CausesOfIndication {
  /** The likeliest first: they are asked before the causes of all indications. */
  readonly own: readonly IndicationCause[];
  readonly leavesOut: readonly GeneralCauseCode[];
  /** What speaks against the toxin itself in this indication; said where it never helped. */
  readonly doubt?: string;
}

const MEMORY = 'M: from memory, to be confirmed';

const OVERUSE: IndicationCause = {
  code: 'medication-overuse',
  text: 'Medication overuse: acute drugs on 10 days a month or more (simple analgesics 15)',
  source: 'V:NICE (managed for medication overuse first); the days from memory',
};
const PREVENTIVE: IndicationCause = {
  code: 'new-preventive',
  text: 'A preventive begun, changed or stopped, CGRP antibodies and gepants among them',
  source: MEMORY,
};
const DIARY: IndicationCause = {
  code: 'diary-gaps',
  text: 'Gaps in the headache diary, or days counted otherwise than before',
  source: 'V:EHF,NICE (counted from a diary of 28 days)',
};
const HORMONES: IndicationCause = {
  code: 'hormonal-change',
  text: 'Pregnancy, menopause, or hormones begun or stopped',
  source: MEMORY,
};
const WEAR_OFF: IndicationCause = {
  code: 'expected-wear-off',
  text: 'Wear-off two to four weeks before the next session: common in migraine, and no loss',
  source: 'V:CMW1,CMW2 (44 to 63 % of patients)',
};
const WEAK_EVIDENCE: IndicationCause = {
  code: 'weak-evidence',
  text: 'In chronic tension-type headache toxin is probably ineffective at any dose',
  source: 'V:AAN16 (guideline retired in 2025)',
};
const DYSTONIC_PATTERN: IndicationCause = {
  code: 'pattern-change',
  text: 'The pattern has changed (as from rotation to laterocollis), or other muscles have taken over',
  source: 'V:BNN (wrong muscles); M: changed pattern',
};
const DYSTONIA_DRUG: IndicationCause = {
  code: 'neurological-drug',
  text: 'An anticholinergic, baclofen or clonazepam changed or stopped; a dopamine blocker or an SSRI begun',
  source: MEMORY,
};
const NECK_STRUCTURE: IndicationCause = {
  code: 'structural-change',
  text: 'Cervical spine disease, fibrosis or a fixed posture',
  source: MEMORY,
};
const DRY_EYE: IndicationCause = {
  code: 'dry-eye',
  text: 'Dry eye, blepharitis or another irritation of the eye keeps the spasm up',
  source: MEMORY,
};
const NEW_LESION: IndicationCause = {
  code: 'new-lesion',
  text: 'A new lesion: stroke, relapse, syrinx, or a shunt or pump that fails',
  source: MEMORY,
};
const IRRITANT: IndicationCause = {
  code: 'irritant',
  text: 'Something that drives the tone up: infection, pain, pressure sore, bladder or bowel, a tight splint',
  source: MEMORY,
};
const CONTRACTURE: IndicationCause = {
  code: 'contracture',
  text: 'Contracture: the resistance stays at slow stretch, and toxin cannot take it away',
  source: 'M: reference 4.4',
};
const ANTISPASTIC: IndicationCause = {
  code: 'antispastic-drug',
  text: 'Baclofen (by mouth or pump), tizanidine or another antispastic drug changed or stopped',
  source: MEMORY,
};
const THERAPY: IndicationCause = {
  code: 'therapy-stopped',
  text: 'Stretching, splint, cast or physiotherapy stopped',
  source: MEMORY,
};
const MISSED_AREA: IndicationCause = {
  code: 'missed-area',
  text: 'Part of the area was missed: iodine-starch test before the next session',
  source: MEMORY,
};
const SECONDARY_SWEATING: IndicationCause = {
  code: 'secondary-sweating',
  text: 'A new cause of sweating: antidepressant, opioid, menopause, thyroid, infection',
  source: MEMORY,
};
const PAIN_SOURCE: IndicationCause = {
  code: 'other-source-of-pain',
  text: 'Another source of the pain: root, facet joint, fracture, tumour or infection',
  source: MEMORY,
};

const SPASTICITY: CausesOfIndication = {
  own: [NEW_LESION, IRRITANT, CONTRACTURE, ANTISPASTIC, THERAPY],
  leavesOut: [],
};
const SWEATING: CausesOfIndication = {
  own: [MISSED_AREA, SECONDARY_SWEATING],
  leavesOut: ['muscles', 'muscle-choice', 'guidance'],
};
const PAIN: CausesOfIndication = { own: [PAIN_SOURCE, OVERUSE, THERAPY], leavesOut: [] };

/** What else may be behind it in each indication (clinical reference 4.4, and the clinical review of 2026-11-26). */
export const CAUSES_BY_INDICATION: Readonly<Record<IndicationSlug, CausesOfIndication>> = {
  chronic_migraine: {
    own: [OVERUSE, PREVENTIVE, DIARY, HORMONES, WEAR_OFF],
    leavesOut: ['guidance'],
  },
  tension_headache: {
    own: [WEAK_EVIDENCE, OVERUSE, PREVENTIVE, DIARY],
    leavesOut: ['guidance'],
    doubt: 'toxin is probably ineffective in this headache (AAN 2016)',
  },
  cervical_dystonia: { own: [DYSTONIC_PATTERN, DYSTONIA_DRUG, NECK_STRUCTURE], leavesOut: ['muscle-choice'] },
  dystonia_other: { own: [DYSTONIC_PATTERN, DYSTONIA_DRUG], leavesOut: ['muscle-choice'] },
  blepharospasm: {
    own: [
      {
        code: 'lid-opening-apraxia',
        text: 'Apraxia of lid opening: injected before the tarsus, or not toxin’s to treat',
        source: MEMORY,
      },
      DRY_EYE,
      DYSTONIA_DRUG,
    ],
    leavesOut: ['guidance'],
  },
  hemifacial_spasm: {
    own: [
      {
        code: 'facial-synkinesis',
        text: 'Synkinesis after a palsy, or weakness taken for spasm',
        source: MEMORY,
      },
      {
        code: 'structural-change',
        text: 'The nerve is compressed otherwise than before: imaging not repeated',
        source: MEMORY,
      },
      DRY_EYE,
    ],
    leavesOut: ['guidance'],
  },
  spasticity_upper: SPASTICITY,
  spasticity_lower: SPASTICITY,
  hyperhidrosis_axillary: SWEATING,
  hyperhidrosis_other: SWEATING,
  sialorrhea: {
    own: [
      {
        code: 'saliva-or-swallowing',
        text: 'More saliva (clozapine, a cholinesterase inhibitor, teeth) or poorer swallowing and posture',
        source: MEMORY,
      },
      { code: 'missed-gland', text: 'A gland was missed: inject under ultrasound', source: MEMORY },
    ],
    leavesOut: ['muscle-choice', 'guidance'],
  },
  tremor: {
    own: [
      {
        code: 'tremor-drug',
        text: 'Valproate, lithium, thyroid or a stimulant; a beta blocker or primidone stopped',
        source: MEMORY,
      },
      {
        code: 'weakness-taken-for-failure',
        text: 'Weakness of the hand taken for a failure: the tremor is less, the function is not',
        source: MEMORY,
      },
      { ...DYSTONIC_PATTERN, text: 'Other muscles carry the tremor now', source: MEMORY },
    ],
    leavesOut: ['muscle-choice'],
  },
  tmj_dysfunction: {
    own: [
      {
        code: 'joint-or-bite',
        text: 'Pain from the joint (disc, arthritis), a new bite or a splint no longer worn',
        source: MEMORY,
      },
      {
        ...DYSTONIA_DRUG,
        text: 'A drug that makes teeth grind: SSRI, stimulant, dopamine blocker',
        source: MEMORY,
      },
    ],
    leavesOut: [],
  },
  chronic_neck_pain: PAIN,
  chronic_back_pain: PAIN,
};
