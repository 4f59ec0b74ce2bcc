import { courseOf } from '../../../../test/support/patients/course-line';
import type { IndicationSlug } from '../../catalogue/indications';
import { ruleValues } from '../../rules';
import type { ChecklistItem } from '../checklist/checklist-item';
import { assessTrend } from '../response-trend';
import type { TrendState } from '../trend-state';
import { flagText } from './flag-text';

const RULES = ruleValues();

/** `dose-cut explained session 5`: what the record says of one cause. */
function item(line: string): ChecklistItem {
  const [code, status, ...detail] = line.split(' ');
  return { code, status, detail: detail.join(' '), text: '', source: 'P' } as ChecklistItem;
}

/** The flag of a loss since the fifth session, in its two sentences. */
function sentencesOf({
  course = '60/12 60/12 60/12 60/12 20/6 20/7',
  indication = 'cervical_dystonia' as IndicationSlug,
  checklist = [] as readonly string[],
  state = {} as Partial<TrendState>,
}): readonly [seen: string, meant: string, still: string] {
  const { sessions, states } = assessTrend(courseOf(course), indication, RULES);
  const text = flagText({
    indication,
    state: { ...states.at(-1)!, ...state },
    evidence: sessions,
    since: 4,
    checklist: checklist.map(item),
    rules: RULES,
  });
  const [seen, meant, still] = text.split(/(?<=\w)\. (?=[A-Z])|(?<!\d\)); (?=still|no change)/);
  return [seen!, meant!, still!];
}

it.each`
  checklist                                                                                                     | still
  ${[]}                                                                                                         | ${'no change of product, injector or muscles on record.'}
  ${['dose-cut explained session 5: 60 %']}                                                                     | ${'still open: dose cut (session 5: 60 %).'}
  ${['product explained at session 5']}                                                                         | ${'still open: new product at session 5.'}
  ${['injector explained at session 6']}                                                                        | ${'still open: new injector at session 6.'}
  ${['muscles explained at session 6']}                                                                         | ${'still open: other muscles at session 6.'}
  ${['dose-cut open x', 'product open x', 'injector open x', 'muscles open x']}                                 | ${'no change of product, injector or muscles on record.'}
  ${['dose-cut excluded x', 'product excluded x', 'injector excluded x', 'muscles excluded x']}                 | ${'no change of product, injector or muscles on record.'}
  ${['one-off open only one session']}                                                                          | ${'still open: one session only, needs a second.'}
  ${['one-off excluded less benefit twice']}                                                                    | ${'no change of product, injector or muscles on record.'}
  ${['peak-check open no peak check after session 5']}                                                          | ${'still open: no peak check after session 5.'}
  ${['peak-check excluded judged each time']}                                                                   | ${'no change of product, injector or muscles on record.'}
  ${['data-gaps open benefit known in 6 of 9 sessions']}                                                        | ${'still open: benefit known in 6 of 9 sessions.'}
  ${['data-gaps excluded benefit known in 6 of 6 sessions']}                                                    | ${'no change of product, injector or muscles on record.'}
  ${['interval explained 20 weeks before session 6']}                                                           | ${'still open: 20 weeks before session 6.'}
  ${['interval open x', 'vial open not recorded']}                                                              | ${'no change of product, injector or muscles on record.'}
  ${['one-off open x', 'data-gaps open a', 'interval explained b', 'peak-check open c']}                        | ${'still open: one session only, needs a second, a, b, c.'}
  ${['one-off open x', 'data-gaps open a', 'interval explained b', 'peak-check open c', 'product explained d']} | ${'still open: one session only, needs a second, a, b, c.'}
`('$checklist → $still', ({ checklist, still }) => {
  expect(sentencesOf({ checklist: checklist as string[] })[2]).toBe(still);
});

it.each`
  indication             | state                               | meant
  ${'cervical_dystonia'} | ${{ trueLossShare: 0.25 }}          | ${'Of simulated courses with this pattern about 1 in 4 had a lasting loss'}
  ${'chronic_migraine'}  | ${{ trueLossShare: 0.02 }}          | ${'Of simulated courses with this pattern fewer than 1 in 20 had a lasting loss, and in this indication other causes are commoner: first medication overuse, a new preventive and gaps in the diary'}
  ${'cervical_dystonia'} | ${{ trueLossShare: null }}          | ${"How often such a pattern is a lasting loss has not been counted with this clinic's settings"}
  ${'cervical_dystonia'} | ${{ dryMouthAndBenefitLost: true }} | ${'Dry mouth is gone together with the benefit, so type B may be failing'}
  ${'cervical_dystonia'} | ${{ restsOn: 'length' }}            | ${'A shorter effect is often the first sign of a loss: it is watched, and the peak still holds it from being a review'}
  ${'cervical_dystonia'} | ${{ tier: 'primary' }}              | ${'Before the toxin is blamed: diagnosis, dose and muscles'}
  ${'tension_headache'}  | ${{ tier: 'primary' }}              | ${'Before the toxin is blamed: toxin is probably ineffective in this headache (AAN 2016), diagnosis, dose and muscles'}
`('$indication with $state means: $meant', ({ indication, state, meant }) => {
  expect(sentencesOf({ indication, state })[1]).toBe(meant);
});

it.each`
  state                    | seen
  ${{}}                    | ${"Since session 5 (2024-12-02) benefit is 20 % (patient's rating) for 6-7 weeks;"}
  ${{ restsOn: 'length' }} | ${'Since session 5 (2024-12-02) the effect lasts 6-7 weeks;'}
  ${{ tier: 'primary' }}   | ${"In the first sessions (6 known, from session 1) benefit was 20-60 % (patient's rating) for 6-12 weeks;"}
`('with $state it is seen: $seen', ({ state, seen }) => {
  expect(sentencesOf({ state: state as Partial<TrendState> })[0].startsWith(seen as string)).toBe(true);
});

it.each`
  course                               | meant
  ${'60/13 60/13 60/13 60/13 60/9 /8'} | ${'the peak still holds it from being a review'}
  ${'60/13 60/13 60/13 60/13 /9 /8'}   | ${'the peak was not asked'}
`('$course, shorter: $meant', ({ course, meant }) => {
  const [, told] = sentencesOf({ course: course as string, state: { restsOn: 'length' } });
  expect(told.endsWith(`, and ${meant as string}`)).toBe(true);
});
