import { addDays } from '../calendar';
import { ruleValues } from '../rules';
import { aContext, aDose, aSession, said } from '../session-check/example-session';
import { startDoseFindings } from './start-dose';

const RULES = ruleValues();

it.each`
  product   | indication             | units  | says          | why
  ${'abo'}  | ${'cervical_dystonia'} | ${500} | ${''}         | ${'where the label starts'}
  ${'abo'}  | ${'cervical_dystonia'} | ${510} | ${'S23 note'} | ${'more'}
  ${'inco'} | ${'cervical_dystonia'} | ${120} | ${''}         | ${'where the label starts'}
  ${'inco'} | ${'cervical_dystonia'} | ${125} | ${'S23 note'} | ${'more'}
  ${'inco'} | ${'blepharospasm'}     | ${55}  | ${'S23 note'} | ${'more than 25 U an eye'}
  ${'ona'}  | ${'cervical_dystonia'} | ${300} | ${''}         | ${'the label names no start'}
`('a first session with $units U $product for $indication: $why → $says', (given) => {
  const { product, indication, units, says } = given;
  expect(said(startDoseFindings(aSession({ product, units }), aContext({ indication }), RULES))).toBe(says);
});

it.each`
  days   | sameCourse | says          | why
  ${730} | ${true}    | ${''}         | ${'two years'}
  ${731} | ${true}    | ${'S23 note'} | ${'more'}
  ${729} | ${true}    | ${''}         | ${'less'}
  ${731} | ${false}   | ${''}         | ${'another course'}
`(
  '$days days after the last session, same course $sameCourse: $why → $says',
  ({ days, sameCourse, says }) => {
    const last = addDays('2026-11-22', -(days as number));
    const earlierDoses = [
      aDose({ sameCourse, performedOn: last }),
      aDose({ sameCourse, performedOn: addDays(last, -84) }),
    ];
    expect(said(startDoseFindings(aSession(), aContext({ earlierDoses }), RULES))).toBe(says);
  },
);

it('says how long it was', () => {
  const earlierDoses = [aDose({ sameCourse: true, performedOn: '2024-01-22' })];
  expect(startDoseFindings(aSession(), aContext({ earlierDoses }), RULES)[0]!.message).toBe(
    'The last session of this course was 1035 days before, on 2024-01-22. Examine anew; the dose and muscles of then may no longer fit, and a lower dose is a careful start.',
  );
});
