import { forecastStock, vialsFor } from './stock-forecast';

const ONA = { sizes: [100, 200], untilOn: '2027-02-15' } as const;
const visit = (on: string | null, units: number | null) => ({ on, units });
const stock = (vialUnits: number, vials: number, expiresOn = '2027-06-30') => ({
  vialUnits,
  vials,
  expiresOn,
});

it.each`
  units    | sizes                  | vials           | why
  ${155}   | ${[100, 200]}          | ${[200]}        | ${'45 U are discarded either way: as few as can be'}
  ${100}   | ${[100, 200]}          | ${[100]}        | ${'the vial itself'}
  ${100.5} | ${[100, 200]}          | ${[200]}        | ${'just over'}
  ${230}   | ${[100, 200]}          | ${[200, 100]}   | ${'the smaller one for the rest'}
  ${600}   | ${[300, 500]}          | ${[300, 300]}   | ${'nothing to discard, not 500 and 300'}
  ${640}   | ${[300, 500]}          | ${[500, 300]}   | ${'160 U to discard'}
  ${7500}  | ${[2500, 5000, 10000]} | ${[5000, 2500]} | ${'Myobloc'}
  ${30}    | ${[50, 100, 200]}      | ${[50]}         | ${'the smallest'}
  ${0}     | ${[100]}               | ${[]}           | ${'nothing'}
`('$units U of $sizes → $vials: $why', ({ units, sizes, vials }) => {
  expect(vialsFor(units, sizes)).toEqual(vials);
});

it.each`
  visits                                                  | here                                                           | expected                                                                   | why
  ${[]}                                                   | ${[]}                                                          | ${{ visits: 0, unitsNeeded: 0, shortFrom: null, order: [] }}               | ${'nobody is due'}
  ${[visit('2026-12-01', 155)]}                           | ${[stock(200, 1)]}                                             | ${{ unitsNeeded: 155, shortFrom: null, order: [] }}                        | ${'it is here'}
  ${[visit('2026-12-01', 155), visit('2026-12-08', 155)]} | ${[stock(200, 1)]}                                             | ${{ shortFrom: '2026-12-08', order: [{ vialUnits: 200, vials: 1 }] }}      | ${'one vial, one patient: the second has none'}
  ${[visit('2026-12-01', 155), visit('2026-12-08', 155)]} | ${[stock(200, 2)]}                                             | ${{ shortFrom: null, order: [], unitsExpiring: 0 }}                        | ${'two vials of one lot, a visit each'}
  ${[visit('2026-12-01', 155)]}                           | ${[stock(200, 3, '2027-01-31')]}                               | ${{ shortFrom: null, order: [], unitsExpiring: 400 }}                      | ${'of three of a lot two are left and expire'}
  ${[visit('2026-12-01', 230)]}                           | ${[stock(200, 1)]}                                             | ${{ shortFrom: '2026-12-01', order: [{ vialUnits: 100, vials: 1 }] }}      | ${'the rest of a visit is ordered'}
  ${[visit('2026-12-01', 100)]}                           | ${[stock(100, 1, '2026-12-01')]}                               | ${{ shortFrom: null, order: [], unitsExpiring: 0 }}                        | ${'the printed day is the last day of use'}
  ${[visit('2026-12-02', 100)]}                           | ${[stock(100, 1, '2026-12-01')]}                               | ${{ shortFrom: '2026-12-02', unitsExpiring: 100 }}                         | ${'it expires the day before'}
  ${[visit('2026-12-01', 80)]}                            | ${[stock(100, 1), stock(100, 1, '2027-01-31')]}                | ${{ unitsExpiring: 0 }}                                                    | ${'the first to expire is used first'}
  ${[]}                                                   | ${[stock(100, 2, '2027-02-14')]}                               | ${{ unitsExpiring: 200 }}                                                  | ${'expires a day before the end'}
  ${[]}                                                   | ${[stock(100, 2, '2027-02-15')]}                               | ${{ unitsExpiring: 0 }}                                                    | ${'is good on the day after'}
  ${[visit('2026-12-01', null)]}                          | ${[]}                                                          | ${{ visits: 1, visitsWithoutDose: 1, unitsNeeded: 0, order: [] }}          | ${'nobody can say the dose yet'}
  ${[visit('2026-12-08', 90), visit('2026-12-01', 150)]}  | ${[stock(100, 1), stock(200, 1)]}                              | ${{ visits: 2, order: [] }}                                                | ${'by their days, each the vial that fits'}
  ${[visit('2026-12-08', 90), visit('2026-12-01', 150)]}  | ${[stock(200, 1)]}                                             | ${{ shortFrom: '2026-12-08', order: [{ vialUnits: 100, vials: 1 }] }}      | ${'the earlier visit has what is here, however they are told'}
  ${[visit('2026-12-01', null), visit('2026-12-08', 90)]} | ${[stock(100, 1)]}                                             | ${{ visits: 2, visitsWithoutDose: 1, unitsNeeded: 90, order: [] }}         | ${'a visit without a dose takes no vial'}
  ${[visit('2026-12-01', 90)]}                            | ${[stock(200, 1), stock(100, 1)]}                              | ${{ order: [], shortFrom: null }}                                          | ${'of one expiry the smallest that holds it'}
  ${[visit('2026-12-01', 90), visit('2026-12-02', 200)]}  | ${[stock(200, 1), stock(100, 1)]}                              | ${{ order: [], shortFrom: null }}                                          | ${'so that the larger is there for the next'}
  ${[visit('2026-12-01', 90), visit('2026-12-02', 90)]}   | ${[stock(100, 1, '2026-12-10'), stock(200, 1, '2026-12-01')]}  | ${{ order: [], shortFrom: null }}                                          | ${'the larger where it expires first'}
  ${[visit('2026-12-01', 300)]}                           | ${[stock(100, 1), stock(200, 1)]}                              | ${{ order: [], shortFrom: null, unitsExpiring: 0 }}                        | ${'two vials of one expiry'}
  ${[visit('2026-12-01', 250)]}                           | ${[stock(100, 1), stock(200, 1), stock(200, 1, '2026-12-31')]} | ${{ order: [], unitsExpiring: 0 }}                                         | ${'the one that expires first, then the smallest for the rest'}
  ${[visit('2026-12-01', 150), visit('2026-12-02', 30)]}  | ${[]}                                                          | ${{ order: [{ vialUnits: 100, vials: 1 }, { vialUnits: 200, vials: 1 }] }} | ${'the order by size'}
`('$visits.length visits: $why', ({ visits, here, expected }) => {
  expect(forecastStock(visits, here, ONA)).toMatchObject(expected);
});

