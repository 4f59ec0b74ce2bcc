import { nameTaken, payerNamed, samePayer, type PayerNames } from './payer-names';

const BLUE: PayerNames = { id: 'p1', name: 'Blue Shield', otherNames: ['BCBS', 'Blue Cross Blue Shield'] };
const MEDICARE: PayerNames = { id: 'p2', name: 'Medicare', otherNames: [] };
const PAYERS = [BLUE, MEDICARE];

it.each`
  typed                          | id           | why
  ${'Blue Shield'}               | ${'p1'}      | ${'its name'}
  ${'bcbs'}                      | ${'p1'}      | ${'another name, in another case'}
  ${'  Blue  Cross blue shield'} | ${'p1'}      | ${'another name, with other blanks'}
  ${'Blue\tShield '}             | ${'p1'}      | ${'a tab is a blank'}
  ${'BlueShield'}                | ${undefined} | ${'a blank is not nothing'}
  ${'Blue'}                      | ${undefined} | ${'a part of a name'}
  ${'medicare'}                  | ${'p2'}      | ${'the other payer'}
  ${''}                          | ${undefined} | ${'nothing'}
`('$typed is $id: $why', ({ typed, id }) => {
  expect(payerNamed(typed, PAYERS)?.id).toBe(id);
});

it.each`
  a             | b                           | same     | why
  ${'BCBS'}     | ${'blue shield'}            | ${true}  | ${'two names of one payer'}
  ${'BCBS'}     | ${'Blue Cross Blue Shield'} | ${true}  | ${'two other names of one payer'}
  ${'Medicare'} | ${'Blue Shield'}            | ${false} | ${'two payers'}
  ${'Fairlea'}  | ${' FAIRLEA '}              | ${true}  | ${'not on the list, and alike'}
  ${'Fairlea'}  | ${'Oldfield'}               | ${false} | ${'neither is on the list'}
  ${'BCBS'}     | ${'Fairlea'}                | ${false} | ${'one is not on the list'}
`('$a and $b → $same: $why', ({ a, b, same }) => {
  expect([samePayer(a, b, PAYERS), samePayer(b, a, PAYERS)]).toEqual([same, same]);
});

it.each`
  payer                                                                | taken         | why
  ${{ id: 'p3', name: 'Fairlea', otherNames: ['Fairlea Mutual'] }}     | ${undefined}  | ${'nobody’s'}
  ${{ id: 'p3', name: 'bcbs', otherNames: [] }}                        | ${'bcbs'}     | ${'another name of another payer'}
  ${{ id: 'p3', name: 'Fairlea', otherNames: ['Mutual', 'MEDICARE'] }} | ${'MEDICARE'} | ${'the name of another payer among its other names'}
  ${{ ...BLUE, name: 'BCBS', otherNames: ['Blue Shield'] }}            | ${undefined}  | ${'its own, the other way round'}
`('of $payer.name $taken is taken: $why', ({ payer, taken }) => {
  expect(nameTaken(payer, PAYERS)?.name).toBe(taken);
});
