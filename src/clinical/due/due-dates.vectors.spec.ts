import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import vectors from '../../../test/vectors/due-dates.json';

const SCRIPT = join(__dirname, '../../../test/vectors/answer-due-dates.cjs');
const CASES = [...vectors.addDuration, ...vectors.forecast, ...vectors.status, ...vectors.closedDays];

interface Answers {
  /** Midnight of 1 July 2026 as the process sees it: shows that the zone really was another. */
  readonly localMidnight: string;
  readonly answers: Record<string, unknown>;
}

describe.each`
  zone                  | localMidnight
  ${'UTC'}              | ${'2026-07-01T00:00:00.000Z'}
  ${'America/New_York'} | ${'2026-07-01T04:00:00.000Z'}
  ${'Asia/Tokyo'}       | ${'2026-06-30T15:00:00.000Z'}
  ${'Pacific/Apia'}     | ${'2026-06-30T11:00:00.000Z'}
`(
  'the reference cases in a process in $zone',
  ({ zone, localMidnight }: { zone: string; localMidnight: string }) => {
    let answered: Answers;

    beforeAll(() => {
      const out = execFileSync(process.execPath, [SCRIPT], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
      answered = JSON.parse(out) as Answers;
    });

    it('runs in that zone', () => {
      expect(answered.localMidnight).toBe(localMidnight);
    });

    it.each(CASES)('$id: $why', ({ id, expected }) => {
      const answer = answered.answers[id];
      if (typeof expected === 'object' && expected !== null) expect(answer).toMatchObject(expected);
      else expect(answer).toBe(expected);
    });
  },
);