it.each`
  visits                                          | here                             | late                                                                      | shortFrom       | expiring | order                             | why
  ${[visit(null, 155)]}                           | ${[]}                            | ${{ visits: 1, unitsNeeded: 155, order: [{ vialUnits: 200, vials: 1 }] }} | ${null}         | ${0}     | ${[{ vialUnits: 200, vials: 1 }]} | ${'no day is short, and one vial is to be ordered'}
  ${[visit(null, 155), visit('2026-12-08', 155)]} | ${[stock(200, 1)]}               | ${{ visits: 1, unitsNeeded: 155, order: [{ vialUnits: 200, vials: 1 }] }} | ${null}         | ${0}     | ${[{ vialUnits: 200, vials: 1 }]} | ${'whoever has a day comes first'}
  ${[visit(null, 155), visit('2026-12-08', 155)]} | ${[]}                            | ${{ visits: 1, unitsNeeded: 155, order: [{ vialUnits: 200, vials: 1 }] }} | ${'2026-12-08'} | ${0}     | ${[{ vialUnits: 200, vials: 2 }]} | ${'the order is for both'}
  ${[visit(null, 155)]}                           | ${[stock(200, 1, '2027-02-14')]} | ${{ visits: 1, unitsNeeded: 155, order: [] }}                             | ${null}         | ${0}     | ${[]}                             | ${'it keeps until the last day'}
  ${[visit(null, 155)]}                           | ${[stock(200, 1, '2027-02-13')]} | ${{ visits: 1, unitsNeeded: 155, order: [{ vialUnits: 200, vials: 1 }] }} | ${null}         | ${200}   | ${[{ vialUnits: 200, vials: 1 }]} | ${'it does not: nobody knows that they come before'}
  ${[visit(null, null)]}                          | ${[]}                            | ${{ visits: 1, unitsNeeded: 0, order: [] }}                               | ${null}         | ${0}     | ${[]}                             | ${'without a dose'}
  ${[visit('2026-12-08', 155)]}                   | ${[]}                            | ${{ visits: 0, unitsNeeded: 0, order: [] }}                               | ${'2026-12-08'} | ${0}     | ${[{ vialUnits: 200, vials: 1 }]} | ${'nobody is overdue'}
`('overdue and not booked: $why', ({ visits, here, late, shortFrom, expiring, order }) => {
  expect(forecastStock(visits, here, ONA)).toMatchObject({
    overdueNotBooked: late,
    shortFrom,
    unitsExpiring: expiring,
    order,
  });
});
