/** Whom a hold keeps waiting: one course, or every course of the patient. */
export const HOLD_CONCERNS = ['course', 'patient'] as const;
export type HoldConcerns = (typeof HOLD_CONCERNS)[number];

/** Beginnings of words for a state of the whole patient, whatever is injected and where. */
const OF_THE_PATIENT = [
  // Pregnancy
  'pregnan',
  'gravid',
  'expecting a (?:baby|child)',
  'conceiv',
  'conception',
  'ivf\\b',
  'breast[ -]?fe',
  'breast[ -]?milk',
  'lactat',
  'nursing (?:a |her )?(?:baby|child|infant|mother)',
  'post-?partum',
  'after (?:the )?(?:birth|delivery)',
  'gestation',
  'trimester',
  'obstetric',
  '(?:ante|pre)natal',
  'miscarr',
  'newborn',
  // Infection
  'infect',
  'sepsis',
  'septic',
  'uti\\b',
  'pyelonephr',
  'cystitis',
  'tonsillit',
  'sinusit',
  'gastroenterit',
  'mening',
  'viral',
  'fever',
  'febrile',
  'pneumoni',
  'bronchit',
  'influenza',
  'flu\\b',
  'covid',
  'antibiot',
  'aminoglycosid',
  'gentami[cs]in',
  'tobramycin',
  'amikacin',
  'streptomycin',
  'neomycin',
  'kanamycin',
  'unwell',
  'acute(?:ly)? ill',
  // Swallowing and breathing
  'swallow',
  'dysphag',
  'aspirat',
  'chok',
  'feeding tube',
  'gastrostom',
  'nasogastric',
  'peg (?:tube|placed)',
  'thickened',
  'breath(?:ing|less|\\b)',
  'dyspn',
  'respirat',
  'ventilat',
  // Surgery and what goes with it
  'surg(?:ery|ical)',
  'operation',
  'an(?:a?e|æ)sth',
  'hospital',
  'admi(?:tted|ssion)',
  'intensive care',
  'icu\\b',
  'magnesium',
  'chemotherap',
  // Weakness and allergy
  'myastheni',
  'generali[sz]ed weakness',
  'botuli(?:sm|nism)',
  'allerg',
  'anaphyla',
  'hypersensitiv',
];

const PATTERN = new RegExp(`\\b(?:${OF_THE_PATIENT.join('|')})`, 'i');

/**
 * Does a hold for this reason concern the whole patient, or its own course alone?
 *
 * Said by the clinician or, left unsaid, read from the words: pregnancy, infection, swallowing, breathing, surgery and
 * what strengthens toxin are the patient's; a wish, a payer or a sore place is the course's.
 */
export function holdConcerns(reason: string): HoldConcerns {
  return PATTERN.test(reason) ? 'patient' : 'course';
}
