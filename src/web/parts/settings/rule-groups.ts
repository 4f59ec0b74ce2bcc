/** What a threshold is about, in the order of a course: when, how much, from which vial, in whom, and what came of it. */
export const RULE_GROUPS = [
  'Intervals',
  'Limits over weeks and over several courses',
  'Doses of one session',
  'Vials, dilution and volume',
  'The patient: age, weight, pregnancy, precautions',
  'After the session',
  'How long the effect lasts',
  'Is the response diminishing?',
  'The checklist of a flag',
  'What the clinic learns from its own courses',
  'Authorizations',
] as const;

export type RuleGroup = (typeof RULE_GROUPS)[number];

/** The first that fits decides. */
const BY_ID: readonly (readonly [RegExp, RuleGroup])[] = [
  [/^S01\.|^S02\.|\.minimum$/, 'Intervals'],
  [/^S03\.|^S09\.|\.window(\.cap)?$/, 'Limits over weeks and over several courses'],
  [/^S10\.|^S13\.|^S14\.|^S17\.|^S04\.weight\./, 'The patient: age, weight, pregnancy, precautions'],
  [/^S11\.|^S24\.(?!.*site\.cap$)/, 'Vials, dilution and volume'],
  [/^S22\.|^S30\./, 'After the session'],
  [/^S\d\d\./, 'Doses of one session'],
  [/^effect-window\./, 'How long the effect lasts'],
  [/^R\.learning\.|^R\.noise\.|^R\.alarm-budget/, 'What the clinic learns from its own courses'],
  [/^R\.checklist\.|^R\.progression\./, 'The checklist of a flag'],
  [/^payer\./, 'Authorizations'],
  [/^R\./, 'Is the response diminishing?'],
];

/** Under which heading does a threshold stand? @throws RangeError for an id of no known kind. */
export function ruleGroup(id: string): RuleGroup {
  const found = BY_ID.find(([of]) => of.test(id));
  if (!found) throw new RangeError(`No group for the rule ${id}`);
  return found[1];
}
