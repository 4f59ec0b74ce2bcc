import * as fc from 'fast-check';
import { addDays } from '../calendar';
import { aContext, aDose, aSession, said } from './example-session';
import type { PlainDose } from './propose-session';
import { ruleValues } from '../rules';
import { checkSession } from './session-check';
import { sessionTotals } from '../doses/session-totals';
import type { ToxinProduct } from '../units';
import { TOXIN_PRODUCTS, totalUnits, toxinUnits } from '../units';

const RULES = ruleValues();

it.each`
  performedOn     | birthDate       | says                       | why
  ${'2026-11-29'} | ${'1976-11-22'} | ${''}                      | ${'yesterday'}
  ${'2026-11-30'} | ${'1976-11-22'} | ${''}                      | ${'today'}
  ${'2026-12-01'} | ${'1976-11-22'} | ${'future-day stop'}       | ${'tomorrow'}
  ${'1976-11-21'} | ${'1976-11-22'} | ${'before-birth stop'}     | ${'the day before birth'}
  ${'2026-11-22'} | ${'2026-11-22'} | ${'S04 stop, S10 confirm'} | ${'the day of birth: no day to correct'}
`('$performedOn is $why → $says', ({ performedOn, birthDate, says }) => {
  expect(said(checkSession(aSession({ performedOn }), aContext({ birthDate }), RULES))).toBe(says);
});

it('has no objection to an ordinary session', () => {
  const context = aContext({
    earlierDoses: [aDose({ performedOn: '2026-08-30', units: 155, sameCourse: true })],
  });
  expect(checkSession(aSession({ units: 155 }), context, RULES)).toEqual([]);
});

it('lists what stops before what asks before what is only shown', () => {
  const context = aContext({ precautions: ['anticoagulant', 'pregnant', 'infection_at_site'] });
  expect(said(checkSession(aSession(), context, RULES))).toBe('S16 stop, S13 confirm, S17 note');
});

it('names no finding without its source and its advice', () => {
  const context = aContext({
    birthDate: '2018-01-01',
    indication: 'hemifacial_spasm',
    earlierDoses: [aDose({ sameCourse: true }), aDose({ product: 'abo' })],
  });
  const findings = checkSession(aSession({ units: 400 }), context, RULES);
  const kinds = [...new Set(said(findings).split(', '))];
  expect(kinds.toSorted()).toEqual([
    'S02 confirm',
    'S04 stop',
    'S09 confirm',
    'S10 confirm',
    'S20 stop',
    'S23 confirm',
    'S25 confirm',
  ]);
  for (const { message, sourceText } of findings)
    expect([message, sourceText]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\(.+\)$/)]);
});

it('cannot add units of two products: it does not compile', () => {
  // @ts-expect-error units of two products in one sum
  const mixed = totalUnits([toxinUnits('ona', 100), toxinUnits('abo', 500)]);
  expect(mixed).toBe(600);
});

const doses = fc.array(
  fc.record({
    product: fc.constantFrom(...TOXIN_PRODUCTS),
    units: fc.integer({ min: 1, max: 300 }),
    daysAway: fc.integer({ min: -200, max: 8 }),
  }),
  { maxLength: 12 },
);

it('another product never changes a sum', () => {
  fc.assert(
    fc.property(doses, fc.constantFrom(...TOXIN_PRODUCTS), (given, product) => {
      const all = given.map(doseOf);
      const own = all.filter(({ dose }) => dose.product === product);
      const session = aSession({ product });
      expect(sessionTotals(session, aContext({ earlierDoses: all }), RULES)).toEqual(
        sessionTotals(session, aContext({ earlierDoses: own }), RULES),
      );
    }),
  );
});

it('the order of the other sessions does not matter', () => {
  fc.assert(
    fc.property(doses, fc.constantFrom(...TOXIN_PRODUCTS), (given, product) => {
      const all = given.map(doseOf);
      const session = aSession({ product, units: 120 });
      expect(checkSession(session, aContext({ earlierDoses: all.toReversed() }), RULES)).toEqual(
        checkSession(session, aContext({ earlierDoses: all }), RULES),
      );
    }),
  );
});

it('a larger dose never silences a limit', () => {
  fc.assert(
    fc.property(
      doses,
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 500 }),
      (given, units, more) => {
        const context = aContext({ earlierDoses: given.map(doseOf) });
        const codes = (amount: number) =>
          new Set(
            checkSession(aSession({ units: amount }), context, RULES)
              .map(({ code }) => code)
              // What is plausible has a lower end as well: `plausible-dose.spec.ts`.
              .filter((code) => code !== 'S23'),
          );
        expect([...codes(units)].filter((code) => !codes(units + more).has(code))).toEqual([]);
      },
    ),
  );
});

function doseOf({ product, units, daysAway }: { product: ToxinProduct; units: number; daysAway: number }) {
  const dose: Partial<PlainDose> = { product, units, performedOn: addDays('2026-11-22', daysAway) };
  return aDose({ ...dose, sameCourse: daysAway % 2 === 0 });
}
