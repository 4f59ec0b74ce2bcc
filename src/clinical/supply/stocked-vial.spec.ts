import { ruleValues } from '../rules';
import {
  reasonToStayClosed,
  shortFindings,
  stockedVialFindings,
  usableUntil,
  type StockedVial,
} from './stocked-vial';

const VIAL: StockedVial = {
  product: 'ona',
  lotNumber: 'C1',
  expiresOn: '2027-01-31',
  patientId: null,
  arrivedOn: '2026-11-01',
  holdReason: null,
  held: 100,
  usedOn: null,
  drawnBefore: false,
};
const DRAWING = { performedOn: '2026-11-23', product: 'ona', patientId: 'one' } as const;

it.each`
  given                                        | says                                | why
  ${{}}                                        | ${undefined}                        | ${'nothing speaks against it'}
  ${{ patientId: 'one' }}                      | ${undefined}                        | ${'the pharmacy sent it for this patient'}
  ${{ patientId: 'two' }}                      | ${'for another patient'}            | ${'and for nobody else'}
  ${{ product: 'abo' }}                        | ${'this vial is Dysport'}           | ${'another product'}
  ${{ arrivedOn: null }}                       | ${'not arrived'}                    | ${'ordered, not here'}
  ${{ usedOn: '2026-11-22' }}                  | ${'another session, on 2026-11-22'} | ${'one vial, one session'}
  ${{ holdReason: 'warm' }}                    | ${'on hold: warm'}                  | ${'a lot on hold'}
  ${{ holdReason: 'warm', drawnBefore: true }} | ${undefined}                        | ${'the hold came after the draw'}
  ${{ held: 0 }}                               | ${'nothing is left'}                | ${'empty'}
  ${{ held: 0.01 }}                            | ${undefined}                        | ${'just not empty'}
`('$given → $says: $why', ({ given, says }) => {
  const findings = stockedVialFindings({ ...VIAL, ...given }, DRAWING, '/vials/0/vialId');
  expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(says ? ['S11 stop'] : []);
  if (says) expect(findings[0]!.message).toContain(says);
});

it.each`
  short   | says
  ${0}    | ${[]}
  ${0.01} | ${[expect.stringContaining('0.01 U Botox more than')]}
  ${55}   | ${[expect.stringContaining('155 U Botox were given, 55 U Botox more than')]}
`('$short U that no vial holds', ({ short, says }) => {
  expect(shortFindings('ona', 155, short).map(({ message }) => message)).toEqual(says);
});

it.each`
  product   | until
  ${'ona'}  | ${'2026-11-24T14:00:00.000Z'}
  ${'abo'}  | ${'2026-11-24T14:00:00.000Z'}
  ${'inco'} | ${'2026-11-24T14:00:00.000Z'}
  ${'rima'} | ${'2026-11-23T18:00:00.000Z'}
  ${'daxi'} | ${'2026-11-26T14:00:00.000Z'}
`('$product reconstituted on the 23rd at 14:00 is usable until $until', ({ product, until }) => {
  expect(usableUntil(product, new Date('2026-11-23T14:00:00Z'), ruleValues()).toISOString()).toBe(until);
});

it.each`
  given                          | says                       | why
  ${{}}                          | ${undefined}               | ${'in date and here'}
  ${{ expiresOn: '2026-11-23' }} | ${undefined}               | ${'the printed day is the last day of use'}
  ${{ expiresOn: '2026-11-22' }} | ${'expired on 2026-11-22'} | ${'a day over'}
  ${{ arrivedOn: null }}         | ${'not arrived'}           | ${'ordered'}
  ${{ holdReason: 'warm' }}      | ${'on hold: warm'}         | ${'on hold'}
  ${{ held: 0 }}                 | ${'Nothing is left'}       | ${'empty'}
`('opening $given → $says: $why', ({ given, says }) => {
  const now = new Date('2026-11-24T03:00:00Z');
  const why = reasonToStayClosed({ ...VIAL, ...given }, { zone: 'America/New_York', now });
  if (says === undefined) expect(why).toBeUndefined();
  else expect(why).toContain(says);
});
