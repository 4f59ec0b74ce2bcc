import { parseArgs } from 'node:util';
import type { IndicationSlug } from '../src/clinical/catalogue/indications';
import { effectLengths, epochStart } from '../src/clinical/due/effect/effect-length';
import { personalWindow } from '../src/clinical/due/effect/effect-window';
import { responsePrior } from '../src/clinical/watch/change-point/response-priors';
import { ruleValues } from '../src/clinical/rules';
import type { TreatedSession } from '../src/clinical/treated-session';
import { calibrate } from './calibration';
import type { CohortCourse } from './cohort';
import { readCohort, treatedSessions } from './cohort';
import type { Detector, Shown } from './detector';
import { acceptedTrend, DETECTORS, learnedTrend } from './detectors';
import { readRealCycles, scoreChains } from './real-cycles';
import type { CourseScore } from './score';
import { bootstrap, scoreCourse, scoreForecasts, scorePrimary, sumScores } from './score';
import { isSettingName, KINDS, NATURAL_KINDS, SETTINGS } from './settings';
import { simulateCohort } from './simulated/simulate';
import { STABLE_SERIES } from './stable-series';

/*
 * How many losses does each rule find, and how often does it cry wolf? One line a rule, on the same courses in the same
 * run. The default is the training cohort and every simulated clinic. `--simulate <setting>` makes one of them alone,
 * `--seed <n> --courses <n>` others; file names read some; `--cdystonia <file>` chains real cycles and reads published
 * stable series; `--calibration` holds what is told against what came true, in clinics with as many losses as real ones.
 */

const RULES = ruleValues();
const DEFAULT_COHORT = 'bench/cohorts/train.ndjson.gz';

interface Prepared extends CohortCourse {
  readonly treated: readonly TreatedSession[];
}

const { values: OPTIONS, positionals: FILES } = parseArgs({
  allowPositionals: true,
  options: {
    simulate: { type: 'string' },
    seed: { type: 'string', default: '1' },
    courses: { type: 'string', default: '3000' },
    cdystonia: { type: 'string' },
    calibration: { type: 'boolean', default: false },
  },
});

if (OPTIONS.cdystonia !== undefined) printChains(OPTIONS.cdystonia);
if (OPTIONS.calibration) printCalibration();
for (const { name, courses } of cohorts()) {
  const prepared = courses.map((course) => ({ ...course, treated: treatedSessions(course) }));
  const sessions = prepared.reduce((sum, { treated }) => sum + treated.length, 0);
  console.log(`${name}: ${prepared.length} courses, ${sessions} sessions`);
  const learned = [learnedTrend(prepared, false), learnedTrend(prepared, true), acceptedTrend(prepared)];
  for (const detector of [...DETECTORS, ...learned]) console.log(`  ${lineOf(detector, prepared, sessions)}`);
  const forecast = scoreForecasts(
    prepared.map(({ truth, indication, treated }) => ({ truth, wearOffDays: wearOffs(treated, indication) })),
  );
  console.log(`  wear-off forecast: MAE ${forecast.maeDays.toFixed(1)} d over ${forecast.n} sessions`);
}

function* cohorts(): Generator<{ name: string; courses: CohortCourse[] }> {
  const { simulate, seed, courses, cdystonia, calibration } = OPTIONS;
  if (simulate !== undefined && !isSettingName(simulate))
    throw new RangeError(`--simulate takes one of ${Object.keys(SETTINGS).join(', ')}`);
  const everything = simulate === undefined && FILES.length === 0 && cdystonia === undefined && !calibration;
  const settings = simulate === undefined ? (everything ? KINDS : []) : [simulate];
  for (const path of everything ? [DEFAULT_COHORT] : FILES) yield { name: path, courses: readCohort(path) };
  for (const name of settings)
    yield {
      name: `simulated ${name}, seed ${seed}`,
      courses: simulateCohort(SETTINGS[name], Number(courses), Number(seed)),
    };
}

