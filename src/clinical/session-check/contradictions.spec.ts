import { INDICATION_SLUGS, INDICATIONS } from '../catalogue/indications';
import { MUSCLE_SLUGS, type InjectionSide } from '../catalogue/muscles';
import { isTreatedIn } from '../catalogue/anatomy/treated-places';
import { contradictionFindings } from './contradictions';
import type { ToxinProduct } from '../units';
import { aContext, aDose, aSession, said } from './example-session';

it.each`
  indication                  | side           | places                                                   | says             | why
  ${'chronic_migraine'}       | ${undefined}   | ${'frontalis bilateral, trapezius bilateral'}            | ${''}            | ${'head and neck'}
  ${'chronic_migraine'}       | ${undefined}   | ${'frontalis bilateral, soleus left'}                    | ${'S25 confirm'} | ${'a calf in a migraine'}
  ${'spasticity_upper'}       | ${'right'}     | ${'biceps_brachii right, trapezius right'}               | ${''}            | ${'arm and shoulder'}
  ${'spasticity_upper'}       | ${'right'}     | ${'biceps_brachii right, soleus right'}                  | ${'S25 confirm'} | ${'a leg muscle in an arm course'}
  ${'spasticity_upper'}       | ${'right'}     | ${'soleus right, gastrocnemius right'}                   | ${'S25 confirm'} | ${'two of them are one question'}
  ${'spasticity_upper'}       | ${'right'}     | ${'biceps_brachii left, brachialis left'}                | ${'S25 confirm'} | ${'the wrong arm'}
  ${'spasticity_upper'}       | ${'right'}     | ${'biceps_brachii right, brachialis left'}               | ${'S25 confirm'} | ${'one row on the wrong side'}
  ${'spasticity_upper'}       | ${'right'}     | ${'biceps_brachii bilateral'}                            | ${'S25 confirm'} | ${'both arms in a course of one'}
  ${'spasticity_upper'}       | ${'bilateral'} | ${'biceps_brachii left'}                                 | ${''}            | ${'one of both'}
  ${'spasticity_upper'}       | ${undefined}   | ${'biceps_brachii left'}                                 | ${''}            | ${'the course leaves the side open'}
  ${'spasticity_upper'}       | ${'right'}     | ${'soleus left, biceps_brachii right'}                   | ${'S25 confirm'} | ${'outside and on the other side is asked about once'}
  ${'spasticity_lower'}       | ${'left'}      | ${'soleus left, biceps_brachii left'}                    | ${'S25 confirm'} | ${'an arm muscle in a leg course'}
  ${'hemifacial_spasm'}       | ${'left'}      | ${'risorius right'}                                      | ${''}            | ${'its side is asked about by S20'}
  ${'hemifacial_spasm'}       | ${'left'}      | ${'risorius left, biceps_brachii left'}                  | ${'S25 confirm'} | ${'no muscle of the face'}
  ${'hyperhidrosis_axillary'} | ${undefined}   | ${'axilla bilateral'}                                    | ${''}            | ${'the armpits'}
  ${'hyperhidrosis_axillary'} | ${undefined}   | ${'palm bilateral'}                                      | ${'S25 confirm'} | ${'palms in a course of the armpits'}
  ${'sialorrhea'}             | ${undefined}   | ${'parotid bilateral, submandibular_gland bilateral'}    | ${''}            | ${'the glands'}
  ${'sialorrhea'}             | ${undefined}   | ${'masseter bilateral'}                                  | ${'S25 confirm'} | ${'the muscle beside the gland'}
  ${'cervical_dystonia'}      | ${undefined}   | ${'sternocleidomastoid left, thyroarytenoid left'}       | ${'S25 confirm'} | ${'the larynx in a neck'}
  ${'tremor'}                 | ${'right'}     | ${'flexor_carpi_radialis right, interarytenoid midline'} | ${''}            | ${'the midline has no side'}
  ${'spasticity_upper'}       | ${'right'}     | ${'biceps_brachii midline'}                              | ${'S25 confirm'} | ${'an arm has no midline'}
  ${'spasticity_lower'}       | ${undefined}   | ${'soleus midline'}                                      | ${'S25 confirm'} | ${'nor has a leg, whatever the course'}
  ${'sialorrhea'}             | ${undefined}   | ${'parotid midline'}                                     | ${'S25 confirm'} | ${'nor has a gland'}
  ${'cervical_dystonia'}      | ${undefined}   | ${'sternocleidomastoid midline'}                         | ${'S25 confirm'} | ${'nor has the side of the neck'}
  ${'cervical_dystonia'}      | ${undefined}   | ${'cervical_paraspinals midline'}                        | ${''}            | ${'beside the spine both sides meet'}
  ${'chronic_migraine'}       | ${undefined}   | ${'frontalis midline'}                                   | ${''}            | ${'the forehead has a middle'}
  ${'spasticity_upper'}       | ${'right'}     | ${'soleus midline'}                                      | ${'S25 confirm'} | ${'outside the indication is asked about once'}
  ${'hyperhidrosis_other'}    | ${undefined}   | ${'palm bilateral, face_skin bilateral'}                 | ${''}            | ${'palms and face'}
  ${'hyperhidrosis_other'}    | ${undefined}   | ${'axilla bilateral'}                                    | ${'S25 confirm'} | ${'armpits in a course of the others'}
  ${'spasticity_upper'}       | ${'right'}     | ${'trapezius_upper right'}                               | ${''}            | ${'not in the catalogue: not judged'}
`('$indication $side, $places: $why', ({ indication, side, places, says }) => {
  const injections = (places as string).split(', ').map((place) => {
    const [muscle, on] = place.split(' ') as [string, InjectionSide];
    return { muscle, side: on, units: 10 };
  });
  const context = aContext({ indication, courseSide: side });
  expect(said(contradictionFindings(aSession({ injections }), context))).toBe(says);
});

