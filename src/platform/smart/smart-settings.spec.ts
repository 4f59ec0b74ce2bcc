import { readConfig } from '../config';
import { readSmart, serverNamed } from './smart-settings';

const SET = {
  SMART_ISS: 'https://ehr.hospital.example/fhir/R4',
  SMART_CLIENT_ID: 'toxin-clinic',
  OIDC_ROLES: 'ehr-doctor=neurologist',
};

it('is off where nothing of it is set', () => {
  expect(readSmart({ SMART_ISS: '' })).toBeUndefined();
});

it('reads one EHR or several', () => {
  expect(readSmart({ ...SET, SMART_ISS: `${SET.SMART_ISS}, http://127.0.0.1:9/fhir` })).toEqual({
    servers: [SET.SMART_ISS, 'http://127.0.0.1:9/fhir'],
    clientId: 'toxin-clinic',
    clientSecret: undefined,
    roleClaim: 'roles',
    roles: [['ehr-doctor', 'neurologist']],
  });
});

it.each`
  more                                                                     | client                         | why
  ${{ SMART_CLIENT_SECRET: 's' }}                                          | ${['toxin-clinic', 's']}       | ${'a name and a secret of its own'}
  ${{ OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' }}                      | ${['toxin-clinic', undefined]} | ${'the provider’s secret is not the EHR’s'}
  ${{ SMART_CLIENT_ID: '', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' }} | ${['x', 'y']}                  | ${'as the provider knows it'}
`('of $more the client is $client: $why', ({ more, client }: { more: object; client: unknown }) => {
  const read = readSmart({ ...SET, ...more });
  expect([read?.clientId, read?.clientSecret]).toEqual(client);
});

it.each`
  env                                         | says
  ${{ SMART_ISS: 'ehr.hospital.example' }}    | ${'SMART_ISS=ehr.hospital.example is not an address'}
  ${{ SMART_ISS: `${SET.SMART_ISS},` }}       | ${'SMART_ISS= is not an address'}
  ${{ SMART_ISS: 'http://ehr.example/fhir' }} | ${'SMART_ISS=http://ehr.example/fhir is not an address'}
  ${{ SMART_CLIENT_ID: '' }}                  | ${'SMART_ISS is set without SMART_CLIENT_ID'}
  ${{ OIDC_ROLES: '' }}                       | ${'SMART_ISS is set without OIDC_ROLES'}
  ${{ SMART_ISS: '' }}                        | ${'SMART_CLIENT_ID is set without SMART_ISS'}
`('$env is refused in one line: $says', ({ env, says }: { env: object; says: string }) => {
  expect(() => readSmart({ ...SET, ...env })).toThrow(says);
});

it('needs no provider besides', () => {
  expect(readConfig(SET)).toMatchObject({ oidc: undefined, smart: { clientId: 'toxin-clinic' } });
});

it.each`
  iss                                            | server           | why
  ${SET.SMART_ISS}                               | ${SET.SMART_ISS} | ${'it is the one'}
  ${`${SET.SMART_ISS}/`}                         | ${SET.SMART_ISS} | ${'with a slash behind it, too'}
  ${`${SET.SMART_ISS}/..`}                       | ${undefined}     | ${'what begins so is another'}
  ${'https://ehr.hospital.example/fhir'}         | ${undefined}     | ${'another path'}
  ${'http://ehr.hospital.example/fhir/R4'}       | ${undefined}     | ${'another protocol'}
  ${'https://ehr.hospital.example.evil/fhir/R4'} | ${undefined}     | ${'another name'}
  ${''}                                          | ${undefined}     | ${'none'}
`('a launch by $iss is of $server: $why', ({ iss, server }: { iss: string; server?: string }) => {
  expect(serverNamed(iss, ['https://other.example', SET.SMART_ISS])).toBe(server);
});
