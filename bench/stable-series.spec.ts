import { ruleValues } from '../src/clinical/rules';
import { assessTrend } from '../src/clinical/watch/response-trend';
import { STABLE_SERIES } from './stable-series';

it.each(STABLE_SERIES)('no flag in $name', ({ indication, sessions }) => {
  const { states } = assessTrend(sessions, indication, ruleValues());
  expect(states.map(({ tier }) => tier)).toEqual(sessions.map(() => null));
});
