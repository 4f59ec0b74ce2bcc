import { aContext, aDose, aSession, said } from '../session-check/example-session';
import { ruleValues } from '../rules';
import { eyelidFindings, siteCaps, sternocleidomastoidFindings } from './site-limits';

const RULES = ruleValues();

it.each`
  product   | left    | right  | says                          | why
  ${'ona'}  | ${100}  | ${0}   | ${''}                         | ${'on the limit'}
  ${'ona'}  | ${99}   | ${0}   | ${''}                         | ${'just under'}
  ${'ona'}  | ${101}  | ${0}   | ${'S18 confirm'}              | ${'just over'}
  ${'ona'}  | ${30}   | ${30}  | ${'S18 confirm'}              | ${'both sides'}
  ${'ona'}  | ${51}   | ${50}  | ${'S18 confirm, S18 confirm'} | ${'both sides and over'}
  ${'abo'}  | ${150}  | ${0}   | ${''}                         | ${'on the limit'}
  ${'abo'}  | ${149}  | ${0}   | ${''}                         | ${'just under'}
  ${'abo'}  | ${151}  | ${0}   | ${'S18 confirm'}              | ${'just over'}
  ${'rima'} | ${1250} | ${0}   | ${''}                         | ${'no limit of its own'}
  ${'rima'} | ${500}  | ${500} | ${'S18 confirm'}              | ${'both sides'}
`('S18: $product, left $left, right $right: $why → $says', ({ product, left, right, says }) => {
  const sides = [
    { muscle: 'sternocleidomastoid', side: 'left', units: left },
    { muscle: 'sternocleidomastoid', side: 'right', units: right },
    { muscle: 'splenius_capitis', side: 'right', units: 300 },
  ] as const;
  expect(said(sternocleidomastoidFindings(aSession({ product, injections: sides }), aContext(), RULES))).toBe(
    says,
  );
});

it.each`
  product  | left   | right | at        | why
  ${'ona'} | ${60}  | ${50} | ${[1, 1]} | ${'together: the latest of the two'}
  ${'abo'} | ${160} | ${0}  | ${[0]}    | ${'one side: its own row'}
`('S18 stands at the row that it is about: $product, $why', ({ product, left, right, at }) => {
  const injections = [
    { muscle: 'sternocleidomastoid', side: 'left', units: left },
    ...(right > 0 ? [{ muscle: 'sternocleidomastoid', side: 'right', units: right } as const] : []),
    { muscle: 'splenius_capitis', side: 'right', units: 100 },
  ] as const;
  const found = sternocleidomastoidFindings(aSession({ product, injections }), aContext(), RULES);
  expect(found.map(({ pointer }) => pointer)).toEqual(
    at.map((index: number) => `/injections/${index}/units`),
  );
});

/** Units of Botox in the left and the right sternocleidomastoid, in its last session on 2026-08-23 unless said otherwise. */
const hadBoth = (left: number, right: number, given: Parameters<typeof aDose>[0] = {}) =>
  aDose({
    sameCourse: true,
    performedOn: '2026-08-23',
    muscles: [
      { muscle: 'sternocleidomastoid', side: 'left', units: left },
      { muscle: 'sternocleidomastoid', side: 'right', units: right },
      { muscle: 'splenius_capitis', side: 'right', units: 50 },
    ].filter(({ units }) => units > 0) as never,
    ...given,
  });
it.each`
  before                                                              | says             | why
  ${[]}                                                               | ${'S18 confirm'} | ${'the first session'}
  ${[hadBoth(30, 30)]}                                                | ${''}            | ${'as much on both sides in the last one'}
  ${[hadBoth(40, 35)]}                                                | ${''}            | ${'more than now'}
  ${[hadBoth(29, 40)]}                                                | ${'S18 confirm'} | ${'less on the left'}
  ${[hadBoth(40, 29)]}                                                | ${'S18 confirm'} | ${'less on the right'}
  ${[hadBoth(60, 0)]}                                                 | ${'S18 confirm'} | ${'one side only'}
  ${[hadBoth(30, 30, { product: 'inco' })]}                           | ${'S18 confirm'} | ${'with another product'}
  ${[hadBoth(30, 30, { sameCourse: false })]}                         | ${'S18 confirm'} | ${'in another course'}
  ${[hadBoth(30, 30, { performedOn: '2026-11-22' })]}                 | ${'S18 confirm'} | ${'in another session of the same day'}
  ${[hadBoth(30, 30, { performedOn: '2026-12-22' })]}                 | ${'S18 confirm'} | ${'in a later one'}
  ${[hadBoth(30, 30, { performedOn: '2026-05-23' }), hadBoth(60, 0)]} | ${'S18 confirm'} | ${'in the one before the last'}
  ${[hadBoth(60, 0), hadBoth(30, 30, { performedOn: '2026-05-23' })]} | ${'S18 confirm'} | ${'in whichever order they stand'}
  ${[hadBoth(60, 0, { performedOn: '2026-05-23' }), hadBoth(30, 30)]} | ${''}            | ${'in the last, though not before'}
  ${[hadBoth(30, 30), hadBoth(60, 0, { performedOn: '2026-05-23' })]} | ${''}            | ${'in whichever order they stand'}
`('S18: 30 U in each sternocleidomastoid, $why → $says', ({ before, says }) => {
  const injections = (['left', 'right'] as const).map((side) => ({
    muscle: 'sternocleidomastoid',
    side,
    units: 30,
  }));
  const context = aContext({ earlierDoses: before as ReturnType<typeof aDose>[] });
  expect(said(sternocleidomastoidFindings(aSession({ injections }), context, RULES))).toBe(says);
});

