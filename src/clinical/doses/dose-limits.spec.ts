import { capFinding } from './dose-cap';
import { cumulativeCap, doseCaps, isFirstOfProduct } from './dose-limits';
import { aContext, aDose, aSession, said } from '../session-check/example-session';
import type { PlainDose } from '../session-check/propose-session';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';
import { ruleValues } from '../rules';
import { startDoseFindings } from './start-dose';

const RULES = ruleValues();

describe('S03: Botox of an adult, 400 U in 84 days over all courses', () => {
  it.each`
    units    | earlier                                   | says             | why
    ${400}   | ${''}                                     | ${''}            | ${'on the limit'}
    ${399.5} | ${''}                                     | ${''}            | ${'just under'}
    ${400.5} | ${''}                                     | ${'S03 confirm'} | ${'just over'}
    ${200}   | ${'ona 200 2026-10-01'}                   | ${''}            | ${'two courses together on the limit'}
    ${200}   | ${'ona 201 2026-10-01'}                   | ${'S03 confirm'} | ${'two courses together over it'}
    ${200}   | ${'ona 201 2026-08-31'}                   | ${'S03 confirm'} | ${'83 days earlier is in the window'}
    ${200}   | ${'ona 201 2026-08-30'}                   | ${''}            | ${'84 days earlier is out of it'}
    ${200}   | ${'ona 201 2026-11-22'}                   | ${'S03 confirm'} | ${'on the same day'}
    ${200}   | ${'ona 201 2027-02-13'}                   | ${'S03 confirm'} | ${'entered late: 83 days later is in a window with it'}
    ${200}   | ${'ona 201 2027-02-14'}                   | ${''}            | ${'entered late: 84 days later is not'}
    ${200}   | ${'ona 150 2026-10-01, ona 150 2027-01'}  | ${''}            | ${'never all three in one window'}
    ${200}   | ${'abo 900 2026-10-01, inco 300 2026-11'} | ${''}            | ${'other products are never added'}
  `('$units U after $earlier: $why → $says', ({ units, earlier, says }) => {
    expect(over(aSession({ units }), aContext({ earlierDoses: dosesOf(earlier) }))).toBe(says);
  });

  it('looks through the window that the clinic has set', () => {
    const context = aContext({ earlierDoses: dosesOf('ona 201 2026-08-30') });
    const rules = ruleValues({ 'S03.window': 90 });
    expect(
      said(doseCaps(aSession({ units: 200 }), context, rules).flatMap((cap) => capFinding(cap) ?? [])),
    ).toBe('S03 confirm');
  });

  it('says the numbers, the days and what to do', () => {
    const context = aContext({ earlierDoses: dosesOf('ona 250 2026-10-01') });
    const [finding] = doseCaps(aSession({ units: 170 }), context, RULES).flatMap(
      (cap) => capFinding(cap) ?? [],
    );
    expect(finding).toEqual({
      code: 'S03',
      severity: 'confirm',
      message:
        '420 U Botox within 84 days (2026-08-31 to 2026-11-22), all indications together: the limit is 400 U Botox. 150 U Botox are left: lower it by at least 20 U Botox; 170 U Botox fit from 2026-12-24. Else give the reason for going on.',
      pointer: '/injections',
      sourceText: 'Botox, adults: at most 400 U in 3 months, all indications together (V:BOT-DC,BOT-HL)',
    });
  });
});

