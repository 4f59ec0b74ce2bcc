import { ruleValues } from '../rules';
import { said } from '../session-check/example-session';
import { pregnancyNote, type PregnancyAnswer } from './pregnancy';

const RULES = ruleValues();
const PATIENT = { birthDate: '1990-01-01', sex: 'female' } as const;

/** The session is of 22 November 2026. */
it.each`
  answer              | askedOn         | says          | why
  ${'not-pregnant'}   | ${'2026-11-22'} | ${''}         | ${'asked today'}
  ${'not-pregnant'}   | ${'2026-10-25'} | ${''}         | ${'28 days before'}
  ${'not-pregnant'}   | ${'2026-10-24'} | ${'S13 note'} | ${'29 days before'}
  ${'not-pregnant'}   | ${'2026-11-23'} | ${'S13 note'} | ${'asked after the session'}
  ${'not-applicable'} | ${'2025-11-22'} | ${''}         | ${'a year before'}
  ${'not-applicable'} | ${'2025-11-21'} | ${'S13 note'} | ${'more than a year before'}
  ${'declined'}       | ${'2026-11-22'} | ${'S13 note'} | ${'to be weighed up'}
  ${'pregnant'}       | ${'2026-11-01'} | ${'S13 note'} | ${'the precaution was ended since'}
`('$answer on $askedOn, $why → “$says”', ({ says, answer, askedOn }) => {
  const pregnancyAnswers = [{ askedOn, answer }] as PregnancyAnswer[];
  expect(said(pregnancyNote({ ...PATIENT, pregnancyAnswers }, '2026-11-22', RULES))).toBe(says);
});

it('reads the latest answer, of one day the last one', () => {
  const says = (...pregnancyAnswers: PregnancyAnswer[]) =>
    pregnancyNote({ ...PATIENT, pregnancyAnswers }, '2026-11-22', RULES).map(({ message }) => message);
  const [no, declined] = [
    { askedOn: '2026-11-20', answer: 'not-pregnant' },
    { askedOn: '2026-11-20', answer: 'declined' },
  ] as const;
  expect(says(declined, no)).toEqual([]);
  expect(says(no, declined)).toEqual([expect.stringContaining('declined to say on 2026-11-20')]);
  expect(says(no, { ...declined, askedOn: '2026-11-19' })).toEqual([]);
  expect(says({ ...declined, askedOn: '2026-10-25' })).toEqual([
    expect.stringContaining('declined to say on 2026-10-25'),
  ]);
  expect(says({ ...declined, askedOn: '2026-10-24' })).toEqual([
    'Nothing is recorded on pregnancy. Ask before injecting.',
  ]);
  expect(says({ ...no, askedOn: '2026-10-24' })).toEqual([
    'Nothing is recorded on pregnancy. Ask before injecting.',
  ]);
});

it('an answer holds as long as the clinic says', () => {
  const patient = {
    ...PATIENT,
    pregnancyAnswers: [{ askedOn: '2026-11-15', answer: 'not-pregnant' }],
  } as const;
  expect(said(pregnancyNote(patient, '2026-11-22', ruleValues({ 'S13.answer.days': 7 })))).toBe('');
  expect(said(pregnancyNote(patient, '2026-11-22', ruleValues({ 'S13.answer.days': 6 })))).toBe('S13 note');
});