it('S18: what was not given before on either side is no “as much as before”', () => {
  const earlierDoses = [hadBoth(0, 0)];
  const injections = [{ muscle: 'sternocleidomastoid', side: 'bilateral', units: 40 }] as const;
  const found = sternocleidomastoidFindings(aSession({ injections }), aContext({ earlierDoses }), RULES);
  expect(said(found)).toBe('S18 confirm');
});

it('S18: an entry for both sides is both sides, half each', () => {
  const injections = [{ muscle: 'sternocleidomastoid', side: 'bilateral', units: 40 }] as const;
  const [finding] = sternocleidomastoidFindings(aSession({ injections }), aContext(), RULES);
  expect(finding?.message).toContain('left 20 U Botox, right 20 U Botox');
});

it.each`
  product   | indication            | units   | sites        | says             | why
  ${'ona'}  | ${'blepharospasm'}    | ${20}   | ${4}         | ${''}            | ${'5 U a site'}
  ${'ona'}  | ${'blepharospasm'}    | ${19.6} | ${4}         | ${''}            | ${'4.9 U a site'}
  ${'ona'}  | ${'blepharospasm'}    | ${20.4} | ${4}         | ${'S19 confirm'} | ${'5.1 U a site'}
  ${'ona'}  | ${'blepharospasm'}    | ${20}   | ${undefined} | ${''}            | ${'sites not counted'}
  ${'ona'}  | ${'hemifacial_spasm'} | ${20.4} | ${4}         | ${''}            | ${'the limit is for blepharospasm'}
  ${'abo'}  | ${'blepharospasm'}    | ${80}   | ${4}         | ${''}            | ${'the limit is Botox’s'}
  ${'inco'} | ${'blepharospasm'}    | ${50}   | ${6}         | ${''}            | ${'50 U an eye'}
  ${'inco'} | ${'blepharospasm'}    | ${49}   | ${6}         | ${''}            | ${'49 U an eye'}
  ${'inco'} | ${'blepharospasm'}    | ${51}   | ${6}         | ${'S19 confirm'} | ${'51 U an eye'}
`('S19: $product in $indication, $units U over $sites sites: $why → $says', (given) => {
  const { product, indication, units, sites, says } = given;
  const injections = [{ muscle: 'orbicularis_oculi', side: 'left', units, sites }] as const;
  expect(said(eyelidFindings(aSession({ product, injections }), aContext({ indication }), RULES))).toBe(says);
});

it.each`
  earlier | indication            | performedOn     | says             | why
  ${100}  | ${'blepharospasm'}    | ${'2026-11-01'} | ${''}            | ${'200 U in 30 days'}
  ${99}   | ${'blepharospasm'}    | ${'2026-11-01'} | ${''}            | ${'199 U'}
  ${101}  | ${'blepharospasm'}    | ${'2026-11-01'} | ${'S19 confirm'} | ${'201 U'}
  ${101}  | ${'blepharospasm'}    | ${'2026-10-24'} | ${'S19 confirm'} | ${'29 days earlier'}
  ${101}  | ${'blepharospasm'}    | ${'2026-10-23'} | ${''}            | ${'30 days earlier'}
  ${101}  | ${'chronic_migraine'} | ${'2026-11-01'} | ${''}            | ${'given for something else'}
`('S19: 100 U after $earlier U on $performedOn for $indication: $why → $says', (given) => {
  const { earlier, indication, performedOn, says } = given;
  const context = aContext({
    indication: 'blepharospasm',
    earlierDoses: [aDose({ units: earlier, indication, performedOn })],
  });
  expect(said(eyelidFindings(aSession(), context, RULES))).toBe(says);
});

