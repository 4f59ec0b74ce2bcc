import { capFinding, type DoseCap } from './dose-cap';

const CAP: DoseCap = {
  code: 'S03',
  ruleId: 'S03.ona.adult.cap',
  product: 'ona',
  units: 450,
  capUnits: 400,
  scope: 'in this session',
  severity: 'confirm',
};

it.each`
  units      | found
  ${399.99}  | ${false}
  ${400}     | ${false}
  ${400.004} | ${false}
  ${400.01}  | ${true}
`('$units U against a limit of 400 U: a finding $found', ({ units, found }) => {
  expect(capFinding({ ...CAP, units }) !== undefined).toBe(found);
});

it.each`
  cap                                                            | message
  ${{}}                                                          | ${'450 U Botox in this session: the limit is 400 U Botox. Lower it by at least 50 U Botox, or give the reason for going on.'}
  ${{ severity: 'stop' }}                                        | ${'450 U Botox in this session: the limit is 400 U Botox. Lower it by at least 50 U Botox.'}
  ${{ basis: '10 U/kg at 40 kg' }}                               | ${'450 U Botox in this session: the limit is 400 U Botox (10 U/kg at 40 kg). Lower it by at least 50 U Botox, or give the reason for going on.'}
  ${{ ownUnits: 200 }}                                           | ${'450 U Botox in this session: the limit is 400 U Botox. 150 U Botox are left: lower it by at least 50 U Botox, or give the reason for going on.'}
  ${{ ownUnits: 50 }}                                            | ${'450 U Botox in this session: the limit is 400 U Botox. 0 U Botox are left, or give the reason for going on.'}
  ${{ ownUnits: 20 }}                                            | ${'450 U Botox in this session: the limit is 400 U Botox. 0 U Botox are left, or give the reason for going on.'}
  ${{ ownUnits: 200, fitsFrom: '2026-12-24' }}                   | ${'450 U Botox in this session: the limit is 400 U Botox. 150 U Botox are left: lower it by at least 50 U Botox; 200 U Botox fit from 2026-12-24. Else give the reason for going on.'}
  ${{ ownUnits: 200, fitsFrom: '2026-12-24', severity: 'stop' }} | ${'450 U Botox in this session: the limit is 400 U Botox. 150 U Botox are left: lower it by at least 50 U Botox; 200 U Botox fit from 2026-12-24.'}
`('$cap → $message', ({ cap, message }: { cap: Partial<DoseCap>; message: string }) => {
  expect(capFinding({ ...CAP, ...cap })).toMatchObject({ message, pointer: '/injections' });
});

it('points where the limit says', () => {
  expect(capFinding({ ...CAP, pointer: '/injections/1/units' })!.pointer).toBe('/injections/1/units');
});
