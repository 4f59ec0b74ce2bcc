import type { PlainDate } from '../../calendar';
import { fittingCodes } from '../../catalogue/codes/diagnosis-codes';
import type { CourseSide, Etiology, IndicationSlug } from '../../catalogue/indications';
import { codeContradiction } from './code-check';

interface Case {
  readonly indication: IndicationSlug;
  readonly side: CourseSide | undefined;
  readonly cause: Etiology | undefined;
  readonly code: string;
  readonly day: PlainDate;
  readonly says: string;
}

it.each`
  indication             | side           | cause                              | code         | day             | says
  ${'hemifacial_spasm'}  | ${'left'}      | ${undefined}                       | ${'G51.32'}  | ${'2026-11-22'} | ${''}
  ${'hemifacial_spasm'}  | ${'left'}      | ${undefined}                       | ${'G51.31'}  | ${'2026-11-22'} | ${'G51.31 is the code of the right side, the course is left.'}
  ${'hemifacial_spasm'}  | ${'right'}     | ${undefined}                       | ${'G51.32'}  | ${'2026-11-22'} | ${'G51.32 is the code of the left side, the course is right.'}
  ${'hemifacial_spasm'}  | ${'left'}      | ${undefined}                       | ${'G51.33'}  | ${'2026-11-22'} | ${''}
  ${'hemifacial_spasm'}  | ${'left'}      | ${undefined}                       | ${'G51.39'}  | ${'2026-11-22'} | ${''}
  ${'hemifacial_spasm'}  | ${'bilateral'} | ${undefined}                       | ${'G51.31'}  | ${'2026-11-22'} | ${'G51.31 is the code of the right side, the course is bilateral.'}
  ${'hemifacial_spasm'}  | ${'left'}      | ${undefined}                       | ${'G51.3'}   | ${'2026-11-22'} | ${'G51.3 is not valid since 2018-10-01.'}
  ${'spasticity_lower'}  | ${'left'}      | ${'stroke'}                        | ${'I69.351'} | ${'2026-11-22'} | ${'I69.351 is the code of the right side, the course is left.'}
  ${'spasticity_lower'}  | ${'left'}      | ${'stroke'}                        | ${'I69.352'} | ${'2026-11-22'} | ${''}
  ${'spasticity_lower'}  | ${'left'}      | ${'stroke'}                        | ${'I69.354'} | ${'2026-11-22'} | ${''}
  ${'spasticity_lower'}  | ${undefined}   | ${'stroke'}                        | ${'I69.351'} | ${'2026-11-22'} | ${''}
  ${'spasticity_lower'}  | ${'left'}      | ${'stroke'}                        | ${'I69.344'} | ${'2026-11-22'} | ${''}
  ${'spasticity_lower'}  | ${'left'}      | ${'stroke'}                        | ${'I69.334'} | ${'2026-11-22'} | ${'I69.334 speaks of the arm, the course is lower-limb spasticity.'}
  ${'spasticity_upper'}  | ${'right'}     | ${'stroke'}                        | ${'I69.341'} | ${'2026-11-22'} | ${'I69.341 speaks of the leg, the course is upper-limb spasticity.'}
  ${'spasticity_upper'}  | ${'right'}     | ${'stroke'}                        | ${'I69.151'} | ${'2026-11-22'} | ${''}
  ${'spasticity_upper'}  | ${'right'}     | ${'traumatic_brain_injury'}        | ${'G83.11'}  | ${'2026-11-22'} | ${'G83.11 speaks of the leg, the course is upper-limb spasticity.'}
  ${'spasticity_upper'}  | ${'right'}     | ${'spinal_cord_injury'}            | ${'G82.20'}  | ${'2026-11-22'} | ${'G82.20 speaks of the leg, the course is upper-limb spasticity.'}
  ${'spasticity_upper'}  | ${'right'}     | ${'spinal_cord_injury'}            | ${'G82.50'}  | ${'2026-11-22'} | ${''}
  ${'spasticity_upper'}  | ${'right'}     | ${'stroke'}                        | ${'G81.11'}  | ${'2026-11-22'} | ${'G81.11 does not go with the cause of the course, stroke.'}
  ${'spasticity_upper'}  | ${'right'}     | ${'traumatic_brain_injury'}        | ${'G81.11'}  | ${'2026-11-22'} | ${''}
  ${'spasticity_upper'}  | ${'right'}     | ${'other'}                         | ${'G81.13'}  | ${'2026-11-22'} | ${''}
  ${'spasticity_upper'}  | ${'right'}     | ${'cerebral_palsy'}                | ${'I69.351'} | ${'2026-11-22'} | ${'I69.351 does not go with the cause of the course, cerebral palsy.'}
  ${'spasticity_lower'}  | ${'left'}      | ${'multiple_sclerosis'}            | ${'G80.1'}   | ${'2026-11-22'} | ${'G80.1 does not go with the cause of the course, multiple sclerosis.'}
  ${'spasticity_lower'}  | ${'left'}      | ${'multiple_sclerosis'}            | ${'G35'}     | ${'2025-09-30'} | ${''}
  ${'spasticity_lower'}  | ${'left'}      | ${'multiple_sclerosis'}            | ${'G35'}     | ${'2025-10-01'} | ${'G35 is not valid since 2025-10-01.'}
  ${'spasticity_lower'}  | ${'left'}      | ${'multiple_sclerosis'}            | ${'G35.A'}   | ${'2025-10-01'} | ${''}
  ${'spasticity_lower'}  | ${'left'}      | ${'multiple_sclerosis'}            | ${'G35.A'}   | ${'2025-09-30'} | ${''}
  ${'spasticity_lower'}  | ${'left'}      | ${'multiple_sclerosis'}            | ${'G35.B'}   | ${'2026-11-22'} | ${'G35.B is only the beginning of a code and is not billable.'}
  ${'spasticity_lower'}  | ${'left'}      | ${'multiple_sclerosis'}            | ${'G82.21'}  | ${'2026-11-22'} | ${''}
  ${'spasticity_lower'}  | ${'left'}      | ${'hereditary_spastic_paraplegia'} | ${'G11.4'}   | ${'2026-11-22'} | ${''}
  ${'spasticity_lower'}  | ${'left'}      | ${'hereditary_spastic_paraplegia'} | ${'G82.21'}  | ${'2026-11-22'} | ${'G82.21 does not go with the cause of the course, hereditary spastic paraplegia.'}
  ${'cervical_dystonia'} | ${undefined}   | ${undefined}                       | ${'G24.3'}   | ${'2026-11-22'} | ${''}
  ${'cervical_dystonia'} | ${undefined}   | ${undefined}                       | ${'G43.709'} | ${'2026-11-22'} | ${'G43.709 is a code of chronic migraine, the course is cervical dystonia.'}
  ${'cervical_dystonia'} | ${undefined}   | ${undefined}                       | ${'G24.31'}  | ${'2026-11-22'} | ${'G24.31 is not among the codes of cervical dystonia.'}
  ${'cervical_dystonia'} | ${undefined}   | ${undefined}                       | ${'G24'}     | ${'2026-11-22'} | ${'G24 is only the beginning of a code and is not billable.'}
  ${'chronic_back_pain'} | ${undefined}   | ${undefined}                       | ${'M54.5'}   | ${'2021-09-30'} | ${''}
  ${'chronic_back_pain'} | ${undefined}   | ${undefined}                       | ${'M54.5'}   | ${'2021-10-01'} | ${'M54.5 is not valid since 2021-10-01.'}
  ${'tmj_dysfunction'}   | ${'left'}      | ${undefined}                       | ${'M26.602'} | ${'2026-11-22'} | ${''}
  ${'tmj_dysfunction'}   | ${'left'}      | ${undefined}                       | ${'M26.621'} | ${'2026-11-22'} | ${'M26.621 is the code of the right side, the course is left.'}
  ${'sialorrhea'}        | ${undefined}   | ${undefined}                       | ${'K11.7'}   | ${'2026-11-22'} | ${''}
  ${'sialorrhea'}        | ${undefined}   | ${undefined}                       | ${'L74.510'} | ${'2026-11-22'} | ${'L74.510 is a code of axillary hyperhidrosis, the course is chronic sialorrhea.'}
`('$indication $side ($cause), $code on $day: “$says”', ({ says, side, cause, code, ...given }: Case) => {
  const { indication, day } = given;
  const wrong = codeContradiction({ indication, side, etiology: cause, diagnosisCode: code }, day);
  if (says === '') expect(wrong).toBeUndefined();
  else expect(wrong).toMatch(new RegExp(`^${says.replaceAll('.', '\\.')} `));
});

