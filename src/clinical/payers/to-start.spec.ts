import type { Cover } from '../cover/cover';
import { ruleValues } from '../rules';
import { longestLead, toStart, type AskedPayer } from './to-start';

const RULES = ruleValues();
const PAYERS: readonly AskedPayer[] = [
  { id: 'p1', name: 'Blue Shield', otherNames: ['BCBS'], leadDays: 10 },
  { id: 'p2', name: 'Quick Plan', otherNames: [], leadDays: 0 },
  { id: 'p3', name: 'Silent Plan', otherNames: [], leadDays: null },
];
const MISSING: Cover = { state: 'missing', gap: 'none', gapOn: null };
const ENDED: Cover = { state: 'expires-before-due', gap: 'ended', gapOn: '2026-11-30' };
const SHORT: Cover = { state: 'units-short', gap: 'too-few-units', gapOn: null };

const asked = (given: object) =>
  toStart(
    { asOf: '2026-11-23', dueOn: '2026-12-07', cover: MISSING, payer: 'bcbs', ...given },
    PAYERS,
    RULES,
  );

it.each`
  asOf            | payer             | startByOn       | why
  ${'2026-11-26'} | ${'bcbs'}         | ${undefined}    | ${'the day before ten days before'}
  ${'2026-11-27'} | ${'bcbs'}         | ${'2026-11-27'} | ${'ten days before, by another of its names'}
  ${'2026-12-20'} | ${'bcbs'}         | ${'2026-11-27'} | ${'overdue'}
  ${'2026-12-06'} | ${'Quick Plan'}   | ${undefined}    | ${'it needs no time, and the day is tomorrow'}
  ${'2026-12-07'} | ${'Quick Plan'}   | ${'2026-12-07'} | ${'it needs no time: the due day itself'}
  ${'2026-11-06'} | ${'Silent Plan'}  | ${undefined}    | ${'time not known: the day before the rule’s'}
  ${'2026-11-07'} | ${'Silent Plan'}  | ${'2026-11-07'} | ${'time not known: the rule’s thirty days'}
  ${'2026-11-07'} | ${'Nobody Knows'} | ${'2026-11-07'} | ${'not on the list: the rule’s thirty days'}
  ${'2026-11-07'} | ${null}           | ${'2026-11-07'} | ${'no insurer known: the rule’s thirty days'}
`('on $asOf with $payer → $startByOn: $why', ({ asOf, payer, startByOn }) => {
  expect(asked({ asOf, payer })?.startByOn).toBe(startByOn);
});

it.each`
  state           | started
  ${'covered'}    | ${false}
  ${'not-needed'} | ${false}
`('a session that is $state asks for nothing', ({ state }) => {
  expect(asked({ asOf: '2026-12-07', cover: { state, gap: null, gapOn: null } })).toBeUndefined();
});

it.each`
  cover      | given                       | why
  ${MISSING} | ${{ asOf: '2026-11-30' }}   | ${'A prior authorization is needed and missing. Due on 7 Dec 2026; Blue Shield takes 10 days.'}
  ${ENDED}   | ${{ asOf: '2026-11-30' }}   | ${'The authorization runs out on 30 Nov 2026, before the visit. Due on 7 Dec 2026; Blue Shield takes 10 days.'}
  ${SHORT}   | ${{ payer: 'Silent Plan' }} | ${'The authorization has too few units left for the next session. Due on 7 Dec 2026; how long Silent Plan takes is not known, 30 days are allowed for it.'}
  ${MISSING} | ${{ payer: null }}          | ${'A prior authorization is needed and missing. Due on 7 Dec 2026; the insurer is not known, 30 days are allowed for it.'}
`('says $why', ({ cover, given, why }) => {
  expect(asked({ cover, ...given })).toMatchObject({
    why,
    todo: expect.stringMatching(/^Ask the insurer .* now\.$/),
  });
});

it.each`
  payers    | lead  | days  | why
  ${PAYERS} | ${30} | ${30} | ${'the rule’s is the longest'}
  ${PAYERS} | ${5}  | ${10} | ${'a payer’s is the longest'}
  ${[]}     | ${5}  | ${5}  | ${'no payer on the list'}
`('of all, $days days: $why', ({ payers, lead, days }) => {
  expect(longestLead(payers, ruleValues({ 'payer.lead': lead }))).toBe(days);
});
