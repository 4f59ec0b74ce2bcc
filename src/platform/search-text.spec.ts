import { searchText } from './search-text';

it.each`
  text                  | folded
  ${'Łukasz'}           | ${'lukasz'}
  ${'Søren Kjærgård'}   | ${'soren kjaergard'}
  ${'STRAUẞ, Strauß'}   | ${'strauss strauss'}
  ${'Đặng Thị'}         | ${'dang thi'}
  ${'Yıldız İpek'}      | ${'yildiz ipek'}
  ${'Þórður Guðmundur'} | ${'thordur gudmundur'}
  ${'Œuvré'}            | ${'oeuvre'}
  ${'O’Rourke-Smith'}   | ${'o rourke smith'}
  ${'Kaʻiulani'}        | ${'ka iulani'}
  ${'Жуков 中村'}       | ${'жуков 中村'}
  ${' MR-00 123 '}      | ${'mr 00 123'}
  ${'%_’'}              | ${''}
`('$text → $folded', ({ text, folded }: { text: string; folded: string }) => {
  expect(searchText(text)).toBe(folded);
});
