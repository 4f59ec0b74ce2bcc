import { scopesFor, smartConfigurationOf } from './smart-configuration';

const EHR = {
  issuer: 'https://ehr.example',
  authorization_endpoint: 'https://ehr.example/authorize',
  token_endpoint: 'https://ehr.example/token',
  scopes_supported: ['openid', 'fhirUser', 'launch', 'profile'],
  code_challenge_methods_supported: ['S256'],
  capabilities: ['launch-ehr', 'sso-openid-connect', 'permission-v2'],
};

it('is read as far as a launch needs it', () => {
  expect(smartConfigurationOf(EHR)).toEqual({
    issuer: EHR.issuer,
    authorizationEndpoint: EHR.authorization_endpoint,
    tokenEndpoint: EHR.token_endpoint,
    scopes: EHR.scopes_supported,
    isVersion2: true,
  });
});

it.each`
  said                                                         | why
  ${null}                                                      | ${'nothing'}
  ${'<html>'}                                                  | ${'a page'}
  ${{ ...EHR, issuer: undefined }}                             | ${'nobody says who somebody is'}
  ${{ ...EHR, token_endpoint: undefined }}                     | ${'no way to a token'}
  ${{ ...EHR, authorization_endpoint: 'javascript:alert(1)' }} | ${'no address'}
  ${{ ...EHR, authorization_endpoint: 'https://' }}            | ${'half an address'}
  ${{ ...EHR, code_challenge_methods_supported: ['plain'] }}   | ${'PKCE that hides nothing'}
`('is none: $why', ({ said }: { said: unknown }) => {
  expect(smartConfigurationOf(said)).toBeUndefined();
});

it('whoever says nothing of PKCE is asked with it all the same', () => {
  expect(smartConfigurationOf({ ...EHR, code_challenge_methods_supported: undefined })).toBeDefined();
});

it.each`
  more                                                        | scopes
  ${{}}                                                       | ${'launch openid fhirUser patient/Patient.r profile'}
  ${{ capabilities: ['permission-v1'] }}                      | ${'launch openid fhirUser patient/Patient.read profile'}
  ${{ capabilities: undefined, scopes_supported: undefined }} | ${'launch openid fhirUser patient/Patient.read'}
  ${{ scopes_supported: ['roles', 'email', 'user/*.cruds'] }} | ${'launch openid fhirUser patient/Patient.r email roles'}
`('of $more is asked: $scopes', ({ more, scopes }: { more: object; scopes: string }) => {
  expect(scopesFor(smartConfigurationOf({ ...EHR, ...more })!, 'roles')).toBe(scopes);
});

it('a claim by which one launches is asked for once', () => {
  const ehr = smartConfigurationOf(EHR)!;
  expect(scopesFor(ehr, 'fhirUser')).toBe('launch openid fhirUser patient/Patient.r profile');
});
