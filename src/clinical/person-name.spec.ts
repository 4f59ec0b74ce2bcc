import { bornText, listedName, listedNameOf, personName } from './person-name';

it.each`
  familyName     | givenName | spoken             | listed
  ${'Whitfield'} | ${'Ann'}  | ${'Ann Whitfield'} | ${'Whitfield, Ann'}
  ${'Suharto'}   | ${null}   | ${'Suharto'}       | ${'Suharto'}
`('$familyName and $givenName: $spoken', ({ familyName, givenName, spoken, listed }) => {
  expect(personName({ familyName, givenName })).toBe(spoken);
  expect(listedName({ familyName, givenName })).toBe(listed);
});

it.each`
  birthDate       | on              | text
  ${'1968-04-12'} | ${undefined}    | ${'born 12 Apr 1968'}
  ${'1968-04-12'} | ${'2026-04-11'} | ${'born 12 Apr 1968, 57 years'}
  ${'1968-04-12'} | ${'2026-04-12'} | ${'born 12 Apr 1968, 58 years'}
  ${null}         | ${'2026-04-12'} | ${'birth date unknown'}
`('$birthDate on $on: $text', ({ birthDate, on, text }) => {
  expect(bornText(birthDate, on)).toBe(text);
});

it('says of nobody on record that the patient is unknown', () => {
  expect(listedNameOf({ familyName: 'Whitfield', givenName: 'Ann' })).toBe('Whitfield, Ann');
  expect(listedNameOf(undefined)).toBe('Unknown patient');
});
