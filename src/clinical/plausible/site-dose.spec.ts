import { ruleValues } from '../rules';
import { aContext, aSession, said } from '../session-check/example-session';
import { siteDoseFindings } from './site-dose';
import { vialSizeFindings } from './vial-size';

const RULES = ruleValues();
const VIAL = { lotNumber: 'C7', expiresOn: '2027-06-30' } as const;
const CHILD = { birthDate: '2018-01-01' } as const;
const FULL = { muscle: 'splenius_capitis', side: 'left', units: 101, sites: 2 } as const;

it.each`
  product   | muscle                 | indication             | units   | sites        | says             | why
  ${'ona'}  | ${'splenius_capitis'}  | ${'cervical_dystonia'} | ${100}  | ${2}         | ${''}            | ${'50 U a site'}
  ${'ona'}  | ${'splenius_capitis'}  | ${'cervical_dystonia'} | ${99}   | ${2}         | ${''}            | ${'just under'}
  ${'ona'}  | ${'splenius_capitis'}  | ${'cervical_dystonia'} | ${101}  | ${2}         | ${'S24 confirm'} | ${'just over'}
  ${'ona'}  | ${'splenius_capitis'}  | ${'cervical_dystonia'} | ${400}  | ${undefined} | ${''}            | ${'sites not counted'}
  ${'ona'}  | ${'orbicularis_oculi'} | ${'hemifacial_spasm'}  | ${20}   | ${4}         | ${''}            | ${'5 U a site at the eyelid'}
  ${'ona'}  | ${'orbicularis_oculi'} | ${'hemifacial_spasm'}  | ${20.4} | ${4}         | ${'S24 confirm'} | ${'more at the eyelid'}
  ${'ona'}  | ${'orbicularis_oculi'} | ${'blepharospasm'}     | ${20.4} | ${4}         | ${''}            | ${'S19 says it there'}
  ${'inco'} | ${'splenius_capitis'}  | ${'cervical_dystonia'} | ${101}  | ${2}         | ${''}            | ${'the limit is Botox’s'}
`('S24: $units U $product over $sites sites of $muscle: $why → $says', (row) => {
  const { product, muscle, indication, units, sites, says } = row;
  const injections = [{ muscle, side: 'left', units, sites }] as const;
  expect(said(siteDoseFindings(aSession({ product, injections }), aContext({ indication }), RULES))).toBe(
    says,
  );
});

it.each`
  volumeMl     | diluentMl    | sites        | child    | says             | why
  ${2}         | ${undefined} | ${2}         | ${false} | ${''}            | ${'1 mL a site'}
  ${1.98}      | ${undefined} | ${2}         | ${false} | ${''}            | ${'just under'}
  ${2.02}      | ${undefined} | ${2}         | ${false} | ${'S24 confirm'} | ${'just over'}
  ${1}         | ${undefined} | ${2}         | ${true}  | ${''}            | ${'0.5 mL a site in a child'}
  ${1.02}      | ${undefined} | ${2}         | ${true}  | ${'S24 confirm'} | ${'more in a child'}
  ${3}         | ${undefined} | ${undefined} | ${false} | ${''}            | ${'sites not counted'}
  ${undefined} | ${2}         | ${2}         | ${false} | ${''}            | ${'300 U of 500 U in 2 mL are 1.2 mL'}
  ${undefined} | ${4}         | ${2}         | ${false} | ${'S24 confirm'} | ${'as the dilution makes it'}
`('S24: 300 U Dysport, $volumeMl mL over $sites sites, child $child: $why → $says', (row) => {
  const { volumeMl, diluentMl, sites, child, says } = row;
  const injections = [{ muscle: 'soleus', side: 'left', units: 300, sites, volumeMl }] as const;
  const vials = diluentMl && [{ ...VIAL, vialUnits: 500, diluentMl }];
  const session = aSession({ product: 'abo', injections, vials: vials || undefined });
  expect(said(siteDoseFindings(session, aContext(child ? CHILD : {}), RULES))).toBe(says);
});

it.each`
  units  | volumeMl     | vials             | says             | why
  ${100} | ${1}         | ${'200/2'}        | ${''}            | ${'as reconstituted'}
  ${100} | ${0.9}       | ${'200/2'}        | ${''}            | ${'a tenth less'}
  ${100} | ${0.89}      | ${'200/2'}        | ${'S24 confirm'} | ${'more than a tenth less'}
  ${100} | ${1.1}       | ${'200/2'}        | ${''}            | ${'a tenth more'}
  ${100} | ${1.11}      | ${'200/2'}        | ${'S24 confirm'} | ${'more than a tenth more'}
  ${5}   | ${0.1}       | ${'200/2'}        | ${''}            | ${'rounded to a twentieth'}
  ${5}   | ${0.11}      | ${'200/2'}        | ${'S24 confirm'} | ${'more than rounded'}
  ${100} | ${2}         | ${'200/2'}        | ${'S24 confirm'} | ${'reconstituted with twice as much, or half the dose'}
  ${100} | ${1.5}       | ${'100/2, 200/2'} | ${''}            | ${'of two dilutions anything between'}
  ${100} | ${2}         | ${'200'}          | ${''}            | ${'the diluent is not on record'}
  ${100} | ${undefined} | ${'200/2'}        | ${''}            | ${'no volume'}
`('S24: $units U Botox in $volumeMl mL from $vials: $why → $says', ({ units, volumeMl, vials, says }) => {
  const injections = [{ muscle: 'trapezius', side: 'left', units, volumeMl }] as const;
  const made = (vials as string).split(', ').map((part) => {
    const [vialUnits, diluentMl] = part.split('/').map(Number);
    return { ...VIAL, vialUnits: vialUnits!, diluentMl };
  });
  expect(said(siteDoseFindings(aSession({ injections, vials: made }), aContext(), RULES))).toBe(says);
});

