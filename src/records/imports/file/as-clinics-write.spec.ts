import { isHombre, namesIn, sexIn, sideIn, withoutUnit } from './as-clinics-write';

it.each`
  text              | unit         | number
  ${'100 U'}        | ${'units'}   | ${'100'}
  ${'50u'}          | ${'units'}   | ${'50'}
  ${'50 units'}     | ${'units'}   | ${'50'}
  ${'1 unit'}       | ${'units'}   | ${'1'}
  ${'50 IE'}        | ${'units'}   | ${'50'}
  ${'50 MU.'}       | ${'units'}   | ${'50'}
  ${'20\u00a0U'}    | ${'units'}   | ${'20'}
  ${'2 ml'}         | ${'ml'}      | ${'2'}
  ${'2cc'}          | ${'ml'}      | ${'2'}
  ${'70,5 kg'}      | ${'kg'}      | ${'70,5'}
  ${'60 %'}         | ${'percent'} | ${'60'}
  ${'2 ml'}         | ${'units'}   | ${'2 ml'}
  ${'100 U'}        | ${'ml'}      | ${'100 U'}
  ${'150 lb'}       | ${'kg'}      | ${'150 lb'}
  ${'100 U'}        | ${undefined} | ${'100 U'}
  ${'100 U a side'} | ${'units'}   | ${'100 U a side'}
`('“$text” in a column of $unit is $number', ({ text, unit, number }) => {
  expect(withoutUnit(text, unit)).toBe(number);
});

it.each`
  text             | sex
  ${'F'}           | ${'female'}
  ${'w'}           | ${'female'}
  ${'Weiblich'}    | ${'female'}
  ${'m.'}          | ${'male'}
  ${'Männlich'}    | ${'male'}
  ${'divers'}      | ${'other'}
  ${'U'}           | ${'unknown'}
  ${'Female'}      | ${'female'}
  ${'mujer'}       | ${'female'}
  ${'Hombre'}      | ${'male'}
  ${'H'}           | ${'male'}
  ${'féminin'}     | ${'female'}
  ${'Male'}        | ${'male'}
  ${'O'}           | ${'other'}
  ${'d'}           | ${'other'}
  ${'diverse'}     | ${'other'}
  ${'X'}           | ${'other'}
  ${'Other'}       | ${'other'}
  ${'unknown'}     | ${'unknown'}
  ${'unbekannt'}   | ${'unknown'}
  ${'f.x'}         | ${'f.x'}
  ${'constructor'} | ${'constructor'}
  ${'1'}           | ${'1'}
`('“$text” is $sex', ({ text, sex }) => {
  expect(sexIn(text)).toBe(sex);
});

it.each`
  text    | sex         | why
  ${'M'}  | ${'female'} | ${'mujer'}
  ${'m.'} | ${'female'} | ${'the same'}
  ${'H'}  | ${'male'}   | ${'hombre'}
  ${'f'}  | ${'female'} | ${'femme'}
`('beside an h “$text” is $sex: $why', ({ text, sex }) => {
  expect(sexIn(text, true)).toBe(sex);
});

it.each`
  text        | is
  ${'H'}      | ${true}
  ${'h.'}     | ${true}
  ${'Hombre'} | ${false}
  ${''}       | ${false}
`('“$text” says that m is no man: $is', ({ text, is }) => {
  expect(isHombre(text)).toBe(is);
});

it.each`
  text            | side
  ${'izq.'}       | ${'left'}
  ${'Derecha'}    | ${'right'}
  ${'R'}          | ${'right'}
  ${'Rt.'}        | ${'right'}
  ${'rechts'}     | ${'right'}
  ${'L'}          | ${'left'}
  ${'Left side'}  | ${'left'}
  ${'li'}         | ${'left'}
  ${'B'}          | ${'bilateral'}
  ${'both'}       | ${'bilateral'}
  ${'bds.'}       | ${'bilateral'}
  ${'Midline'}    | ${'midline'}
  ${'left'}       | ${'left'}
  ${'lt'}         | ${'left'}
  ${'LFT'}        | ${'left'}
  ${'links'}      | ${'left'}
  ${'right'}      | ${'right'}
  ${'re'}         | ${'right'}
  ${'bilateral'}  | ${'bilateral'}
  ${'bi'}         | ${'bilateral'}
  ${'bil.'}       | ${'bilateral'}
  ${'bilat'}      | ${'bilateral'}
  ${'both sides'} | ${'bilateral'}
  ${'beidseits'}  | ${'bilateral'}
  ${'mid'}        | ${'midline'}
  ${'Median'}     | ${'midline'}
  ${'RL'}         | ${'rl'}
  ${'toString'}   | ${'tostring'}
`('“$text” is $side', ({ text, side }) => {
  expect(sideIn(text)).toBe(side);
});

it.each`
  text                        | names                                                     | why
  ${'Müller, Jörg'}           | ${{ familyName: 'Müller', givenName: 'Jörg' }}            | ${'the family name first'}
  ${'van der Berg,Ann Marie'} | ${{ familyName: 'van der Berg', givenName: 'Ann Marie' }} | ${'of several words'}
  ${'Jörg Müller'}            | ${undefined}                                              | ${'nobody can tell which is which'}
  ${'Müller,'}                | ${undefined}                                              | ${'nothing behind the comma'}
  ${'Smith, Jr., John'}       | ${undefined}                                              | ${'two commas'}
`('“$text”: $why', ({ text, names }) => {
  expect(namesIn(text)).toEqual(names);
});
