import { aContext, aDose, aSession, said } from '../session-check/example-session';
import { precautionFindings, precautionReminders } from './precaution-findings';
import { PRECAUTION_CODES, precautionOf, PRECAUTIONS } from './precaution-rows';
import { ruleValues } from '../rules';

const RULES = ruleValues();
const PREGNANT_THEN = { code: 'pregnant', startedOn: '2026-01-10', endedOn: '2026-10-01' } as const;
const FOREHEAD = [{ muscle: 'frontalis', side: 'bilateral', units: 100 }] as const;

it.each`
  precaution                       | product   | says
  ${'pregnant'}                    | ${'ona'}  | ${'S13 confirm'}
  ${'breast_feeding'}              | ${'ona'}  | ${'S13 confirm'}
  ${'cannot_become_pregnant'}      | ${'ona'}  | ${''}
  ${'aminoglycoside'}              | ${'ona'}  | ${'S14 confirm'}
  ${'neuromuscular_blocker'}       | ${'ona'}  | ${'S14 confirm'}
  ${'magnesium_infusion'}          | ${'daxi'} | ${'S14 confirm'}
  ${'myasthenia_gravis'}           | ${'ona'}  | ${'S15 confirm'}
  ${'lambert_eaton'}               | ${'ona'}  | ${'S15 confirm'}
  ${'als'}                         | ${'ona'}  | ${'S15 confirm'}
  ${'other_neuromuscular_disease'} | ${'ona'}  | ${'S15 confirm'}
  ${'dysphagia'}                   | ${'rima'} | ${'S15 confirm'}
  ${'respiratory_compromise'}      | ${'ona'}  | ${'S15 confirm'}
  ${'milk_protein_allergy'}        | ${'abo'}  | ${'S16 stop'}
  ${'milk_protein_allergy'}        | ${'ona'}  | ${''}
  ${'toxin_hypersensitivity'}      | ${'inco'} | ${'S16 stop'}
  ${'infection_at_site'}           | ${'ona'}  | ${'S16 stop'}
  ${'anticoagulant'}               | ${'ona'}  | ${'S17 note'}
  ${'inr_above_3'}                 | ${'ona'}  | ${'S17 confirm'}
  ${'anticholinergic'}             | ${'rima'} | ${'S14 confirm'}
  ${'anticholinergic'}             | ${'ona'}  | ${''}
  ${'muscle_relaxant'}             | ${'rima'} | ${'S14 confirm'}
  ${'muscle_relaxant'}             | ${'abo'}  | ${''}
  ${'aspiration'}                  | ${'ona'}  | ${'S15 confirm'}
  ${'cardiovascular_disease'}      | ${'ona'}  | ${'S15 note'}
  ${'narrow_angle_glaucoma'}       | ${'rima'} | ${'S15 confirm'}
  ${'narrow_angle_glaucoma'}       | ${'ona'}  | ${''}
  ${'bleeding_disorder'}           | ${'ona'}  | ${'S17 note'}
  ${'albumin_refusal'}             | ${'ona'}  | ${'S16 confirm'}
  ${'albumin_refusal'}             | ${'abo'}  | ${'S16 confirm'}
  ${'albumin_refusal'}             | ${'inco'} | ${'S16 confirm'}
  ${'albumin_refusal'}             | ${'rima'} | ${'S16 confirm'}
  ${'albumin_refusal'}             | ${'daxi'} | ${''}
  ${'left-handed'}                 | ${'ona'}  | ${''}
`('$precaution with $product → $says', ({ precaution, product, says }) => {
  const context = aContext({ precautions: [precaution] });
  expect(said(precautionFindings(aSession({ product, injections: FOREHEAD }), context, RULES))).toBe(says);
});

it.each`
  precaution                 | muscle                           | says             | why
  ${'bleeding_disorder'}     | ${'frontalis'}                   | ${'S17 note'}    | ${'seen and pressed'}
  ${'bleeding_disorder'}     | ${'longus_colli'}                | ${'S17 confirm'} | ${'lies deep'}
  ${'narrow_angle_glaucoma'} | ${'frontalis'}                   | ${''}            | ${'away from the lid'}
  ${'narrow_angle_glaucoma'} | ${'orbicularis_oculi'}           | ${'S15 confirm'} | ${'at the lid'}
  ${'narrow_angle_glaucoma'} | ${'orbicularis_oculi_upper_lid'} | ${'S15 confirm'} | ${'at the lid'}
`('$precaution, $muscle $why → $says', ({ precaution, muscle, says }) => {
  const session = aSession({ injections: [{ muscle, side: 'left', units: 10 }] });
  expect(said(precautionFindings(session, aContext({ precautions: [precaution] }), RULES))).toBe(says);
});

