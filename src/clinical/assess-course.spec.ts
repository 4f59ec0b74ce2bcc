import * as fc from 'fast-check';
import { assessCourse, assessHistory, forecastHistory } from './assess-course';
import { addDays, type PlainDate } from './calendar';
import { historyOf, type CourseInput, type SessionInput } from './course/course-input';
import { courseRules } from './course/course-rules';
import { DUE_STATUSES } from './due/due-status';
import { ruleValues } from './rules';
import { assessTrend } from './watch/response-trend';

const RULES = courseRules();

/** Sessions from 2025-01-06 on: `100` every 100 days; `100:80` wore off on day 80; `100+` still effective at the next. */
function sessions(text: string, product: SessionInput['product'] = 'ona'): SessionInput[] {
  let performedOn: PlainDate = '2025-01-06';
  return text.split(' ').map((part) => {
    const [interval, woreOff] = part.split(':').map((number) => parseInt(number, 10)) as [number, number?];
    const on = performedOn;
    performedOn = addDays(on, interval);
    const woreOffOn = woreOff === undefined ? undefined : addDays(on, woreOff);
    const stillEffectiveOn = part.endsWith('+') ? performedOn : undefined;
    return { performedOn: on, product, totalUnits: 100, response: { woreOffOn, stillEffectiveOn } };
  });
}

function course(text: string, more: Partial<CourseInput> = {}) {
  return historyOf({ indication: 'cervical_dystonia', sessions: sessions(text), ...more });
}

describe('one course on one day', () => {
  it.each`
    history             | more                               | dueOn           | basis                  | why
    ${'98'}             | ${{}}                              | ${'2025-03-31'} | ${'usual-interval'}    | ${'one session'}
    ${'98:90 98'}       | ${{}}                              | ${'2025-07-07'} | ${'usual-interval'}    | ${'one usable length does not decide'}
    ${'98:98 98:98 98'} | ${{}}                              | ${'2025-10-21'} | ${'own-effect-window'} | ${'two do'}
    ${'98:98 98:98 98'} | ${{ interval: 'P16W' }}            | ${'2025-11-10'} | ${'course-interval'}   | ${'the course’s interval'}
    ${'98:60 98:60 98'} | ${{}}                              | ${'2025-10-13'} | ${'own-effect-window'} | ${'wears off early: lifted to the shortest interval'}
    ${'98:60 98:60 98'} | ${{ minInterval: 'P70D' }}         | ${'2025-09-29'} | ${'own-effect-window'} | ${'a shorter minimum as given'}
    ${'98'}             | ${{ holdsUntil: ['2025-05-01'] }}  | ${'2025-05-01'} | ${'usual-interval'}    | ${'on hold'}
    ${'98'}             | ${{ overrideDueOn: '2025-04-10' }} | ${'2025-04-10'} | ${'override'}          | ${'set by a clinician'}
  `('$history → due on $dueOn: $why', ({ history, more, dueOn, basis }) => {
    expect(
      assessCourse(course(history as string, more as Partial<CourseInput>), '2025-02-01', RULES),
    ).toMatchObject({
      forecast: { dueOn, basis },
    });
  });

  it('a child’s arm on Dysport waits 16 weeks, by the age on the day of the session', () => {
    const child = (birthDate: PlainDate) =>
      assessCourse(
        historyOf({ indication: 'spasticity_upper', birthDate, sessions: sessions('98', 'abo') }),
        '2025-02-01',
        RULES,
      ).forecast?.earliestOn;
    expect(child('2007-01-07')).toBe('2025-04-28');
    expect(child('2007-01-06')).toBe('2025-03-31');
  });

  it('names the patient whom no interval helps', () => {
    expect(assessCourse(course('98:60 98:60 98:60 98'), '2025-12-01', RULES).effectWindow).toMatchObject({
      known: true,
      earlyText: 'wears off about week 9, earliest week 12',
    });
    expect(assessCourse(course('98:95 98:95 98'), '2025-12-01', RULES).effectWindow?.earlyText).toBeNull();
  });

  it('without a session given there is nothing to forecast', () => {
    const planned = course('98', { sessions: [{ ...sessions('98')[0]!, state: 'planned' }] });
    expect(assessCourse(planned, '2025-02-01', RULES)).toEqual({
      dueStatus: 'no-session',
      daysOverdue: 0,
      forecast: null,
      effectWindow: null,
      trend: null,
      flag: null,
    });
  });

  it('type B begins a window of its own', () => {
    const lasting = sessions('98:98 98:98 98:98');
    const history = historyOf({
      indication: 'cervical_dystonia',
      sessions: [...lasting, { performedOn: '2025-10-27', product: 'rima', totalUnits: 5000 }],
    });
    expect(assessCourse(history, '2025-11-01', RULES)).toMatchObject({
      forecast: { basis: 'usual-interval', dueOn: '2026-01-19' },
      effectWindow: { usableLengths: 0 },
    });
  });
});

