import { claimLines, type ClaimedSession } from './claim-lines';
import type { ProcedureSession } from './procedure-lines';

const NECK: ProcedureSession = {
  indication: 'cervical_dystonia',
  injections: [{ muscle: 'trapezius', side: 'right' }],
};
const HEAD: ProcedureSession = {
  indication: 'chronic_migraine',
  injections: [{ muscle: 'frontalis', side: 'bilateral' }],
};
const FACE: ProcedureSession = {
  indication: 'blepharospasm',
  injections: [{ muscle: 'orbicularis_oculi', side: 'left' }],
};

const ARM: ProcedureSession = {
  indication: 'spasticity_upper',
  injections: [{ muscle: 'brachialis', side: 'left' }],
};

const WHOLE: ClaimedSession = {
  ...NECK,
  performedOn: '2026-08-03',
  product: 'ona',
  given: 155,
  vials: [{ vialUnits: 200, unitsDiscarded: 45 }],
  isSigned: true,
  takenOver: false,
  course: { indication: 'cervical_dystonia', diagnosisCode: 'G24.3' },
};

it('a whole record lacks nothing, the drug first', () => {
  const { lines, missing } = claimLines(WHOLE, { earlier: [], later: [] });
  expect([lines.map(({ code }) => code), missing]).toEqual([['J0585', 'J0585', '64616'], []]);
});

const MS = {
  indication: 'spasticity_upper',
  diagnosisCode: 'G35.A',
  secondDiagnosisCode: 'G81.14',
  side: 'left',
};

it.each`
  change                                                                                   | missing                                    | why
  ${{ isSigned: false }}                                                                   | ${'not signed'}                            | ${'unsigned'}
  ${{ isSigned: false, takenOver: true }}                                                  | ${'claimed from there'}                    | ${'from another record'}
  ${{ course: { indication: 'cervical_dystonia' } }}                                       | ${'no diagnosis code'}                     | ${'no code'}
  ${{ course: { indication: 'cervical_dystonia', diagnosisCode: 'G24.5' } }}               | ${'a code of blepharospasm'}               | ${'another indication'}
  ${{ course: { indication: 'hemifacial_spasm', side: 'left', diagnosisCode: 'G51.31' } }} | ${'the code of the right side'}            | ${'another side'}
  ${{ course: { indication: 'hemifacial_spasm', side: 'left', diagnosisCode: 'G51.39' } }} | ${'G51.39 names no side'}                  | ${'side left open'}
  ${{ course: MS, performedOn: '2025-09-30' }}                                             | ${'valid from 2025-10-01 on'}              | ${'the day before it was valid'}
  ${{ course: { ...MS, secondDiagnosisCode: null } }}                                      | ${'G35.A wants the code of the paralysis'} | ${'nothing beside it'}
  ${{ course: { ...MS, secondDiagnosisCode: 'G81.13' } }}                                  | ${'G81.13 is the code of the right side'}  | ${'another side beside it'}
  ${{ course: { ...MS, secondDiagnosisCode: 'G81.10' } }}                                  | ${'G81.10 names no side'}                  | ${'no side beside it'}
  ${{ course: { ...MS, diagnosisCode: 'G35' }, performedOn: '2025-10-01' }}                | ${'not valid since 2025-10-01'}            | ${'the day after it was valid'}
`('says “$missing”: $why', ({ change, missing }) => {
  expect(claimLines({ ...WHOLE, ...change }, { earlier: [], later: [] }).missing).toEqual([
    expect.stringContaining(missing as string),
  ]);
});

it.each`
  course                             | performedOn     | why
  ${MS}                              | ${'2025-10-01'} | ${'the first day of its validity'}
  ${{ ...MS, diagnosisCode: 'G35' }} | ${'2025-09-30'} | ${'the last day of its validity'}
`('a code fits on $why', ({ course, performedOn }) => {
  expect(claimLines({ ...WHOLE, course, performedOn }, { earlier: [], later: [] }).missing).toEqual([]);
});