it('says what the volume holds', () => {
  const injections = [{ muscle: 'trapezius', side: 'left', units: 100, volumeMl: 2 }] as const;
  const vials = [{ ...VIAL, vialUnits: 200, diluentMl: 2 }];
  expect(siteDoseFindings(aSession({ injections, vials }), aContext(), RULES)[0]?.message).toBe(
    '100 U Botox in 2 mL: the vials were reconstituted to 100 U a mL, so 2 mL hold 200 U Botox. Correct the units, the volume or the diluent, or give the reason.',
  );
});

it.each`
  product   | vialUnits | says             | why
  ${'ona'}  | ${100}    | ${''}            | ${'a vial of Botox'}
  ${'ona'}  | ${200}    | ${''}            | ${'the larger one'}
  ${'ona'}  | ${50}     | ${'S28 note'}    | ${'whether it exists is not settled'}
  ${'ona'}  | ${500}    | ${'S28 confirm'} | ${'a vial of Dysport'}
  ${'ona'}  | ${150}    | ${'S28 confirm'} | ${'nobody’s'}
  ${'abo'}  | ${300}    | ${''}            | ${'a vial of Dysport'}
  ${'abo'}  | ${100}    | ${'S28 confirm'} | ${'a vial of Botox'}
  ${'inco'} | ${50}     | ${''}            | ${'a vial of Xeomin'}
  ${'rima'} | ${2500}   | ${''}            | ${'a vial of Myobloc'}
  ${'rima'} | ${500}    | ${'S28 confirm'} | ${'a vial of Dysport'}
  ${'daxi'} | ${200}    | ${'S28 confirm'} | ${'a vial of Botox or Xeomin'}
`('S28: a vial of $vialUnits U $product: $why → $says', ({ product, vialUnits, says }) => {
  const vials = [{ ...VIAL, vialUnits }];
  expect(said(vialSizeFindings(aSession({ product, vials })))).toBe(says);
});

it('says which product comes in such a vial', () => {
  const [finding] = vialSizeFindings(aSession({ vials: [{ ...VIAL, vialUnits: 500 }] }));
  expect(finding?.message).toBe(
    'Lot C7: Botox comes in vials of 100, 200 U, not of 500 U. 500 U is a vial of Dysport. Correct the size or the product, or give the reason.',
  );
});

it.each`
  product  | injections                                                          | vials             | pointer                     | message
  ${'ona'} | ${[{ muscle: 'trapezius', side: 'left', units: 10 }, FULL]}         | ${''}             | ${'/injections/1/sites'}    | ${'50.5 U Botox in one site: at most 50 U Botox a site. Use 3 sites or fewer units, or give the reason.'}
  ${'abo'} | ${[{ ...FULL, units: 300, volumeMl: 2.02 }]}                        | ${''}             | ${'/injections/0/sites'}    | ${'1.01 mL Dysport in one site: at most 1 mL a site. Use 3 sites or less volume, or give the reason.'}
  ${'ona'} | ${[{ muscle: 'trapezius', side: 'left', units: 100, volumeMl: 3 }]} | ${'100/2, 200/2'} | ${'/injections/0/volumeMl'} | ${'100 U Botox in 3 mL: the vials were reconstituted to 50 U or 100 U a mL, so 3 mL hold 150 U Botox or 300 U Botox. Correct the units, the volume or the diluent, or give the reason.'}
`('S24: $message', ({ product, injections, vials, pointer, message }) => {
  const made = (vials as string).split(', ').flatMap((part) => {
    const [vialUnits, diluentMl] = part.split('/').map(Number);
    return vialUnits ? [{ ...VIAL, vialUnits, diluentMl }] : [];
  });
  const session = aSession({ product, injections, vials: made });
  expect(siteDoseFindings(session, aContext({ indication: 'cervical_dystonia' }), RULES)).toEqual([
    expect.objectContaining({ pointer, message }),
  ]);
});

it.each`
  product   | vialUnits | message
  ${'ona'}  | ${50}     | ${'Lot C7, 50 U Botox: 50 U is a vial of Botox Cosmetic; whether a 50 U vial of therapeutic Botox exists is not settled. Check the vial.'}
  ${'ona'}  | ${150}    | ${'Lot C7: Botox comes in vials of 100, 200 U, not of 150 U. Correct the size or the product, or give the reason.'}
  ${'daxi'} | ${200}    | ${'Lot C7: Daxxify comes in vials of 50, 100 U, not of 200 U. 200 U is a vial of Botox or Xeomin. Correct the size or the product, or give the reason.'}
`('S28 of the second vial: $message', ({ product, vialUnits, message }) => {
  const vials = [100, vialUnits].map((units) => ({ ...VIAL, vialUnits: units as number }));
  expect(vialSizeFindings(aSession({ product, vials }))).toEqual([
    expect.objectContaining({ pointer: '/vials/1/vialUnits', message }),
  ]);
  expect(vialSizeFindings(aSession({ product }))).toEqual([]);
});
