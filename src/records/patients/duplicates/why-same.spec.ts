import { phoneDigits, plainNumber, whySame, type Identity } from './why-same';

const NORA: Identity = {
  familyName: 'Uxtester',
  givenName: 'Nora',
  birthDate: '1971-03-04',
  phone: '+1 212 555 0140',
  mrn: 'MR-00123',
};

it.each`
  asked                                                                           | why                                       | because
  ${{ familyName: 'Uxtester', givenName: 'Nora', birthDate: '1971-03-04' }}       | ${['name', 'birth-date']}                 | ${'both are the same'}
  ${NORA}                                                                         | ${['name', 'birth-date', 'phone', 'mrn']} | ${'everything is'}
  ${{ familyName: 'UXTESTER', givenName: ' nora ', birthDate: '1971-03-04' }}     | ${['name', 'birth-date']}                 | ${'capitals and blanks tell nobody apart'}
  ${{ familyName: 'Uxtester', givenName: 'Nora', birthDate: '1971-04-03' }}       | ${['name']}                               | ${'a day of birth is easily mistyped'}
  ${{ familyName: 'Uxtester', givenName: 'Nora' }}                                | ${['name']}                               | ${'the birth date was not asked'}
  ${{ familyName: 'Uxtester' }}                                                   | ${['name']}                               | ${'only the family name was asked'}
  ${{ familyName: 'Nora', givenName: 'Uxtester' }}                                | ${['name']}                               | ${'the names were exchanged'}
  ${{ familyName: 'Uxtster', givenName: 'Nora', birthDate: '1971-03-04' }}        | ${['name', 'birth-date']}                 | ${'a letter is missing'}
  ${{ familyName: 'Uxtestre', givenName: 'Nora', birthDate: '1971-03-04' }}       | ${['name', 'birth-date']}                 | ${'two letters are exchanged'}
  ${{ familyName: 'Uxtexter', givenName: 'Nora', birthDate: '1971-03-04' }}       | ${['name', 'birth-date']}                 | ${'a letter is another'}
  ${{ familyName: 'Uxtestser', givenName: 'Nora', birthDate: '1971-03-04' }}      | ${['name', 'birth-date']}                 | ${'a letter too many'}
  ${{ familyName: 'Uxtster', givenName: 'Nora', phone: '212 555 0140' }}          | ${['name', 'phone']}                      | ${'a letter is missing, the telephone is the same'}
  ${{ familyName: 'Uxtster', givenName: 'Nora', birthDate: '1971-03-05' }}        | ${[]}                                     | ${'a letter and the day differ: two people'}
  ${{ familyName: 'Uxtestxy', givenName: 'Nora', birthDate: '1971-03-04' }}       | ${['birth-date']}                         | ${'the given name and the day are the same: married'}
  ${{ familyName: 'Uxtester', givenName: 'Nora Maria', birthDate: '1971-03-04' }} | ${['name', 'birth-date']}                 | ${'a second given name'}
  ${{ familyName: 'Uxtester', givenName: 'No', birthDate: '1971-03-04' }}         | ${['name', 'birth-date']}                 | ${'a name is shortened'}
  ${{ familyName: 'Uxtester', givenName: 'N', birthDate: '1971-03-04' }}          | ${['birth-date']}                         | ${'a letter is no name'}
  ${{ familyName: 'Uxtester', givenName: 'Peter', birthDate: '1999-01-01' }}      | ${[]}                                     | ${'a relative'}
  ${{ familyName: 'Example', givenName: 'Ada', birthDate: '1971-03-04' }}         | ${[]}                                     | ${'born on the same day, nothing else'}
  ${{ birthDate: '1971-03-04' }}                                                  | ${['birth-date']}                         | ${'nothing else was asked'}
  ${{ birthDate: '1971-03-04', phone: '+1 212 555 9999' }}                        | ${[]}                                     | ${'another telephone was asked'}
  ${{ birthDate: '1971-03-04', mrn: 'MR-00124' }}                                 | ${[]}                                     | ${'another record number was asked'}
  ${{ familyName: 'Example', givenName: 'Ada', phone: '212-555-0140' }}           | ${['phone']}                              | ${'the telephone number at home'}
  ${{ phone: '555 0140' }}                                                        | ${['phone']}                              | ${'seven digits'}
  ${{ phone: '550140' }}                                                          | ${[]}                                     | ${'six digits are a part of many numbers'}
  ${{ phone: '001 212 555 0140 x12' }}                                            | ${['phone']}                              | ${'zeros before it, an extension behind'}
  ${{ phone: '+1 212 555 0141' }}                                                 | ${[]}                                     | ${'another number'}
  ${{ mrn: 'mr 00123' }}                                                          | ${['mrn']}                                | ${'the record number whatever its case and blanks'}
  ${{ mrn: 'MR00123' }}                                                           | ${['mrn']}                                | ${'and its hyphen'}
  ${{ mrn: 'MR-0123' }}                                                           | ${[]}                                     | ${'a zero less is another number'}
  ${{ familyName: 'Example', givenName: 'Ada', mrn: 'mr-00123' }}                 | ${['mrn']}                                | ${'another name under the number'}
  ${{}}                                                                           | ${[]}                                     | ${'nothing was asked'}
`('$why: $because', ({ asked, why }: { asked: Identity; why: string[] }) => {
  expect(whySame(asked, NORA)).toEqual(why);
});

