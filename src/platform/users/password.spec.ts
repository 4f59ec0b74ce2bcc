import { checkNobodysPassword, hashPassword, passwordFits } from './password';

const PASSWORD = 'korrekt Pferd Übung 17';

it('is stored as Argon2id with 19 MiB and two passes', async () => {
  expect(await hashPassword(PASSWORD)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

it('two users with the same password have different hashes', async () => {
  expect(await hashPassword(PASSWORD)).not.toBe(await hashPassword(PASSWORD));
});

it.each`
  typed                        | fits     | why
  ${PASSWORD}                  | ${true}  | ${'the password'}
  ${PASSWORD.normalize('NFD')} | ${true}  | ${'its accents composed in another way'}
  ${PASSWORD.toLowerCase()}    | ${false} | ${'capitals count'}
  ${`${PASSWORD} `}            | ${false} | ${'a blank more counts'}
  ${''}                        | ${false} | ${'nothing'}
`('$why: fits $fits', async ({ typed, fits }: { typed: string; fits: boolean }) => {
  expect(await passwordFits(await hashPassword(PASSWORD), typed)).toBe(fits);
});

it('nobody signs in without an account, whatever the password', async () => {
  expect(await checkNobodysPassword('nobody has this password')).toBe(false);
});