/** The session is of 22 November 2026. */
it.each`
  code                   | startedOn       | endedOn         | says             | why
  ${'aminoglycoside'}    | ${'2026-05-03'} | ${'2026-05-20'} | ${''}            | ${'a course of May'}
  ${'aminoglycoside'}    | ${undefined}    | ${'2026-11-22'} | ${''}            | ${'ended today'}
  ${'aminoglycoside'}    | ${undefined}    | ${'2026-11-23'} | ${'S14 confirm'} | ${'ends tomorrow'}
  ${'aminoglycoside'}    | ${'2026-11-22'} | ${undefined}    | ${'S14 confirm'} | ${'began today'}
  ${'aminoglycoside'}    | ${'2026-11-23'} | ${undefined}    | ${''}            | ${'began after the session'}
  ${'infection_at_site'} | ${'2026-11-10'} | ${'2026-11-20'} | ${''}            | ${'healed'}
  ${'infection_at_site'} | ${'2026-11-10'} | ${undefined}    | ${'S16 stop'}    | ${'not healed'}
`('$code from $startedOn to $endedOn, $why → $says', ({ code, startedOn, endedOn, says }) => {
  const context = aContext({ precautions: [{ code, startedOn, endedOn }] });
  expect(said(precautionFindings(aSession({ injections: FOREHEAD }), context, RULES))).toBe(says);
});

it.each`
  code                   | startedOn       | askedOn         | says                       | why
  ${'anticoagulant'}     | ${'2025-11-22'} | ${undefined}    | ${'S17 note'}              | ${'365 days ago'}
  ${'anticoagulant'}     | ${'2025-11-21'} | ${undefined}    | ${'S17 note, S17 note'}    | ${'366 days ago'}
  ${'anticoagulant'}     | ${'2019-01-01'} | ${'2026-03-01'} | ${'S17 note'}              | ${'asked again since'}
  ${'anticoagulant'}     | ${undefined}    | ${undefined}    | ${'S17 note'}              | ${'nobody knows since when'}
  ${'dysphagia'}         | ${'2025-06-01'} | ${undefined}    | ${'S15 confirm, S15 note'} | ${'may have gone'}
  ${'myasthenia_gravis'} | ${'2015-06-01'} | ${undefined}    | ${'S15 confirm'}           | ${'for life'}
  ${'bleeding_disorder'} | ${'2015-06-01'} | ${undefined}    | ${'S17 note'}              | ${'for life'}
  ${'muscle_relaxant'}   | ${'2015-06-01'} | ${undefined}    | ${''}                      | ${'nothing to ask with type A'}
`('$code since $startedOn, asked about $askedOn: $why → $says', ({ code, startedOn, askedOn, says }) => {
  const context = aContext({ precautions: [{ code, startedOn, askedOn }] });
  expect(said(precautionFindings(aSession({ injections: FOREHEAD }), context, RULES))).toBe(says);
});

it.each`
  value   | startedOn       | says             | why
  ${3}    | ${'2026-11-20'} | ${''}            | ${'the limit itself'}
  ${3.01} | ${'2026-11-20'} | ${'S17 confirm'} | ${'just above'}
  ${2.4}  | ${'2026-10-25'} | ${''}            | ${'28 days old'}
  ${2.4}  | ${'2026-10-24'} | ${'S17 note'}    | ${'29 days old'}
  ${4.2}  | ${'2026-09-01'} | ${'S17 confirm'} | ${'high, and old'}
  ${4.2}  | ${'2026-11-23'} | ${''}            | ${'measured after the session'}
`('an INR of $value on $startedOn, $why → $says', ({ value, startedOn, says }) => {
  const context = aContext({ precautions: [{ code: 'inr', value, startedOn }] });
  expect(said(precautionFindings(aSession({ injections: FOREHEAD }), context, RULES))).toBe(says);
});

