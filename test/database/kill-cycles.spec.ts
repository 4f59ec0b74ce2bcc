import { execFileSync } from 'node:child_process';
import { runKillCycles } from '../faults/kill-cycles';

/** What is killed is the built service: to build it, and to start it five times, takes its time on a busy machine. */
const PATIENCE_MS = 15 * 60_000;

beforeAll(() => {
  execFileSync('npm', ['run', '-s', 'built']);
}, PATIENCE_MS);

it(
  'nothing acknowledged is lost when service, server or both are killed while four clients write',
  async () => {
    const { faults, acknowledged, answers, serviceStarts } = await runKillCycles(6, () => undefined);
    expect(faults).toEqual([]);
    expect(acknowledged).toBeGreaterThanOrEqual(6);
    expect(Object.keys(answers).filter((status) => Number(status) >= 500)).toEqual(['503']);
    expect(serviceStarts).toBe(5);
  },
  PATIENCE_MS,
);