it.each`
  code         | says             | why
  ${'I69.354'} | ${''}            | ${'left'}
  ${'I69.351'} | ${'S25 confirm'} | ${'right'}
  ${'I69.334'} | ${'S25 confirm'} | ${'the arm'}
  ${'G35.A'}   | ${'S25 confirm'} | ${'another cause'}
  ${null}      | ${''}            | ${'no code'}
`('a left leg after a stroke, $code: $says ($why)', ({ code, says }) => {
  const context = aContext({
    indication: 'spasticity_lower',
    courseSide: 'left',
    etiology: 'stroke',
    diagnosisCode: code,
  });
  const session = aSession({ injections: [{ muscle: 'soleus', side: 'left', units: 75 }] });
  expect(said(contradictionFindings(session, context))).toBe(says);
});

it('says what is wrong, where and what to do', () => {
  const context = aContext({ indication: 'spasticity_upper', courseSide: 'right', diagnosisCode: 'I69.352' });
  const session = aSession({
    injections: [
      { muscle: 'biceps_brachii', side: 'right', units: 60 },
      { muscle: 'soleus', side: 'right', units: 50 },
      { muscle: 'brachialis', side: 'left', units: 40 },
    ],
  });
  expect(contradictionFindings(session, context).map(({ message, pointer }) => [pointer, message])).toEqual([
    [
      undefined,
      expect.stringMatching(
        /^I69\.352 is the code of the left side, the course is right\. These fit: .*Correct the code on the course, or give the reason to go on\.$/,
      ),
    ],
    [
      '/injections/1/muscle',
      'Soleus: upper-limb spasticity is treated in the arm. Correct the muscle, record it in the course that it belongs to, or give the reason to go on.',
    ],
    [
      '/injections/2/side',
      'The course is of the right side, and Brachialis is on the left. Correct the side, record it in the course of the other side, or give the reason to go on.',
    ],
  ]);
});

