import { treatedSessions } from '../../../../bench/cohort';
import { SETTINGS, type SettingName } from '../../../../bench/settings';
import { simulateCohort } from '../../../../bench/simulated/simulate';
import { ruleValues } from '../../rules';
import { keepBudget } from './alarm-budget';
import { learnClinic, type ClinicLearning } from './learn-clinic';

const RULES = ruleValues();

function learnedBy(setting: SettingName, courses: number, rules = RULES): ClinicLearning {
  const cohort = simulateCohort(SETTINGS[setting], courses, 5).map((course) => ({
    indication: course.indication,
    sessions: treatedSessions(course),
  }));
  const steps = learnClinic(cohort, rules, 'learned 1');
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** 11.1 and 0.169 are true of the base clinic, 14.0 and 0.207 of the noisy one (decline-rules 8). */
describe('a simulated clinic', () => {
  const base = learnedBy('base', 500);
  const noisy = learnedBy('noisy', 250, ruleValues({ 'R.alarm-budget': 1 }));

  it('that scatters as usual keeps the usual noise', () => {
    expect(base.learned.noise).toMatchObject({ sizeSd: 11, lengthSd: 0.17, version: 'learned 1' });
    expect(base.learned.noise.differences).toBeGreaterThan(2000);
  });

  it('that is noisier is told so', () => {
    expect(noisy.learned.noise.sizeSd).toBeGreaterThan(12.5);
    expect(noisy.learned.noise.sizeSd).toBeLessThan(14.5);
    expect(noisy.learned.noise.lengthSd).toBeGreaterThan(0.195);
    expect(noisy.learned.noise.lengthSd).toBeLessThan(0.23);
  });

  it('takes over how lengths scatter only where false reviews are beyond the budget', () => {
    expect(learnedBy('noisy', 150, ruleValues({ 'R.alarm-budget': 50 })).learned.noise.lengthSd).toBe(0.17);
  });

  it('is told what its indications usually give', () => {
    const { cervical_dystonia: cd, chronic_migraine: migraine } = base.learned.usual;
    expect(Math.abs(cd!.meanSizePct - 60)).toBeLessThan(2.5);
    expect(Math.abs(cd!.medianDays - 95)).toBeLessThan(3);
    expect(Math.abs(migraine!.meanSizePct - 55)).toBeLessThan(2.5);
    const shifted = learnedBy('shifted', 150).learned.usual.chronic_migraine!;
    expect(Math.abs(shifted.meanSizePct - 47)).toBeLessThan(5);
    expect(Math.abs(shifted.medianDays - 88)).toBeLessThan(5);
  });

  it('has fewer reviews, and fewer false ones, the higher the weight', () => {
    for (const name of ['falseReviews', 'reviews'] as const) {
      const along = base.alarms.curve.map((point) => point[name]);
      expect(along).toEqual(along.toSorted((a, b) => b - a));
      expect(along[0]).toBeGreaterThan(along.at(-1)!);
    }
  });
});

it.each`
  setting                 | courses | atLeast | why
  ${'natural-base'}       | ${250}  | ${1.3}  | ${'true: 1.2 to 1.5'}
  ${'natural-scale-only'} | ${250}  | ${2.2}  | ${'true: 2.2 to 2.5, on a scale alone'}
`(
  'the estimate of false reviews errs on the safe side on $setting: $why',
  ({ setting, courses, atLeast }) => {
    const { alarms } = learnedBy(setting as SettingName, courses as number);
    expect(keepBudget(alarms, RULES).standing.falseReviews).toBeGreaterThan(atLeast as number);
    expect(keepBudget(alarms, RULES).standing.falseReviews).toBeLessThan(2 * (atLeast as number));
  },
);

it('before there are enough differences the usual noise stands', () => {
  const { noise } = learnedBy('noisy', 40).learned;
  expect(noise).toMatchObject({ sizeSd: 11, lengthSd: 0.17 });
  expect(noise.differences).toBeGreaterThan(50);
});
