/** What is asked of every indication, as far as it fits; the order is that of clinical reference 4.4, the record's own first. */
export const GENERAL_CAUSES = [
  'one-off',
  'dose-cut',
  'dose-adequate',
  'product',
  'injector',
  'muscles',
  'muscle-choice',
  'guidance',
  'interval',
  'vial',
  'peak-check',
  'data-gaps',
  'progression',
  'side-effects',
  'expectation',
  'new-drug-or-diagnosis',
  'wrong-diagnosis',
] as const;
export type GeneralCauseCode = (typeof GENERAL_CAUSES)[number];

/** Causes that only some indications have. */
export const INDICATION_CAUSES = [
  'medication-overuse',
  'new-preventive',
  'diary-gaps',
  'hormonal-change',
  'expected-wear-off',
  'weak-evidence',
  'pattern-change',
  'structural-change',
  'neurological-drug',
  'lid-opening-apraxia',
  'dry-eye',
  'facial-synkinesis',
  'new-lesion',
  'irritant',
  'contracture',
  'antispastic-drug',
  'therapy-stopped',
  'missed-area',
  'secondary-sweating',
  'saliva-or-swallowing',
  'missed-gland',
  'joint-or-bite',
  'tremor-drug',
  'weakness-taken-for-failure',
  'other-source-of-pain',
] as const;
export type IndicationCauseCode = (typeof INDICATION_CAUSES)[number];

export type ChecklistCode = GeneralCauseCode | IndicationCauseCode;
export const CHECKLIST_CODES: readonly ChecklistCode[] = [...GENERAL_CAUSES, ...INDICATION_CAUSES];
