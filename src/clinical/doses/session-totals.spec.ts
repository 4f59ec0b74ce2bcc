import { aContext, aDose, aSession } from '../session-check/example-session';
import { ruleValues } from '../rules';
import { sessionTotals } from './session-totals';

const RULES = ruleValues();

it('adds the session up by side, and the window over all courses', () => {
  const injections = [
    { muscle: 'sternocleidomastoid', side: 'left', units: 40 },
    { muscle: 'splenius_capitis', side: 'right', units: 60.5 },
    { muscle: 'trapezius', side: 'bilateral', units: 40 },
    { muscle: 'procerus', side: 'midline', units: 5 },
  ] as const;
  const context = aContext({ indication: 'cervical_dystonia', earlierDoses: [aDose({ units: 155 })] });
  expect(sessionTotals(aSession({ injections }), context, RULES)).toEqual({
    product: 'ona',
    units: 145.5,
    bySide: { left: 40, right: 60.5, bilateral: 40, midline: 5 },
    cumulative: { product: 'ona', units: 300.5, windowDays: 84, capUnits: 400 },
    caps: [
      {
        ruleId: 'S03.ona.adult.cap',
        scope: 'within 84 days (2026-08-31 to 2026-11-22), all indications together',
        text: 'Botox, adults: at most 400 U in 3 months, all indications together',
        product: 'ona',
        units: 300.5,
        capUnits: 400,
      },
      {
        ruleId: 'S18.ona.scm.cap',
        scope: 'in the sternocleidomastoids (dysphagia)',
        text: 'Botox in both sternocleidomastoids together: at most 100 U',
        product: 'ona',
        units: 40,
        capUnits: 100,
      },
    ],
  });
});

it.each`
  product   | birthDate       | capUnits | why
  ${'ona'}  | ${'1976-11-22'} | ${400}   | ${'adult'}
  ${'ona'}  | ${'2018-11-22'} | ${200}   | ${'child of 20 kg'}
  ${'abo'}  | ${'1976-11-22'} | ${1500}  | ${'the most of one session'}
  ${'rima'} | ${'1976-11-22'} | ${15000} | ${'what payers allow'}
`('cumulative limit of $product, $why: $capUnits', ({ product, birthDate, capUnits }) => {
  const context = aContext({ birthDate, weight: { kg: 20, measuredOn: '2026-11-20' } });
  expect(sessionTotals(aSession({ product }), context, RULES).cumulative).toMatchObject({
    product,
    capUnits,
  });
});

it.each`
  product   | muscle                   | indication             | side       | rules
  ${'abo'}  | ${'sternocleidomastoid'} | ${'cervical_dystonia'} | ${'left'}  | ${['S05.abo.cervical_dystonia.cap', 'S18.abo.scm.cap']}
  ${'inco'} | ${'orbicularis_oculi'}   | ${'blepharospasm'}     | ${'right'} | ${['S06.inco.cap', 'S19.inco.eye.cap', 'S19.inco.cap']}
  ${'daxi'} | ${'sternocleidomastoid'} | ${'cervical_dystonia'} | ${'left'}  | ${['S08.daxi.cap', 'S18.daxi.scm.cap']}
`('$product in the $side $muscle shows the limits $rules', ({ product, muscle, indication, side, rules }) => {
  const injections = [{ muscle, side, units: 20 }];
  const { caps } = sessionTotals(aSession({ product, injections }), aContext({ indication }), RULES);
  expect(caps.map(({ ruleId }) => ruleId)).toEqual(rules);
});

it('says of a limit that holds for each eye which eye it is', () => {
  const injections = [
    { muscle: 'orbicularis_oculi', side: 'left', units: 25 },
    { muscle: 'orbicularis_oculi', side: 'right', units: 20 },
  ] as const;
  const { caps } = sessionTotals(
    aSession({ product: 'inco', injections }),
    aContext({ indication: 'blepharospasm' }),
    RULES,
  );
  const eyes = caps.filter(({ ruleId }) => ruleId === 'S19.inco.eye.cap');
  expect(eyes.map(({ scope, units }) => `${units} ${scope}`)).toEqual([
    '25 for the left eye',
    '20 for the right eye',
  ]);
});
