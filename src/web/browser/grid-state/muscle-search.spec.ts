import { searchMuscles } from './muscle-search';

it.each`
  typed              | first                         | side           | why
  ${'scm'}           | ${'sternocleidomastoid'}      | ${undefined}   | ${'no side typed'}
  ${'scm r'}         | ${'sternocleidomastoid'}      | ${'right'}     | ${'a letter behind it'}
  ${'Splenius LEFT'} | ${'splenius_capitis'}         | ${'left'}      | ${'a word behind it'}
  ${'trapezius b'}   | ${'trapezius'}                | ${'bilateral'} | ${'both sides'}
  ${'levator l'}     | ${'levator_labii_superioris'} | ${undefined}   | ${'the letter goes on with the name'}
  ${'r'}             | ${'risorius'}                 | ${undefined}   | ${'a letter alone is a name'}
  ${'scm x'}         | ${undefined}                  | ${undefined}   | ${'no side, no muscle'}
  ${'nothing r'}     | ${undefined}                  | ${'right'}     | ${'a side of no muscle'}
`('finds $first $side for “$typed”: $why', ({ typed, first, side }) => {
  const found = searchMuscles(typed as string);
  expect([found.muscles[0]?.slug, found.side]).toEqual([first, side]);
});
