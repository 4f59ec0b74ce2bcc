import type { Authorization } from './cover';
import { authorizationFor } from './cover';
import type { Dose } from './units';
import { toxinUnits } from './units';

const BOTOX: Authorization = {
  product: 'ona',
  indication: 'chronic_migraine',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  billingUnitsApproved: 800,
  sessionsApproved: 4,
  billingUnitsUsed: 600,
  sessionsUsed: 3,
};

it.each`
  dueOn           | says                    | why
  ${'2026-12-30'} | ${'covered'}            | ${'the day before the last'}
  ${'2026-12-31'} | ${'covered'}            | ${'the last day'}
  ${'2027-01-01'} | ${'expires-before-due'} | ${'the day after'}
  ${'2026-01-01'} | ${'covered'}            | ${'the first day'}
  ${'2025-12-31'} | ${'missing'}            | ${'not yet in force'}
`('due on $dueOn: $why → $says', ({ dueOn, says }) => {
  expect(ask([BOTOX], { dueOn })).toBe(says);
});

it.each`
  change                                         | units        | says             | why
  ${{}}                                          | ${200}       | ${'covered'}     | ${'exactly what is left'}
  ${{}}                                          | ${199}       | ${'covered'}     | ${'less than what is left'}
  ${{}}                                          | ${201}       | ${'units-short'} | ${'one unit too many'}
  ${{}}                                          | ${200.5}     | ${'units-short'} | ${'a started billing unit counts'}
  ${{ sessionsUsed: 4 }}                         | ${155}       | ${'units-short'} | ${'no session left'}
  ${{ billingUnitsUsed: 800 }}                   | ${undefined} | ${'units-short'} | ${'nothing left'}
  ${{ billingUnitsUsed: 799 }}                   | ${undefined} | ${'covered'}     | ${'something left and no dose planned'}
  ${{ billingUnitsApproved: null }}              | ${500}       | ${'covered'}     | ${'units not limited'}
  ${{ sessionsApproved: null, sessionsUsed: 9 }} | ${155}       | ${'covered'}     | ${'sessions not limited'}
`('$change, $units U planned: $why → $says', ({ change, units, says }) => {
  const plannedDose: Dose | undefined = units && { product: 'ona', units: toxinUnits('ona', units) };
  expect(ask([{ ...BOTOX, ...change }], { plannedDose })).toBe(says);
});

it.each`
  units  | approved | says             | why
  ${640} | ${128}   | ${'covered'}     | ${'5 U Dysport are one billing unit'}
  ${640} | ${127}   | ${'units-short'} | ${'one billing unit short'}
  ${642} | ${128}   | ${'units-short'} | ${'a started billing unit counts'}
`('$units U Dysport of $approved billing units: $why → $says', ({ units, approved, says }) => {
  const dysport = { ...BOTOX, product: 'abo', billingUnitsApproved: approved, billingUnitsUsed: 0 } as const;
  const plannedDose: Dose = { product: 'abo', units: toxinUnits('abo', units) };
  expect(ask([dysport], { product: 'abo', plannedDose })).toBe(says);
});

it.each`
  changes                                                   | says                    | why
  ${[]}                                                     | ${'missing'}            | ${'none at all'}
  ${[{ product: 'abo' }]}                                   | ${'missing'}            | ${'for another product'}
  ${[{ indication: 'tremor' }]}                             | ${'missing'}            | ${'for another indication'}
  ${[{ indication: null }]}                                 | ${'covered'}            | ${'for every indication'}
  ${[{ endsOn: '2026-06-30' }, { startsOn: '2026-07-01' }]} | ${'covered'}            | ${'the renewal covers'}
  ${[{ endsOn: '2026-06-30' }, { sessionsUsed: 4 }]}        | ${'units-short'}        | ${'in force but used up is nearer than expired'}
  ${[{ endsOn: '2026-06-30' }, { startsOn: '2027-06-01' }]} | ${'expires-before-due'} | ${'one too early, one too late'}
`('authorizations $changes: $why → $says', ({ changes, says }) => {
  expect(ask((changes as Partial<Authorization>[]).map((change) => ({ ...BOTOX, ...change })))).toBe(says);
});

it.each`
  coverage        | says
  ${'usual'}      | ${'not-needed'}
  ${'not_needed'} | ${'not-needed'}
  ${'pa_usual'}   | ${'missing'}
`('coverage $coverage without authorization → $says', ({ coverage, says }) => {
  expect(ask([], { coverage })).toBe(says);
});

it('counts no dose of another product against an authorization', () => {
  const plannedDose: Dose = { product: 'rima', units: toxinUnits('rima', 50_000) };
  expect(ask([BOTOX], { plannedDose })).toBe('covered');
});

function ask(
  authorizations: readonly Authorization[],
  more: Partial<Parameters<typeof authorizationFor>[0]> = {},
) {
  return authorizationFor({
    coverage: 'pa_usual',
    dueOn: '2026-11-22',
    product: 'ona',
    indication: 'chronic_migraine',
    authorizations,
    ...more,
  });
}
