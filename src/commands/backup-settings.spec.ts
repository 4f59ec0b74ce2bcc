import { readBackupPlan, readEvery } from './backup-settings';

it.each`
  env                                      | plan                                                | why
  ${{}}                                    | ${{ folder: `${process.cwd()}/backups`, keep: 14 }} | ${'nothing set'}
  ${{ BACKUP_DIR: '/backups' }}            | ${{ folder: '/backups' }}                           | ${'a folder'}
  ${{ BACKUP_KEEP: '1' }}                  | ${{ keep: 1 }}                                      | ${'one is enough'}
  ${{ BACKUP_PASSPHRASE: '' }}             | ${{ passphrase: undefined }}                        | ${'as compose hands on what is not set'}
  ${{ BACKUP_PASSPHRASE: 'p'.repeat(20) }} | ${{ passphrase: 'p'.repeat(20) }}                   | ${'just long enough'}
`('$why', ({ env, plan }) => {
  expect(readBackupPlan(env)).toMatchObject(plan);
});

it.each`
  env                                      | refused
  ${{ BACKUP_PASSPHRASE: 'p'.repeat(19) }} | ${/^BACKUP_PASSPHRASE is too short: give at least 20/}
  ${{ BACKUP_KEEP: '0' }}                  | ${/^BACKUP_KEEP=0 /}
  ${{ BACKUP_KEEP: 'all' }}                | ${/^BACKUP_KEEP=all /}
  ${{ BACKUP_KEEP: '10000' }}              | ${/^BACKUP_KEEP=10000 /}
`('$env is refused, and a passphrase is not printed', ({ env, refused }) => {
  expect(() => readBackupPlan(env)).toThrow(refused);
  expect(() => readBackupPlan(env)).not.toThrow(/ppp/);
});

it.each`
  text         | hours
  ${undefined} | ${undefined}
  ${'1'}       | ${1}
  ${'24'}      | ${24}
  ${'999'}     | ${999}
`('--every $text', ({ text, hours }) => {
  expect(readEvery(text)).toBe(hours);
});

it.each(['0', '1000', 'day', '1.5', '-1', ''])('--every %j is refused', (text) => {
  expect(() => readEvery(text)).toThrow(/hours from 1 to 999/);
});
