import { hashToken, makeToken, prefixOf, tokenIn } from './token';

it('a token says what it is for and never comes twice', () => {
  expect(makeToken('bts_')).toMatch(/^bts_[A-Za-z0-9_-]{43}$/);
  expect(prefixOf(makeToken('bta_'))).toBe('bta_');
  expect(new Set(Array.from({ length: 1000 }, () => makeToken('bts_'))).size).toBe(1000);
});

it('what is stored is the SHA-256 of the token', () => {
  expect(hashToken('abc').toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

it.each`
  token                      | why
  ${''}                      | ${'nothing'}
  ${'bts_'}                  | ${'only the prefix'}
  ${`btx_${'a'.repeat(43)}`} | ${'another prefix'}
  ${`bts_${'a'.repeat(42)}`} | ${'too short'}
  ${`bts_${'a'.repeat(44)}`} | ${'too long'}
  ${`bts_${"'".repeat(43)}`} | ${'other characters'}
`('$why is no token', ({ token }: { token: string }) => {
  expect(prefixOf(token)).toBeUndefined();
});

it.each`
  authorization   | cookie                           | token        | why
  ${'Bearer t1'}  | ${undefined}                     | ${'t1'}      | ${'the header'}
  ${'bearer t1'}  | ${undefined}                     | ${'t1'}      | ${'its scheme in any case'}
  ${undefined}    | ${'clinic_session=t2'}           | ${'t2'}      | ${'the cookie'}
  ${undefined}    | ${'a=b; clinic_session=t2; c=d'} | ${'t2'}      | ${'the cookie among others'}
  ${undefined}    | ${'xclinic_session=t2'}          | ${undefined} | ${'a cookie of a similar name'}
  ${undefined}    | ${'a=clinic_session=t2'}         | ${undefined} | ${'the name inside another value'}
  ${'Bearer t1'}  | ${'clinic_session=t2'}           | ${'t1'}      | ${'the header before the cookie'}
  ${'Basic eDp5'} | ${'clinic_session=t2'}           | ${undefined} | ${'another scheme is not made good by a cookie'}
  ${'Bearer'}     | ${undefined}                     | ${undefined} | ${'a scheme without a token'}
  ${undefined}    | ${undefined}                     | ${undefined} | ${'nothing'}
`('$why', ({ authorization, cookie, token }: Record<string, string | undefined>) => {
  expect(tokenIn({ headers: { authorization, cookie }, protocol: 'http' })).toBe(token);
});

it.each`
  cookie                                           | protocol   | token        | why
  ${'__Host-clinic_session=t1'}                    | ${'https'} | ${'t1'}      | ${'over https the name that only we can set'}
  ${'clinic_session=t2'}                           | ${'https'} | ${undefined} | ${'a neighbour’s cookie of the plain name'}
  ${'clinic_session=t2; __Host-clinic_session=t1'} | ${'https'} | ${'t1'}      | ${'ours beside a neighbour’s'}
  ${'__Host-clinic_session=t1'}                    | ${'http'}  | ${undefined} | ${'the name of https over http'}
`('$protocol: $why', ({ cookie, protocol, token }: Record<string, string>) => {
  expect(tokenIn({ headers: { cookie }, protocol: protocol as 'http' | 'https' })).toBe(token);
});