it.each`
  code         | hand         | says                                                                                   | why
  ${'I69.351'} | ${'right'}   | ${''}                                                                                  | ${'right and dominant'}
  ${'I69.351'} | ${'left'}    | ${'I69.351 calls the right side dominant, the patient writes with the left hand.'}     | ${'right, and the other hand writes'}
  ${'I69.353'} | ${'left'}    | ${''}                                                                                  | ${'right and nondominant'}
  ${'I69.353'} | ${'right'}   | ${'I69.353 calls the right side nondominant, the patient writes with the right hand.'} | ${'the side that writes'}
  ${'I69.353'} | ${'both'}    | ${'I69.353 calls the right side nondominant, the patient writes with both hands.'}     | ${'either side counts as dominant'}
  ${'I69.351'} | ${'both'}    | ${''}                                                                                  | ${'either side counts as dominant'}
  ${'I69.353'} | ${'unknown'} | ${''}                                                                                  | ${'nobody knows'}
  ${'I69.353'} | ${null}      | ${''}                                                                                  | ${'not asked'}
  ${'I69.359'} | ${'left'}    | ${''}                                                                                  | ${'names no side'}
`('a right arm after a stroke, $code, writing hand $hand: “$says” ($why)', ({ code, hand, says }) => {
  const course = {
    indication: 'spasticity_upper',
    side: 'right',
    etiology: 'stroke',
    handedness: hand,
    diagnosisCode: code,
  } as const;
  const wrong = codeContradiction(course, '2026-11-22');
  if (says === '') expect(wrong).toBeUndefined();
  else expect(wrong).toMatch(new RegExp(`^${(says as string).replaceAll('.', '\\.')} `));
});

