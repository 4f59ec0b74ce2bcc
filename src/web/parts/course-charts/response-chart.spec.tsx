import { renderToString } from 'preact-render-to-string';
import { courseOf } from '../../../../test/support/patients/course-line';
import { ruleValues } from '../../../clinical/rules';
import type { TreatedSession } from '../../../clinical/treated-session';
import { assessTrend } from '../../../clinical/watch/response-trend';
import type { ChartSession } from '../../../records/courses/course-page.query';
import { scaleCourse } from '../../../../test/support/patients/scale-course';
import { timeAxis } from './course-chart';
import { Legend } from './legend';
import { ResponseChart } from './response-chart';
import { ScaleChart } from './scale-chart';

const RULES = ruleValues();
const LOST = '60/12 60/12 60/12 60/12 60/12 20/6 -';

function sessionsOf(treated: readonly TreatedSession[]): ChartSession[] {
  const trend = assessTrend(treated, 'cervical_dystonia', RULES);
  return treated.map(({ sessionId, performedOn, dose, response }, i) => ({
    number: i + 1,
    sessionId: sessionId!,
    performedOn,
    product: dose.product,
    totalUnits: 200,
    parts: [],
    evidence: trend.sessions[i]!,
    usualOf: 'patient',
    epochSession: trend.states[i]!.epochSession,
    measurements: response?.measurements ?? [],
  }));
}

function drawn(treated: readonly TreatedSession[], flagged: readonly number[] = [], watched = false): string {
  const sessions = sessionsOf(treated);
  const lowUpTo = RULES['R.review.last-two'];
  const axis = timeAxis(sessions, []);
  return renderToString(
    <ResponseChart {...{ sessions, axis, lowUpTo, flagged, watched }} today="2026-11-27" months />,
  );
}

const framed = (html: string) =>
  [...html.matchAll(/<g id="session-(\d+)" class="[^"]*"><rect class="(flagged[^"]*)"/g)].map(
    ([, number, look]) => `${number} ${look}`,
  );

it.each`
  flagged   | watched  | frames                           | why
  ${[]}     | ${false} | ${[]}                            | ${'no flag, no frame'}
  ${[5, 6]} | ${false} | ${['5 flagged', '6 flagged']}    | ${'what a review rests on stands out'}
  ${[6]}    | ${true}  | ${['6 flagged flagged-quietly']} | ${'a watch is marked quietly'}
`('frames $frames: $why', ({ flagged, watched, frames }) => {
  expect(framed(drawn(courseOf(LOST), flagged, watched))).toEqual(frames);
});

it('draws what was expected of each session, known or not, and what it gave of the usual', () => {
  const html = drawn(courseOf(LOST));
  const bands = [...html.matchAll(/<polygon class="expected" points="([^"]*)"/g)].map(
    ([, points]) => points!.split(' ').length,
  );
  // Seven sessions and a point beside the first and the last, there and back: of the size, then of the length.
  expect(bands).toEqual([18, 18]);
  const shares = [...html.matchAll(/<text class="share"[^>]*>(\d+)</g)].map(([, share]) => Number(share));
  expect(shares).toEqual(
    sessionsOf(courseOf(LOST)).flatMap(({ evidence: { share } }) =>
      share ? [Math.round(100 * share.benefit)] : [],
    ),
  );
  expect(shares).toHaveLength(6);
});

it.each`
  line                  | bands | words                           | why
  ${'60/12 60/12 20/6'} | ${2}  | ${/Usual: \d+ % for \d+ weeks/} | ${'both are recorded'}
  ${'60 60 20'}         | ${1}  | ${/Usual: \d+ %\./}             | ${'no length is: none of this patient is known'}
  ${'/12 /12 /6'}       | ${1}  | ${/Usual: \d+ weeks\./}         | ${'no size is'}
  ${'60 /12 20'}        | ${2}  | ${/Usual: \d+ % for \d+ weeks/} | ${'each at least once'}
  ${'- - -'}            | ${2}  | ${/Of 3 sessions/}              | ${'nothing yet: both may still be asked'}
`('$line: $bands ranges, $why', ({ line, bands, words }) => {
  const html = drawn(courseOf(line as string));
  expect(html.match(/<polygon class="expected"/g)).toHaveLength(bands as number);
  expect(html).toMatch(words as RegExp);
});