it('of several INRs reads the latest before the session, and it takes the place of one without its value', () => {
  const inr = (startedOn: '2026-11-01' | '2026-11-20', value: number) => ({ code: 'inr', startedOn, value });
  const says = (...precautions: (string | ReturnType<typeof inr>)[]) =>
    said(precautionFindings(aSession({ injections: FOREHEAD }), aContext({ precautions }), RULES));
  expect(says(inr('2026-11-20', 2.5), inr('2026-11-01', 4))).toBe('');
  expect(says(inr('2026-11-01', 2.5), inr('2026-11-20', 4))).toBe('S17 confirm');
  expect(says('inr_above_3', inr('2026-11-20', 2.5))).toBe('');
});

it.each`
  measured                                                                     | other                                                                        | says             | why
  ${{ code: 'inr', value: 2.5, startedOn: '2026-11-20' }}                      | ${{ code: 'inr', value: 3.5, startedOn: '2026-11-20' }}                      | ${'S17 confirm'} | ${'of one day the one entered last'}
  ${{ code: 'inr', value: 3.5, startedOn: '2026-11-20' }}                      | ${{ code: 'inr', value: 2.5, startedOn: '2026-11-20' }}                      | ${''}            | ${'of one day the one entered last'}
  ${{ code: 'inr', value: 4, startedOn: '2026-11-01', askedOn: '2026-11-21' }} | ${{ code: 'inr', value: 2.5, startedOn: '2026-11-20' }}                      | ${''}            | ${'a measurement is of its day, though asked about later'}
  ${{ code: 'inr', value: 2.5, startedOn: '2026-11-20' }}                      | ${{ code: 'inr', value: 4, startedOn: '2026-11-01', askedOn: '2026-11-21' }} | ${''}            | ${'in either order'}
  ${{ code: 'inr', value: 2.5, startedOn: '2026-11-20' }}                      | ${{ code: 'inr_above_3', startedOn: '2026-11-20' }}                          | ${''}            | ${'measured on the day that it was said'}
  ${{ code: 'inr', value: 2.5, startedOn: '2026-11-20' }}                      | ${{ code: 'inr_above_3', startedOn: '2026-11-21' }}                          | ${'S17 confirm'} | ${'said since it was measured'}
  ${{ code: 'inr', startedOn: '2026-11-20' }}                                  | ${{ code: 'inr_above_3', startedOn: '2026-11-20' }}                          | ${'S17 confirm'} | ${'nothing was measured'}
  ${{ code: 'anticoagulant', value: 4.2, startedOn: '2026-11-20' }}            | ${{ code: 'pregnancy', endedOn: '2026-11-01' }}                              | ${'S17 note'}    | ${'a number that is no INR'}
`('$measured and $other, $why → $says', ({ measured, other, says }) => {
  const context = aContext({ precautions: [measured, other] });
  expect(said(precautionFindings(aSession({ injections: FOREHEAD }), context, RULES))).toBe(says);
});

it.each`
  first                                                                        | second                                                | asks     | why
  ${{ code: 'anticoagulant', startedOn: '2020-01-01', askedOn: '2026-03-01' }} | ${{ code: 'anticoagulant', startedOn: '2025-01-01' }} | ${false} | ${'the entry that was asked about last speaks'}
  ${{ code: 'anticoagulant', startedOn: '2020-01-01' }}                        | ${{ code: 'anticoagulant' }}                          | ${true}  | ${'an entry of no day is the oldest'}
`('two entries of one precaution: $why', ({ first, second, asks }) => {
  const context = aContext({ precautions: [first, second] });
  const messages = precautionFindings(aSession({ injections: FOREHEAD }), context, RULES);
  expect(messages.some(({ message }) => message.includes('was last asked about'))).toBe(asks);
});

it('says since when, the number and the day', () => {
  const precautions = [
    { code: 'aminoglycoside', startedOn: '2026-11-02' },
    { code: 'inr', startedOn: '2026-11-19', value: 3.4 },
    { code: 'myasthenia_gravis' },
  ] as const;
  expect(
    precautionFindings(aSession({ injections: FOREHEAD }), aContext({ precautions }), RULES).map(
      ({ message }) => message,
    ),
  ).toEqual([
    expect.stringMatching(/^Aminoglycoside is on record since 2026-11-02\. /),
    expect.stringMatching(/^Myasthenia gravis is on record\. /),
    expect.stringMatching(/^The INR was 3\.4 on 2026-11-19, above 3\. /),
  ]);
});

