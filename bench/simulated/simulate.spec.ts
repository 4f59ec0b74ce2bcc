import { SETTINGS } from '../settings';
import { simulateCohort } from './simulate';

const cohort = simulateCohort(SETTINGS.base, 1500, 3);

function share(of: readonly boolean[]): number {
  return of.filter(Boolean).length / of.length;
}

describe('a simulated clinic', () => {
  const responses = cohort.flatMap(({ sessions }) => sessions.map(({ response }) => response));

  it.each`
    what                             | measured                                                                            | expected
    ${'ratings unknown'}             | ${share(responses.map((response) => response.peakImprovementPct === null))}         | ${0.32}
    ${'PGIC unknown'}                | ${share(responses.map((response) => response.pgic === null))}                       | ${0.41}
    ${'wear-off unknown'}            | ${share(responses.map((response) => response.wearOffStatus === 'unknown'))}         | ${0.4}
    ${'still effective'}             | ${share(responses.map((response) => response.wearOffStatus === 'still-effective'))} | ${0.16}
    ${'a scale was taken'}           | ${share(responses.map((response) => response.scale !== null))}                      | ${0.3}
    ${'courses with a lasting loss'} | ${share(cohort.map(({ truth }) => truth.kind.startsWith('secondary')))}             | ${0.15}
  `('$what: about $expected', ({ measured, expected }: { measured: number; expected: number }) => {
    expect(Math.abs(measured - expected)).toBeLessThan(0.03);
  });

  it('makes the same courses from the same seed, each by itself', () => {
    expect(simulateCohort(SETTINGS.base, 20, 3)).toEqual(cohort.slice(0, 20));
    expect(simulateCohort(SETTINGS.base, 20, 4)).not.toEqual(cohort.slice(0, 20));
  });

  it('tells the truth of every session', () => {
    for (const { sessions, truth } of cohort) {
      expect(truth.nSessions).toBe(sessions.length);
      expect(truth.durDays).toHaveLength(sessions.length);
      if (truth.onsetSession !== null) expect(truth.onsetSession).toBeLessThanOrEqual(sessions.length);
    }
  });

  it('asks less often in the sparse setting', () => {
    const sparse = simulateCohort(SETTINGS.sparse, 500, 3).flatMap(({ sessions }) => sessions);
    expect(share(sparse.map(({ response }) => response.peakImprovementPct === null))).toBeGreaterThan(0.45);
  });
});