function printChains(path: string): void {
  printStableSeries();
  const cycles = readRealCycles(path);
  console.log(
    `chains of real cycles, TWSTRS alone: review after so many failed cycles; 0: seven good ones, ever`,
  );
  for (const detector of DETECTORS)
    for (const product of ['ona', 'rima'] as const) {
      const scores = scoreChains(cycles, detector, product);
      const shares = scores.map(({ failed, review }) => `${failed}: ${percent(review)}`).join(', ');
      console.log(`  ${detector.name.padEnd(23)} | ${product.padEnd(4)} | ${shares}`);
    }
}

/** Published series of patients who went on responding. */
function printStableSeries(): void {
  console.log('published stable series: sessions that show a tier');
  for (const { name, indication, sessions } of STABLE_SERIES)
    for (const detector of DETECTORS) {
      const { watch, review } = detector.read(sessions, indication);
      const shown = (of: readonly boolean[]) => of.filter(Boolean).length;
      console.log(
        `  ${detector.name.padEnd(23)} | watch ${shown(watch)}, review ${shown(review)} of ${sessions.length} | ${name}`,
      );
    }
}

function printCalibration(): void {
  console.log('what is told where a tier stands, and what came true, by the weight');
  for (const name of NATURAL_KINDS)
    for (const learned of [false, true]) {
      console.log(`  simulated ${name}${learned ? ', its scatter learned' : ''}`);
      const cohort = simulateCohort(SETTINGS[name], Number(OPTIONS.courses), Number(OPTIONS.seed));
      for (const { from, courses, told, cameTrue } of calibrate(cohort, learned))
        console.log(
          `    from ${from}: told ${percent(told)}, came true ${percent(cameTrue)} (${courses} courses)${told > cameTrue + 0.1 ? ' TOO MUCH' : ''}`,
        );
    }
}

function lineOf(detector: Detector, courses: readonly Prepared[], sessions: number): string {
  const before = process.cpuUsage();
  const shown = courses.map(({ treated, indication }) => detector.read(treated, indication));
  const { user, system } = process.cpuUsage(before);
  const micros = (user + system) / sessions;
  const scored = (tier: keyof Shown) => courses.map(({ truth }, i) => scoreCourse(truth, shown[i]![tier]));
  const primary = scorePrimary(courses.map(({ truth }, i) => ({ truth, shown: shown[i]!.primary })));
  return [
    detector.name.padEnd(23),
    tierText('review', scored('review')),
    tierText('watch', scored('watch')),
    `primary ${percent(primary.sensitivity)} of ${primary.cases}, false ${percent(primary.falseShare)}`,
    `${micros.toFixed(0)} us a session, ${Math.round((1e6 * courses.length) / (micros * sessions))} courses a second`,
  ].join(' | ');
}

function tierText(tier: string, scores: readonly CourseScore[]): string {
  const score = sumScores(scores);
  const { sensitivity, falseAlarms } = bootstrap(scores);
  const found = `${percent(score.sensitivity)} [${sensitivity.map(percent).join('-')}] of ${score.cases}`;
  const alarms = `FA ${score.falseAlarms.toFixed(2)} [${falseAlarms.map((rate) => rate.toFixed(2)).join('-')}]/100 PY`;
  return `${tier} ${found} @ ${alarms}, delay ${score.medianDelay ?? '-'}`;
}

/** The forecast on the day of each session, from the lengths of the sessions before it. */
function wearOffs(sessions: readonly TreatedSession[], indication: IndicationSlug): number[] {
  const lengths = effectLengths(sessions, undefined, RULES);
  return sessions.map(({ dose }, index) => {
    const from = epochStart(sessions.slice(0, index), dose.product);
    return personalWindow(lengths.slice(from, index), responsePrior(indication, dose.product).normDays, RULES)
      .wearOffDays;
  });
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '-';
}