it('takes the clinic’s own limits', () => {
  const rules = ruleValues({ 'S17.inr.above': 2, 'S17.inr.age': 7, 'S14.again': 30 });
  const context = aContext({
    precautions: [
      { code: 'inr', startedOn: '2026-11-10', value: 1.8 },
      { code: 'anticoagulant', startedOn: '2026-10-01' },
    ],
  });
  expect(said(precautionFindings(aSession({ injections: FOREHEAD }), context, rules))).toBe(
    'S17 note, S17 note, S17 note',
  );
  const high = aContext({ precautions: [{ code: 'inr', startedOn: '2026-11-20', value: 2.1 }] });
  expect(said(precautionFindings(aSession({ injections: FOREHEAD }), high, rules))).toBe('S17 confirm');
});

it.each`
  sex          | birthDate       | precautions                   | says             | why
  ${'female'}  | ${'2014-11-22'} | ${[]}                         | ${'S13 note'}    | ${'12 today'}
  ${'female'}  | ${'2014-11-23'} | ${[]}                         | ${''}            | ${'12 tomorrow'}
  ${'female'}  | ${'1976-11-22'} | ${[]}                         | ${'S13 note'}    | ${'50 today'}
  ${'female'}  | ${'1975-11-23'} | ${[]}                         | ${'S13 note'}    | ${'51 tomorrow'}
  ${'female'}  | ${'1975-11-22'} | ${[]}                         | ${''}            | ${'51 today'}
  ${'female'}  | ${'1990-01-01'} | ${['cannot_become_pregnant']} | ${''}            | ${'answered'}
  ${'female'}  | ${'1990-01-01'} | ${['pregnant']}               | ${'S13 confirm'} | ${'said once'}
  ${'female'}  | ${'1990-01-01'} | ${['breast_feeding']}         | ${'S13 confirm'} | ${'said once'}
  ${'female'}  | ${'1990-01-01'} | ${[PREGNANT_THEN]}            | ${'S13 note'}    | ${'the pregnancy has ended: asked again'}
  ${'male'}    | ${'1990-01-01'} | ${[]}                         | ${''}            | ${'a man'}
  ${'other'}   | ${'1990-01-01'} | ${[]}                         | ${'S13 note'}    | ${'asked as well'}
  ${'unknown'} | ${'1990-01-01'} | ${[]}                         | ${'S13 note'}    | ${'asked as well'}
  ${null}      | ${'1990-01-01'} | ${[]}                         | ${''}            | ${'sex not recorded'}
`('pregnancy not recorded, $sex, $why → $says', ({ sex, birthDate, precautions, says }) => {
  expect(
    said(
      precautionFindings(
        aSession({ injections: FOREHEAD }),
        aContext({ sex, birthDate, precautions }),
        RULES,
      ),
    ),
  ).toBe(says);
});

it('says a precaution once, however often and under whatever name it is recorded', () => {
  const context = aContext({ precautions: ['pregnancy', 'pregnant', 'Pregnant'] });
  expect(said(precautionFindings(aSession({ injections: FOREHEAD }), context, RULES))).toBe('S13 confirm');
});

it.each`
  words                           | code
  ${'Cow’s milk protein allergy'} | ${'milk_protein_allergy'}
  ${' Myasthenia Gravis '}        | ${'myasthenia_gravis'}
  ${'LEMS'}                       | ${'lambert_eaton'}
  ${'myasthenia - gravis'}        | ${'myasthenia_gravis'}
  ${'breastfeeding'}              | ${'breast_feeding'}
  ${'gout'}                       | ${undefined}
`('“$words” means $code', ({ words, code }) => {
  expect(precautionOf(words)).toBe(code);
});

it('knows each code by itself', () => {
  expect(PRECAUTION_CODES.map(precautionOf)).toEqual(PRECAUTION_CODES);
});

it('an INR is a number between 0.5 and 20, asked for by its own code alone', () => {
  expect(PRECAUTIONS.inr.measured).toEqual({ min: 0.5, max: 20, required: true });
  expect(PRECAUTIONS.inr_above_3.measured).toEqual({ min: 0.5, max: 20, required: false });
});

