import { aSession, said } from './example-session';
import type { PlainSession } from './propose-session';
import { ruleValues } from '../rules';
import { vialFindings } from './vial-account';

const RULES = ruleValues();
const VIAL = { lotNumber: 'C7', expiresOn: '2027-06-30', vialUnits: 100 } as const;

it.each`
  expiresOn       | says          | why
  ${'2026-11-22'} | ${''}         | ${'its last day'}
  ${'2026-11-23'} | ${''}         | ${'the day before its last'}
  ${'2026-11-21'} | ${'S11 stop'} | ${'expired yesterday'}
`('S11: $why → $says', ({ expiresOn, says }) => {
  expect(said(vialFindings(aSession({ vials: [{ ...VIAL, expiresOn }] }), RULES))).toBe(says);
});

it.each`
  product   | reconstitutedAt                | zone                  | says             | why
  ${'ona'}  | ${'2026-11-22T09:00:00Z'}      | ${'UTC'}              | ${''}            | ${'the same day'}
  ${'ona'}  | ${'2026-11-21T09:00:00Z'}      | ${'UTC'}              | ${'S11 confirm'} | ${'the day before: until 09:00'}
  ${'ona'}  | ${'2026-11-20T23:59:00Z'}      | ${'UTC'}              | ${'S11 stop'}    | ${'the 24 hours ended before the day began'}
  ${'ona'}  | ${'2026-11-21T00:00:00Z'}      | ${'UTC'}              | ${'S11 confirm'} | ${'they ended as the day began'}
  ${'ona'}  | ${'2026-11-21T04:30:00Z'}      | ${'America/New_York'} | ${'S11 stop'}    | ${'late in the evening two days before, in the clinic’s zone'}
  ${'ona'}  | ${'2026-11-20T23:30:00-05:00'} | ${'America/New_York'} | ${'S11 stop'}    | ${'the same moment with its offset'}
  ${'ona'}  | ${'2026-11-23T00:00:00Z'}      | ${'UTC'}              | ${'S11 stop'}    | ${'reconstituted after the session'}
  ${'inco'} | ${'2026-11-20T12:00:00Z'}      | ${'UTC'}              | ${'S11 stop'}    | ${'Xeomin: 24 hours'}
  ${'abo'}  | ${'2026-11-20T12:00:00Z'}      | ${'UTC'}              | ${'S11 confirm'} | ${'Dysport: its 24 hours are from memory, so it asks'}
  ${'daxi'} | ${'2026-11-20T12:00:00Z'}      | ${'UTC'}              | ${''}            | ${'Daxxify: 72 hours'}
  ${'daxi'} | ${'2026-11-19T12:00:00Z'}      | ${'UTC'}              | ${'S11 confirm'} | ${'ends during the day'}
  ${'rima'} | ${'2026-11-22T09:00:00Z'}      | ${'UTC'}              | ${'S11 note'}    | ${'Myobloc diluted: until 13:00'}
  ${'rima'} | ${'2026-11-21T09:00:00Z'}      | ${'UTC'}              | ${'S11 confirm'} | ${'Myobloc diluted the day before'}
  ${'ona'}  | ${undefined}                   | ${'UTC'}              | ${''}            | ${'not recorded'}
  ${'ona'}  | ${'noon'}                      | ${'UTC'}              | ${''}            | ${'still being typed'}
`(
  'S11: $product reconstituted at $reconstitutedAt, $zone: $why → $says',
  ({ product, reconstitutedAt, zone, says }) => {
    expect(
      said(vialFindings(aSession({ product, vials: [{ ...VIAL, reconstitutedAt }] }), RULES, zone)),
    ).toBe(says);
  },
);

it.each`
  openedAt                  | reconstitutedAt           | zone                  | says          | why
  ${'2026-11-22T20:00:00Z'} | ${undefined}              | ${'UTC'}              | ${''}         | ${'the same day'}
  ${'2026-11-23T00:00:00Z'} | ${undefined}              | ${'UTC'}              | ${'S11 stop'} | ${'the day after'}
  ${'2026-11-23T04:30:00Z'} | ${undefined}              | ${'America/New_York'} | ${''}         | ${'still that day in the clinic’s zone'}
  ${'2026-11-23T09:00:00Z'} | ${'2026-11-23T09:00:00Z'} | ${'UTC'}              | ${'S11 stop'} | ${'made up then: told once'}
  ${'noon'}                 | ${undefined}              | ${'UTC'}              | ${''}         | ${'still being typed'}
`('S11: opened at $openedAt: $why → $says', ({ openedAt, reconstitutedAt, zone, says }) => {
  const vials = [{ ...VIAL, openedAt, reconstitutedAt }];
  expect(said(vialFindings(aSession({ product: 'rima', vials }), RULES, zone))).toBe(says);
});

it('says until when a vial was usable', () => {
  const vials = [{ ...VIAL, reconstitutedAt: '2026-11-21T14:30:00Z' }];
  expect(vialFindings(aSession({ vials }), RULES, 'America/New_York')[0]?.message).toBe(
    'Lot C7 (Botox) was usable for 24 hours, until 09:30 on 2026-11-22. Confirm that it was given before.',
  );
});

it.each`
  given  | vials                                  | says          | why
  ${155} | ${'200 discarded 45'}                  | ${''}         | ${'all accounted for'}
  ${155} | ${'200 discarded 44.99'}               | ${'S12 stop'} | ${'a hundredth short'}
  ${155} | ${'200 discarded 45.01'}               | ${'S12 stop'} | ${'a hundredth over'}
  ${155} | ${'100 discarded 0, 100 discarded 45'} | ${''}         | ${'two vials'}
  ${100} | ${'100 discarded 0'}                   | ${''}         | ${'nothing left'}
  ${155} | ${'100 discarded 0, 100'}              | ${''}         | ${'one discard not recorded: not judged'}
  ${155} | ${'200'}                               | ${''}         | ${'discard not recorded: not judged'}
  ${155} | ${'100'}                               | ${'S12 note'} | ${'more given than the vials hold'}
  ${100} | ${'100'}                               | ${''}         | ${'as much as they hold'}
  ${155} | ${''}                                  | ${''}         | ${'no vials recorded'}
  ${0.3} | ${'100 discarded 99.7'}                | ${''}         | ${'no rounding residue'}
`('S12: $given U from $vials: $why → $says', ({ given, vials, says }) => {
  expect(said(vialFindings(aSession({ units: given, vials: vialsOf(vials) }), RULES))).toBe(says);
});

it.each(['abo', 'inco', 'rima', 'daxi'] as const)('S12: holds for %s too', (product) => {
  expect(said(vialFindings(aSession({ product, units: 90, vials: vialsOf('100 discarded 9') }), RULES))).toBe(
    'S12 stop',
  );
});

function vialsOf(text: string): PlainSession['vials'] {
  if (text === '') return [];
  return text.split(', ').map((part) => {
    const [vialUnits, discarded] = part.split(' discarded ').map(Number);
    return { ...VIAL, vialUnits: vialUnits!, ...(discarded !== undefined && { unitsDiscarded: discarded }) };
  });
}
