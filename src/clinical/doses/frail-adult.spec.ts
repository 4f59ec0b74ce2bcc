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
  units  | sameCourse | says          | why
  ${250} | ${true}    | ${''}         | ${'as much before, and borne'}
  ${240} | ${true}    | ${'S04 note'} | ${'more than before'}
  ${250} | ${false}   | ${'S04 note'} | ${'another course'}
`('after $units U, same course $sameCourse, 250 U at 38 kg with 200 U elsewhere: $why → $says', (given) => {
  const { units, sameCourse, says } = given;
  const earlierDoses = [
    aDose({ units, sameCourse, performedOn: '2026-05-01' }),
    aDose({ units: 200, performedOn: '2026-10-01' }),
  ];
  const context = aContext({ weight: { kg: 38, measuredOn: '2026-11-01' }, earlierDoses });
  expect(said(frailFindings(aSession({ units: 250 }), context, RULES))).toBe(says);
});

it('says how much that is', () => {
  const context = aContext({ weight: { kg: 38, measuredOn: '2026-11-01' } });
  expect(frailFindings(aSession({ units: 400 }), context, RULES)[0]!.message).toBe(
    '400 U Botox within 84 days are 10.53 U/kg at 38 kg (2026-11-01); a child of this weight gets at most 10 U/kg by the label, which gives adults no limit by weight. Weigh it up in somebody light or frail.',
  );
});