it('with the hand offers only codes of that dominance', () => {
  const arm = { indication: 'spasticity_upper', side: 'left', etiology: 'stroke' } as const;
  const offered = fittingCodes({ ...arm, handedness: 'right' }, '2026-11-22');
  expect(offered).toContain('I69.354');
  expect(offered).not.toContain('I69.352');
});

it('names what fits', () => {
  const face = { indication: 'hemifacial_spasm', side: 'left', diagnosisCode: 'G51.31' } as const;
  expect(codeContradiction(face, '2026-11-22')).toBe(
    'G51.31 is the code of the right side, the course is left. These fit: G51.32, G51.33, G51.39.',
  );
  const neck = { indication: 'cervical_dystonia', diagnosisCode: 'G43.709' } as const;
  expect(codeContradiction(neck, '2026-11-22')).toContain('G24.3 fits.');
  const glands = { indication: 'sialorrhea', diagnosisCode: 'G24.3' } as const;
  expect(codeContradiction(glands, '2026-11-22')).toContain('K11.7 fits.');
});

it.each`
  side         | etiology                           | fits
  ${undefined} | ${'hereditary_spastic_paraplegia'} | ${'G11.4 fits.'}
  ${'left'}    | ${'other'}                         | ${'These fit: G81.10, G81.12, G81.14, G82.20, G82.21, G82.22 and others.'}
`('a leg ($side, $etiology) with a code of a stroke: $fits', ({ side, etiology, fits }) => {
  const leg = { indication: 'spasticity_lower', side, etiology, diagnosisCode: 'I69.351' } as const;
  expect(codeContradiction(leg, '2026-11-22')).toContain(` ${fits}`);
});

it('names six that fit without others, and says when none does', () => {
  const sweat = { indication: 'hyperhidrosis_other', diagnosisCode: 'K11.7' } as const;
  expect(codeContradiction(sweat, '2026-11-22')).toMatch(
    / These fit: L74\.511, L74\.512, L74\.513, L74\.519, L74\.52, R61\.$/,
  );
  const face = { indication: 'hemifacial_spasm', side: 'left', diagnosisCode: 'G51.3' } as const;
  expect(codeContradiction(face, '2018-09-30')).toBeUndefined();
  expect(codeContradiction({ ...face, diagnosisCode: 'G51.31' }, '2018-09-30')).toMatch(
    / No code of the catalogue fits: check indication, side and cause\.$/,
  );
});

it.each`
  indication            | side         | cause               | fits
  ${'hemifacial_spasm'} | ${'left'}    | ${undefined}        | ${'G51.32, G51.33, G51.39'}
  ${'hemifacial_spasm'} | ${undefined} | ${undefined}        | ${'G51.31, G51.32, G51.33, G51.39'}
  ${'spasticity_lower'} | ${'left'}    | ${'cerebral_palsy'} | ${'G80.0, G80.1, G80.2, G80.8, G80.9'}
  ${'sialorrhea'}       | ${undefined} | ${undefined}        | ${'K11.7'}
  ${'tmj_dysfunction'}  | ${'right'}   | ${undefined}        | ${'M26.601, M26.603, M26.609, M26.621, M26.623, M26.629, M79.11'}
`('of $indication $side ($cause) fit $fits', ({ indication, side, cause, fits }) => {
  expect(fittingCodes({ indication, side, etiology: cause }, '2026-11-22').join(', ')).toBe(fits);
});

it('every code that fits a course contradicts nothing of it', () => {
  for (const side of ['left', 'right', 'bilateral', undefined] as const) {
    for (const etiology of ['stroke', 'multiple_sclerosis', 'other', undefined] as const) {
      for (const indication of ['spasticity_upper', 'spasticity_lower'] as const) {
        for (const diagnosisCode of fittingCodes({ indication, side, etiology }, '2026-11-22')) {
          expect(
            codeContradiction({ indication, side, etiology, diagnosisCode }, '2026-11-22'),
          ).toBeUndefined();
        }
      }
    }
  }
});
