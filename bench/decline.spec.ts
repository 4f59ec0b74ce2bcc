import { readCohort, treatedSessions } from './cohort';
import type { Detector, Shown } from './detector';
import { DETECTORS } from './detectors';
import { scoreCourse, scorePrimary, sumScores } from './score';

const courses = readCohort('bench/cohorts/train.ndjson.gz').map((course) => ({
  ...course,
  treated: treatedSessions(course),
}));

function score({ read }: Detector) {
  const shown = courses.map(({ treated, indication }) => read(treated, indication));
  const tier = (name: keyof Shown) =>
    sumScores(courses.map(({ truth }, i) => scoreCourse(truth, shown[i]![name])));
  const primary = scorePrimary(courses.map(({ truth }, i) => ({ truth, shown: shown[i]!.primary })));
  return { review: tier('review'), watch: tier('watch'), primary };
}

const detector = (name: string) => DETECTORS.find((known) => known.name === name)!;

describe('on the training cohort', () => {
  const ours = score(detector('response-trend'));
  const reference = score(detector('reference rule R*'));

  it.each(['review', 'watch'] as const)(
    '%s finds more losses than the reference rule with fewer false alarms',
    (tier) => {
      expect(ours[tier].sensitivity).toBeGreaterThan(reference[tier].sensitivity);
      expect(ours[tier].falseAlarms).toBeLessThan(reference[tier].falseAlarms);
    },
  );

  it('keeps to what the clinic was promised', () => {
    expect(ours.review.sensitivity).toBeGreaterThanOrEqual(0.8);
    expect(ours.review.falseAlarms).toBeLessThanOrEqual(1.7);
    expect(ours.watch.sensitivity).toBeGreaterThanOrEqual(0.89);
    expect(ours.watch.falseAlarms).toBeLessThanOrEqual(6.4);
    expect(ours.primary.sensitivity).toBeGreaterThanOrEqual(0.77);
    expect(ours.primary.falseShare).toBeLessThanOrEqual(0.013);
  });

  it('the reference rule scores as it was published to us', () => {
    expect(reference.review.sensitivity).toBeCloseTo(0.809, 3);
    expect(reference.review.falseAlarms).toBeCloseTo(1.68, 2);
    expect(reference.watch.sensitivity).toBeCloseTo(0.899, 3);
  });
});