it.each`
  side       | places                                          | what                                                                     | why
  ${'right'} | ${'biceps_brachii left, brachialis left'}       | ${'right side, and everything in this session is on the left'}           | ${'all of it on the other side'}
  ${'left'}  | ${'biceps_brachii right, brachialis right'}     | ${'left side, and everything in this session is on the right'}           | ${'all of it on the other side'}
  ${'left'}  | ${'biceps_brachii left, brachialis right'}      | ${'left side, and Brachialis is on the right'}                           | ${'one muscle'}
  ${'left'}  | ${'biceps_brachii right, brachialis bilateral'} | ${'left side, and everything in this session is not on that side alone'} | ${'one on the other side, one on both'}
`('says of $places in a course of the $side what is where: $why', ({ side, places, what }) => {
  const injections = (places as string).split(', ').map((place) => {
    const [muscle, on] = place.split(' ') as [string, InjectionSide];
    return { muscle, side: on, units: 10 };
  });
  const context = aContext({ indication: 'spasticity_upper', courseSide: side });
  expect(contradictionFindings(aSession({ injections }), context)[0]!.message).toContain(
    `The course is of the ${what}.`,
  );
});

/** The session is of 22 November, with Botox. */
it.each`
  planned  | last                                              | says          | why
  ${null}  | ${[]}                                             | ${''}         | ${'nothing is planned'}
  ${'ona'} | ${[['2026-08-01', 'abo']]}                        | ${''}         | ${'as planned'}
  ${'abo'} | ${[]}                                             | ${'S25 note'} | ${'another product is planned'}
  ${'abo'} | ${[['2026-08-01', 'abo']]}                        | ${'S25 note'} | ${'another product is planned, and was given last'}
  ${'abo'} | ${[['2026-08-01', 'ona']]}                        | ${''}         | ${'the plan was left before: noted once'}
  ${'abo'} | ${[['2026-05-01', 'abo'], ['2026-08-01', 'ona']]} | ${''}         | ${'the last session counts'}
  ${'abo'} | ${[['2026-08-01', 'ona'], ['2026-05-01', 'abo']]} | ${''}         | ${'in whatever order they stand'}
  ${'abo'} | ${[['2026-08-01', 'abo'], ['2026-05-01', 'ona']]} | ${'S25 note'} | ${'and not the one before it'}
  ${'abo'} | ${[['2026-11-22', 'ona']]}                        | ${'S25 note'} | ${'another session of the same day is none before it'}
  ${'abo'} | ${[['2026-08-01', 'ona', 'another course']]}      | ${'S25 note'} | ${'a session of another course'}
`('planned with $planned, last $last: $says ($why)', ({ planned, last, says }) => {
  const earlierDoses = (last as ['2026-08-01', ToxinProduct, string?][]).map(
    ([performedOn, product, other]) => aDose({ performedOn, product, sameCourse: other === undefined }),
  );
  const context = aContext({ plannedProduct: planned, earlierDoses });
  expect(said(contradictionFindings(aSession({ product: 'ona' }), context))).toBe(says);
});

it('says which product is planned, and which was given last', () => {
  const noted = (...earlierDoses: ReturnType<typeof aDose>[]) =>
    contradictionFindings(aSession({ product: 'ona' }), aContext({ plannedProduct: 'abo', earlierDoses }))[0];
  expect(noted()).toMatchObject({
    pointer: '/product',
    message:
      'The course is planned with Dysport; this session is Botox. Check the vial; if Botox was meant, change the plan of the course.',
  });
  expect(noted(aDose({ sameCourse: true, performedOn: '2026-08-01', product: 'inco' }))!.message).toBe(
    'The course is planned with Dysport, and the last session (2026-08-01) was Xeomin; this session is Botox. Check the vial; if Botox was meant, change the plan of the course.',
  );
});

it('every indication is treated somewhere, and every muscle but the detrusor in some indication', () => {
  for (const slug of INDICATION_SLUGS) {
    expect([INDICATIONS[slug].name, MUSCLE_SLUGS.some((muscle) => isTreatedIn(slug, muscle))]).toEqual([
      INDICATIONS[slug].name,
      true,
    ]);
  }
  const nowhere = MUSCLE_SLUGS.filter(
    (muscle) => !INDICATION_SLUGS.some((slug) => isTreatedIn(slug, muscle)),
  );
  expect(nowhere).toEqual(['detrusor']);
});
