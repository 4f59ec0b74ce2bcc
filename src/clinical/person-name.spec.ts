import { listedName, personName } from './person-name';

it.each`
  familyName     | givenName | spoken             | listed
  ${'Whitfield'} | ${'Ann'}  | ${'Ann Whitfield'} | ${'Whitfield, Ann'}
  ${'Suharto'}   | ${null}   | ${'Suharto'}       | ${'Suharto'}
`('$familyName and $givenName: $spoken', ({ familyName, givenName, spoken, listed }) => {
  expect(personName({ familyName, givenName })).toBe(spoken);
  expect(listedName({ familyName, givenName })).toBe(listed);
});