describe('S05 to S08: one session', () => {
  it.each`
    product   | units    | indication             | earlier                   | says                          | why
    ${'abo'}  | ${1500}  | ${'spasticity_upper'}  | ${''}                     | ${''}                         | ${'on the limit'}
    ${'abo'}  | ${1501}  | ${'spasticity_upper'}  | ${''}                     | ${'S05 stop'}                 | ${'just over'}
    ${'abo'}  | ${800}   | ${'spasticity_upper'}  | ${'abo 701 2026-11-22'}   | ${'S05 stop'}                 | ${'arm and leg on one day are one session'}
    ${'abo'}  | ${800}   | ${'spasticity_upper'}  | ${'abo 701 2026-11-21'}   | ${'S05 confirm'}              | ${'a day earlier is another session, in the same 84 days'}
    ${'abo'}  | ${1501}  | ${'tremor'}            | ${''}                     | ${'S05 confirm'}              | ${'off-label the number is borrowed'}
    ${'abo'}  | ${1501}  | ${'tremor'}            | ${'abo 100 2026-11-22'}   | ${'S05 stop'}                 | ${'a leg with spasticity that day: the label’s number'}
    ${'abo'}  | ${1501}  | ${'tremor'}            | ${'abo 100 2026-11-21'}   | ${'S05 confirm, S05 confirm'} | ${'a leg the day before is another session, in the same 84 days'}
    ${'abo'}  | ${1501}  | ${'tremor'}            | ${'inco 100 2026-11-22'}  | ${'S05 confirm'}              | ${'a leg with another product'}
    ${'inco'} | ${400.5} | ${'tremor'}            | ${''}                     | ${'S06 stop'}                 | ${'just over, for whatever it is given'}
    ${'abo'}  | ${1000}  | ${'cervical_dystonia'} | ${''}                     | ${''}                         | ${'on the limit'}
    ${'abo'}  | ${999}   | ${'cervical_dystonia'} | ${''}                     | ${''}                         | ${'just under'}
    ${'abo'}  | ${1001}  | ${'cervical_dystonia'} | ${''}                     | ${'S05 stop'}                 | ${'just over'}
    ${'abo'}  | ${900}   | ${'cervical_dystonia'} | ${'abo 601 2026-11-22'}   | ${'S05 stop'}                 | ${'neck and leg on one day'}
    ${'abo'}  | ${900}   | ${'cervical_dystonia'} | ${'abo 600 2026-11-22'}   | ${''}                         | ${'neck and leg on the limit'}
    ${'inco'} | ${400}   | ${'spasticity_upper'}  | ${''}                     | ${''}                         | ${'on the limit'}
    ${'inco'} | ${400.5} | ${'spasticity_upper'}  | ${''}                     | ${'S06 stop'}                 | ${'just over'}
    ${'inco'} | ${200}   | ${'cervical_dystonia'} | ${'inco 300 2026-11-01'}  | ${'S06 confirm'}              | ${'more than a session’s most within 84 days'}
    ${'inco'} | ${200}   | ${'cervical_dystonia'} | ${'inco 201 2026-11-22'}  | ${'S06 stop'}                 | ${'two sessions of one day'}
    ${'rima'} | ${5000}  | ${'cervical_dystonia'} | ${''}                     | ${''}                         | ${'first, on the limit'}
    ${'rima'} | ${5001}  | ${'cervical_dystonia'} | ${''}                     | ${'S07 confirm'}              | ${'first, just over'}
    ${'rima'} | ${5001}  | ${'cervical_dystonia'} | ${'rima 2500 2026-01-05'} | ${''}                         | ${'not the first'}
    ${'rima'} | ${5001}  | ${'cervical_dystonia'} | ${'rima 2500 2026-11-25'} | ${'S07 confirm'}              | ${'entered late, before the one that seemed first'}
    ${'rima'} | ${10000} | ${'spasticity_upper'}  | ${''}                     | ${''}                         | ${'the start rule is for the neck'}
    ${'rima'} | ${2500}  | ${'cervical_dystonia'} | ${'rima 2501 2026-11-22'} | ${'S07 confirm'}              | ${'the first day in two sessions'}
    ${'daxi'} | ${250}   | ${'cervical_dystonia'} | ${''}                     | ${''}                         | ${'on the limit'}
    ${'daxi'} | ${251}   | ${'cervical_dystonia'} | ${''}                     | ${'S08 confirm'}              | ${'just over'}
  `('$units U $product in $indication: $why → $says', ({ product, units, indication, earlier, says }) => {
    expect(over(aSession({ product, units }), aContext({ indication, earlierDoses: dosesOf(earlier) }))).toBe(
      says,
    );
  });
});

it.each`
  units  | sameDay                                                    | says                       | why
  ${800} | ${[['cervical_dystonia', 200]]}                            | ${''}                      | ${'two sessions for the neck on the limit'}
  ${800} | ${[['cervical_dystonia', 201]]}                            | ${'S05 stop'}              | ${'two sessions for the neck over it'}
  ${800} | ${[['spasticity_lower', 201]]}                             | ${''}                      | ${'the leg is not added to the neck'}
  ${800} | ${[['cervical_dystonia', 201], ['tremor', 500]]}           | ${'S05 stop, S05 confirm'} | ${'both limits; the second is borrowed for a tremor'}
  ${800} | ${[['cervical_dystonia', 201], ['spasticity_lower', 500]]} | ${'S05 stop, S05 stop'}    | ${'both limits'}
`('S05: $units U Dysport for the neck with $sameDay that day: $why → $says', ({ units, sameDay, says }) => {
  const earlierDoses = (sameDay as ['tremor', number][]).map(([indication, given]) =>
    aDose({ product: 'abo', indication, units: given, performedOn: '2026-11-22' }),
  );
  const context = aContext({ indication: 'cervical_dystonia', earlierDoses });
  expect(over(aSession({ product: 'abo', units }), context)).toBe(says);
});

