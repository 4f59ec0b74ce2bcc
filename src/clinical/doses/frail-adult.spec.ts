import { ruleValues } from '../rules';
import { aContext, aDose, aSession, said } from '../session-check/example-session';
import { frailFindings } from './frail-adult';

const RULES = ruleValues();

it.each`
  product   | kg           | units   | says          | why
  ${'ona'}  | ${38}        | ${400}  | ${'S04 note'} | ${'10.5 U/kg'}
  ${'ona'}  | ${40}        | ${400}  | ${''}         | ${'10 U/kg'}
  ${'ona'}  | ${39.9}      | ${400}  | ${'S04 note'} | ${'just over'}
  ${'ona'}  | ${70}        | ${400}  | ${''}         | ${'no light adult'}
  ${'ona'}  | ${undefined} | ${400}  | ${''}         | ${'no weight on record'}
  ${'abo'}  | ${45}        | ${1500} | ${'S05 note'} | ${'33 U/kg'}
  ${'abo'}  | ${50}        | ${1500} | ${''}         | ${'30 U/kg'}
  ${'rima'} | ${38}        | ${9000} | ${''}         | ${'no label gives a child anything'}
`('$units U $product at $kg kg: $why → $says', ({ product, kg, units, says }) => {
  const context = aContext({ weight: kg ? { kg, measuredOn: '2026-11-01' } : null });
  expect(said(frailFindings(aSession({ product, units }), context, RULES))).toBe(says);
});

it.each`
  before                                       | says          | why
  ${{ units: 250 }}                            | ${''}         | ${'as much before, and borne'}
  ${{ units: 240 }}                            | ${'S04 note'} | ${'more than before'}
  ${{ units: 250, sameCourse: false }}         | ${'S04 note'} | ${'another course'}
  ${{ units: 250, product: 'inco' }}           | ${'S04 note'} | ${'units of another product say nothing'}
  ${{ units: 250, performedOn: '2027-02-20' }} | ${'S04 note'} | ${'a later session, for this one is entered late'}
`('after $before, 250 U at 38 kg with 200 U elsewhere: $why → $says', ({ before, says }) => {
  const earlierDoses = [
    aDose({ sameCourse: true, performedOn: '2026-05-01', ...before }),
    aDose({ units: 200, performedOn: '2026-10-01' }),
  ];
  const context = aContext({ weight: { kg: 38, measuredOn: '2026-11-01' }, earlierDoses });
  expect(said(frailFindings(aSession({ units: 250 }), context, RULES))).toBe(says);
});

it('of Dysport one session counts, not what was given in the months before', () => {
  const weight = { kg: 45, measuredOn: '2026-11-01' } as const;
  const earlierDoses = [aDose({ product: 'abo', units: 1000 })];
  const session = aSession({ product: 'abo', units: 1000 });
  expect(frailFindings(session, aContext({ weight, earlierDoses }), RULES)).toEqual([]);
});

it.each`
  product  | units   | message
  ${'ona'} | ${400}  | ${'400 U Botox within 84 days are 10.53 U/kg at 38 kg (2026-11-01); a child of this weight gets at most 10 U/kg by the label, which gives adults no limit by weight. Weigh it up in somebody light or frail.'}
  ${'abo'} | ${1500} | ${'1,500 U Dysport are 39.47 U/kg at 38 kg (2026-11-01); a child of this weight gets at most 30 U/kg by the label, which gives adults no limit by weight. Weigh it up in somebody light or frail.'}
`('says how much $units U $product are', ({ product, units, message }) => {
  const context = aContext({ weight: { kg: 38, measuredOn: '2026-11-01' } });
  expect(frailFindings(aSession({ product, units }), context, RULES)).toMatchObject([
    { message, pointer: '/injections' },
  ]);
});
