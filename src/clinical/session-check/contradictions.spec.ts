import { INDICATION_SLUGS, INDICATIONS } from '../catalogue/indications';
import { MUSCLE_SLUGS, type InjectionSide } from '../catalogue/muscles';
import { isTreatedIn } from '../catalogue/treated-places';
import { contradictionFindings } from './contradictions';
import { aContext, aSession, said } from './example-session';

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
