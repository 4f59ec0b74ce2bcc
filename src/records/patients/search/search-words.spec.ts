import { findableText, soughtIn } from './search-words';

const PERSON = { familyName: 'Example', givenName: 'Ada', mrn: '1' };

it.each`
  person                                                 | text
  ${{ familyName: "O'Rourke" }}                          | ${' o rourke orourke ada 1'}
  ${{ familyName: 'Smith-Jones' }}                       | ${' smith jones smithjones ada 1'}
  ${{ familyName: 'de Vries' }}                          | ${' de vries devries ada 1'}
  ${{ familyName: 'Müller' }}                            | ${' muller mueller ada 1'}
  ${{ familyName: 'Đorđević' }}                          | ${' dordevic djordjevic ada 1'}
  ${{ familyName: 'Þórsson' }}                           | ${' thorsson torsson ada 1'}
  ${{ givenName: 'Søren' }}                              | ${' example soren soeren 1'}
  ${{ givenName: null }}                                 | ${' example 1'}
  ${{ mrn: 'MR-00123' }}                                 | ${' example ada mr 00123 mr00123'}
  ${{ phone: '+1 (212) 555-0140' }}                      | ${' example ada 1 12125550140'}
  ${{ phone: null }}                                     | ${' example ada 1'}
  ${{ familyName: 'Ada', givenName: 'Ada', mrn: 'ADA' }} | ${' ada'}
`('$person is found by “$text”', ({ person, text }: { person: object; text: string }) => {
  expect(findableText({ ...PERSON, ...person })).toBe(text);
});

it.each`
  typed                       | days                         | words
  ${'kvist'}                  | ${[]}                        | ${['kvist']}
  ${'orourke'}                | ${[]}                        | ${['orourke']}
  ${"O'Rourke, Seán"}         | ${[]}                        | ${['orourke', 'sean']}
  ${'Smith-Jones'}            | ${[]}                        | ${['smithjones']}
  ${'MR 00123'}               | ${[]}                        | ${['mr', '00123|123']}
  ${'555-0140'}               | ${[]}                        | ${['5550140']}
  ${'0171 555'}               | ${[]}                        | ${['0171|171', '555']}
  ${'0140'}                   | ${[]}                        | ${['0140|140']}
  ${'1965-08-20'}             | ${['1965-08-20']}            | ${[]}
  ${'20 Aug 1965'}            | ${['1965-08-20']}            | ${[]}
  ${'20 August 1965'}         | ${['1965-08-20']}            | ${[]}
  ${'Aug 20, 1965 lindqvist'} | ${['1965-08-20']}            | ${['lindqvist']}
  ${'08/20/1965'}             | ${['1965-08-20']}            | ${[]}
  ${'20/08/1965'}             | ${['1965-08-20']}            | ${[]}
  ${'8/9/1965'}               | ${['1965-08-09|1965-09-08']} | ${[]}
  ${'20.8.1965'}              | ${['1965-08-20']}            | ${[]}
  ${'20. 8. 1965 ada'}        | ${['1965-08-20']}            | ${['ada']}
  ${'30 Feb 1965'}            | ${[]}                        | ${['30', 'feb', '1965']}
  ${'2026-02-30'}             | ${[]}                        | ${['20260230']}
  ${'born 20 Aug 1965'}       | ${['1965-08-20']}            | ${[]}
  ${'20-Aug-1965'}            | ${['1965-08-20']}            | ${[]}
  ${'1965/08/20'}             | ${['1965-08-20']}            | ${[]}
  ${'1965.8.20'}              | ${['1965-08-20']}            | ${[]}
  ${'8/20/65'}                | ${['1965-08-20|2065-08-20']} | ${[]}
  ${'8/20/65/1'}              | ${['1965-08-20|2065-08-20']} | ${['1']}
  ${'22 55 01 40'}            | ${[]}                        | ${['22550140']}
  ${'98 76'}                  | ${[]}                        | ${['9876']}
  ${'(212) 555-9876'}         | ${[]}                        | ${['212', '5559876']}
  ${'+1 212 555 9876'}        | ${[]}                        | ${['0012125559876|12125559876|2125559876|125559876|25559876']}
  ${'+47 22 55'}              | ${[]}                        | ${['00472255|472255']}
  ${'0047 5559876'}           | ${[]}                        | ${['0047|047', '5559876']}
  ${'may'}                    | ${[]}                        | ${['may']}
  ${'% _ ’'}                  | ${[]}                        | ${[]}
`('“$typed”: $days $words', ({ typed, days, words }: { typed: string; days: string[]; words: string[] }) => {
  const sought = soughtIn(typed);
  expect(sought.days.map((day) => day.join('|'))).toEqual(days);
  expect(sought.words.map(({ spellings }) => spellings.join('|'))).toEqual(words);
});

it.each`
  typed    | fromStart
  ${'x'}   | ${true}
  ${'ny'}  | ${true}
  ${'nyb'} | ${false}
`('“$typed” is sought at the beginning of a word: $fromStart', ({ typed, fromStart }) => {
  expect(soughtIn(typed).words).toMatchObject([{ fromStart }]);
});

it.each`
  typed              | born
  ${'1965'}          | ${['1965-01-01 1965-12-31']}
  ${'lindqvist 65'}  | ${[]}
  ${'1899'}          | ${[]}
  ${'2100'}          | ${[]}
  ${'20081965'}      | ${['1965-08-20 1965-08-20']}
  ${'08201965'}      | ${['1965-08-20 1965-08-20']}
  ${'19650820'}      | ${['1965-08-20 1965-08-20']}
  ${'08091965'}      | ${['1965-08-09 1965-08-09', '1965-09-08 1965-09-08']}
  ${'31021965'}      | ${[]}
  ${'22550140'}      | ${[]}
  ${'020081965'}     | ${[]}
  ${'song 19650820'} | ${['1965-08-20 1965-08-20']}
`('“$typed” may mean the birth dates $born', ({ typed, born }: { typed: string; born: string[] }) => {
  const ranges = soughtIn(typed).words.flatMap((word) => word.born);
  expect(ranges.map(({ from, to }) => `${from} ${to}`)).toEqual(born);
});