it.each`
  sameDay                                      | limits                                                    | why
  ${[]}                                        | ${['S05.abo.cervical_dystonia.cap']}                      | ${'the neck alone'}
  ${['cervical_dystonia']}                     | ${['S05.abo.cervical_dystonia.cap']}                      | ${'the neck twice'}
  ${['spasticity_lower']}                      | ${['S05.abo.cervical_dystonia.cap', 'S05.abo.adult.cap']} | ${'neck and leg: the whole is limited too'}
  ${['cervical_dystonia', 'spasticity_lower']} | ${['S05.abo.cervical_dystonia.cap', 'S05.abo.adult.cap']} | ${'and the neck twice'}
`('Dysport for the neck, that day also $sameDay → $limits: $why', ({ sameDay, limits }) => {
  const earlierDoses = (sameDay as 'tremor'[]).map((indication) =>
    aDose({ product: 'abo', indication, performedOn: '2026-11-22' }),
  );
  const context = aContext({ indication: 'cervical_dystonia', earlierDoses });
  expect(doseCaps(aSession({ product: 'abo' }), context, RULES).map(({ ruleId }) => ruleId)).toEqual(limits);
});

it.each`
  product   | birthDate       | limits                      | cumulative                | why
  ${'ona'}  | ${'2008-11-22'} | ${['S03.ona.adult.cap']}    | ${'S03.ona.adult.cap'}    | ${'18 today'}
  ${'ona'}  | ${'2008-11-23'} | ${['S04.ona.child.perKg']}  | ${'S04.ona.child.perKg'}  | ${'18 tomorrow'}
  ${'abo'}  | ${'2008-11-23'} | ${['S05.abo.child.perKg']}  | ${'S05.abo.child.perKg'}  | ${'a child'}
  ${'inco'} | ${'2008-11-22'} | ${['S06.inco.cap']}         | ${'S06.inco.window.cap'}  | ${'18 today'}
  ${'inco'} | ${'2008-11-23'} | ${['S06.inco.child.perKg']} | ${'S06.inco.child.perKg'} | ${'a child'}
  ${'rima'} | ${'2008-11-23'} | ${['S07.rima.window.cap']}  | ${'S07.rima.window.cap'}  | ${'what payers allow'}
  ${'daxi'} | ${'2008-11-23'} | ${['S08.daxi.cap']}         | ${'S08.daxi.window.cap'}  | ${'the same at every age'}
`('$product, born $birthDate → $limits: $why', ({ product, birthDate, limits, cumulative }) => {
  const context = aContext({ birthDate, weight: { kg: 15, measuredOn: '2026-11-20' } });
  const session = aSession({ product });
  expect(doseCaps(session, context, RULES).map(({ ruleId }) => ruleId)).toEqual(limits);
  expect(cumulativeCap(session, context, RULES)?.ruleId).toBe(cumulative);
});

/** Myobloc for the neck has two sums: 15,000 U in all, 10,000 U for the neck. */
it.each`
  indication             | units   | earlier                        | limits                                                              | least                                      | why
  ${'cervical_dystonia'} | ${1000} | ${['spasticity_lower', 9000]}  | ${['S07.rima.window.cap', 'S07.rima.cervical_dystonia.window.cap']} | ${'S07.rima.window.cap'}                   | ${'of all 5,000 U are left, for the neck 9,000 U'}
  ${'cervical_dystonia'} | ${1000} | ${['cervical_dystonia', 4000]} | ${['S07.rima.window.cap', 'S07.rima.cervical_dystonia.window.cap']} | ${'S07.rima.cervical_dystonia.window.cap'} | ${'of all 10,000 U are left, for the neck 5,000 U'}
  ${'spasticity_lower'}  | ${1000} | ${['cervical_dystonia', 4000]} | ${['S07.rima.window.cap']}                                          | ${'S07.rima.window.cap'}                   | ${'the neck’s sum is the neck’s'}
`('$units U Myobloc in $indication after $earlier: $why', ({ indication, units, earlier, limits, least }) => {
  const [before, given] = earlier as ['spasticity_lower', number];
  const earlierDoses = [aDose({ product: 'rima', indication: before, units: given })];
  const session = aSession({ product: 'rima', units: units as number });
  const context = aContext({ indication, earlierDoses });
  expect(doseCaps(session, context, RULES).map(({ ruleId }) => ruleId)).toEqual(limits);
  expect(cumulativeCap(session, context, RULES)?.ruleId).toBe(least);
});

it('S07: says that the sum is of the neck, and from which day its own doses let it fit', () => {
  const earlierDoses = [
    aDose({ product: 'rima', indication: 'cervical_dystonia', units: 4500, performedOn: '2026-10-01' }),
    aDose({ product: 'rima', indication: 'sialorrhea', units: 4500, performedOn: '2026-11-01' }),
  ];
  const context = aContext({ indication: 'cervical_dystonia', earlierDoses });
  const caps = doseCaps(aSession({ product: 'rima', units: 6000 }), context, RULES);
  expect(caps.flatMap((cap) => capFinding(cap)?.message ?? [])).toEqual([
    '10,500 U Myobloc within 84 days (2026-08-31 to 2026-11-22), for cervical dystonia: the limit is 10,000 U Myobloc. 5,500 U Myobloc are left: lower it by at least 500 U Myobloc; 6,000 U Myobloc fit from 2026-12-24. Else give the reason for going on.',
  ]);
});

