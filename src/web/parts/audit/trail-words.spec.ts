import { fieldWords, subjectMeant, subjectWords, valueWords } from './trail-words';

it.each`
  said                                                                  | words                         | why
  ${subjectWords('injection_session')}                                  | ${'session'}                  | ${'as a clinic calls it'}
  ${subjectWords('saved_view')}                                         | ${'saved view'}               | ${'as the table is called'}
  ${subjectWords('my-day')}                                             | ${'my day'}                   | ${'what was read'}
  ${fieldWords('created_at')}                                           | ${'created at'}               | ${'of a table'}
  ${fieldWords('sessionId')}                                            | ${'session id'}               | ${'of a request'}
  ${valueWords(null, 'UTC')}                                            | ${'–'}                        | ${'nothing'}
  ${valueWords('', 'UTC')}                                              | ${'–'}                        | ${'nothing was typed'}
  ${valueWords('2026-02-11', 'UTC')}                                    | ${'11 Feb 2026'}              | ${'a day'}
  ${valueWords('2026-11-28T00:46:44.356705+00:00', 'America/New_York')} | ${'Fri 27 Nov 2026, 7:46 pm'} | ${'a moment on the clinic’s wall'}
  ${valueWords('2026-11-28T99:99', 'UTC')}                              | ${'2026-11-28T99:99'}         | ${'no moment'}
  ${valueWords('DEMO-9E793D', 'UTC')}                                   | ${'DEMO-9E793D'}              | ${'as it stands'}
  ${valueWords({ from: '2026-11-27' }, 'UTC')}                          | ${'{"from":"27 Nov 2026"}'}   | ${'what a request asked for'}
  ${valueWords(3, 'UTC')}                                               | ${'3'}                        | ${'a number'}
`('$words: $why', ({ said, words }) => {
  expect(said).toBe(words);
});

it.each`
  typed                       | subject                | why
  ${'session'}                | ${'injection_session'} | ${'as a clinic calls it'}
  ${'toxin  given elsewhere'} | ${'external_dose'}     | ${'two blanks'}
  ${'Toxin given elsewhere '} | ${'external_dose'}     | ${'in capitals, with a blank behind'}
  ${'HL7 message'}            | ${'hl7_message'}       | ${'with capitals of its own'}
  ${'saved view'}             | ${'saved_view'}        | ${'as the table is called'}
  ${'injection_session'}      | ${'injection_session'} | ${'by its own name'}
  ${'due-list'}               | ${'due-list'}          | ${'with a hyphen'}
  ${'3 sessions'}             | ${undefined}           | ${'no name'}
  ${'x;y'}                    | ${undefined}           | ${'no name either'}
  ${' '}                      | ${undefined}           | ${'nothing'}
`('“$typed” is meant for $subject: $why', ({ typed, subject }) => {
  expect(subjectMeant(typed as string)).toBe(subject);
});

it('what the trail calls something finds it', () => {
  for (const subject of ['app_user', 'contact', 'clinic_setting', 'lot', 'peak_check', 'prior_authorization'])
    expect(subjectMeant(subjectWords(subject))).toBe(subject);
});
