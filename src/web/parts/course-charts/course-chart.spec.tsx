import { renderToString } from 'preact-render-to-string';
import { addDays, type PlainDate } from '../../../clinical/calendar';
import { ruleValues } from '../../../clinical/rules';
import { assessTrend } from '../../../clinical/watch/response-trend';
import { doseOf, type ToxinProduct } from '../../../clinical/units';
import type { ChartSession } from '../../../records/courses/course-page.query';
import { epochs, latestSessions, timeAxis } from './course-chart';
import { ResponseChart } from './response-chart';

const RULES = ruleValues();
const FIRST: PlainDate = '2020-01-06';

/** Sessions every thirteen weeks, each of which wore off after `weeks`; the product changes where it says so. */
function sessionsOf(
  weeks: readonly number[],
  products: Readonly<Record<number, ToxinProduct>> = {},
): ChartSession[] {
  let product: ToxinProduct = 'ona';
  const treated = weeks.map((lasted, i) => {
    product = products[i + 1] ?? product;
    const performedOn = addDays(FIRST, i * 91);
    return {
      sessionId: `s${i + 1}`,
      performedOn,
      dose: doseOf(product, product === 'rima' ? 5000 : 200),
      response: { woreOffOn: addDays(performedOn, lasted * 7), improvementPct: 60 },
    };
  });
  const trend = assessTrend(treated, 'cervical_dystonia', RULES);
  return treated.map(({ sessionId, performedOn, dose }, i) => ({
    number: i + 1,
    sessionId,
    performedOn,
    product: dose.product,
    totalUnits: 200,
    evidence: trend.sessions[i]!,
    usualOf: 'patient',
    epochSession: trend.states[i]!.epochSession,
    measurements: [],
    parts: [],
  }));
}

it.each`
  count | evidence    | first | why
  ${12} | ${[]}       | ${1}  | ${'all of a short course'}
  ${16} | ${[]}       | ${1}  | ${'just as many as are drawn'}
  ${17} | ${[]}       | ${2}  | ${'one more: the latest sixteen'}
  ${40} | ${[38, 39]} | ${25} | ${'what a flag rests on is drawn anyway'}
  ${40} | ${[10, 40]} | ${7}  | ${'a flag rests on an old session: from three before it'}
  ${40} | ${[2]}      | ${1}  | ${'never from before the first'}
`('draws sessions from $first of $count: $why', ({ count, evidence, first }) => {
  const sessions = sessionsOf(Array.from({ length: count as number }, () => 12));
  expect(latestSessions(sessions, evidence as number[])[0]?.number).toBe(first);
});

it('compares type B with type B only: its usual is a line of its own', () => {
  const sessions = sessionsOf([12, 12, 12, 4, 4, 12, 12], { 6: 'rima' });
  expect(epochs(sessions).map((epoch) => epoch.map(({ number }) => number))).toEqual([
    [1, 2, 3, 4, 5],
    [6, 7],
  ]);
  const html = renderToString(
    <svg>
      <ResponseChart
        sessions={sessions}
        axis={timeAxis(sessions, [])}
        today="2021-12-01"
        lowUpTo={RULES['R.review.last-two']}
        flagged={[]}
        watched={false}
        months
      />
    </svg>,
  );
  const lines = [...html.matchAll(/<polyline class="usual" points="([^"]*)"/g)].map(
    ([, points]) => points!.split(' ').length,
  );
  // One point a session, and one beside the first and the last.
  expect(lines).toEqual([7, 7, 4, 4]);
});

it('keeps one usual from one type A product to another', () => {
  expect(epochs(sessionsOf([12, 12, 12, 12], { 3: 'inco' }))).toHaveLength(1);
});

it.each`
  beside   | low    | why
  ${-1e-9} | ${[]}  | ${'just under what the last session gave'}
  ${0}     | ${[6]} | ${'on it'}
  ${1e-9}  | ${[6]} | ${'just above it'}
`('draws as low what gave at most the share of `R.review.last-two`: $why', ({ beside, low }) => {
  const sessions = sessionsOf([12, 12, 12, 12, 12, 5]);
  const lowUpTo = sessions[5]!.evidence.share!.benefit + Number(beside);
  const html = renderToString(
    <svg>
      <ResponseChart
        sessions={sessions}
        axis={timeAxis(sessions, [])}
        today="2021-12-01"
        lowUpTo={lowUpTo}
        flagged={[]}
        watched={false}
        months
      />
    </svg>,
  );
  const drawn = [...html.matchAll(/<g id="session-(\d+)" class="session low"/g)].map(([, number]) =>
    Number(number),
  );
  expect(drawn).toEqual(low);
});
