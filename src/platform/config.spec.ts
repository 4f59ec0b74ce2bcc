import { readConfig } from './config';

const LOOPBACK = '127.0.0.1';

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

it.each`
  text                                             | why
  ${'mysql://clinic:secret@db/clinic'}             | ${'another database'}
  ${'postgres://clinic:12/secret@db:5432/clinic'}  | ${'a slash in the password'}
  ${'postgres://clinic:12?secret@db:5432/clinic'}  | ${'a question mark in it'}
  ${'postgres://clinic:12#secret@db:5432/clinic'}  | ${'a number sign in it'}
  ${'postgres://clinic:se%cret@db:5432/clinic'}    | ${'a per cent sign in it'}
  ${'postgres://clinic:12@secret/x@db:5432/other'} | ${'an at sign and a slash in it'}
`('DATABASE_URL is refused without its password: $why', ({ text }: { text: string }) => {
  expect(() => readConfig({ DATABASE_URL: text })).toThrow(
    'DATABASE_URL is not a PostgreSQL address: give postgres://user:password@host:5432/database, with / ? # @ % and blanks of the password as %2F %3F %23 %40 %25 %20',
  );
});

it.each([
  'postgres://clinic:s%2Fe%3Fc%23r%40t%25@db/clinic?sslmode=verify-full',
  'postgresql:///clinic?host=/run',
])('DATABASE_URL=%s is taken as it is', (text) => {
  expect(readConfig({ DATABASE_URL: text }).databaseUrl).toBe(text);
});

it.each(['options', 'statement_timeout', 'client_encoding'])('DATABASE_URL sets no %s', (name) => {
  expect(() => readConfig({ DATABASE_URL: `postgres://clinic:secret@db/clinic?${name}=x` })).toThrow(
    `DATABASE_URL sets ${name}, which the service states itself: leave it out`,
  );
});

it.each`
  port         | host          | read                     | why
  ${undefined} | ${undefined}  | ${[undefined, LOOPBACK]} | ${'no messages are taken'}
  ${''}        | ${''}         | ${[undefined, LOOPBACK]} | ${'nor where it is left empty'}
  ${'2575'}    | ${undefined}  | ${[2575, LOOPBACK]}      | ${'of this machine alone'}
  ${'2575'}    | ${'10.8.0.1'} | ${[2575, '10.8.0.1']}    | ${'where it is told'}
`('MLLP_PORT=$port, MLLP_HOST=$host: $why', ({ port, host, read }) => {
  const { mllpPort, mllpHost } = readConfig({ MLLP_PORT: port, MLLP_HOST: host });
  expect([mllpPort, mllpHost]).toEqual(read);
});

it.each(['PORT', 'MLLP_PORT'])('%s=70000 is refused in one line', (name) => {
  expect(() => readConfig({ [name]: '70000' })).toThrow(
    `${name}=70000 is not a port: give a number from 0 to 65535`,
  );
});
