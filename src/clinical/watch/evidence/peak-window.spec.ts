import { addDays } from '../../calendar';
import { effectLength } from '../../due/effect/effect-length';
import { ruleValues } from '../../rules';
import type { SessionResponse } from '../../treated-session';
import { startBaselines } from './baselines';
import { judgedAt } from './peak-window';
import { readResponse } from './response-evidence';

const RULES = ruleValues();
const performedOn = '2026-01-05';
const day = (days: number) => addDays(performedOn, days);

it.each`
  days  | until             | judged     | why
  ${3}  | ${undefined}      | ${'early'} | ${'it has not set in yet'}
  ${20} | ${undefined}      | ${'early'} | ${'a day too early'}
  ${21} | ${undefined}      | ${'peak'}  | ${'the first day'}
  ${56} | ${undefined}      | ${'peak'}  | ${'the last day'}
  ${57} | ${undefined}      | ${'late'}  | ${'a day too late'}
  ${90} | ${undefined}      | ${'late'}  | ${'at the next visit'}
  ${90} | ${'next-session'} | ${'peak'}  | ${'a scale that looks back over the cycle'}
  ${91} | ${'next-session'} | ${'late'}  | ${'the next session acts already'}
  ${20} | ${'next-session'} | ${'early'} | ${'it looks back to before the session'}
`('judged on day $days: $judged, $why', ({ days, until, judged }) => {
  const span = { performedOn, nextSessionOn: day(90) } as const;
  expect(judgedAt(span, day(days as number), RULES, until as 'next-session' | undefined)).toBe(judged);
});

it.each`
  days  | judged
  ${98} | ${'peak'}
  ${99} | ${'late'}
`('a scale that looks back, on day $days without a next session: $judged', ({ days, judged }) => {
  expect(judgedAt({ performedOn }, day(days as number), RULES, 'next-session')).toBe(judged);
});

it('a day that is not known counts as entered', () => {
  expect(judgedAt({ performedOn }, undefined, RULES)).toBe('as-recorded');
});

function read(response: SessionResponse) {
  const baselines = startBaselines();
  baselines.add(response.measurements ?? []);
  const length = effectLength({ performedOn, response }, day(90), RULES);
  return readResponse(response, { performedOn, nextSessionOn: day(90) }, length, {
    indication: 'cervical_dystonia',
    rules: RULES,
    baselines,
  });
}

const twstrs = (measuredOn?: ReturnType<typeof day>) => [
  { scale: 'twstrs_total', phase: 'cycle-start' as const, value: 45 },
  { scale: 'twstrs_total', phase: 'peak' as const, value: 30, measuredOn },
];

it.each`
  response                                                                      | readings      | offPeak      | why
  ${{ assessedOn: day(35), improvementPct: 60 }}                                | ${['rating']} | ${undefined} | ${'at the peak'}
  ${{ assessedOn: day(3), improvementPct: 0 }}                                  | ${undefined}  | ${'early'}   | ${'no effect on day 3 says nothing'}
  ${{ assessedOn: day(90), improvementPct: 20 }}                                | ${undefined}  | ${'late'}    | ${'asked at the next visit: kept, no peak'}
  ${{ assessedOn: day(90), improvementPct: 20, pgic: 4, peakEffect: 1 }}        | ${undefined}  | ${'late'}    | ${'whatever was asked'}
  ${{ assessedOn: day(90), improvementPct: 20, measurements: twstrs(day(35)) }} | ${['scale']}  | ${'late'}    | ${'a scale with a day of its own'}
  ${{ assessedOn: day(35), improvementPct: 60, measurements: twstrs(day(2)) }}  | ${['rating']} | ${'early'}   | ${'a scale on day 2 is no peak'}
  ${{ assessedOn: day(2), measurements: twstrs() }}                             | ${undefined}  | ${'early'}   | ${'without a day of its own it was taken on that of the response'}
  ${{ improvementPct: 60 }}                                                     | ${['rating']} | ${undefined} | ${'no day: as entered'}
`('$why', ({ response, readings, offPeak }) => {
  const evidence = read(response as SessionResponse);
  expect(evidence.size?.readings).toEqual(readings);
  expect(evidence.offPeak).toBe(offPeak);
});

it('a response judged at the next visit still tells the length', () => {
  expect(read({ assessedOn: day(90), improvementPct: 20, woreOffOn: day(70) })).toMatchObject({
    size: undefined,
    length: { kind: 'wore-off', days: 70 },
  });
});