describe('what would have been forecast at each session', () => {
  it('knows the sessions before, not its own end', () => {
    const forecasts = forecastHistory(course('98:60 98:60 98:120'), RULES);
    expect(forecasts.map(({ session, dueDays }) => [session, dueDays])).toEqual([
      [1, 84],
      [2, 84],
      [3, 84],
    ]);
    expect(forecasts[0]?.wearOffDays).toBe(95);
    expect(forecasts[2]?.wearOffDays).toBeLessThan(75);
  });

  it('is the same whatever happens later', () => {
    const whole = '98:90 100+ 91:70 120:110 98 95:95 140:100';
    const parts = whole.split(' ');
    const all = forecastHistory(course(whole), RULES);
    for (let count = 1; count <= parts.length; count += 1) {
      expect(forecastHistory(course(parts.slice(0, count).join(' ')), RULES)).toEqual(all.slice(0, count));
    }
  });

  it('two sessions of one day do not know of each other', () => {
    const [first, second] = sessions('98:90 98:91') as [SessionInput, SessionInput];
    const history = historyOf({
      indication: 'cervical_dystonia',
      sessions: [first, { ...second, response: { woreOffOn: '2025-06-20' } }, { ...second, totalUnits: 20 }],
    });
    const [, one, other] = forecastHistory(history, RULES);
    expect(other?.wearOffDays).toBe(one?.wearOffDays);
  });

  it('holds the minimum interval, whatever the patient’s window', () => {
    const lengths = fc.array(fc.tuple(fc.integer({ min: 70, max: 200 }), fc.integer({ min: 1, max: 70 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(lengths, (history) => {
        const text = history.map(([interval, woreOff]) => `${interval}:${woreOff}`).join(' ');
        for (const { dueDays } of forecastHistory(course(text), RULES))
          expect(dueDays).toBeGreaterThanOrEqual(84);
      }),
    );
  });
});

describe('what would have been shown after each session', () => {
  const rated = (...ratings: number[]) =>
    sessions(ratings.map(() => '91').join(' ')).map((session, index) => ({
      ...session,
      response: { improvementPct: ratings[index]! },
    }));

  it('lists a standing flag again at each session', () => {
    const history = historyOf({ indication: 'tremor', sessions: rated(70, 70, 70, 70, 10, 10, 10) });
    const { flags, trend } = assessHistory(history, '2027-01-01', RULES);
    expect(flags.filter(({ tier }) => tier === 'review').map(({ afterSession }) => afterSession)).toEqual([
      6, 7,
    ]);
    expect(trend).toMatchObject({ afterSession: 7, tier: 'review' });
    expect(assessCourse(history, '2027-01-01', RULES).trend).toEqual(trend);
  });

  it('the side effects of a session reach the trend: on type B a dry mouth that went with the benefit', () => {
    const rules = courseRules(ruleValues({ 'R.watch.weight': 2, 'R.review.weight': 2 }));
    const { sessions: given, ...history } = historyOf({
      indication: 'cervical_dystonia',
      sessions: rated(60, 60, 60, 30).map((session) => ({ ...session, product: 'rima', totalUnits: 5000 })),
    });
    const trendWith = (...adverseEvents: string[][]) =>
      assessCourse(
        {
          ...history,
          sessions: given.map((session, i) => ({
            ...session,
            circumstances: { adverseEvents: adverseEvents[i]! },
          })),
        },
        '2026-01-10',
        rules,
      ).trend;
    const dry = ['dry_mouth'];
    expect(trendWith(dry, dry, dry, [])).toMatchObject({ tier: 'review', dryMouthAndBenefitLost: true });
    expect(trendWith(dry, dry, dry, dry)).toMatchObject({ tier: null, dryMouthAndBenefitLost: false });
  });

  it('shows nothing while the response holds', () => {
    const history = historyOf({ indication: 'tremor', sessions: rated(70, 60, 70, 80, 70, 60, 70) });
    expect(assessHistory(history, '2027-01-01', RULES)).toMatchObject({ flags: [], trend: { tier: null } });
  });
});

it('is the same in whatever order the sessions were entered, and has one status on every day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 2000 }), fc.integer({ min: 0, max: 3 }), (ahead, turn) => {
      const entered = sessions('98:90 100+ 91:70 120:110');
      const turned = [...entered.slice(turn), ...entered.slice(0, turn)].toReversed();
      const day = addDays('2026-01-01', ahead);
      const found = assessHistory(historyOf({ indication: 'tremor', sessions: entered }), day, RULES);
      expect(assessHistory(historyOf({ indication: 'tremor', sessions: turned }), day, RULES)).toEqual(found);
      expect(DUE_STATUSES).toContain(found.dueStatus);
    }),
  );
});

