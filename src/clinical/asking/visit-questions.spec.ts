import { ruleValues } from '../rules';
import { visitQuestions, type SessionBefore } from './visit-questions';

const RULES = ruleValues({ 'S22.peak.scored.from': 20, 'S14.again': 365, 'S17.inr.age': 28 });
const DAY = '2026-11-23';
const MAN = { birthDate: '1968-04-12', sex: 'male', precautions: [] } as const;
const KNOWN: SessionBefore = {
  performedOn: '2026-08-24',
  sizeKnown: true,
  woreOffOn: '2026-11-09',
  stillEffectiveOn: null,
  answersWaiting: 0,
};
const NOTHING = { ...KNOWN, sizeKnown: false, woreOffOn: null };

it.each`
  before                                                           | asks                                    | why
  ${undefined}                                                     | ${[]}                                   | ${'a first session has none before it'}
  ${KNOWN}                                                         | ${[]}                                   | ${'all is known'}
  ${NOTHING}                                                       | ${['size', 'length']}                   | ${'nothing is known'}
  ${{ ...NOTHING, performedOn: '2026-11-03' }}                     | ${['size', 'length']}                   | ${'20 days old'}
  ${{ ...NOTHING, performedOn: '2026-11-04' }}                     | ${[]}                                   | ${'19 days old: too early to be scored'}
  ${{ ...KNOWN, sizeKnown: false }}                                | ${['size']}                             | ${'the length is known'}
  ${{ ...KNOWN, woreOffOn: null }}                                 | ${['length']}                           | ${'the size is known'}
  ${{ ...KNOWN, woreOffOn: null, stillEffectiveOn: '2026-11-22' }} | ${['length']}                           | ${'it still worked yesterday'}
  ${{ ...KNOWN, woreOffOn: null, stillEffectiveOn: '2026-11-23' }} | ${[]}                                   | ${'asked today'}
  ${{ ...NOTHING, answersWaiting: 1 }}                             | ${['patient-answer', 'size', 'length']} | ${'the patient has said so'}
  ${{ ...NOTHING, performedOn: '2026-11-22', answersWaiting: 2 }}  | ${['patient-answer']}                   | ${'whatever was said is to be read'}
`('of the session before, $why: $asks', ({ before, asks }) => {
  expect(visitQuestions({ patient: MAN, before }, DAY, RULES).map(({ code }) => code)).toEqual(asks);
});

it.each`
  patient                                                                                                     | asks              | why
  ${{ sex: 'female', birthDate: '1990-01-01' }}                                                               | ${['pregnancy']}  | ${'of fertile age, not asked'}
  ${{ sex: 'female', birthDate: '1950-01-01' }}                                                               | ${[]}             | ${'past it'}
  ${{ sex: 'female', birthDate: '1990-01-01', pregnancyAnswers: [{ askedOn: DAY, answer: 'not-pregnant' }] }} | ${[]}             | ${'answered today'}
  ${{ precautions: [{ code: 'anticoagulant', startedOn: '2025-11-23' }] }}                                    | ${[]}             | ${'asked 365 days ago'}
  ${{ precautions: [{ code: 'anticoagulant', startedOn: '2025-11-22' }] }}                                    | ${['precaution']} | ${'366 days ago'}
  ${{ precautions: [{ code: 'anticoagulant' }] }}                                                             | ${[]}             | ${'nobody knows when it was asked'}
  ${{ precautions: [{ code: 'anticoagulant', startedOn: '2025-01-01', endedOn: '2026-01-01' }] }}             | ${[]}             | ${'it has ended'}
  ${{ precautions: [{ code: 'muscle_relaxant', startedOn: '2015-01-01' }] }}                                  | ${[]}             | ${'matters with type B alone: that session asks'}
  ${{ precautions: [{ code: 'myasthenia_gravis', startedOn: '2015-01-01' }] }}                                | ${[]}             | ${'for life'}
  ${{ precautions: [{ code: 'inr', value: 2.4, startedOn: '2026-10-26' }] }}                                  | ${[]}             | ${'measured 28 days ago'}
  ${{ precautions: [{ code: 'inr', value: 2.4, startedOn: '2026-10-25' }] }}                                  | ${['precaution']} | ${'29 days ago'}
  ${{ precautions: [{ code: 'inr', value: 4.2, startedOn: '2026-10-25' }] }}                                  | ${['precaution']} | ${'high, and old'}
  ${{ precautions: [{ code: 'inr', value: 4.2, startedOn: '2026-11-20' }] }}                                  | ${[]}             | ${'high: the session itself asks'}
`('of the patient, $why: $asks', ({ patient, asks }) => {
  expect(visitQuestions({ patient: { ...MAN, ...patient } }, DAY, RULES).map(({ code }) => code)).toEqual(
    asks,
  );
});

it('says what a session would say of it, once for both', () => {
  const precautions = [
    { code: 'anticoagulant', startedOn: '2025-11-22' },
    { code: 'inr', value: 2.4, startedOn: '2026-10-25' },
  ] as const;
  const said = visitQuestions({ patient: { ...MAN, precautions } }, DAY, RULES).map(({ text }) => text);
  expect(said).toEqual([
    expect.stringMatching(
      / was last asked about on 2025-11-22, 366 days before\. Ask whether it still holds/,
    ),
    'The INR was 2.4 on 2026-10-25, 29 days before. Measure it again before deep muscles.',
  ]);
});
