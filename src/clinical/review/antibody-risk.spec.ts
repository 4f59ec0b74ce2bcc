import { addDays } from '../calendar';
import { ruleValues } from '../rules';
import { doseOf, type ToxinProduct } from '../units';
import { antibodyRisk, type OtherToxin } from './antibody-risk';

const rules = ruleValues();
const FIRST = '2024-01-01';

/** `0 100, 84 100 rima`: days after the first session and units, of Botox unless another product stands there. */
function given(text: string) {
  return text.split(', ').map((word) => {
    const [days, units, product = 'ona'] = word.split(' ') as [string, string, ToxinProduct?];
    return { performedOn: addDays(FIRST, Number(days)), dose: doseOf(product, Number(units)) };
  });
}

it.each`
  sessions                         | boosters | short | why
  ${'0 100'}                       | ${0}     | ${0}  | ${'a first session has none before it'}
  ${'0 100, 55 100'}               | ${1}     | ${1}  | ${'the last day of a booster'}
  ${'0 100, 56 100'}               | ${0}     | ${1}  | ${'no booster any more, short still'}
  ${'0 100, 83 100'}               | ${0}     | ${1}  | ${'the last short day'}
  ${'0 100, 84 100'}               | ${0}     | ${0}  | ${'twelve weeks are not short'}
  ${'0 100, 16 20, 84 100'}        | ${1}     | ${2}  | ${'a touch-up is a contact of its own: 16 days before it, 68 after it'}
  ${'84 100, 0 100, 16 20'}        | ${1}     | ${2}  | ${'in whatever order they are told'}
  ${'0 100, 0 20, 84 100'}         | ${0}     | ${0}  | ${'two of one day are one contact'}
  ${'0 100, 60 2500 rima, 65 100'} | ${1}     | ${2}  | ${'whatever the product'}
`('$sessions: $boosters boosters, $short short intervals: $why', ({ sessions, boosters, short }) => {
  const risk = antibodyRisk(given(sessions as string), [], rules);
  expect([risk?.boosters, risk?.shortIntervals]).toEqual([boosters, short]);
});

it.each`
  days    | years
  ${0}    | ${0}
  ${18}   | ${0}
  ${19}   | ${0.1}
  ${365}  | ${1}
  ${1278} | ${3.5}
`('$days days from the first session to the latest are $years years', ({ days, years }) => {
  expect(antibodyRisk(given(`0 100, ${days} 100`), [], rules)?.years).toBe(years);
});

it.each`
  sessions                 | others                               | doses                                    | uncounted | why
  ${'0 100.1, 84 100.2'}   | ${[]}                                | ${['ona 200.3 2 200.3']}                 | ${0}      | ${'to a hundredth'}
  ${'0 100, 84 5000 rima'} | ${[]}                                | ${['ona 100 1 100', 'rima 5000 1 5000']} | ${0}      | ${'each product for itself'}
  ${'0 100'}               | ${[{ product: 'ona', units: 20 }]}   | ${['ona 100 1 120']}                     | ${0}      | ${'another course or somebody else'}
  ${'0 100'}               | ${[{ product: 'abo', units: 500 }]}  | ${['ona 100 1 100']}                     | ${0}      | ${'another product is no sum of this course'}
  ${'0 100'}               | ${[{ product: 'ona', units: null }]} | ${['ona 100 1 100']}                     | ${1}      | ${'units not known'}
  ${'0 100'}               | ${[{ product: null, units: 30 }]}    | ${['ona 100 1 100']}                     | ${1}      | ${'none of our products'}
`(
  '$sessions beside $others: $doses, $uncounted uncounted: $why',
  ({ sessions, others, doses, uncounted }) => {
    const risk = antibodyRisk(given(sessions as string), others as OtherToxin[], rules);
    expect(
      risk?.cumulativeDoses.map(
        (dose) => `${dose.product} ${dose.units} ${dose.sessions} ${dose.patientUnits}`,
      ),
    ).toEqual(doses);
    expect(risk?.uncountedElsewhere).toBe(uncounted);
  },
);

it('says nothing of a course in which nothing was given', () => {
  expect(antibodyRisk([], [{ product: 'ona', units: 100 }], rules)).toBeUndefined();
});

it('says it in words, each with its source', () => {
  const others = [
    { product: 'ona', units: 20 },
    { product: null, units: null },
  ] as const;
  const risk = antibodyRisk(given('0 1000, 16 200, 365 1000'), others, rules);
  expect(risk?.items.map(({ code, text }) => `${code}: ${text}`)).toEqual([
    'boosters: 1 booster: given less than 56 days after the session before.',
    'short-intervals: 1 of 2 intervals shorter than 84 days (12 weeks).',
    'years: 1 year of treatment, from 1 Jan 2024 to 31 Dec 2024.',
    'cumulative-dose: 2,200 U Botox in 3 sessions, 2,220 U Botox with other courses and what others gave. 1 dose given elsewhere cannot be counted: product or units are not known.',
  ]);
  expect(risk?.items.filter(({ sourceText }) => !/\((V|P)/.test(sourceText))).toEqual([]);
});

it.each`
  sessions            | years                                                     | dose                              | why
  ${'0 1000'}         | ${'0 years of treatment, on 1 Jan 2024.'}                 | ${'1,000 U Botox in 1 session.'}  | ${'one session'}
  ${'0 1000, 0 20'}   | ${'0 years of treatment, on 1 Jan 2024.'}                 | ${'1,020 U Botox in 2 sessions.'} | ${'two of one day'}
  ${'0 1000, 731 20'} | ${'2 years of treatment, from 1 Jan 2024 to 1 Jan 2026.'} | ${'1,020 U Botox in 2 sessions.'} | ${'from the first to the latest'}
`('of $sessions, and nothing elsewhere: $years $dose ($why)', ({ sessions, years, dose }) => {
  const items = antibodyRisk(given(sessions as string), [], rules)!.items;
  expect(items.slice(2).map(({ text }) => text)).toEqual([years, dose]);
});

it('counts by what the clinic has set', () => {
  const set = { ...rules, 'S02.booster': 14, 'S02.short': 90 };
  const risk = antibodyRisk(given('0 100, 16 20, 105 100'), [], set);
  expect([risk?.boosters, risk?.shortIntervals]).toEqual([0, 2]);
  expect(risk?.items[1]?.text).toBe('2 of 2 intervals shorter than 90 days.');
});
