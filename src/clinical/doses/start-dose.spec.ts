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

it.each`
  product   | birthDate       | injections                                         | says                    | why
  ${'abo'}  | ${'1976-01-01'} | ${'biceps_brachii left 600, brachialis left 400'}  | ${''}                   | ${'1,000 U in one arm'}
  ${'abo'}  | ${'1976-01-01'} | ${'biceps_brachii left 600, brachialis left 410'}  | ${'S23 note'}           | ${'more'}
  ${'abo'}  | ${'1976-01-01'} | ${'biceps_brachii left 600, brachialis right 410'} | ${''}                   | ${'shared by both arms'}
  ${'abo'}  | ${'1976-01-01'} | ${'biceps_brachii bilateral 2010'}                 | ${'S23 note, S23 note'} | ${'more in each arm'}
  ${'abo'}  | ${'1976-01-01'} | ${'soleus left 1010'}                              | ${''}                   | ${'a leg'}
  ${'abo'}  | ${'2016-01-01'} | ${'biceps_brachii left 600, brachialis left 410'}  | ${''}                   | ${'a child has a limit by weight'}
  ${'inco'} | ${'1976-01-01'} | ${'biceps_brachii left 600, brachialis left 410'}  | ${''}                   | ${'the label of Xeomin names no arm'}
`('$injections U $product, born $birthDate: $why → $says', ({ product, birthDate, injections, says }) => {
  const rows = (injections as string).split(', ').map((part) => {
    const [muscle, side, units] = part.split(' ') as [string, 'left', string];
    return { muscle, side, units: Number(units) };
  });
  const earlierDoses = [aDose({ product, sameCourse: true, performedOn: '2026-08-01' })];
  const context = aContext({ indication: 'spasticity_upper', birthDate, earlierDoses });
  const session = aSession({ product, injections: rows });
  expect(said(startDoseFindings(session, context, RULES))).toBe(says);
});

it('says what the label gives, and points to the injections', () => {
  const neck = startDoseFindings(
    aSession({ product: 'abo', units: 510 }),
    aContext({ indication: 'cervical_dystonia' }),
    RULES,
  );
  expect(neck).toEqual([
    expect.objectContaining({
      pointer: '/injections',
      message:
        '510 U Dysport in the first session with Dysport on record; the label starts with 500 U Dysport. Start lower, unless it was given elsewhere before.',
    }),
  ]);
  const arm = startDoseFindings(
    aSession({ product: 'abo', injections: [{ muscle: 'biceps_brachii', side: 'right', units: 1010 }] }),
    aContext({ indication: 'tremor' }),
    RULES,
  );
  expect(arm).toEqual([
    expect.objectContaining({
      pointer: '/injections',
      message:
        '1,010 U Dysport in the right arm; the US label gives up to 1,000 U Dysport, elsewhere more only when shoulder muscles are injected. Check the units.',
    }),
  ]);
  const untried = startDoseFindings(
    aSession({ product: 'rima', units: 2500 }),
    aContext({ indication: 'spasticity_lower', priorToxinTolerance: false }),
    RULES,
  );
  expect(untried).toEqual([
    expect.objectContaining({
      pointer: '/injections',
      message:
        '2,500 U Myobloc as a first dose, and no tolerated toxin is on record. Start below 2,500 U Myobloc, or confirm that toxin was tolerated before.',
    }),
  ]);
});

it('says how long it was', () => {
  const earlierDoses = [aDose({ sameCourse: true, performedOn: '2024-01-22' })];
  expect(startDoseFindings(aSession(), aContext({ earlierDoses }), RULES)[0]).toMatchObject({
    pointer: '/injections',
    message:
      'The last session of this course was 1035 days before, on 2024-01-22. Examine anew; the dose and muscles of then may no longer fit, and a lower dose is a careful start.',
  });
});
