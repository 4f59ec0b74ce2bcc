import type { PlainDate } from '../../src/clinical/calendar';
import { addDays, daysBetween } from '../../src/clinical/calendar';
import type { CohortCourse, CohortSession, TruthKind } from '../cohort';
import type { Random } from '../random';
import { randomOf } from '../random';
import { keptOf } from '../recorded';
import type { Setting, SimulatedIndication, SimulatedScale } from '../settings';
import { startClinic } from './simulated-clinic';

/**
 * Courses of a simulated clinic with what really became of them: a patient with a usual size and length of effect, ups
 * and downs, sometimes a lasting loss, and a clinic that sees only what was recorded and changes dose, muscles and
 * product on it. The same seed gives the same courses, each by itself.
 */
export function simulateCohort(setting: Setting, courses: number, seed: number): CohortCourse[] {
  return Array.from({ length: courses }, (_, index) => simulateCourse(setting, randomOf(seed, index), index));
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const FIRST_DAY: PlainDate = '2018-01-01';
const MIN_INTERVAL = 84;
const DAYS_A_YEAR = 365.25;

function simulateCourse(setting: Setting, random: Random, index: number): CohortCourse {
  const indication = random.pick(setting.indications.map((weighed) => [weighed, weighed.weight]));
  const plan = planCourse(setting, random);
  const patient = makePatient(setting, indication, random);
  const clinic = startClinic(setting, indication, random);
  const effect = startEffect(setting, plan, random);
  const kept = randomOf(setting.keptSeed, index);

  const sessions: CohortSession[] = [];
  const durDays: number[] = [];
  let halfLossSession: number | null = null;
  let failures = 0;
  let evalStop: number | null = null;
  let lifeLeft = 0;
  let lifeShift = 0;
  let [sizeAr, lengthAr] = [random.normal(), random.normal()];
  let date = addDays(FIRST_DAY, random.whole(0, 1800));

  for (let t = 1; t <= plan.sessions; t++) {
    const habits = clinic.habits();
    if (habits.product === 'rima' && evalStop === null) evalStop = t - 1;
    const { r, failed, sizeFactor, lengthFactor } = effect.at(t, habits.rescue);
    if (failed) failures += 1;
    if (plan.kind.startsWith('secondary') && t >= plan.onset && r <= 0.5) halfLossSession ??= t;
    if (lifeLeft === 0 && random.chance(setting.lifeEvent))
      [lifeLeft, lifeShift] = [random.whole(1, 2), random.between(8, 20)];
    const life = lifeLeft > 0 ? lifeShift : 0;
    lifeLeft = Math.max(0, lifeLeft - 1);
    const progressed = plan.kind === 'progression' && t >= plan.onset ? t - plan.onset + 1 : 0;

    const { rho } = setting.noise;
    sizeAr = rho * sizeAr + Math.sqrt(1 - rho ** 2) * random.normal();
    lengthAr = rho * lengthAr + Math.sqrt(1 - rho ** 2) * random.normal();
    const g = clamp(habits.doseShare ** setting.doseExponent, 0.6, 1.25);
    const noise = patient.sigma * sizeAr * (random.chance(setting.noise.outlierShare) ? 2.5 : 1);
    const mean =
      patient.floor +
      (patient.size - patient.floor) * clamp(g * sizeFactor, 0, 1.25) +
      (sizeFactor > 0.3 ? 1 : 0.4) * habits.offset +
      patient.season * Math.sin((2 * Math.PI * daysBetween(FIRST_DAY, date)) / DAYS_A_YEAR + patient.phase) -
      Math.min(30, plan.rate * progressed) +
      patient.drift * (t - 1) -
      life;
    const latent = mean + noise;
    const z = 0.35 * lengthAr + Math.sqrt(1 - 0.35 ** 2) * random.normal();
    const shortened = (life > 0 ? 0.92 : 1) * Math.max(0.75, 1 - 0.012 * progressed);
    const days = clamp(
      patient.days *
        lengthFactor *
        shortened *
        Math.sqrt(g) *
        (habits.product === 'rima' ? 0.85 : 1) *
        Math.exp(patient.lengthSd * z),
      7,
      260,
    );
    durDays.push(Math.round(days));

    const last = t === plan.sessions;
    const interval = nextInterval(days, random);
    const severity = patient.severity * (1 + 0.002 * (t - 1)) * (1 + 0.02 * progressed);
    const response = report(
      { setting, patient, indication, latent, mean, noise, days, interval, severity, session: t, last, date },
      random,
    );
    sessions.push({
      n: t,
      date,
      product: setting.typeB ? 'rima' : habits.product,
      units: habits.units,
      minIntervalDays: MIN_INTERVAL,
      muscles: habits.muscles,
      injector: habits.injector,
      adverseEvents: habits.adverseEvent ? ['any'] : [],
      response: keptOf(response, setting, interval, kept),
    });
    if (
      last ||
      clinic.react(response.peakImprovementPct, t, plan.kind.startsWith('secondary') && t >= plan.onset) ===
        'left'
    )
      break;
    date = addDays(date, interval);
  }
  return {
    ...labelled(sessions, durDays, { plan, failures, evalStop, halfLossSession }),
    ...identity(index, indication, random),
  };
}

interface Plan {
  readonly kind: TruthKind;
  readonly sessions: number;
  readonly onset: number;
  readonly ramp: number;
  readonly finalR: number;
  readonly rate: number;
}

function planCourse(setting: Setting, random: Random): Plan {
  const { abrupt, gradual, primary, progression } = setting.mix;
  const kind = random.pick<TruthKind>([
    ['secondary-abrupt', abrupt],
    ['secondary-gradual', gradual],
    ['primary', primary],
    ['progression', progression],
    ['none', 1 - abrupt - gradual - primary - progression],
  ]);
  const least = kind.startsWith('secondary') ? 8 : kind === 'progression' ? 7 : 4;
  const sessions = Math.max(least, clamp(4 + Math.floor(random.exponential(setting.sessionsMean)), 4, 28));
  const onset =
    kind === 'progression'
      ? random.whole(2, sessions - 4)
      : Math.min(4 + Math.floor(random.exponential(setting.onsetMean)), sessions - 3);
  const [low, high] = kind === 'secondary-gradual' ? setting.gradualSessions : [1, 2];
  const finalR = random.chance(setting.completeLoss) ? random.between(0, 0.2) : random.between(0.25, 0.5);
  const rate = random.between(...setting.progressionPerSession);
  return { kind, sessions, onset, ramp: random.whole(low, high), finalR, rate };
}

type Patient = ReturnType<typeof makePatient>;

function makePatient(setting: Setting, indication: SimulatedIndication, random: Random) {
  const floor = clamp(random.normal(setting.floorMean, 6), 0, 30);
  const { scale } = indication;
  const logit = Math.log(setting.missing / (1 - setting.missing)) + random.normal(0, 0.7);
  return {
    floor,
    size: clamp(random.normal(indication.sizeMean, indication.sizeSd), floor + 15, 97),
    days: clamp(random.normal(indication.daysMean, indication.daysSd), 45, 170),
    sigma: clamp(setting.noise.sizeSd * Math.exp(random.normal(0, setting.noise.sdSpread)), 4, 25),
    lengthSd: setting.length.sd * Math.exp(random.normal(0, 0.3)),
    bias: clamp(random.normal(1, 0.08), 0.75, 1.25),
    step: random.pick(setting.granularity),
    lengthStep: random.pick(setting.length.rounding),
    missing: 1 / (1 + Math.exp(-logit)),
    hasScale: random.chance(setting.scaleProgramme),
    drift: random.normal(0, 0.25),
    season: Math.abs(random.normal(0, 2.5)) * indication.season,
    phase: random.between(0, 2 * Math.PI),
    severity: clamp(random.normal(scale.base, scale.sd), scale.min, scale.max),
    /** Half the patients of a setting with carry-over begin ever better. */
    carryOver: setting.carryOver > 0 && random.chance(0.5) ? random.between(0.5, 1) * setting.carryOver : 0,
  };
}

/** How much of the effect is left at each session, and what that does to size and length. */
function startEffect(setting: Setting, plan: Plan, random: Random) {
  const never = random.between(0, 0.2);
  const { length } = setting;
  return {
    at(t: number, rescue: number | null) {
      let r = plan.kind === 'primary' ? never : 1;
      if (plan.kind.startsWith('secondary') && t >= plan.onset) {
        const done = Math.min(1, (t - plan.onset + 1) / plan.ramp);
        r = clamp(rescue ?? 1 - (1 - plan.finalR) * done + random.normal(0, 0.05), 0, 1);
      }
      const failed = random.chance(setting.oneOff);
      return {
        r,
        failed,
        sizeFactor: (1 - (1 - r) ** 1.3) * (failed ? random.between(0.1, 0.5) : 1),
        lengthFactor:
          (1 - length.lostInAll * (1 - r) ** length.followsLoss) * (failed ? random.between(0.3, 0.7) : 1),
      };
    },
  };
}

function nextInterval(days: number, random: Random): number {
  if (random.chance(0.05)) return Math.round(MIN_INTERVAL + random.exponential(9) + random.between(30, 120));
  if (random.chance(0.01)) return random.whole(77, 83);
  if (days > 92 && random.chance(0.4)) return Math.round(Math.max(MIN_INTERVAL, days + random.normal(0, 7)));
  return Math.round(MIN_INTERVAL + random.exponential(days < 84 ? 5.4 : 9));
}

interface Happened {
  readonly setting: Setting;
  readonly patient: Patient;
  readonly indication: SimulatedIndication;
  readonly latent: number;
  readonly mean: number;
  readonly noise: number;
  readonly days: number;
  readonly interval: number;
  readonly severity: number;
  /** Counted from 1. */
  readonly session: number;
  readonly last: boolean;
  readonly date: PlainDate;
}

const NOT_ASKED: CohortSession['response'] = {
  peakImprovementPct: null,
  pgic: null,
  scale: null,
  onsetDays: null,
  wearOffDate: null,
  wearOffStatus: 'unknown',
};

/** Below this the response is poor, and may be recorded less often. */
const POOR_PCT = 40;

/** What the record keeps of it. */
function report(happened: Happened, random: Random): CohortSession['response'] {
  const { setting, patient, latent, days, interval, date } = happened;
  const rounded = Math.round((patient.bias * latent) / patient.step) * patient.step;
  const rating = clamp(rounded, 0, 100);
  const impression = pgicOf(latent + random.normal(0, 6));
  const scale = reportScale(happened, random);
  const reported = days * Math.exp(random.normal(0, setting.length.reportSd));
  const reportedDays = Math.max(1, Math.round(reported / patient.lengthStep)) * patient.lengthStep;
  if (random.chance(setting.noFollowUp)) return NOT_ASKED;

  const poor = latent < POOR_PCT ? setting.missingWhenPoor : 0;
  const known = (more: number) => !random.chance(Math.min(1, patient.missing + more + poor));
  const lengthKnown = known(0.05) && !(rating <= 10 && random.chance(0.6));
  const outlasts = reportedDays > interval;
  return {
    peakImprovementPct: known(0) ? rating : null,
    pgic: known(0.1) ? impression : null,
    scale: patient.hasScale && known(0.15) ? scale : null,
    onsetDays: known(0.1) ? random.whole(2, 9) : null,
    wearOffDate: lengthKnown && !outlasts ? addDays(date, reportedDays) : null,
    wearOffStatus:
      !lengthKnown || (outlasts && happened.last) ? 'unknown' : outlasts ? 'still-effective' : 'recorded',
  };
}

function reportScale({ indication, patient, mean, noise, severity, session }: Happened, random: Random) {
  const { scale } = indication;
  const carriedOver = 1 - patient.carryOver * Math.min(1, (session - 1) / 6);
  const baseline = severity * carriedOver + 0.7 * scale.noise * random.normal();
  const peak = severity * (1 - (scale.eff * (mean + 0.5 * noise)) / 100) + scale.noise * random.normal();
  return { name: scale.name, baseline: graded(scale, baseline), peak: graded(scale, peak) };
}

function graded(scale: SimulatedScale, value: number): number | string {
  if (!scale.levels) return clamp(Math.round(value), scale.min, scale.max);
  return scale.levels.reduce((best, level) =>
    Math.abs(level[0] - value) < Math.abs(best[0] - value) ? level : best,
  )[1];
}

function pgicOf(latent: number): number {
  const grade = [75, 48, 22, 2, -10].findIndex((least) => latent >= least);
  return grade === -1 ? 6 : grade + 1;
}

interface Outcome {
  readonly plan: Plan;
  readonly failures: number;
  readonly evalStop: number | null;
  readonly halfLossSession: number | null;
}

function labelled(
  sessions: readonly CohortSession[],
  durDays: readonly number[],
  { plan, failures, evalStop, halfLossSession }: Outcome,
): Pick<CohortCourse, 'sessions' | 'truth'> {
  const end = Math.min(sessions.length, evalStop ?? Infinity);
  const never = plan.kind === 'none' || (plan.kind !== 'primary' && plan.onset > end);
  const kind: TruthKind = never ? (failures > 0 ? 'one-off' : 'none') : plan.kind;
  const loss = kind.startsWith('secondary');
  const first = sessions[0]!.date;
  const followUpDays = daysBetween(first, sessions[sessions.length - 1]!.date) + MIN_INTERVAL;
  return {
    sessions,
    truth: {
      kind,
      onsetSession: loss || kind === 'progression' ? plan.onset : kind === 'primary' ? 1 : null,
      halfLossSession: loss ? halfLossSession : null,
      rampSessions: loss ? plan.ramp : null,
      finalR: loss ? plan.finalR : null,
      evalStop,
      nSessions: sessions.length,
      years: followUpDays / DAYS_A_YEAR,
      durDays,
    },
  };
}

function identity(index: number, { slug }: SimulatedIndication, random: Random) {
  const sided = slug === 'hemifacial_spasm' || slug === 'spasticity_upper';
  const courseId = `S-${String(index + 1).padStart(5, '0')}`;
  return { courseId, indication: slug, ...(sided ? { side: random.chance(0.5) ? 'left' : 'right' } : {}) };
}
