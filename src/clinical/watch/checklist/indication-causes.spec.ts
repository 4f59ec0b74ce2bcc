import { INDICATION_SLUGS, type IndicationSlug } from '../../catalogue/indications';
import { courseOf } from '../../../../test/support/patients/course-line';
import { scaleCourse } from '../../../../test/support/patients/scale-course';
import { ruleValues } from '../../rules';
import type { TreatedSession } from '../../treated-session';
import { flagOf } from '../decline-flag';
import { assessTrend } from '../response-trend';
import type { ChecklistItem } from './checklist-item';
import { CHECKLIST_CODES, INDICATION_CAUSES } from './causes';
import { CAUSES_BY_INDICATION } from './indication-causes';

const RULES = ruleValues();
const LOST = courseOf('60/14 60/14 60/14 60/14 60/14 5/2 0/2 0/2');

function checklistOf(indication: IndicationSlug, sessions: readonly TreatedSession[] = LOST) {
  return flagOf(assessTrend(sessions, indication, RULES), sessions, RULES)!.checklist;
}

const codes = (items: readonly ChecklistItem[]) => items.map(({ code }) => code);

it.each`
  indication                  | first
  ${'chronic_migraine'}       | ${'medication-overuse new-preventive diary-gaps hormonal-change expected-wear-off'}
  ${'tension_headache'}       | ${'weak-evidence medication-overuse new-preventive diary-gaps'}
  ${'cervical_dystonia'}      | ${'pattern-change neurological-drug structural-change'}
  ${'dystonia_other'}         | ${'pattern-change neurological-drug'}
  ${'blepharospasm'}          | ${'lid-opening-apraxia dry-eye neurological-drug'}
  ${'hemifacial_spasm'}       | ${'facial-synkinesis structural-change dry-eye'}
  ${'spasticity_upper'}       | ${'new-lesion irritant contracture antispastic-drug therapy-stopped'}
  ${'spasticity_lower'}       | ${'new-lesion irritant contracture antispastic-drug therapy-stopped'}
  ${'hyperhidrosis_axillary'} | ${'missed-area secondary-sweating'}
  ${'hyperhidrosis_other'}    | ${'missed-area secondary-sweating'}
  ${'sialorrhea'}             | ${'saliva-or-swallowing missed-gland'}
  ${'tremor'}                 | ${'tremor-drug weakness-taken-for-failure pattern-change'}
  ${'chronic_neck_pain'}      | ${'other-source-of-pain medication-overuse therapy-stopped'}
  ${'chronic_back_pain'}      | ${'other-source-of-pain medication-overuse therapy-stopped'}
  ${'tmj_dysfunction'}        | ${'joint-or-bite neurological-drug'}
`('$indication asks first: $first', ({ indication, first }) => {
  const own = codes(checklistOf(indication)).slice(0, String(first).split(' ').length);
  expect(own.join(' ')).toBe(first);
});

it.each`
  indication                  | never
  ${'chronic_migraine'}       | ${'guidance'}
  ${'hyperhidrosis_axillary'} | ${'guidance'}
  ${'hyperhidrosis_axillary'} | ${'muscle-choice'}
  ${'cervical_dystonia'}      | ${'medication-overuse'}
  ${'spasticity_upper'}       | ${'diary-gaps'}
`('$indication never asks $never', ({ indication, never }) => {
  expect(codes(checklistOf(indication))).not.toContain(never);
});

it('each cause of an indication is asked once, with a source, and none of the list is asked of nobody', () => {
  for (const indication of INDICATION_SLUGS) {
    const items = checklistOf(indication);
    expect(new Set(codes(items)).size).toBe(items.length);
    for (const { text, source } of items) {
      expect(text).not.toBe('');
      expect(source).toMatch(/^(V:|M|P|D)/);
    }
  }
  const asked = Object.values(CAUSES_BY_INDICATION).flatMap(({ own }) => own.map(({ code }) => code));
  expect(new Set(asked)).toEqual(new Set(INDICATION_CAUSES));
  expect(new Set(CHECKLIST_CODES).size).toBe(CHECKLIST_CODES.length);
});

it.each`
  given               | sessions                                                                  | detail
  ${'a diary'}        | ${scaleCourse('mhd', '22-10 22-10 22-10 22-10 22-21 22-22')}              | ${''}
  ${'migraine days'}  | ${scaleCourse('mmd', '16-7 16-7 16-7 16-7 16-7 16-15 16-16 16-16')}       | ${''}
  ${'a rating alone'} | ${LOST}                                                                   | ${'no headache days recorded after sessions 6, 7 and 8'}
  ${'HIT-6 alone'}    | ${scaleCourse('hit6', '66-56 66-56 66-56 66-56 66-56 66-66 66-66 66-66')} | ${'no headache days recorded after sessions 6, 7 and 8'}
`('gaps in the diary with $given stay open: $detail', ({ sessions, detail }) => {
  const item = checklistOf('chronic_migraine', sessions).find(({ code }) => code === 'diary-gaps');
  expect(item).toMatchObject({ status: 'open', detail });
});
