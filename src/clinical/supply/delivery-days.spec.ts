import { deliveryFaults } from './delivery-days';

const NONE = { orderedOn: null, shippedOn: null, arrivedOn: null };
const LOT = { expiresOn: '2026-12-31', today: '2026-11-23', firstUsedOn: null } as const;
const DAYS = { orderedOn: '2026-11-10', shippedOn: '2026-11-12', arrivedOn: '2026-11-14' } as const;

it.each`
  days                                                             | lot                              | faults                                                  | why
  ${NONE}                                                          | ${{}}                            | ${[]}                                                   | ${'nothing is known'}
  ${DAYS}                                                          | ${{}}                            | ${[]}                                                   | ${'in their order'}
  ${{ ...DAYS, orderedOn: '2026-11-14', shippedOn: '2026-11-14' }} | ${{}}                            | ${[]}                                                   | ${'all on one day'}
  ${{ ...DAYS, arrivedOn: '2026-11-23' }}                          | ${{}}                            | ${[]}                                                   | ${'received today'}
  ${{ ...DAYS, arrivedOn: '2026-11-24' }}                          | ${{}}                            | ${['arrivedOn future-day']}                             | ${'received tomorrow'}
  ${{ ...NONE, orderedOn: '2026-11-24' }}                          | ${{}}                            | ${['orderedOn future-day']}                             | ${'ordered tomorrow'}
  ${{ ...NONE, shippedOn: '2026-11-24' }}                          | ${{}}                            | ${['shippedOn future-day']}                             | ${'shipped tomorrow'}
  ${{ ...DAYS, shippedOn: '2026-11-09' }}                          | ${{}}                            | ${['shippedOn before-order']}                           | ${'shipped the day before the order'}
  ${{ ...DAYS, arrivedOn: '2026-11-11' }}                          | ${{}}                            | ${['arrivedOn before-shipping']}                        | ${'received the day before the shipping'}
  ${{ ...DAYS, shippedOn: null, arrivedOn: '2026-11-09' }}         | ${{}}                            | ${['arrivedOn before-order']}                           | ${'received the day before the order'}
  ${{ ...DAYS, shippedOn: '2026-11-09', arrivedOn: '2026-11-08' }} | ${{}}                            | ${['shippedOn before-order', 'arrivedOn before-order']} | ${'both before the order'}
  ${DAYS}                                                          | ${{ expiresOn: '2026-11-14' }}   | ${[]}                                                   | ${'received on its last day of use'}
  ${DAYS}                                                          | ${{ expiresOn: '2026-11-13' }}   | ${['arrivedOn after-expiry']}                           | ${'received when it had expired'}
  ${{ ...NONE, orderedOn: '2026-11-10' }}                          | ${{ expiresOn: '2026-11-09' }}   | ${['orderedOn after-expiry']}                           | ${'ordered when it had expired'}
  ${DAYS}                                                          | ${{ firstUsedOn: '2026-11-14' }} | ${[]}                                                   | ${'used on the day it came'}
  ${DAYS}                                                          | ${{ firstUsedOn: '2026-11-13' }} | ${['arrivedOn after-use']}                              | ${'used the day before it came'}
  ${{ ...DAYS, arrivedOn: null }}                                  | ${{ firstUsedOn: '2026-11-20' }} | ${['arrivedOn in-use']}                                 | ${'used, and said not to be here'}
  ${{ ...DAYS, arrivedOn: '2026-11-24' }}                          | ${{ firstUsedOn: '2026-11-20' }} | ${['arrivedOn future-day']}                             | ${'one fault a day'}
`('$why: $faults', ({ days, lot, faults }) => {
  const found = deliveryFaults(days, { ...LOT, ...lot });
  expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
});

it('says what to do', () => {
  const [fault] = deliveryFaults({ ...DAYS, shippedOn: '2026-11-09' }, LOT);
  expect(fault!.message).toBe(
    'It was shipped on 2026-11-09, before it was ordered on 2026-11-10: correct one of the days',
  );
});