it.each`
  product  | birthDate       | earlier                 | limits                                            | why
  ${'abo'} | ${'2016-01-01'} | ${'abo 100 2026-10-01'} | ${['S05.abo.child.perKg', 'S05.abo.child.perKg']} | ${'a child: a session’s own limit, and the sum once another day has a share'}
  ${'abo'} | ${'2016-01-01'} | ${'abo 100 2026-11-22'} | ${['S05.abo.child.perKg']}                        | ${'two sessions of one day are one'}
  ${'ona'} | ${'2016-01-01'} | ${'ona 100 2026-10-01'} | ${['S04.ona.child.perKg']}                        | ${'Botox is summed over the window as it is'}
  ${'abo'} | ${'1976-01-01'} | ${'abo 100 2026-10-01'} | ${['S05.abo.adult.cap', 'S05.abo.window.cap']}    | ${'an adult: the same'}
`('$product, born $birthDate, after $earlier → $limits: $why', ({ product, birthDate, earlier, limits }) => {
  const context = aContext({
    birthDate,
    weight: { kg: 30, measuredOn: '2026-11-20' },
    earlierDoses: dosesOf(earlier),
  });
  expect(doseCaps(aSession({ product }), context, RULES).map(({ ruleId }) => ruleId)).toEqual(limits);
});

it.each`
  product   | earlier                                         | first    | why
  ${'rima'} | ${''}                                           | ${true}  | ${'none on record'}
  ${'rima'} | ${'rima 2500 2026-11-21'}                       | ${false} | ${'one the day before'}
  ${'rima'} | ${'rima 2500 2026-11-22'}                       | ${true}  | ${'another of the same day'}
  ${'rima'} | ${'rima 2500 2026-11-23'}                       | ${true}  | ${'one the day after'}
  ${'rima'} | ${'rima 2500 2026-11-23, rima 2500 2026-01-05'} | ${false} | ${'one of several before'}
  ${'rima'} | ${'ona 200 2026-01-05'}                         | ${true}  | ${'type A is not type B'}
  ${'ona'}  | ${'ona 200 2026-01-05'}                         | ${false} | ${'one of Botox before'}
`('$product after $earlier → first of it $first: $why', ({ product, earlier, first }) => {
  expect(isFirstOfProduct(aSession({ product }), aContext({ earlierDoses: dosesOf(earlier) }))).toBe(first);
});

it.each`
  units   | tolerated | earlier                   | says             | why
  ${2500} | ${false}  | ${''}                     | ${'S07 confirm'} | ${'on the number, nothing tolerated yet'}
  ${2499} | ${false}  | ${''}                     | ${''}            | ${'just under'}
  ${2501} | ${false}  | ${''}                     | ${'S07 confirm'} | ${'just over'}
  ${2500} | ${true}   | ${''}                     | ${''}            | ${'toxin was tolerated before'}
  ${2500} | ${false}  | ${'rima 1000 2026-01-05'} | ${''}            | ${'not the first session of type B'}
  ${2500} | ${false}  | ${'ona 300 2026-01-05'}   | ${'S07 confirm'} | ${'Botox before is not yet tolerance on record'}
`(
  'S07: $units U Myobloc to start, tolerated $tolerated, $why → $says',
  ({ units, tolerated, earlier, says }) => {
    const context = aContext({
      indication: 'cervical_dystonia',
      priorToxinTolerance: tolerated,
      earlierDoses: dosesOf(earlier),
    });
    expect(said(startDoseFindings(aSession({ product: 'rima', units }), context, RULES))).toBe(says);
  },
);

it('S07: a patient without toxin on record is asked about in every indication', () => {
  const context = aContext({ indication: 'spasticity_upper', priorToxinTolerance: false });
  expect(said(startDoseFindings(aSession({ product: 'rima', units: 10_000 }), context, RULES))).toBe(
    'S07 confirm',
  );
});

function over(session: ProposedSession, context: SessionContext): string {
  return said(doseCaps(session, context, RULES).flatMap((cap) => capFinding(cap) ?? []));
}

/** `ona 200 2026-10-01, abo 500 2026-11` reads as doses; a month alone is its 15th. */
function dosesOf(text: string) {
  return text === ''
    ? []
    : text.split(', ').map((part) => {
        const [product, units, day] = part.split(' ') as [PlainDose['product'], string, string];
        const performedOn = (day.length === 7 ? `${day}-15` : day) as PlainDose['performedOn'];
        return aDose({ product, units: Number(units), performedOn });
      });
}