it.each`
  product  | injections                                                                     | at           | why
  ${'abo'} | ${[['sternocleidomastoid', 'left', 160], ['sternocleidomastoid', 'right', 1]]} | ${[0, 1]}    | ${'too much on the left, and both sides'}
  ${'abo'} | ${[['sternocleidomastoid', 'left', 1], ['sternocleidomastoid', 'right', 160]]} | ${[1, 1]}    | ${'too much on the right, and both sides'}
  ${'abo'} | ${[['sternocleidomastoid', 'bilateral', 400], ['trapezius', 'left', 9]]}       | ${[0, 0, 0]} | ${'a row for both sides is each side’s'}
  ${'ona'} | ${[['sternocleidomastoid', 'left', 101], ['trapezius', 'left', 9]]}            | ${[0]}       | ${'another muscle stands last'}
`('S18 stands at the rows $at: $product, $why', ({ product, injections, at }) => {
  const rows = (injections as ['trapezius', 'left', number][]).map(([muscle, side, units]) => ({
    muscle,
    side,
    units,
  }));
  const found = sternocleidomastoidFindings(aSession({ product, injections: rows }), aContext(), RULES);
  expect(found.map(({ pointer }) => pointer)).toEqual(
    at.map((index: number) => `/injections/${index}/units`),
  );
});

it.each`
  muscle                     | units  | says             | why
  ${'orbicularis_oculi'}     | ${5}   | ${''}            | ${'round the eye'}
  ${'orbicularis_oculi'}     | ${5.5} | ${'S19 confirm'} | ${'more'}
  ${'corrugator_supercilii'} | ${5.5} | ${'S19 confirm'} | ${'the brow'}
  ${'masseter'}              | ${25}  | ${''}            | ${'the jaw is not round the eye'}
`('S19: $units U in one site of the $muscle in blepharospasm: $why → $says', ({ muscle, units, says }) => {
  const injections = [{ muscle, side: 'left', units, sites: 1 }] as const;
  expect(
    said(eyelidFindings(aSession({ injections }), aContext({ indication: 'blepharospasm' }), RULES)),
  ).toBe(says);
});

it('S19 stands at the row whose sites are too full', () => {
  const injections = [
    { muscle: 'orbicularis_oculi', side: 'left', units: 20, sites: 4 },
    { muscle: 'orbicularis_oculi', side: 'right', units: 21, sites: 4 },
  ] as const;
  const found = eyelidFindings(aSession({ injections }), aContext({ indication: 'blepharospasm' }), RULES);
  expect(found.map(({ pointer }) => pointer)).toEqual(['/injections/1/units']);
});

it.each`
  product   | indication             | muscle                   | side           | limits                                    | why
  ${'ona'}  | ${'cervical_dystonia'} | ${'trapezius'}           | ${'left'}      | ${[]}                                     | ${'another muscle'}
  ${'ona'}  | ${'cervical_dystonia'} | ${'sternocleidomastoid'} | ${'left'}      | ${['S18.ona.scm.cap']}                    | ${'both sides together, whatever the side'}
  ${'abo'}  | ${'cervical_dystonia'} | ${'sternocleidomastoid'} | ${'left'}      | ${['S18.abo.scm.cap']}                    | ${'one side: one limit'}
  ${'abo'}  | ${'cervical_dystonia'} | ${'sternocleidomastoid'} | ${'bilateral'} | ${['S18.abo.scm.cap', 'S18.abo.scm.cap']} | ${'two sides: two limits'}
  ${'abo'}  | ${'cervical_dystonia'} | ${'trapezius'}           | ${'left'}      | ${[]}                                     | ${'another muscle'}
  ${'inco'} | ${'cervical_dystonia'} | ${'sternocleidomastoid'} | ${'left'}      | ${['S18.inco.scm.cap']}                   | ${'both sides together'}
  ${'ona'}  | ${'blepharospasm'}     | ${'orbicularis_oculi'}   | ${'left'}      | ${['S19.ona.cap']}                        | ${'in the window'}
  ${'inco'} | ${'blepharospasm'}     | ${'orbicularis_oculi'}   | ${'left'}      | ${['S19.inco.eye.cap', 'S19.inco.cap']}   | ${'one eye, and the session'}
  ${'inco'} | ${'hemifacial_spasm'}  | ${'orbicularis_oculi'}   | ${'left'}      | ${[]}                                     | ${'the limit is for blepharospasm'}
  ${'abo'}  | ${'blepharospasm'}     | ${'orbicularis_oculi'}   | ${'left'}      | ${[]}                                     | ${'no limit of its own'}
`('$product in the $side $muscle for $indication → $limits: $why', (given) => {
  const { product, indication, muscle, side, limits } = given;
  const session = aSession({ product, injections: [{ muscle, side, units: 20 }] });
  expect(siteCaps(session, aContext({ indication }), RULES).map(({ ruleId }) => ruleId)).toEqual(limits);
});
