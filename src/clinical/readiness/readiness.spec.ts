import type { Cover } from '../cover/cover';
import { readinessOf, type NextVisit } from './readiness';

const COVERED: Cover = { state: 'covered', gap: null, gapOn: null };
const VISIT: NextVisit = {
  asOf: '2026-11-23',
  on: '2026-12-01',
  product: 'ona',
  endedOn: null,
  diedOn: null,
  cover: COVERED,
  stock: {
    isKept: true,
    clinic: [{ units: 200, expiresOn: '2027-06-30' }],
    pharmacy: [],
    unitsPlanned: 200,
  },
  units: null,
  holdUntilOn: null,
  precautionsToAsk: 0,
  treatments: [
    { performedOn: '2026-09-01', effectKnown: true },
    { performedOn: '2026-06-01', effectKnown: true },
  ],
};
const itemOf = (given: Partial<NextVisit>, code: string) =>
  readinessOf({ ...VISIT, ...given }).items.find((item) => item.code === code);

it('is ready when nothing is missing, and says of each thing that it is there', () => {
  const { ready, items } = readinessOf(VISIT);
  expect(ready).toBe(true);
  expect(items.map(({ code }) => code)).toEqual([
    'cover',
    'units-left',
    'stock',
    'hold',
    'precautions',
    'effect',
  ]);
  expect(items.every((item) => item.ready && item.todo === undefined)).toBe(true);
});

const cover = (
  state: Cover['state'],
  gap: Cover['gap'],
  gapOn: Cover['gapOn'] = null,
): Partial<NextVisit> => ({
  cover: { state, gap, gapOn },
});
const session = (performedOn: string, effectKnown: boolean) => ({ performedOn, effectKnown });

it.each`
  given                                                                           | code             | text
  ${cover('expires-before-due', 'ended', '2026-11-22')}                           | ${'cover'}       | ${'The authorization ran out on 22 Nov 2026, before the visit.'}
  ${cover('expires-before-due', 'ended', '2026-11-23')}                           | ${'cover'}       | ${'The authorization runs out on 23 Nov 2026, before the visit.'}
  ${cover('missing', 'not-begun', '2026-12-10')}                                  | ${'cover'}       | ${'The authorization begins on 10 Dec 2026, after the visit.'}
  ${cover('missing', 'other-insurer')}                                            | ${'cover'}       | ${'The authorization is for another insurer than the patient’s.'}
  ${cover('missing', 'other-product')}                                            | ${'cover'}       | ${'The authorization is for another product.'}
  ${cover('missing', 'other-treatment')}                                          | ${'cover'}       | ${'The authorization is for another treatment.'}
  ${cover('missing', 'none')}                                                     | ${'cover'}       | ${'A prior authorization is needed and missing.'}
  ${cover('units-short', 'used-up')}                                              | ${'units-left'}  | ${'The authorization is used up.'}
  ${cover('units-short', 'too-few-units')}                                        | ${'units-left'}  | ${'The authorization has too few units left for the next session.'}
  ${{ stock: { ...VISIT.stock, clinic: [] } }}                                    | ${'stock'}       | ${'Too little Botox is in stock that may still be used on 1 Dec 2026.'}
  ${{ units: { payer: 'Aetna', limit: 100, given: [], unitsPlanned: 155 } }}      | ${'units-limit'} | ${'Aetna pays for 100 billing units of Botox in 84 days; with a visit like the last it would be 155 from 9 Sep 2026 on.'}
  ${{ holdUntilOn: '2026-12-02' }}                                                | ${'hold'}        | ${'On hold until 2 Dec 2026.'}
  ${{ precautionsToAsk: 1 }}                                                      | ${'precautions'} | ${'The precautions are not in date.'}
  ${{ treatments: [session('2026-09-01', false)] }}                               | ${'effect'}      | ${'The effect of the session of 1 Sep 2026 is not on record.'}
  ${{ treatments: [session('2026-09-01', true), session('2026-06-01', false)] }}  | ${'effect'}      | ${'The effect of the session of 1 Jun 2026 is not on record.'}
  ${{ treatments: [session('2026-09-01', false), session('2026-06-01', false)] }} | ${'effect'}      | ${'The effect of the sessions of 1 Jun 2026 and 1 Sep 2026 is not on record.'}
  ${{ endedOn: '2026-10-01' }}                                                    | ${'course'}      | ${'This course ended on 1 Oct 2026.'}
  ${{ diedOn: '2026-10-01', endedOn: '2026-10-01' }}                              | ${'course'}      | ${'This patient died on 1 Oct 2026.'}
`('is not ready: $text', ({ given, code, text }) => {
  const { ready, items } = readinessOf({ ...VISIT, ...given });
  expect(ready).toBe(false);
  expect(items.filter((item) => !item.ready)).toEqual([
    { code, ready: false, text, todo: expect.any(String) },
  ]);
});

it.each`
  given                                            | code            | text
  ${cover('not-needed', null)}                     | ${'cover'}      | ${'No authorization is needed.'}
  ${cover('not-needed', null)}                     | ${'units-left'} | ${undefined}
  ${cover('missing', 'none')}                      | ${'units-left'} | ${undefined}
  ${cover('units-short', 'too-few-units')}         | ${'cover'}      | ${'The authorization is in force on 1 Dec 2026.'}
  ${{ holdUntilOn: '2026-12-01' }}                 | ${'hold'}       | ${'Nothing holds the visit back.'}
  ${{ treatments: [] }}                            | ${'effect'}     | ${'The first visit: there is no effect to record yet.'}
  ${{ treatments: [session('2026-09-01', true)] }} | ${'effect'}     | ${'The effect of the last session is on record.'}
  ${{}}                                            | ${'effect'}     | ${'The effect of the last two sessions is on record.'}
  ${{}}                                            | ${'course'}     | ${undefined}
`('says of $code: $text', ({ given, code, text }) => {
  expect(itemOf(given, code)?.text).toBe(text);
});
