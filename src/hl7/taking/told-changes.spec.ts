import { isSomebodyElse, toldChanges, type Standing } from './told-changes';

const NORA: Standing = {
  familyName: 'Uxtester',
  givenName: 'Nora',
  birthDate: '1971-03-04',
  sex: 'female',
  phone: '+1 212 555 0140',
  email: null,
  deceasedOn: null,
};

it.each`
  facts                                                  | changes                         | why
  ${{}}                                                  | ${{}}                           | ${'what is left out stays'}
  ${{ familyName: 'Uxtester', birthDate: '1971-03-04' }} | ${{}}                           | ${'it is on record'}
  ${{ familyName: 'Example' }}                           | ${{ familyName: 'Example' }}    | ${'another name'}
  ${{ familyName: 'UXTESTER' }}                          | ${{ familyName: 'UXTESTER' }}   | ${'as the sender writes it'}
  ${{ givenName: null }}                                 | ${{ givenName: null }}          | ${'one name only'}
  ${{ sex: 'unknown' }}                                  | ${{}}                           | ${'who does not know takes nothing back'}
  ${{ sex: 'other' }}                                    | ${{ sex: 'other' }}             | ${'another sex'}
  ${{ phone: '(1)212-555-0140' }}                        | ${{}}                           | ${'the same digits'}
  ${{ phone: '212 555 0141' }}                           | ${{ phone: '212 555 0141' }}    | ${'another digit'}
  ${{ phone: null }}                                     | ${{ phone: null }}              | ${'taken back'}
  ${{ email: null, deceasedOn: null }}                   | ${{}}                           | ${'nothing was there'}
  ${{ deceasedOn: '2026-11-20' }}                        | ${{ deceasedOn: '2026-11-20' }} | ${'a death'}
`('$why', ({ facts, changes }) => {
  expect(toldChanges(facts, NORA)).toEqual(changes);
});

it.each`
  facts                                                  | other    | why
  ${{ familyName: 'Example', birthDate: '1999-01-01' }}  | ${true}  | ${'name and birth date are another’s'}
  ${{ familyName: 'Example', birthDate: '1971-03-04' }}  | ${false} | ${'married'}
  ${{ familyName: 'UXTESTER', birthDate: '1971-04-03' }} | ${false} | ${'a day put right'}
  ${{ familyName: 'Example' }}                           | ${false} | ${'no birth date is told'}
  ${{ birthDate: '1999-01-01' }}                         | ${false} | ${'no name is told'}
`('$why', ({ facts, other }) => {
  expect(isSomebodyElse(facts, NORA)).toBe(other);
});
