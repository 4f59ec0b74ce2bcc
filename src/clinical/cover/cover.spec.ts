import type { PlainDate } from '../calendar';
import { coverAsOf, coverOn, coverPeriods, isUsedUp, type Authorization, type CoverQuestion } from './cover';
import type { Dose } from '../units';
import { toxinUnits } from '../units';

const DAY: PlainDate = '2026-11-22';

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
  day             | says                    | why
  ${'2026-12-30'} | ${'covered'}            | ${'the day before the last'}
  ${'2026-12-31'} | ${'covered'}            | ${'the last day'}
  ${'2027-01-01'} | ${'expires-before-due'} | ${'the day after'}
  ${'2026-01-01'} | ${'covered'}            | ${'the first day'}
  ${'2025-12-31'} | ${'missing'}            | ${'not yet in force'}
`('on $day: $why → $says', ({ day, says }) => {
  expect(ask([BOTOX], { day })).toBe(says);
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

interface Change {
  readonly change: Partial<Authorization>;
  readonly gap: string | null;
  readonly gapOn: string | null;
}

it.each`
  change                                              | gap                  | gapOn           | why
  ${{}}                                               | ${null}              | ${null}         | ${'covered'}
  ${{ billingUnitsUsed: 646 }}                        | ${'too-few-units'}   | ${null}         | ${'154 left of 155'}
  ${{ billingUnitsUsed: 800 }}                        | ${'used-up'}         | ${null}         | ${'no unit left'}
  ${{ sessionsUsed: 4 }}                              | ${'used-up'}         | ${null}         | ${'no session left'}
  ${{ endsOn: '2026-11-21' }}                         | ${'ended'}           | ${'2026-11-21'} | ${'ended the day before'}
  ${{ startsOn: '2026-11-23' }}                       | ${'not-begun'}       | ${'2026-11-23'} | ${'begins the day after'}
  ${{ ofOtherInsurer: true }}                         | ${'other-insurer'}   | ${null}         | ${'of another insurer'}
  ${{ ofOtherInsurer: true, endsOn: '2026-11-21' }}   | ${'none'}            | ${null}         | ${'of another insurer, and over'}
  ${{ ofOtherInsurer: true, startsOn: '2026-11-23' }} | ${'none'}            | ${null}         | ${'of another insurer, and not begun'}
  ${{ product: 'abo' }}                               | ${'other-product'}   | ${null}         | ${'of another product'}
  ${{ product: 'abo', endsOn: '2026-11-21' }}         | ${'none'}            | ${null}         | ${'of another product, and over'}
  ${{ indication: 'tremor' }}                         | ${'other-treatment'} | ${null}         | ${'of another treatment'}
  ${{ indication: 'tremor', startsOn: '2026-11-23' }} | ${'none'}            | ${null}         | ${'of another treatment, and not begun'}
`('says what is in the way: $why', ({ change, gap, gapOn }: Change) => {
  const plannedDose: Dose = { product: 'ona', units: toxinUnits('ona', 155) };
  expect(coverOn(DAY, question([{ ...BOTOX, ...change }], { plannedDose }))).toMatchObject({ gap, gapOn });
});

it('names what is nearest, and of several that ended the last', () => {
  const ended = [{ ...BOTOX, endsOn: '2026-06-30' } as const, { ...BOTOX, endsOn: '2026-09-30' } as const];
  const other = { ...BOTOX, ofOtherInsurer: true };
  expect(coverOn(DAY, question([...ended, other]))).toMatchObject({ gap: 'ended', gapOn: '2026-09-30' });
  const later = [
    { ...BOTOX, startsOn: '2026-12-05' } as const,
    { ...BOTOX, startsOn: '2026-12-01' } as const,
  ];
  expect(coverOn(DAY, question([other, ...later]))).toMatchObject({ gap: 'not-begun', gapOn: '2026-12-01' });
  expect(coverOn(DAY, question([]))).toEqual({ state: 'missing', gap: 'none', gapOn: null });
});

it.each`
  asOf            | state                   | gapOn           | why
  ${'2026-10-01'} | ${'covered'}            | ${null}         | ${'long before the due day: judged on that day'}
  ${'2026-11-22'} | ${'covered'}            | ${null}         | ${'on the due day'}
  ${'2026-12-31'} | ${'covered'}            | ${null}         | ${'overdue, on the last day of the authorization'}
  ${'2027-01-01'} | ${'expires-before-due'} | ${'2026-12-31'} | ${'overdue, and it has ended since'}
  ${'2027-01-31'} | ${'expires-before-due'} | ${'2026-12-31'} | ${'the day before the renewal'}
  ${'2027-02-01'} | ${'covered'}            | ${null}         | ${'the renewal is in force'}
  ${'2028-02-01'} | ${'expires-before-due'} | ${'2028-01-31'} | ${'the renewal has ended too'}
`('due on 22 Nov 2026, seen on $asOf: $why', ({ asOf, state, gapOn }) => {
  const renewal = { ...BOTOX, startsOn: '2027-02-01', endsOn: '2028-01-31', sessionsUsed: 0 } as const;
  const periods = coverPeriods(DAY, question([renewal, BOTOX]));
  expect(coverAsOf(asOf, periods)).toMatchObject({ state, gapOn });
});

it('a course that has no due day is judged on the day one looks from', () => {
  const periods = coverPeriods(null, question([BOTOX]));
  expect(coverAsOf('2025-12-31', periods)).toEqual({
    state: 'missing',
    gap: 'not-begun',
    gapOn: '2026-01-01',
  });
  expect(coverAsOf('2026-12-31', periods).state).toBe('covered');
  expect(coverAsOf('2027-01-01', periods).state).toBe('expires-before-due');
});

it('keeps no period that says the same as the one before', () => {
  const longer = { ...BOTOX, endsOn: '2027-12-31' } as const;
  expect(coverPeriods(DAY, question([BOTOX, longer])).map(({ fromOn }) => fromOn)).toEqual([
    DAY,
    '2028-01-01',
  ]);
});

it.each`
  change                                                    | used     | why
  ${{}}                                                     | ${false} | ${'a session and units left'}
  ${{ sessionsUsed: 4 }}                                    | ${true}  | ${'the last session used'}
  ${{ billingUnitsUsed: 799 }}                              | ${false} | ${'one unit left'}
  ${{ billingUnitsUsed: 800 }}                              | ${true}  | ${'no unit left'}
  ${{ billingUnitsApproved: null, sessionsApproved: null }} | ${false} | ${'not limited'}
`('used up $used: $why', ({ change, used }) => {
  expect(isUsedUp({ ...BOTOX, ...change })).toBe(used);
});

function question(
  authorizations: readonly Authorization[],
  more: Partial<CoverQuestion> = {},
): CoverQuestion {
  return { coverage: 'pa_usual', product: 'ona', indication: 'chronic_migraine', authorizations, ...more };
}

function ask(
  authorizations: readonly Authorization[],
  { day = DAY, ...more }: Partial<CoverQuestion> & { readonly day?: PlainDate } = {},
) {
  return coverOn(day, question(authorizations, more)).state;
}