it.each`
  one                                           | other                                           | same
  ${{ familyName: 'Müller', givenName: 'Åsa' }} | ${{ familyName: 'Mueller', givenName: 'Aasa' }} | ${true}
  ${{ familyName: 'Müller', givenName: 'Åsa' }} | ${{ familyName: 'Muller', givenName: 'Asa' }}   | ${true}
  ${{ familyName: "O'Rourke", givenName: 'A' }} | ${{ familyName: 'ORourke', givenName: 'a' }}    | ${true}
  ${{ familyName: 'Łukasz', givenName: 'B' }}   | ${{ familyName: 'Lukasz', givenName: 'B' }}     | ${true}
  ${{ familyName: 'Lee', givenName: 'Wei' }}    | ${{ familyName: 'Lei', givenName: 'Wei' }}      | ${false}
  ${{ familyName: 'Suharto' }}                  | ${{ familyName: 'Suharto', givenName: null }}   | ${true}
  ${{ familyName: 'Suharto', givenName: 'Di' }} | ${{ familyName: 'Suharto', givenName: null }}   | ${false}
`('$one and $other: one name, $same', ({ one, other, same }) => {
  expect(whySame(one, other)).toEqual(same ? ['name'] : []);
});

it.each`
  asked           | known           | why
  ${null}         | ${null}         | ${[]}
  ${null}         | ${'1990-01-01'} | ${[]}
  ${'1990-01-01'} | ${null}         | ${[]}
  ${'1990-01-01'} | ${'1990-01-01'} | ${['birth-date']}
`('a birth date that is not known is nobody’s: $asked, $known', ({ asked, known, why }) => {
  expect(whySame({ birthDate: asked }, { familyName: 'Lee', birthDate: known })).toEqual(why);
});

it.each`
  known                                                                  | why
  ${{ familyName: 'Lei', givenName: 'Wei', birthDate: '1990-01-01' }}    | ${['birth-date']}
  ${{ familyName: 'Leigh', givenName: 'Wei', birthDate: '1990-01-01' }}  | ${['birth-date']}
  ${{ familyName: 'Lee', givenName: 'Weiwei', birthDate: '1990-01-01' }} | ${['name', 'birth-date']}
`('short names differ by a letter: $known, $why', ({ known, why }) => {
  expect(whySame({ familyName: 'Lee', givenName: 'Wei', birthDate: '1990-01-01' }, known)).toEqual(why);
});

it.each`
  mrn           | plain
  ${'DUP1'}     | ${'dup1'}
  ${'dup 1'}    | ${'dup1'}
  ${' DUP\t1 '} | ${'dup1'}
  ${'ＤＵＰ１'} | ${'dup1'}
  ${'DUP-1'}    | ${'dup-1'}
`('the record number $mrn is $plain', ({ mrn, plain }) => {
  expect(plainNumber(mrn)).toBe(plain);
});

it.each`
  phone                 | digits
  ${'+1 212 555 0140'}  | ${'12125550140'}
  ${'(0171) 555-0140'}  | ${'1715550140'}
  ${'212 555 0140 X 9'} | ${'2125550140'}
  ${''}                 | ${''}
`('$phone is recognised by $digits', ({ phone, digits }) => {
  expect(phoneDigits(phone)).toBe(digits);
});
