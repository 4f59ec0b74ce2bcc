import { findWriting, readDay } from './day-writing';

it.each`
  text                     | iso             | dmy             | mdy
  ${'2026-04-03'}          | ${'2026-04-03'} | ${'2026-04-03'} | ${'2026-04-03'}
  ${'2026-04-03T00:00:00'} | ${'2026-04-03'} | ${'2026-04-03'} | ${'2026-04-03'}
  ${'2026-04-03 13:30:00'} | ${undefined}    | ${undefined}    | ${undefined}
  ${'2026-02-30'}          | ${undefined}    | ${undefined}    | ${undefined}
  ${'03/04/2026'}          | ${undefined}    | ${'2026-04-03'} | ${'2026-03-04'}
  ${'3.4.2026'}            | ${undefined}    | ${'2026-04-03'} | ${'2026-03-04'}
  ${'3. 4. 2026'}          | ${undefined}    | ${'2026-04-03'} | ${'2026-03-04'}
  ${'03-04-2026'}          | ${undefined}    | ${'2026-04-03'} | ${'2026-03-04'}
  ${'13/04/2026'}          | ${undefined}    | ${'2026-04-13'} | ${undefined}
  ${'04/13/2026'}          | ${undefined}    | ${undefined}    | ${'2026-04-13'}
  ${'31/04/2026'}          | ${undefined}    | ${undefined}    | ${undefined}
  ${'03/04/26'}            | ${undefined}    | ${undefined}    | ${undefined}
  ${'03/04.2026'}          | ${undefined}    | ${undefined}    | ${undefined}
  ${'46115'}               | ${'2026-04-03'} | ${'2026-04-03'} | ${'2026-04-03'}
  ${'46115.0'}             | ${'2026-04-03'} | ${'2026-04-03'} | ${'2026-04-03'}
  ${'10000'}               | ${'1927-05-18'} | ${'1927-05-18'} | ${'1927-05-18'}
  ${'46115.5'}             | ${undefined}    | ${undefined}    | ${undefined}
  ${'19710304'}            | ${'1971-03-04'} | ${'1971-03-04'} | ${'1971-03-04'}
  ${'19710230'}            | ${undefined}    | ${undefined}    | ${undefined}
  ${'18710304'}            | ${undefined}    | ${undefined}    | ${undefined}
  ${'04-Mar-1971'}         | ${'1971-03-04'} | ${'1971-03-04'} | ${'1971-03-04'}
  ${'4 March 1971'}        | ${'1971-03-04'} | ${'1971-03-04'} | ${'1971-03-04'}
  ${'Mar. 4, 1971'}        | ${'1971-03-04'} | ${'1971-03-04'} | ${'1971-03-04'}
  ${'4 Sept 1971'}         | ${'1971-09-04'} | ${'1971-09-04'} | ${'1971-09-04'}
  ${'4 Ma 1971'}           | ${undefined}    | ${undefined}    | ${undefined}
  ${'4 Mars 1971'}         | ${undefined}    | ${undefined}    | ${undefined}
  ${'31 Apr 1971'}         | ${undefined}    | ${undefined}    | ${undefined}
  ${'04-Mar-71'}           | ${undefined}    | ${undefined}    | ${undefined}
  ${'3/4/71'}              | ${undefined}    | ${undefined}    | ${undefined}
  ${'9999'}                | ${undefined}    | ${undefined}    | ${undefined}
  ${'100000'}              | ${undefined}    | ${undefined}    | ${undefined}
`('$text is $iso, $dmy or $mdy', ({ text, iso, dmy, mdy }) => {
  expect([readDay(text, 'iso'), readDay(text, 'dmy'), readDay(text, 'mdy')]).toEqual([iso, dmy, mdy]);
});

const cells = (...texts: string[]) => texts.map((text, index) => ({ row: index + 2, text }));

it.each`
  texts                           | found                                                          | why
  ${[]}                           | ${{ writing: 'iso' }}                                          | ${'no days'}
  ${['2026-04-03']}               | ${{ writing: 'iso' }}                                          | ${'the year first'}
  ${['unknown']}                  | ${{ writing: 'iso' }}                                          | ${'what is no day decides nothing'}
  ${['03.04.2026', '13.04.2026']} | ${{ writing: 'dmy' }}                                          | ${'there is no month 13'}
  ${['03/04/2026', '04/13/2026']} | ${{ writing: 'mdy' }}                                          | ${'there is no month 13'}
  ${['12/12/2026']}               | ${{ writing: 'dmy' }}                                          | ${'the same either way'}
  ${['12/12/2026', '3/4/2026']}   | ${{ unclear: [cells('', '3/4/2026')[1]] }}                     | ${'either way, and not the same'}
  ${['13/04/2026', '04/13/2026']} | ${{ unclear: cells('13/04/2026', '04/13/2026').toReversed() }} | ${'neither way'}
`('$texts: $why', ({ texts, found }: { texts: string[]; found: object }) => {
  expect(findWriting(cells(...texts))).toEqual(found);
});
