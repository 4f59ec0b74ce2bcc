import { readOidc } from './oidc-settings';

const SET = {
  OIDC_ISSUER: 'https://login.hospital.example/realms/main',
  OIDC_CLIENT_ID: 'toxin-clinic',
  OIDC_ROLES: 'ehr-doctor=neurologist, cn=front desk=scheduler',
};

it('is off where nothing of it is set', () => {
  expect(readOidc({ OIDC_ISSUER: '', OIDC_CLIENT_ID: '' })).toBeUndefined();
});

it('reads what is needed, and takes the usual claim', () => {
  expect(readOidc(SET)).toEqual({
    issuer: SET.OIDC_ISSUER,
    clientId: 'toxin-clinic',
    clientSecret: undefined,
    roleClaim: 'roles',
    roles: [
      ['ehr-doctor', 'neurologist'],
      ['cn=front desk', 'scheduler'],
    ],
  });
});

it('reads what may be set besides', () => {
  const env = { ...SET, OIDC_CLIENT_SECRET: 's', OIDC_ROLE_CLAIM: 'https://hospital.example/groups' };
  expect(readOidc(env)).toMatchObject({ clientSecret: 's', roleClaim: 'https://hospital.example/groups' });
});

it.each`
  issuer                                 | why
  ${'https://login.hospital.example'}    | ${'over https'}
  ${'https://login.hospital.example:8'}  | ${'on a port of its own'}
  ${'http://127.0.0.1:9000'}             | ${'on this machine'}
  ${'http://localhost:9000/realms/main'} | ${'on this machine by name'}
  ${'http://[::1]:9000'}                 | ${'on this machine, of long numbers'}
`('OIDC_ISSUER=$issuer is taken: $why', ({ issuer }: { issuer: string }) => {
  expect(readOidc({ ...SET, OIDC_ISSUER: issuer })?.issuer).toBe(issuer);
});

it.each`
  issuer                                     | why
  ${'login.hospital.example'}                | ${'no address'}
  ${'http://login.hospital.example'}         | ${'readable on the way'}
  ${'http://127.0.0.1.hospital.example'}     | ${'only looks like this machine'}
  ${'https://anna:secret@hospital.example'}  | ${'a password in it'}
  ${'https://login.hospital.example?tenant'} | ${'a query'}
  ${'https://login.hospital.example#main'}   | ${'a fragment'}
  ${'file:///etc/passwd'}                    | ${'another protocol'}
`('OIDC_ISSUER=$issuer is refused in one line: $why', ({ issuer }: { issuer: string }) => {
  expect(() => readOidc({ ...SET, OIDC_ISSUER: issuer })).toThrow(/^OIDC_ISSUER=.* is not an address: give/);
});

it.each`
  roles                                              | says
  ${','}                                             | ${'names no role'}
  ${'ehr-doctor'}                                    | ${'ehr-doctor is not a role there and one here'}
  ${'=neurologist'}                                  | ${'=neurologist is not a role there'}
  ${'ehr-doctor=doctor'}                             | ${'the second one of neurologist, scheduler, reporting, admin'}
  ${'ehr-doctor=Neurologist'}                        | ${'is not a role there and one here'}
  ${'ehr-doctor=neurologist, ehr-doctor=scheduler '} | ${'ehr-doctor stands there twice'}
`('OIDC_ROLES=$roles is refused: $says', ({ roles, says }: { roles: string; says: string }) => {
  expect(() => readOidc({ ...SET, OIDC_ROLES: roles })).toThrow(says);
});

it.each(['OIDC_CLIENT_ID', 'OIDC_ROLES'])('%s is needed', (name) => {
  expect(() => readOidc({ ...SET, [name]: '' })).toThrow(`OIDC_ISSUER is set without ${name}: set that to`);
});

it.each(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLE_CLAIM', 'OIDC_ROLES'])(
  '%s alone is refused, and what it holds is not said',
  (name) => {
    expect(() => readOidc({ [name]: 'hidden' })).toThrow(
      `${name} is set without OIDC_ISSUER: set that to the address of the provider`,
    );
  },
);