it('a clinic may ask for more known lengths before the personal window decides', () => {
  const lasting = { product: 'ona', totalUnits: 130 } as const;
  const history = historyOf({
    indication: 'cervical_dystonia',
    sessions: [
      { performedOn: '2025-10-06', ...lasting, response: { woreOffOn: '2026-02-02' } },
      { performedOn: '2026-02-09', ...lasting, response: { woreOffOn: '2026-06-08' } },
      { performedOn: '2026-06-15', ...lasting },
    ],
  });
  const basis = (set: Parameters<typeof ruleValues>[0]) =>
    assessCourse(history, '2026-11-23', courseRules(ruleValues(set))).forecast?.basis;
  expect(basis({})).toBe('own-effect-window');
  expect(basis({ 'effect-window.usable-from': 3 })).toBe('usual-interval');
});

// The clinic's effect window decides what counts as a length, for the due day and for the trend alike.
it.each`
  slack | usable | share        | why
  ${14} | ${0}   | ${undefined} | ${'the default: asked too long before the next session'}
  ${27} | ${0}   | ${undefined} | ${'a day too long before it'}
  ${28} | ${5}   | ${1}         | ${'just near enough'}
  ${30} | ${5}   | ${1}         | ${'a month is near enough'}
`(
  '“still effective” four weeks before the next session, slack $slack days: $why',
  ({ slack, usable, share }) => {
    const given = Array.from({ length: 6 }, (_, i): SessionInput => {
      const performedOn = addDays('2025-01-06', 91 * i);
      return {
        performedOn,
        product: 'ona',
        totalUnits: 100,
        response: { stillEffectiveOn: addDays(performedOn, 63) },
      };
    });
    const history = historyOf({ indication: 'cervical_dystonia', sessions: given });
    const rules = courseRules(ruleValues({ 'effect-window.still-effective-slack': slack }));
    const { effectWindow, trend } = assessCourse(history, '2026-06-01', rules);
    expect(effectWindow).toMatchObject({ usableLengths: usable, known: usable >= 2 });
    expect(trend).toMatchObject({ evaluable: usable });
    expect(assessTrend(history.sessions, 'cervical_dystonia', rules.values).sessions[0]!.share?.length).toBe(
      share,
    );
  },
);