/** The session is of 22 November 2026. */
it.each`
  known                                                                        | dose                                            | says             | why
  ${{ code: 'anticoagulant', startedOn: '2026-03-01' }}                        | ${{ performedOn: '2026-08-10' }}                | ${''}            | ${'told in the session since'}
  ${{ code: 'anticoagulant', startedOn: '2026-08-10' }}                        | ${{ performedOn: '2026-08-10' }}                | ${''}            | ${'known on the day of that session'}
  ${{ code: 'anticoagulant', startedOn: '2026-08-11' }}                        | ${{ performedOn: '2026-08-10' }}                | ${'S17 note'}    | ${'known the day after'}
  ${{ code: 'anticoagulant', startedOn: '2026-03-01' }}                        | ${{ performedOn: '2026-11-22' }}                | ${'S17 note'}    | ${'of this very day'}
  ${{ code: 'anticoagulant', startedOn: '2026-03-01' }}                        | ${{ performedOn: '2026-11-21' }}                | ${''}            | ${'the day before'}
  ${{ code: 'anticoagulant', startedOn: '2026-03-01' }}                        | ${{ performedOn: '2026-08-10', elsewhere: {} }} | ${'S17 note'}    | ${'somebody else gave that one'}
  ${{ code: 'anticoagulant', startedOn: '2026-03-01', askedOn: '2026-09-01' }} | ${{ performedOn: '2026-08-10' }}                | ${'S17 note'}    | ${'asked about again since'}
  ${{ code: 'anticoagulant', startedOn: '2026-03-01', askedOn: '2026-08-01' }} | ${{ performedOn: '2026-08-10' }}                | ${''}            | ${'asked about before'}
  ${{ code: 'anticoagulant', askedOn: '2026-08-01' }}                          | ${{ performedOn: '2026-08-10' }}                | ${''}            | ${'asked about, since when nobody knows'}
  ${{ code: 'anticoagulant' }}                                                 | ${{ performedOn: '2026-08-10' }}                | ${'S17 note'}    | ${'of no day'}
  ${{ code: 'dysphagia', startedOn: '2026-03-01' }}                            | ${{ performedOn: '2026-08-10' }}                | ${'S15 confirm'} | ${'what asks for a reason is told each time'}
`('$known after a session of $dose.performedOn, $why → $says', ({ known, dose, says }) => {
  const context = aContext({ precautions: [known], earlierDoses: [aDose(dose)] });
  expect(said(precautionFindings(aSession({ injections: FOREHEAD }), context, RULES))).toBe(says);
});

it.each`
  precautions                                                                                                 | says          | why
  ${[]}                                                                                                       | ${''}         | ${'nothing on record'}
  ${[{ code: 'anticoagulant', startedOn: '2025-11-22' }]}                                                     | ${''}         | ${'365 days ago'}
  ${[{ code: 'anticoagulant', startedOn: '2025-11-21' }]}                                                     | ${'S17 note'} | ${'366 days ago'}
  ${[{ code: 'anticoagulant', startedOn: '2020-01-01', endedOn: '2026-01-01' }]}                              | ${''}         | ${'has ended'}
  ${[{ code: 'myasthenia_gravis', startedOn: '2015-06-01' }]}                                                 | ${''}         | ${'for life'}
  ${[{ code: 'muscle_relaxant', startedOn: '2015-06-01' }]}                                                   | ${''}         | ${'matters with type B alone, which nobody has chosen yet'}
  ${[{ code: 'inr', value: 2.5, startedOn: '2026-10-25' }]}                                                   | ${''}         | ${'an INR of 28 days'}
  ${[{ code: 'inr', value: 2.5, startedOn: '2026-10-24' }]}                                                   | ${'S17 note'} | ${'an INR of 29 days'}
  ${[{ code: 'inr', value: 3.5, startedOn: '2026-11-20' }]}                                                   | ${''}         | ${'a new one, however high: that is for the session'}
  ${[{ code: 'inr_above_3', startedOn: '2025-01-01' }]}                                                       | ${'S17 note'} | ${'said, and long ago'}
  ${[{ code: 'inr_above_3', startedOn: '2025-01-01' }, { code: 'inr', value: 2, startedOn: '2026-11-20' }]}   | ${''}         | ${'measured since'}
  ${[{ code: 'anticoagulant', startedOn: '2020-01-01' }, { code: 'inr', value: 2, startedOn: '2026-11-20' }]} | ${'S17 note'} | ${'what an INR does not answer'}
`('to ask again before 22 November 2026: $why → $says', ({ precautions, says }) => {
  expect(said(precautionReminders(precautions, '2026-11-22', RULES))).toBe(says);
});
