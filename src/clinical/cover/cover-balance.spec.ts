import type { PlainDate } from '../calendar';
import { balanceText, coverBalances, type CoverBalance, type ReservingVisit } from './cover-balance';
import type { Authorization } from './cover';
import { doseOf } from '../units';

const TODAY = '2026-11-23';

const BOTOX: Authorization = {
  product: 'ona',
  indication: 'chronic_migraine',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  billingUnitsApproved: 800,
  sessionsApproved: 4,
  billingUnitsUsed: 310,
  sessionsUsed: 2,
};

const VISIT: ReservingVisit = {
  on: '2026-12-07',
  product: 'ona',
  indication: 'chronic_migraine',
  plannedDose: doseOf('ona', 155),
};

/** What is left of the only authorization of a patient. */
function coverBalance(
  authorization: Authorization,
  visits: readonly ReservingVisit[],
  today: PlainDate,
): CoverBalance {
  const [balance] = coverBalances([authorization], visits, today);
  const { billingUnitsReserved, billingUnitsLeft, sessionsReserved, sessionsLeft, daysLeft } = balance!;
  return { billingUnitsReserved, billingUnitsLeft, sessionsReserved, sessionsLeft, daysLeft };
}

it.each`
  visits                                               | units  | sessions | why
  ${[]}                                                | ${0}   | ${0}     | ${'nothing booked'}
  ${[VISIT]}                                           | ${155} | ${1}     | ${'one visit'}
  ${[VISIT, { ...VISIT, on: '2026-12-30' }]}           | ${310} | ${2}     | ${'two visits'}
  ${[{ ...VISIT, on: '2026-11-22' }]}                  | ${0}   | ${0}     | ${'yesterday: it has come about, or not'}
  ${[{ ...VISIT, on: '2026-11-23' }]}                  | ${155} | ${1}     | ${'today'}
  ${[{ ...VISIT, on: '2026-12-31' }]}                  | ${155} | ${1}     | ${'the last day'}
  ${[{ ...VISIT, on: '2027-01-01' }]}                  | ${0}   | ${0}     | ${'the day after'}
  ${[{ ...VISIT, product: 'abo' }]}                    | ${0}   | ${0}     | ${'of another product'}
  ${[{ ...VISIT, indication: 'tremor' }]}              | ${0}   | ${0}     | ${'of another treatment'}
  ${[{ ...VISIT, plannedDose: undefined }]}            | ${0}   | ${1}     | ${'no dose known'}
  ${[{ ...VISIT, plannedDose: doseOf('abo', 500) }]}   | ${0}   | ${1}     | ${'the dose of another product is none of this'}
  ${[{ ...VISIT, plannedDose: doseOf('ona', 155.5) }]} | ${156} | ${1}     | ${'a started billing unit counts'}
`('$why: reserves $units units, $sessions sessions', ({ visits, units, sessions }) => {
  expect(coverBalance(BOTOX, visits, TODAY)).toEqual({
    billingUnitsReserved: units,
    billingUnitsLeft: 490 - units,
    sessionsReserved: sessions,
    sessionsLeft: 2 - sessions,
    daysLeft: 39,
  });
});

it.each`
  change                            | units    | sessions | reserved | why
  ${{ billingUnitsApproved: null }} | ${null}  | ${1}     | ${155}   | ${'units are not limited'}
  ${{ sessionsApproved: null }}     | ${335}   | ${null}  | ${155}   | ${'sessions are not limited'}
  ${{ billingUnitsApproved: 465 }}  | ${0}     | ${1}     | ${155}   | ${'just enough'}
  ${{ billingUnitsApproved: 464 }}  | ${-1}    | ${1}     | ${155}   | ${'one unit more is booked than approved'}
  ${{ billingUnitsUsed: 310.5 }}    | ${334.5} | ${1}     | ${155}   | ${'half a unit used'}
  ${{ indication: null }}           | ${335}   | ${1}     | ${155}   | ${'for every treatment'}
  ${{ ofOtherInsurer: true }}       | ${490}   | ${2}     | ${0}     | ${'the visit is billed to another insurer'}
  ${{ startsOn: '2026-12-08' }}     | ${490}   | ${2}     | ${0}     | ${'it begins the day after the visit'}
  ${{ startsOn: '2026-12-07' }}     | ${335}   | ${1}     | ${155}   | ${'it begins on the day of the visit'}
`('$why: $units units and $sessions sessions are left', ({ change, units, sessions, reserved }) => {
  expect(coverBalance({ ...BOTOX, ...change }, [VISIT], TODAY)).toMatchObject({
    billingUnitsReserved: reserved,
    billingUnitsLeft: units,
    sessionsLeft: sessions,
  });
});

it.each`
  startsOn        | endsOn          | daysLeft | why
  ${'2026-01-01'} | ${'2026-11-22'} | ${0}     | ${'ended yesterday'}
  ${'2026-01-01'} | ${'2026-01-31'} | ${0}     | ${'ended long ago'}
  ${'2026-01-01'} | ${'2026-11-23'} | ${1}     | ${'today is the last day'}
  ${'2026-01-01'} | ${'2026-11-24'} | ${2}     | ${'today and tomorrow'}
  ${'2026-12-01'} | ${'2026-12-31'} | ${31}    | ${'begins later: all its days'}
`('$startsOn to $endsOn: $daysLeft days left, $why', ({ startsOn, endsOn, daysLeft }) => {
  expect(coverBalance({ ...BOTOX, startsOn, endsOn }, [], TODAY).daysLeft).toBe(daysLeft);
});

