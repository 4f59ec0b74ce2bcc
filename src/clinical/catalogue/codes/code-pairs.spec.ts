import { codeLackingBeside, isCauseCode, secondCodeContradiction } from './code-pairs';

const ARM = { indication: 'spasticity_upper', side: 'left', handedness: 'right' } as const;
const MS = { ...ARM, etiology: 'multiple_sclerosis' } as const;
const CORD = { ...ARM, etiology: 'spinal_cord_injury' } as const;

it.each`
  course                                                                   | lacks                                      | why
  ${MS}                                                                    | ${undefined}                               | ${'no code at all is told elsewhere'}
  ${{ ...MS, diagnosisCode: 'G35.A' }}                                     | ${'G35.A wants the code of the paralysis'} | ${'multiple sclerosis alone'}
  ${{ ...MS, diagnosisCode: 'G35' }}                                       | ${'G35 wants the code of the paralysis'}   | ${'its code of before October 2025'}
  ${{ ...MS, diagnosisCode: 'G35.A', secondDiagnosisCode: 'G81.14' }}      | ${undefined}                               | ${'with the hemiplegia'}
  ${{ ...MS, diagnosisCode: 'G81.14', secondDiagnosisCode: 'G35.A' }}      | ${undefined}                               | ${'the other way round'}
  ${{ ...MS, diagnosisCode: 'G35.A', secondDiagnosisCode: 'G35.B1' }}      | ${'the paralysis'}                         | ${'with another form of it'}
  ${{ ...MS, diagnosisCode: 'G83.24' }}                                    | ${'the multiple sclerosis'}                | ${'the paralysis alone'}
  ${{ ...ARM, etiology: 'other', diagnosisCode: 'G83.24' }}                | ${undefined}                               | ${'a paralysis of another cause'}
  ${{ ...ARM, etiology: 'stroke', diagnosisCode: 'I69.354' }}              | ${undefined}                               | ${'after a stroke one code says both'}
  ${{ ...ARM, etiology: 'cerebral_palsy', diagnosisCode: 'G80.2' }}        | ${undefined}                               | ${'a palsy by itself'}
  ${{ ...CORD, diagnosisCode: 'G82.53' }}                                  | ${'the injury (S14'}                       | ${'the spinal cord without its injury'}
  ${{ ...CORD, diagnosisCode: 'G82.53', secondDiagnosisCode: 'S14.105S' }} | ${undefined}                               | ${'with it'}
  ${{ ...CORD, diagnosisCode: 'G82.53', secondDiagnosisCode: 'S14.105A' }} | ${'the injury'}                            | ${'with the injury as a fresh one'}
  ${{ indication: 'cervical_dystonia', diagnosisCode: 'G24.3' }}           | ${undefined}                               | ${'a code that stands alone'}
`('$why: $lacks', ({ course, lacks }) => {
  const said = codeLackingBeside(course, '2026-11-22');
  if (lacks === undefined) expect(said).toBeUndefined();
  else expect(said).toContain(lacks);
});

it('says where to write it, by which source, and which fit', () => {
  expect(codeLackingBeside({ ...MS, diagnosisCode: 'G35.A' }, '2026-11-22')).toBe(
    'G35.A wants the code of the paralysis (G81.-, G82.- or G83.-) beside it: write it on the course as the second diagnosis (V:ICD-G35). These fit: G81.10, G81.14, G82.50, G82.51, G82.52, G82.53, G82.54, G83.20, G83.24.',
  );
});

it.each`
  course                                                                                     | says                                    | why
  ${{ ...MS, diagnosisCode: 'G35.A' }}                                                       | ${undefined}                            | ${'there is none'}
  ${{ ...MS, diagnosisCode: 'G35.A', secondDiagnosisCode: 'G81.14' }}                        | ${undefined}                            | ${'it agrees'}
  ${{ ...MS, secondDiagnosisCode: 'G81.14' }}                                                | ${'no first one'}                       | ${'no first code'}
  ${{ ...MS, diagnosisCode: 'G35.A', secondDiagnosisCode: 'G35.A' }}                         | ${'stands twice'}                       | ${'the same again'}
  ${{ ...ARM, etiology: 'stroke', diagnosisCode: 'I69.354', secondDiagnosisCode: 'G81.14' }} | ${'do not stand together (V:ICD-G81X)'} | ${'hemiplegia beside sequelae of a stroke'}
  ${{ ...ARM, diagnosisCode: 'G81.14', secondDiagnosisCode: 'G80.2' }}                       | ${'do not stand together'}              | ${'cerebral palsy beside hemiplegia'}
  ${{ ...ARM, etiology: 'stroke', diagnosisCode: 'I69.334', secondDiagnosisCode: 'G81.14' }} | ${undefined}                            | ${'of sequelae only those with hemiplegia are excluded'}
  ${{ ...MS, diagnosisCode: 'G81.14', secondDiagnosisCode: 'G35' }}                          | ${'not valid after 2025-09-30'}         | ${'no longer valid'}
  ${{ ...MS, diagnosisCode: 'G35.A', secondDiagnosisCode: 'G81.13' }}                        | ${'of the right side'}                  | ${'the other side'}
  ${{ ...MS, diagnosisCode: 'G35.A', secondDiagnosisCode: 'G83.14' }}                        | ${'speaks of the leg'}                  | ${'the other limb'}
  ${{ ...MS, diagnosisCode: 'G35.A', secondDiagnosisCode: 'G81.12' }}                        | ${'the left side dominant'}             | ${'the other hand'}
`('second code: $why', ({ course, says }) => {
  const said = secondCodeContradiction(course, '2026-11-22');
  if (says === undefined) expect(said).toBeUndefined();
  else expect(said).toContain(says);
});

it.each`
  code          | is
  ${'G35.A'}    | ${true}
  ${'S24.102S'} | ${true}
  ${'S24.102A'} | ${false}
  ${'G81.14'}   | ${false}
  ${'I69.354'}  | ${false}
`('$code is a cause: $is', ({ code, is }) => {
  expect(isCauseCode(code)).toBe(is);
});
