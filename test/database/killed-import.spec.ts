import { execFileSync } from 'node:child_process';
import { killAnImport } from '../faults/killed-import';

/** What is killed is the built service: to build it, and to start it three times, takes its time on a busy machine. */
const PATIENCE_MS = 15 * 60_000;

beforeAll(() => {
  execFileSync('npm', ['run', '-s', 'built']);
}, PATIENCE_MS);

it(
  'a file of sessions whose service is killed twice is on record in the end as one that nobody disturbed',
  async () => {
    const { faults, killedAt, rows } = await killAnImport(
      { patients: 300, sessions: 10, kills: 2 },
      () => undefined,
    );
    expect(faults).toEqual([]);
    expect(killedAt).toHaveLength(2);
    for (const stood of killedAt) expect([0, rows]).not.toContain(stood);
  },
  PATIENCE_MS,
);