it.each`
  change                                                                   | visits     | text
  ${{}}                                                                    | ${[VISIT]} | ${'335 of 800 billing units left (310 used, 155 booked), 1 of 4 sessions left (2 used, 1 booked), 39 days left'}
  ${{ billingUnitsUsed: 0, sessionsUsed: 0 }}                              | ${[]}      | ${'800 of 800 billing units left, 4 of 4 sessions left, 39 days left'}
  ${{ billingUnitsApproved: 400, sessionsApproved: null }}                 | ${[VISIT]} | ${'65 billing units more than the 400 approved (310 used, 155 booked), 39 days left'}
  ${{ billingUnitsApproved: null, sessionsApproved: null, endsOn: TODAY }} | ${[]}      | ${'1 day left'}
`('says $text', ({ change, visits, text }) => {
  const authorization = { ...BOTOX, ...change };
  expect(balanceText(authorization, coverBalance(authorization, visits, TODAY))).toBe(text);
});

/** Of 800 units and 4 sessions half is left of the first; the second has just been granted. */
const ENDING: Authorization = { ...BOTOX, billingUnitsUsed: 400, sessionsUsed: 2 };
const NEW: Authorization = {
  ...BOTOX,
  startsOn: '2026-12-01',
  endsOn: '2027-11-30',
  billingUnitsUsed: 0,
  sessionsUsed: 0,
};
const LATER = { ...VISIT, on: '2026-12-21' };

it.each`
  ending                            | renewed                       | visits                                                    | reserved      | why
  ${{}}                             | ${{}}                         | ${[VISIT]}                                                | ${[155, 0]}   | ${'the one that ends first'}
  ${{ endsOn: '2027-12-01' }}       | ${{}}                         | ${[VISIT]}                                                | ${[0, 155]}   | ${'whichever is named first'}
  ${{}}                             | ${{}}                         | ${[{ ...VISIT, on: '2026-11-30' }]}                       | ${[155, 0]}   | ${'before the new one begins'}
  ${{}}                             | ${{}}                         | ${[{ ...VISIT, on: '2026-12-31' }]}                       | ${[155, 0]}   | ${'on the last day of the old one'}
  ${{}}                             | ${{}}                         | ${[{ ...VISIT, on: '2027-01-01' }]}                       | ${[0, 155]}   | ${'after the old one'}
  ${{ billingUnitsUsed: 645 }}      | ${{}}                         | ${[VISIT]}                                                | ${[155, 0]}   | ${'just enough units in the old one'}
  ${{ billingUnitsUsed: 646 }}      | ${{}}                         | ${[VISIT]}                                                | ${[0, 155]}   | ${'a unit too few in the old one'}
  ${{ sessionsUsed: 3 }}            | ${{}}                         | ${[VISIT]}                                                | ${[155, 0]}   | ${'a last session in the old one'}
  ${{ sessionsUsed: 4 }}            | ${{}}                         | ${[VISIT]}                                                | ${[0, 155]}   | ${'no session left in the old one'}
  ${{ sessionsUsed: 3 }}            | ${{}}                         | ${[VISIT, LATER]}                                         | ${[155, 155]} | ${'the old one for the earlier, the new one for the later'}
  ${{ sessionsUsed: 3 }}            | ${{}}                         | ${[{ ...LATER, plannedDose: doseOf('ona', 100) }, VISIT]} | ${[155, 100]} | ${'the earlier first, however they come'}
  ${{ sessionsUsed: 4 }}            | ${{ sessionsUsed: 4 }}        | ${[VISIT]}                                                | ${[155, 0]}   | ${'no session anywhere: the one that ends first'}
  ${{ sessionsUsed: 4 }}            | ${{ billingUnitsUsed: 700 }}  | ${[VISIT]}                                                | ${[0, 155]}   | ${'too few units are nearer than no session'}
  ${{ billingUnitsUsed: 750 }}      | ${{ billingUnitsUsed: 700 }}  | ${[VISIT]}                                                | ${[0, 155]}   | ${'the one that lacks fewer units'}
  ${{ billingUnitsUsed: 700 }}      | ${{ billingUnitsUsed: 700 }}  | ${[VISIT]}                                                | ${[155, 0]}   | ${'as few in both: the one that ends first'}
  ${{ billingUnitsApproved: null }} | ${{}}                         | ${[VISIT, LATER, VISIT]}                                  | ${[310, 155]} | ${'units without limit, two sessions'}
  ${{ sessionsUsed: 4 }}            | ${{ sessionsApproved: null }} | ${[VISIT, LATER]}                                         | ${[0, 310]}   | ${'sessions without limit'}
  ${{ ofOtherInsurer: true }}       | ${{}}                         | ${[VISIT]}                                                | ${[0, 155]}   | ${'the old one is of another insurer'}
  ${{ product: 'abo' }}             | ${{}}                         | ${[VISIT]}                                                | ${[0, 155]}   | ${'the old one is of another product'}
`('$why', ({ ending, renewed, visits, reserved }) => {
  const balances = coverBalances(
    [
      { ...ENDING, ...ending },
      { ...NEW, ...renewed },
    ],
    visits,
    TODAY,
  );
  expect(balances.map(({ billingUnitsReserved }) => billingUnitsReserved)).toEqual(reserved);
  const sessions = balances.reduce((sum, { sessionsReserved }) => sum + sessionsReserved, 0);
  expect(sessions).toBe(visits.length);
});