it.each`
  other   | says                              | why
  ${HEAD} | ${'64615 and 64616 do not stand'} | ${'migraine and neck'}
  ${ARM}  | ${undefined}                      | ${'neck and a limb go together'}
  ${NECK} | ${'64616 stands once a day'}      | ${'the same code again'}
  ${FACE} | ${undefined}                      | ${'neck and face go together'}
`('beside another session of that day: $why', ({ other, says }) => {
  const told = says ? [expect.stringContaining(says as string)] : [];
  expect(claimLines(WHOLE, { earlier: [other as ProcedureSession], later: [] }).missing).toEqual(told);
  expect(claimLines(WHOLE, { earlier: [], later: [other as ProcedureSession] }).missing).toEqual(told);
});

it.each`
  other   | says                                          | why
  ${FACE} | ${['64615 and 64612 do not stand', 'V:FCSO']} | ${'the face has a source'}
  ${NECK} | ${['64615 and 64616 do not stand', '(M)']}    | ${'the neck is from memory'}
  ${ARM}  | ${['64615 and 64642 do not stand', '(M)']}    | ${'a limb is from memory'}
  ${HEAD} | ${['64615 stands once a day']}                | ${'the same code again'}
`('migraine beside another session of that day: $why', ({ other, says }) => {
  const session = { ...WHOLE, ...HEAD, course: { indication: 'chronic_migraine', diagnosisCode: 'G43.709' } };
  const { missing } = claimLines(session as ClaimedSession, {
    earlier: [other as ProcedureSession],
    later: [],
  });
  const told = missing.filter((text) => text.startsWith('64615'));
  expect(told).toHaveLength(1);
  for (const part of says as string[]) expect(told[0]).toContain(part);
});

const TRUNK = (...muscles: string[]) => ({
  indication: 'dystonia_other',
  injections: muscles.map((muscle) => ({ muscle, side: 'bilateral' })),
});
const led = (guidance: string, session: object = ARM) => ({
  ...session,
  injections: [{ muscle: 'brachialis', side: 'left', guidance }],
});
const LITTLE = TRUNK('multifidus');
const MUCH = TRUNK('multifidus', 'thoracic_paraspinals', 'rectus_abdominis');
const SWEAT = { indication: 'hyperhidrosis_axillary', injections: [{ muscle: 'axilla', side: 'bilateral' }] };
const HANDS = { indication: 'hyperhidrosis_other', injections: [{ muscle: 'palm', side: 'bilateral' }] };

it.each`
  own                   | other                 | says                           | why
  ${LITTLE}             | ${LITTLE}             | ${['64646 stands once a day']} | ${'the trunk is counted over all'}
  ${LITTLE}             | ${MUCH}               | ${['64646 and 64647 do not']}  | ${'few and many of one trunk'}
  ${SWEAT}              | ${SWEAT}              | ${['64650 stands once a day']} | ${'both armpits by definition'}
  ${HANDS}              | ${HANDS}              | ${[]}                          | ${'an unlisted code says nothing'}
  ${led('emg')}         | ${led('emg')}         | ${['95874 stands once a day']} | ${'guidance of both sessions'}
  ${led('stimulation')} | ${led('emg')}         | ${['95873 and 95874 do not']}  | ${'one of the two'}
  ${led('emg')}         | ${led('stimulation')} | ${['95873 and 95874 do not']}  | ${'whichever is here'}
  ${led('emg')}         | ${ARM}                | ${[]}                          | ${'the other was not guided'}
`('two sessions of a day: $why → $says', ({ own, other, says }) => {
  const { indication } = own as ProcedureSession;
  const { missing } = claimLines({ ...WHOLE, ...own, course: { indication } } as ClaimedSession, {
    earlier: [other as ProcedureSession],
    later: [],
  });
  expect(missing.filter((text) => text.includes('day'))).toEqual(
    (says as string[]).map((text) => expect.stringContaining(text)),
  );
});

it('a face stands once a day, and two limbs of two sessions do not disturb each other', () => {
  const face = { ...WHOLE, ...FACE, course: { indication: 'blepharospasm', diagnosisCode: 'G24.5' } };
  expect(claimLines(face as ClaimedSession, { earlier: [FACE], later: [] }).missing).toEqual([
    expect.stringContaining('64612 stands once a day'),
  ]);
  const arm = { ...WHOLE, ...ARM, course: MS };
  expect(claimLines(arm as ClaimedSession, { earlier: [ARM], later: [] }).missing).toEqual([]);
});
