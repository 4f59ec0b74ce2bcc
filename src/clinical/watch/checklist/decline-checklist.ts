import type { IndicationSlug } from '../../catalogue/indications';
import type { RuleValues } from '../../rules';
import { checkProgression } from '../evidence/progression-check';
import {
  changeOf,
  doseAdequate,
  guidance,
  interval,
  intervalText,
  sideEffects,
  vial,
} from './causes-in-what-was-given';
import { dataGaps, diaryGaps, oneOff, peakCheck } from './causes-in-what-was-measured';
import type { GeneralCauseCode } from './causes';
import { GENERAL_CAUSES } from './causes';
import type { ChecklistCourse, ChecklistItem, Finding } from './checklist-item';
import { open } from './checklist-item';
import { CAUSES_BY_INDICATION } from './indication-causes';

interface Asked {
  readonly text: string | ((rules: RuleValues) => string);
  readonly source: string;
  readonly find?: (course: ChecklistCourse) => Finding;
}

const GENERAL: Readonly<Record<GeneralCauseCode, Asked>> = {
  'one-off': { text: 'One bad session: needs a second', source: 'P: reference 4.2', find: oneOff },
  'dose-cut': { text: 'Dose reduced', source: 'M: reference 4.4', find: changeOf('dose-cut', 'dose') },
  'dose-adequate': {
    text: 'Dose too low, or never adequate',
    source: 'M: reference 4.4',
    find: doseAdequate,
  },
  product: { text: 'Product changed', source: 'M: reference 4.4', find: changeOf('product', 'product') },
  injector: { text: 'Injector changed', source: 'M: reference 4.4', find: changeOf('injector', 'injector') },
  muscles: { text: 'Muscles changed', source: 'M: reference 4.4', find: changeOf('muscles', 'muscles') },
  'muscle-choice': { text: 'Wrong muscles, or the pattern has changed', source: 'V:BNN' },
  guidance: { text: 'No guidance (EMG, ultrasound) on deep muscles', source: 'V:BNN', find: guidance },
  interval: { text: intervalText, source: 'M: reference 4.4', find: interval },
  vial: { text: 'Vial expired, frozen, over age or wrongly diluted', source: 'M: reference 4.4', find: vial },
  'peak-check': { text: 'Not scored at the peak', source: 'V:INT2', find: peakCheck },
  'data-gaps': { text: 'Gaps in the record', source: 'P', find: dataGaps },
  progression: {
    text: 'Progression or natural fluctuation of the illness',
    source: 'V:UKD',
    find: checkProgression,
  },
  'side-effects': { text: 'Dose limited by side effects', source: 'V:UKD', find: sideEffects },
  expectation: { text: 'Expectation, mood, or comparison with a best-ever session', source: 'V:UKD' },
  'new-drug-or-diagnosis': {
    text: 'New drug or new diagnosis, a functional disorder among them',
    source: 'M: reference 4.4',
  },
  'wrong-diagnosis': { text: 'Wrong primary diagnosis', source: 'M: reference 4.4' },
};

/**
 * What else could explain it? The indication's own causes first, then the list of clinical reference 4.4, filled in from
 * the record where the record knows, open where only a person can say. A dose that was raised and failed speaks against
 * "dose too low".
 */
export function fillChecklist(indication: IndicationSlug, course: ChecklistCourse): ChecklistItem[] {
  const { own, leavesOut } = CAUSES_BY_INDICATION[indication];
  const ofIndication = own.map(({ code, text, source }) => ({
    code,
    text,
    source,
    ...(code === 'diary-gaps' ? diaryGaps(course) : open()),
  }));
  const general = GENERAL_CAUSES.filter((code) => !leavesOut.includes(code)).map((code) => {
    const { text, source, find } = GENERAL[code];
    return {
      code,
      text: typeof text === 'string' ? text : text(course.rules),
      source,
      ...(find?.(course) ?? open()),
    };
  });
  return [...ofIndication, ...general];
}
