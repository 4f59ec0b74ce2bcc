import { readConfig } from './config';

it.each`
  text                 | read                | why
  ${undefined}         | ${undefined}        | ${'nobody'}
  ${''}                | ${undefined}        | ${'nobody'}
  ${'127.0.0.1'}       | ${'127.0.0.1'}      | ${'one address'}
  ${'10.0.0.0/8, ::1'} | ${'10.0.0.0/8,::1'} | ${'a network and an address'}
  ${'fd00::/8'}        | ${'fd00::/8'}       | ${'a network of long numbers'}
`('TRUSTED_PROXY=$text: $why', ({ text, read }: { text?: string; read?: string }) => {
  expect(readConfig({ TRUSTED_PROXY: text }).trustedProxy).toBe(read);
});

it.each([
  'true',
  '1',
  'proxy',
  '10.0.0.0/0',
  '10.0.0.0/33',
  '10.0.0.0/8/8',
  '::/0',
  'fd00::/129',
  '127.0.0.1, *',
])('TRUSTED_PROXY=%s is refused in one line', (text) => {
  expect(() => readConfig({ TRUSTED_PROXY: text })).toThrow(
    /^TRUSTED_PROXY=.* is not an address of a proxy: give/,
  );
});

it.each`
  text                          | read                              | why
  ${undefined}                  | ${[]}                             | ${'every name'}
  ${'clinic.example'}           | ${['clinic.example']}             | ${'one'}
  ${'Clinic.Example, 10.0.0.7'} | ${['clinic.example', '10.0.0.7']} | ${'two, in small letters'}
`('ALLOWED_HOSTS=$text: $why', ({ text, read }: { text?: string; read: string[] }) => {
  expect(readConfig({ ALLOWED_HOSTS: text }).allowedHosts).toEqual(read);
});

it.each(['clinic.example:443', 'https://clinic.example', '*', 'a b', 'clinic.example.'])(
  'ALLOWED_HOSTS=%s is refused in one line',
  (text) => {
    expect(() => readConfig({ ALLOWED_HOSTS: text })).toThrow(/^ALLOWED_HOSTS=.* is not a name: give names/);
  },
);
