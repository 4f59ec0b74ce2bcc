import { parseArgs } from 'node:util';
import type { IndicationSlug } from '../src/clinical/catalogue/indications';
import { effectLengths, epochStart } from '../src/clinical/due/effect-length';
import { personalWindow } from '../src/clinical/due/effect-window';
import { responsePrior } from '../src/clinical/watch/change-point/response-priors';
import { ruleValues } from '../src/clinical/rules';
import type { TreatedSession } from '../src/clinical/treated-session';
import type { CohortCourse } from './cohort';
import { readCohort, treatedSessions } from './cohort';
import type { Detector, Shown } from './detectors';
import { DETECTORS } from './detectors';
import type { CourseScore } from './score';
import { bootstrap, scoreCourse, scoreForecasts, scorePrimary, sumScores } from './score';
import { isSettingName, SETTINGS } from './settings';
import { simulateCohort } from './simulate';

/*
 * How many losses does each rule find, and how often does it cry wolf? One line a rule, on the same courses in the same
 * run. `--simulate <setting> --seed <n> --courses <n>` makes courses; file names read some; the default is the training
 * cohort.
 */

const RULES = ruleValues();
const DEFAULT_COHORT = 'bench/cohorts/train.ndjson.gz';

interface Prepared extends CohortCourse {
  readonly treated: readonly TreatedSession[];
}

for (const { name, courses } of cohorts()) {
  const prepared = courses.map((course) => ({ ...course, treated: treatedSessions(course) }));
  const sessions = prepared.reduce((sum, { treated }) => sum + treated.length, 0);
  console.log(`${name}: ${prepared.length} courses, ${sessions} sessions`);
  for (const detector of DETECTORS) console.log(`  ${lineOf(detector, prepared, sessions)}`);
  const forecast = scoreForecasts(
    prepared.map(({ truth, indication, treated }) => ({ truth, wearOffDays: wearOffs(treated, indication) })),
  );
  console.log(`  wear-off forecast: MAE ${forecast.maeDays.toFixed(1)} d over ${forecast.n} sessions`);
}

function cohorts(): { name: string; courses: CohortCourse[] }[] {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      simulate: { type: 'string' },
      seed: { type: 'string', default: '1' },
      courses: { type: 'string', default: '4000' },
    },
  });
  const { simulate, seed, courses } = values;
  if (simulate === undefined)
    return (positionals.length ? positionals : [DEFAULT_COHORT]).map((path) => ({
      name: path,
      courses: readCohort(path),
    }));
  if (!isSettingName(simulate))
    throw new RangeError(`--simulate takes one of ${Object.keys(SETTINGS).join(', ')}`);
  const name = `simulated ${simulate}, seed ${seed}`;
  return [{ name, courses: simulateCohort(SETTINGS[simulate], Number(courses), Number(seed)) }];
}

function lineOf(detector: Detector, courses: readonly Prepared[], sessions: number): string {
  const started = process.hrtime.bigint();
  const shown = courses.map(({ treated, indication }) => detector.read(treated, indication));
  const micros = Number(process.hrtime.bigint() - started) / 1e3 / sessions;
  const scored = (tier: keyof Shown) => courses.map(({ truth }, i) => scoreCourse(truth, shown[i]![tier]));
  const primary = scorePrimary(courses.map(({ truth }, i) => ({ truth, shown: shown[i]!.primary })));
  return [
    detector.name.padEnd(21),
    tierText('review', scored('review')),
    tierText('watch', scored('watch')),
    `primary ${percent(primary.sensitivity)} of ${primary.cases}, false ${percent(primary.falseShare)}`,
    `${micros.toFixed(0)} us a session`,
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