it('a mark below the band is a session that gave less than expected', () => {
  const html = drawn(courseOf(LOST));
  const [, points] = /<polygon class="expected" points="([^"]*)"/.exec(html)!;
  const corners = points!.split(' ').map((pair) => pair.split(',').map(Number));
  const lowestAt = (x: number) => Math.max(...corners.filter(([at]) => at === x).map(([, y]) => y!));
  const marks = [...html.matchAll(/<circle class="mark" cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  expect(marks.map(([x, y]) => y! > lowestAt(x!))).toEqual([false, false, false, false, false, true]);
});

it('says in words what the drawing shows', () => {
  const words = /<desc[^>]*>([^<]*)</.exec(drawn(courseOf(LOST)))![1]!;
  expect(words).toContain('Of 7 sessions the response to 6 is known.');
  expect(words).toContain(
    'Less than expected: session 6 20 % for 6 weeks (expected 44-76 % for 10-16 weeks).',
  );
  expect(words).toContain('Nothing is known yet of the latest session');
  expect(drawn(courseOf('60/12 60/12 60/12'))).not.toContain('Less than expected');
  expect(drawn(courseOf('60 60 60 60 60 5'))).toMatch(/session 6 5 % \(expected \d+-\d+ %\)\./);
});

it('shows on the scale itself what was expected at its peak', () => {
  const sessions = sessionsOf(scaleCourse('twstrs_total', '45-30 45-30 45-30 45-30 45-44'));
  const html = renderToString(
    <ScaleChart
      taken="twstrs_total"
      indication="cervical_dystonia"
      sessions={sessions}
      axis={timeAxis(sessions, [])}
      months
    />,
  );
  expect(html.match(/class="expected-bracket"/g)).toHaveLength(5);
  const tsui = renderToString(
    <ScaleChart
      taken="tsui"
      indication="cervical_dystonia"
      sessions={sessionsOf(scaleCourse('twstrs_total', '45-30 45-30')).map((session) => ({
        ...session,
        measurements: [{ scale: 'tsui', phase: 'peak', value: 6 }],
      }))}
      axis={timeAxis(sessions, [])}
      months
    />,
  );
  expect(tsui).not.toContain('expected-bracket');
});

it('keeps the labels of a scrolled drawing in sight: the same beside it as within, a heading without its small print', () => {
  const sessions = sessionsOf(scaleCourse('twstrs_total', '45-30 45-30'));
  const axis = timeAxis(sessions, []);
  const html = renderToString(
    <ScaleChart taken="twstrs_total" indication="cervical_dystonia" sessions={sessions} axis={axis} months />,
  );
  const labels = (part: string) => [
    ...part.matchAll(/<text class="(?:edge|caption)" x="([^"]*)"[^>]*>([^<]*)</g),
  ];
  const [within, beside] = html.split('class="labels-beside"').map(labels);
  const texts = (of: typeof within) => of!.map(([, , text]) => text);
  expect(texts(within)).toEqual(['0', '50', 'TWSTRS total (lower is better), change that matters: 8 points']);
  expect(texts(beside)).toEqual(['0', '50', 'TWSTRS total (lower is better)']);
  const [, width] = /class="labels-beside" width="(\d+)"/.exec(html)!;
  expect(Number(width)).toBeLessThan(axis.left);
});

it.each`
  whose                        | legend
  ${['patient', 'patient']}    | ${'this patient’s usual, at this dose'}
  ${['indication']}            | ${'the indication’s usual, at this dose'}
  ${['indication', 'patient']} | ${'this patient’s or, without benefit, the indication’s usual, at this dose'}
`('the legend of $whose says whose usual is drawn', ({ whose, legend }) => {
  const sessions = sessionsOf(courseOf((whose as string[]).map(() => '20/6').join(' '))).map(
    (session, i) => ({
      ...session,
      usualOf: whose[i],
    }),
  );
  expect(renderToString(<Legend sessions={sessions} withScales={false} />)).toContain(`</svg>${legend}<`);
});

it.each`
  line        | wornOff  | working  | why
  ${'60/12'}  | ${true}  | ${false} | ${'a day of wear-off is drawn'}
  ${'60/12+'} | ${false} | ${true}  | ${'it still worked'}
  ${'60'}     | ${false} | ${false} | ${'nobody asked how long'}
`('the legend names only marks that are drawn: $line, $why', ({ line, wornOff, working }) => {
  const html = renderToString(<Legend sessions={sessionsOf(courseOf(line as string))} withScales={false} />);
  expect([html.includes('wore off'), html.includes('still working')]).toEqual([wornOff, working]);
});
