import { Secret } from 'otpauth';
import { counterOf, newSecret, totpUri } from './totp';

/** RFC 6238, appendix B: the secret, and the last six of the eight digits. */
const secret = Secret.fromLatin1('12345678901234567890').base32;

it.each`
  seconds       | code          | lastCounter | counter      | why
  ${59}         | ${'287082'}   | ${-1}       | ${1}         | ${'RFC 6238'}
  ${1111111109} | ${'081804'}   | ${-1}       | ${37037036}  | ${'RFC 6238'}
  ${1111111111} | ${'050471'}   | ${-1}       | ${37037037}  | ${'RFC 6238'}
  ${1234567890} | ${'005924'}   | ${-1}       | ${41152263}  | ${'RFC 6238'}
  ${2000000000} | ${'279037'}   | ${-1}       | ${66666666}  | ${'RFC 6238'}
  ${59}         | ${'287 082'}  | ${-1}       | ${1}         | ${'typed as the app shows it'}
  ${89}         | ${'287082'}   | ${-1}       | ${1}         | ${'one half minute late'}
  ${90}         | ${'287082'}   | ${-1}       | ${undefined} | ${'two late'}
  ${29}         | ${'287082'}   | ${-1}       | ${1}         | ${'one early'}
  ${59}         | ${'287082'}   | ${0}        | ${1}         | ${'the one before was used'}
  ${59}         | ${'287082'}   | ${1}        | ${undefined} | ${'used already'}
  ${59}         | ${'287082'}   | ${2}        | ${undefined} | ${'a later one was used'}
  ${59}         | ${'287083'}   | ${-1}       | ${undefined} | ${'wrong'}
  ${59}         | ${'94287082'} | ${-1}       | ${undefined} | ${'eight digits'}
  ${59}         | ${'28708'}    | ${-1}       | ${undefined} | ${'five'}
  ${59}         | ${''}         | ${-1}       | ${undefined} | ${'nothing'}
  ${59}         | ${'٢٨٧٠٨٢'}   | ${-1}       | ${undefined} | ${'digits of another script'}
`(
  '$code at $seconds s after $lastCounter: $counter ($why)',
  ({ seconds, code, lastCounter, counter }: Row) => {
    const now = new Date(seconds * 1000);
    expect(counterOf(code, { secret, now, lastCounter })).toBe(counter);
  },
);

interface Row {
  readonly seconds: number;
  readonly code: string;
  readonly lastCounter: number;
  readonly counter?: number;
}

it('makes another secret of 160 bits each time, and an address that apps read', () => {
  const [one, other] = [newSecret(), newSecret()];
  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(one).not.toBe(other);
  expect(totpUri(one, 'ana')).toBe(
    `otpauth://totp/Toxin%20clinic:ana?issuer=Toxin%20clinic&secret=${one}&algorithm=SHA1&digits=6&period=30`,
  );
});
