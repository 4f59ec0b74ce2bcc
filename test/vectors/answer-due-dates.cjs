// Prints what the clinical code answers to the cases of due-dates.json in the zone of this process (TZ), as JSON.
// A process of its own, because a running process does not reliably change its zone.
require('../support/typescript.cjs');
const { join } = require('node:path');

const clinical = join(__dirname, '../../src/clinical');
const { addDuration } = require(join(clinical, 'calendar'));
const { forecastDue } = require(join(clinical, 'due/due-forecast'));
const { dueStatusOn } = require(join(clinical, 'due/due-status'));
const { DEFAULT_DUE_SETTINGS } = require(join(clinical, 'due/due-settings'));
const vectors = require('./due-dates.json');

const usual = { duration: 'P84D', text: 'the usual interval' };

function forecastOf({ sessions, interval, minInterval = 'P84D', overrideOn, holdsUntil = [], ...settings }) {
  const course = {
    sessions,
    interval,
    overrideDueOn: overrideOn,
    holds: holdsUntil.map((untilOn) => ({ untilOn })),
  };
  const minimums = [{ duration: minInterval, text: 'the shortest interval' }];
  return forecastDue(course, { minimums, usual, settings: { ...DEFAULT_DUE_SETTINGS, ...settings } }) ?? null;
}

function statusOf({ performedOn, today }) {
  const forecast = forecastOf({
    sessions: performedOn.map((day) => ({ performedOn: day, state: 'completed' })),
  });
  return dueStatusOn(today, forecast ?? undefined, DEFAULT_DUE_SETTINGS);
}

const answers = {
  ...Object.fromEntries(vectors.addDuration.map((it) => [it.id, addDuration(it.date, it.duration)])),
  ...Object.fromEntries(vectors.forecast.map((it) => [it.id, forecastOf(it)])),
  ...Object.fromEntries(vectors.status.map((it) => [it.id, statusOf(it)])),
  ...Object.fromEntries(
    vectors.closedDays.map(({ closedWeekdays, closedDays, sessions, id }) => [
      id,
      forecastOf({ sessions, closedWeekdays, closedDays }),
    ]),
  ),
};
const localMidnight = new Date(2026, 6, 1).toISOString();
process.stdout.write(JSON.stringify({ localMidnight, answers }));
