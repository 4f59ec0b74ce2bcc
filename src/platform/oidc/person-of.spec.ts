import { USERNAME } from '../users/create-user';
import { freeUsername, personOf } from './person-of';

const SETTINGS = {
  roleClaim: 'roles',
  roles: [
    ['ehr-doctor', 'neurologist'],
    ['front-desk', 'scheduler'],
    ['it', 'admin'],
  ],
} as const;

it.each`
  roles                         | role             | why
  ${['ehr-doctor']}             | ${'neurologist'} | ${'the only one'}
  ${'front-desk'}               | ${'scheduler'}   | ${'one that is not in a list'}
  ${['it', 'x', 'front-desk']}  | ${'scheduler'}   | ${'of several the first of the settings, not of the claim'}
  ${['EHR-doctor']}             | ${undefined}     | ${'capitals make another'}
  ${['ehr-doctor-in-training']} | ${undefined}     | ${'a longer one is another'}
  ${['neurologist', 'admin']}   | ${undefined}     | ${'what we call them is nothing there'}
  ${[]}                         | ${undefined}     | ${'none'}
  ${undefined}                  | ${undefined}     | ${'no claim'}
  ${[['ehr-doctor'], 7, null]}  | ${undefined}     | ${'no text'}
  ${{ 'ehr-doctor': true }}     | ${undefined}     | ${'no list'}
`('who is $roles there is $role here: $why', ({ roles, role }: { roles: unknown; role?: string }) => {
  expect(personOf({ sub: 's', roles }, SETTINGS).role).toBe(role);
});

it('the role is read from the claim that the settings name', () => {
  const settings = { ...SETTINGS, roleClaim: 'https://hospital.example/groups' };
  const claims = { sub: 's', roles: ['it'], 'https://hospital.example/groups': ['front-desk'] };
  expect(personOf(claims, settings).role).toBe('scheduler');
});

it.each`
  claims                                                           | username                   | displayName
  ${{ preferred_username: 'Anna.Meyer', name: 'Anna Meyer' }}      | ${'anna.meyer'}            | ${'Anna Meyer'}
  ${{ preferred_username: 'anna@hospital.example' }}               | ${'anna'}                  | ${'anna'}
  ${{ email: 'a.meyer@hospital.example' }}                         | ${'a.meyer'}               | ${'a.meyer'}
  ${{ preferred_username: '@', email: 'anna@x' }}                  | ${'anna'}                  | ${'anna'}
  ${{ preferred_username: 'HOSPITAL\\Zoë Ängström' }}              | ${'hospital-zoe-angstrom'} | ${'hospital-zoe-angstrom'}
  ${{ preferred_username: '..-' }}                                 | ${'user'}                  | ${'user'}
  ${{ preferred_username: 'a' }}                                   | ${'user'}                  | ${'user'}
  ${{ preferred_username: '王芳', name: '王芳' }}                  | ${'user'}                  | ${'王芳'}
  ${{ given_name: 'Anna', family_name: 'Meyer' }}                  | ${'user'}                  | ${'Anna Meyer'}
  ${{ name: ' Anna\u0000\nMeyer ' }}                               | ${'user'}                  | ${'Anna Meyer'}
  ${{ preferred_username: 7, name: {} }}                           | ${'user'}                  | ${'user'}
  ${{ preferred_username: 'a'.repeat(90), name: 'b'.repeat(300) }} | ${'a'.repeat(56)}          | ${'b'.repeat(200)}
`('$claims is $username, $displayName', ({ claims, username, displayName }: Named) => {
  const person = personOf({ sub: 's', ...claims }, SETTINGS);
  expect(person).toMatchObject({ subject: 's', username, displayName });
  expect(person.username).toMatch(USERNAME);
});

interface Named {
  readonly claims: object;
  readonly username: string;
  readonly displayName: string;
}

it.each`
  taken                           | free
  ${[]}                           | ${'anna'}
  ${['ann', 'anna-2']}            | ${'anna'}
  ${['anna']}                     | ${'anna-2'}
  ${['anna', 'anna-2', 'anna-4']} | ${'anna-3'}
`('of anna, where $taken are taken, $free is free', ({ taken, free }: { taken: string[]; free: string }) => {
  expect(freeUsername('anna', new Set(taken))).toBe(free);
});
