import { createHash } from 'node:crypto';
import { readCohort, treatedSessions } from '../../bench/cohort';
import { RULE_ROWS, RULES_VERSION, ruleValues } from './rules';
import type { SessionCircumstances } from './treated-session';
import { flagOf } from './watch/decline-flag';
import { RESPONSE_RULES, TREND_RULES_VERSION } from './watch/response-rules';
import { assessTrend } from './watch/response-trend';

/*
 * A version says what something was derived from, so it must move with that. When a check fails here, give the version
 * of the name a new value and put the digest that was received beside it; never a new digest alone.
 */
const OF_RULES = { version: '2026-11-27.14', digest: '983f9316cec932df' };
const OF_TREND = { version: 'response-trend 11', rows: '6ed6ef10c7dd7d61', courses: '4b787dc9950ffadd' };

function digest(things: Iterable<unknown>): string {
  const hash = createHash('sha256');
  for (const thing of things) hash.update(`${JSON.stringify(thing, steady)}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** Numbers to nine digits: the last ones of an exponential may differ between machines. The version itself is left out. */
function steady(key: string, value: unknown): unknown {
  if (key === 'rulesVersion') return undefined;
  return typeof value === 'number' ? Number(value.toPrecision(9)) : value;
}

const numbersOf = (rows: readonly { id: string; value: number; unit: string; source: string }[]) =>
  rows.map(({ id, value, unit, source }) => [id, value, unit, source]);

it('a rule is added, removed or given another number only with a new RULES_VERSION', () => {
  expect({ version: RULES_VERSION, digest: digest(numbersOf(RULE_ROWS)) }).toEqual(OF_RULES);
});

it('the numbers of the trend change only with a new TREND_RULES_VERSION', () => {
  expect({ version: TREND_RULES_VERSION, rows: digest(numbersOf(RESPONSE_RULES)) }).toEqual({
    version: OF_TREND.version,
    rows: OF_TREND.rows,
  });
});

/** What the cohort does not record, made up so that every way of the rules is walked; one course in eight is on type B. */
function circumstancesOf(sessions: readonly unknown[]): SessionCircumstances[] {
  return sessions.map((_, index) => ({
    ...(index % 5 !== 4 && { adverseEvents: index % 3 === 2 ? [] : ['dry_mouth'] }),
    ...(index % 4 !== 3 && { deepMusclesGuided: index % 2 === 0, vialInOrder: index % 7 !== 6 }),
  }));
}

function* judged() {
  const rules = ruleValues();
  const courses = readCohort('bench/cohorts/train.ndjson.gz').slice(0, 500);
  for (const [nth, course] of courses.entries()) {
    const { indication } = course;
    const given = treatedSessions(course);
    const sessions =
      nth % 8 === 0
        ? given.map((session) => ({
            ...session,
            dose: { ...session.dose, product: 'rima' } as typeof session.dose,
          }))
        : given;
    const circumstances = circumstancesOf(sessions);
    const trend = assessTrend(sessions, indication, rules, { circumstances });
    yield [trend, flagOf(trend, sessions, rules, circumstances)];
  }
}

it('what the trend makes of five hundred courses, and says of them, changes only with a new TREND_RULES_VERSION', () => {
  expect({ version: TREND_RULES_VERSION, courses: digest(judged()) }).toEqual({
    version: OF_TREND.version,
    courses: OF_TREND.courses,
  });
});
