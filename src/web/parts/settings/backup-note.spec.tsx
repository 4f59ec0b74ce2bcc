import { render } from 'preact-render-to-string';
import type { BackupRun } from '../../../platform/backups/backup-run.entity';
import { BackupNote } from './backup-note';

const NOW = new Date('2026-11-27T12:00:00Z');

function run(endedAt: string, given: Partial<BackupRun> = {}): BackupRun {
  return {
    id: '00000000-0000-4000-8000-000000000009',
    begunAt: new Date(endedAt),
    endedAt: new Date(endedAt),
    good: true,
    file: 'clinic.backup.gz',
    bytes: 1_260_000,
    encrypted: true,
    failure: null,
    ...given,
  };
}

const FAILED = run('2026-11-27T11:00:00Z', {
  good: false,
  file: null,
  bytes: null,
  failure: 'ENOSPC: no space left',
});

it.each`
  good                           | failed    | says                                              | warns    | why
  ${null}                        | ${null}   | ${['No backup is known']}                         | ${true}  | ${'none'}
  ${run('2026-11-27T11:30:00Z')} | ${null}   | ${['less than an hour ago', '1.3 MB, encrypted']} | ${false} | ${'just now'}
  ${run('2026-11-26T10:00:01Z')} | ${null}   | ${['25 hours ago']}                               | ${false} | ${'one a day'}
  ${run('2026-11-26T10:00:00Z')} | ${null}   | ${['26 hours ago', 'is in no backup']}            | ${true}  | ${'a day was left out'}
  ${run('2026-11-27T10:00:00Z')} | ${FAILED} | ${['2 hours ago', 'failed: ENOSPC']}              | ${true}  | ${'the last try failed'}
  ${null}                        | ${FAILED} | ${['No backup is known', 'failed: ENOSPC']}       | ${true}  | ${'the first one failed'}
`('$why', ({ good, failed, says, warns }) => {
  const html = render(<BackupNote backup={{ good, failed }} now={NOW} zone="UTC" />);
  for (const text of says) expect(html).toContain(text);
  expect(html.includes('notice-warn')).toBe(warns);
});
