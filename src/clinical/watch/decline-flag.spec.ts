import { addDays } from '../calendar';
import type { ChecklistCode } from './checklist/causes';
import type { ChecklistStatus } from './checklist/checklist-item';
import { flagOf } from './decline-flag';
import { assessTrend } from './response-trend';
import { ruleValues } from '../rules';
import type { SessionCircumstances } from '../treated-session';
import { courseOf } from '../../../test/support/patients/course-line';
import { scaleCourse } from '../../../test/support/patients/scale-course';

const RULES = ruleValues();

function flag(course: string, circumstances?: SessionCircumstances[], rules = RULES) {
  const sessions = courseOf(course);
  const trend = assessTrend(sessions, 'cervical_dystonia', rules, { circumstances });
  return flagOf(trend, sessions, rules, circumstances);
}

describe('the flag in two sentences', () => {
  it.each`
    course                                                      | text
    ${'60/12 60/12 60/12 60/12 60/12 60/12 20/6 30/7!injector'} | ${"Since session 7 (2025-05-19) benefit is 20-30 % (patient's rating) for 6-7 weeks; this patient's usual is 60 % for 12 weeks (sessions 1-6), so the last two sessions gave 43 % and 54 % of usual (size and length together) at an unchanged dose. Of simulated courses with this pattern about 1 in 6 had a lasting loss; still open: new injector at session 8."}
    ${'60 60 60 60 20 20@130'}                                  | ${"Since session 5 (2024-12-02) benefit is 20 % (patient's rating); this patient's usual is 60 % (sessions 1-4), so the last two sessions gave 33 % and 29 % of usual (size only) although the dose was raised. Of simulated courses with this pattern about 1 in 4 had a lasting loss; no change of product, injector or muscles on record."}
    ${'60/12 60/12 60/12 60/12 10/5'}                           | ${"At session 5 (2024-12-02) benefit was 10 % (patient's rating) for 5 weeks; this patient's usual is 60 % for 12 weeks (sessions 1-4), so it gave 31 % of usual (size and length together) at an unchanged dose. Of simulated courses with this pattern about 1 in 20 had a lasting loss; still open: one session only, needs a second."}
    ${'20/6 10/5 20/6'}                                         | ${"In the first sessions (3 known, from session 1) benefit was 10-20 % (patient's rating) for 5-6 weeks; an improvement of 60 % for 14 weeks is usual in this indication. Before the toxin is blamed: diagnosis, dose and muscles; no change of product, injector or muscles on record."}
  `('$course', ({ course, text }: { course: string; text: string }) => {
    expect(flag(course)!.text).toBe(text);
  });

  it('names no dose of a product and advises no switch', () => {
    const text = flag('60/12 60/12 60/12 60/12 20/6@80 30/7:abo@400 20/6:abo@300')!.text;
    expect(text).not.toMatch(/\d U\b|switch|\b400\b|\b300\b/);
  });
});

it('carries what the contract asks for', () => {
  expect(flag('60/12 60/12 60/12 60/12 20/6 30/7!injector 20/6@60')).toMatchObject({
    tier: 'review',
    cause: 'review:s6',
    opensOn: '2025-04-14',
    sinceSession: 5,
    sessionIds: ['s5', 's6', 's7'],
    comparable: [{ session: 5, improvementPct: 20, lengthDays: 42, benefitPct: 43 }],
    notComparable: [
      { session: 6, reasons: [{ code: 'injector', text: 'another injector than the session before' }] },
      {
        session: 7,
        reasons: [{ code: 'dose-cut', text: 'dose reduced to 60 % of its usual with this product' }],
      },
    ],
    publishedDefinitionMet: true,
    rulesVersion: 'response-trend 11',
  });
});

it('says nothing when there is nothing to look at', () => {
  expect(flag('60/12 60/12 60/12')).toBeNull();
  expect(flagOf({ indication: 'cervical_dystonia', sessions: [], states: [] }, [], RULES)).toBeNull();
});

it('keeps its cause while the suspicion goes on, over a pause of one session', () => {
  const grown = ['20/6 20/7', '20/6 20/7 20/6', '20/6 20/7 -', '20/6 20/7 45/10 20/6'].map(
    (end) => flag(`60/12 60/12 70/13 60/12 ${end}`)!.cause,
  );
  expect(new Set(grown)).toEqual(new Set(['review:s6']));
});

it.each`
  tiers          | since   | why
  ${'R R R R R'} | ${'s5'} | ${'from the first on'}
  ${'- R R R R'} | ${'s6'} | ${'from the first on'}
  ${'- R - R R'} | ${'s6'} | ${'a pause of one session does not end it'}
  ${'- R W R R'} | ${'s6'} | ${'a session with another tier is such a pause'}
  ${'R - R - R'} | ${'s5'} | ${'nor do two pauses of one session'}
  ${'- R - - R'} | ${'s9'} | ${'a pause of two sessions ends it'}
  ${'R - - R R'} | ${'s8'} | ${'a pause of two sessions ends it'}
  ${'R R - - R'} | ${'s9'} | ${'a pause of two sessions ends it'}
`('shown $tiers → since $since: $why', ({ tiers, since }: { tiers: string; since: string }) => {
  const sessions = courseOf('60/12 60/12 60/12 60/12 20/6 20/6 20/6 20/6 20/6');
  const trend = assessTrend(sessions, 'cervical_dystonia', RULES);
  const tier = { R: 'review', W: 'watch', '-': null } as const;
  const shown = ['-', '-', '-', '-', ...tiers.split(' ')].map((word) => tier[word as keyof typeof tier]);
  const states = trend.states.map((state, index) => ({ ...state, tier: shown[index]! }));
  expect(flagOf({ ...trend, states }, sessions, RULES)!.cause).toBe(`review:${since}`);
});

describe('a stretch of its own', () => {
  const course = '60/12 60/12 60/12:rima 60/12:rima 60/12:rima 60/12:rima 20/6:rima 20/7:rima';

  it('is counted and told from its own first session', () => {
    const found = flag(course)!;
    expect(found).toMatchObject({ cause: 'review:s8', sinceSession: 7, sessionIds: ['s7', 's8'], of: 6 });
    expect(found.text).toContain('(sessions 3-6)');
    expect(found.comparable.map(({ session }) => session)).toEqual([7, 8]);
  });

  it.each`
    earlier          | now              | status        | why
    ${['dysphagia']} | ${[]}            | ${'excluded'} | ${'what came up before it is another product’s'}
    ${[]}            | ${['dysphagia']} | ${'open'}     | ${'what comes up in it counts'}
  `('side effects before $earlier, in it $now → $status: $why', ({ earlier, now, status }) => {
    const circumstances = [earlier, earlier, now, now, now, now, now, now].map((adverseEvents) => ({
      adverseEvents,
    }));
    const item = flag(course, circumstances)!.checklist.find(({ code }) => code === 'side-effects');
    expect(item).toMatchObject({ status });
  });

  it('its intervals are its own', () => {
    const sessions = courseOf(course).map((session, index) =>
      index === 7 ? { ...session, performedOn: addDays(session.performedOn, 84) } : session,
    );
    const found = flagOf(assessTrend(sessions, 'cervical_dystonia', RULES), sessions, RULES)!;
    expect(found.checklist.find(({ code }) => code === 'interval')).toMatchObject({
      status: 'explained',
      detail: '24 weeks between sessions 7 and 8',
    });
  });

  it('a tier shown in the stretch before does not go on in it', () => {
    const sessions = courseOf('20/6 20/6 20/6 20/6:rima 20/6:rima');
    const trend = assessTrend(sessions, 'cervical_dystonia', RULES);
    const states = trend.states.map((state) => ({ ...state, tier: 'review' as const, sinceSession: 4 }));
    expect(flagOf({ ...trend, states }, sessions, RULES)!.cause).toBe('review:s4');
  });
});

it.each`
  assessedOn      | woreOffOn       | stillEffectiveOn | opensOn         | why
  ${undefined}    | ${undefined}    | ${undefined}     | ${'2025-02-24'} | ${'nothing learned later: the day of the session'}
  ${'2025-03-24'} | ${undefined}    | ${undefined}     | ${'2025-03-24'} | ${'the peak check'}
  ${'2025-03-24'} | ${'2025-04-07'} | ${undefined}     | ${'2025-04-07'} | ${'the wear-off is later'}
  ${'2025-04-21'} | ${'2025-04-07'} | ${undefined}     | ${'2025-04-21'} | ${'the peak check is later'}
  ${'2025-03-24'} | ${undefined}    | ${'2025-04-14'}  | ${'2025-04-14'} | ${'still effective is the last known'}
`('opens on $opensOn: $why', ({ assessedOn, woreOffOn, stillEffectiveOn, opensOn }) => {
  const trend = assessTrend(courseOf('60/12 60/12 60/12 60/12 20/6 20/7'), 'cervical_dystonia', RULES);
  const sessions = courseOf('60 60 60 60 20 20').map((session) => ({
    ...session,
    response: { assessedOn, woreOffOn, stillEffectiveOn },
  }));
  expect(flagOf(trend, sessions, RULES)).toMatchObject({ cause: 'review:s6', opensOn });
});

it('opens on the day of a session without any response', () => {
  const sessions = courseOf('60/12 60/12 60/12 60/12 20/6 20/7');
  const trend = assessTrend(sessions, 'cervical_dystonia', RULES);
  const silent = sessions.map((session) => ({ ...session, response: undefined }));
  expect(flagOf(trend, silent, RULES)!.opensOn).toBe('2025-02-24');
});

it('says nothing of a state that does not know since when', () => {
  const sessions = courseOf('60/12 60/12 60/12 60/12 20/6 20/7');
  const trend = assessTrend(sessions, 'cervical_dystonia', RULES);
  const states = trend.states.map((state) => ({ ...state, sinceSession: null }));
  expect(flagOf({ ...trend, states }, sessions, RULES)).toBeNull();
});

it('leaves out sessions of which nothing is known, and ids that are not there', () => {
  expect(flag('60/12 60/12 60/12 60/12 20/6 - 20/7')).toMatchObject({
    sessionIds: ['s5', 's7'],
    comparable: [{ session: 5 }, { session: 7 }],
  });
  const sessions = courseOf('60/12 60/12 60/12 60/12 20/6 20/7').map((session) => ({
    ...session,
    sessionId: undefined,
  }));
  expect(flagOf(assessTrend(sessions, 'cervical_dystonia', RULES), sessions, RULES)).toMatchObject({
    sessionIds: [],
    cause: 'review:2025-02-24',
  });
});

it('tells of each session whether it still helped when last asked', () => {
  const { comparable } = flag('60/12 60/12 60/12 60/12 20/6 20/11+ 20')!;
  expect(comparable.map(({ lengthDays, stillEffective }) => [lengthDays, stillEffective])).toEqual([
    [42, false],
    [77, true],
    [null, false],
  ]);
});

it.each`
  end                | reason
  ${'20/7@70'}       | ${'dose reduced to 70 % of its usual with this product'}
  ${'20/7:abo@300'}  | ${'another product than the session before'}
  ${'20/7!injector'} | ${'another injector than the session before'}
  ${'20/7!muscles'}  | ${'other muscles than the session before'}
`('$end is listed: $reason', ({ end, reason }) => {
  expect(flag(`60/12 60/12 60/12 60/12 20/6 ${end}`)!.notComparable).toMatchObject([
    { session: 6, reasons: [{ text: reason }] },
  ]);
});

it.each`
  end             | gave                                                  | why
  ${'46/10 36/8'} | ${'the last three sessions gave 74 %, 80 % and 63 %'} | ${'three at most four fifths of usual'}
  ${'47/10 36/8'} | ${'the last two sessions gave 81 % and 65 %'}         | ${'one of the three above four fifths'}
`('44/9 44/9 $end: $gave, $why', ({ end, gave }: { end: string; gave: string }) => {
  const before = '60/12 60/12 60/12 60/12 60/12 60/12 60/12';
  expect(flag(`${before} 44/9 44/9 ${end}`)!.text).toContain(`${gave} of usual`);
});

describe('the checklist, filled in from the record', () => {
  const before = '60/12 60/12 60/12 60/12';
  it.each`
    end                     | code               | status         | detail
    ${'10/5'}               | ${'one-off'}       | ${'open'}      | ${'only one session with clearly less benefit so far'}
    ${'20/6 20/7'}          | ${'one-off'}       | ${'excluded'}  | ${'less benefit at sessions 5 and 6'}
    ${'20/6 20/7'}          | ${'dose-cut'}      | ${'excluded'}  | ${'same dose since session 5'}
    ${'20/6 20/7@70'}       | ${'dose-cut'}      | ${'explained'} | ${'session 6: 70 % of its usual'}
    ${'20/6 20/7'}          | ${'dose-adequate'} | ${'open'}      | ${'no raised dose has been tried'}
    ${'20/6 20/7@130'}      | ${'dose-adequate'} | ${'excluded'}  | ${'a raised dose failed too at session 6'}
    ${'20/6 20/7:abo@300'}  | ${'product'}       | ${'explained'} | ${'at session 6'}
    ${'20/6 20/7!injector'} | ${'injector'}      | ${'explained'} | ${'at session 6'}
    ${'20/6 20/7'}          | ${'muscles'}       | ${'excluded'}  | ${'same muscles since session 5'}
    ${'20/6 20/7'}          | ${'interval'}      | ${'excluded'}  | ${'as usual each time'}
    ${'/6 20/7'}            | ${'peak-check'}    | ${'open'}      | ${'no peak check after session 5'}
    ${'20/6 20/7'}          | ${'data-gaps'}     | ${'excluded'}  | ${'benefit known in 6 of 6 sessions'}
    ${'- - - 20/6 20/7'}    | ${'data-gaps'}     | ${'open'}      | ${'benefit known in 6 of 9 sessions'}
    ${'20/6 20/7'}          | ${'vial'}          | ${'open'}      | ${'not recorded at every session'}
    ${'20/6 20/7'}          | ${'expectation'}   | ${'open'}      | ${''}
    ${'20/6 20/7'}          | ${'peak-check'}    | ${'excluded'}  | ${'judged each time, without a scale after sessions 5 and 6'}
    ${'60/8 60/8'}          | ${'one-off'}       | ${'excluded'}  | ${'shorter at sessions 5 and 6'}
    ${'20/6 20/7'}          | ${'progression'}   | ${'open'}      | ${'no scale before injection to compare'}
  `(
    '$end → $code $status: $detail',
    ({
      end,
      code,
      status,
      detail,
    }: {
      end: string;
      code: ChecklistCode;
      status: ChecklistStatus;
      detail: string;
    }) => {
      const item = flag(`${before} ${end}`)!.checklist.find((listed) => listed.code === code);
      expect(item).toMatchObject({ status, detail });
    },
  );

  it.each`
    last                                | code              | status         | detail
    ${{ vialInOrder: false }}           | ${'vial'}         | ${'explained'} | ${'vial not in order at session 6'}
    ${{ vialInOrder: true }}            | ${'vial'}         | ${'excluded'}  | ${'in date and in use time each time'}
    ${{ deepMusclesGuided: false }}     | ${'guidance'}     | ${'explained'} | ${'no EMG or ultrasound at session 6'}
    ${{ deepMusclesGuided: true }}      | ${'guidance'}     | ${'excluded'}  | ${'guided each time'}
    ${{ adverseEvents: [] }}            | ${'side-effects'} | ${'excluded'}  | ${'no side effects recorded'}
    ${{ adverseEvents: ['dysphagia'] }} | ${'side-effects'} | ${'open'}      | ${'side effects after session 6'}
  `(
    '$last → $code $status',
    ({
      last,
      code,
      status,
      detail,
    }: {
      last: SessionCircumstances;
      code: ChecklistCode;
      status: ChecklistStatus;
      detail: string;
    }) => {
      const well = { vialInOrder: true, deepMusclesGuided: true, adverseEvents: [] };
      const item = flag(`${before} 20/6 20/7`, [well, well, well, well, well, last])!.checklist.find(
        (listed) => listed.code === code,
      );
      expect(item).toMatchObject({ status, detail });
    },
  );

  it('leaves to be ruled out what is not excluded', () => {
    const { checklist, ruleOut } = flag(`${before} 20/6 20/7`)!;
    expect(ruleOut).toEqual(checklist.filter(({ status }) => status !== 'excluded'));
    expect(ruleOut.map(({ code }) => code)).toContain('wrong-diagnosis');
  });

  it('a long or a short interval is named', () => {
    const sessions = courseOf(`${before} 20/6 20/7`);
    const late = sessions.map((session, index) =>
      index === 5 ? { ...session, performedOn: '2025-05-19' as const } : session,
    );
    const item = flagOf(assessTrend(late, 'cervical_dystonia', RULES), late, RULES)!.checklist.find(
      ({ code }) => code === 'interval',
    );
    expect(item).toMatchObject({ status: 'explained', detail: '24 weeks between sessions 5 and 6' });
  });

  it('a long interval is no change to a patient who always came that late', () => {
    const late = courseOf(`${before} 20/6 20/7`).map((session, index) => ({
      ...session,
      performedOn: addDays('2022-01-03', 200 * index),
      response: { improvementPct: index < 4 ? 60 : 20 },
    }));
    const item = flagOf(assessTrend(late, 'cervical_dystonia', RULES), late, RULES)!.checklist.find(
      ({ code }) => code === 'interval',
    );
    expect(item).toMatchObject({ status: 'excluded' });
  });

  it.each`
    starts          | fall    | status         | why
    ${[40, 40, 42]} | ${0.3}  | ${'excluded'}  | ${'not rising'}
    ${[40, 40, 48]} | ${0.3}  | ${'explained'} | ${'rising, and the fall at the peak holds'}
    ${[40, 40, 48]} | ${0.05} | ${'open'}      | ${'rising, but the fall is less too'}
  `(
    'progression: $why',
    ({ starts, fall, status }: { starts: number[]; fall: number; status: ChecklistStatus }) => {
      const sessions = courseOf(`${before} 20/6 20/7`).map((session, index) => {
        const start = starts[Math.min(2, Math.floor(index / 2))]!;
        const peak = start * (1 - (index < 4 ? 0.3 : fall));
        const measurements = [
          { scale: 'twstrs_total', phase: 'cycle-start' as const, value: start },
          { scale: 'twstrs_total', phase: 'peak' as const, value: peak },
        ];
        return { ...session, response: { ...session.response, measurements } };
      });
      const item = flagOf(assessTrend(sessions, 'cervical_dystonia', RULES), sessions, RULES)!.checklist.find(
        ({ code }) => code === 'progression',
      );
      expect(item!.status).toBe(status);
    },
  );
});

describe('what is said follows the clinic’s own thresholds', () => {
  // Shares of usual: session 6 gave 82 %, 7 gave 79 %, 8 gave 77 %.
  const fading = '60 60 60 60 60 49 46.8 45.6';
  it.each`
    set                                                          | said
    ${{}}                                                        | ${'the last two sessions gave 79 % and 77 % of usual'}
    ${{ 'R.review.last-three': 0.83 }}                           | ${'the last three sessions gave 82 %, 79 % and 77 % of usual'}
    ${{ 'R.review.last-three': 0.83, 'R.review.last-two': 0.8 }} | ${'the last two sessions gave 79 % and 77 % of usual'}
  `('$set → $said', ({ set, said }) => {
    const rules = ruleValues({ 'R.watch.weight': 1e-9, 'R.review.less': 0.85, ...set });
    expect(flag(fading, undefined, rules)!.text).toContain(said);
  });

  it('a weight that was not counted has no share of losses', () => {
    const rules = ruleValues({ 'R.prior.loss': 0.008 });
    const { text, trueLossShare } = flag('60/12 60/12 60/12 60/12 20/6 20/7', undefined, rules)!;
    expect(trueLossShare).toBeNull();
    expect(text).toContain(
      "How often such a pattern is a lasting loss has not been counted with this clinic's settings;",
    );
    expect(text).not.toContain('Of simulated courses with this pattern');
  });

  it.each`
    set                            | said
    ${{}}                          | ${'at a slightly lower dose'}
    ${{ 'R.dose.unchanged': 0.9 }} | ${'at an unchanged dose'}
  `('a dose of 90 % of the usual, $set → $said', ({ set, said }) => {
    expect(flag('60/12 60/12 60/12 60/12 20/6 20/7@90', undefined, ruleValues(set))!.text).toContain(said);
  });

  it.each`
    set                         | said
    ${{}}                       | ${'although the dose was raised'}
    ${{ 'R.dose.raised': 1.1 }} | ${'at an unchanged dose'}
  `('a dose of 110 % of the usual, $set → $said', ({ set, said }) => {
    expect(flag('60/12 60/12 60/12 60/12 20/6 20/7@110', undefined, ruleValues(set))!.text).toContain(said);
  });

  it.each`
    end                  | code               | set                                                                  | status         | detail
    ${'20/6 20/7'}       | ${'one-off'}       | ${{ 'R.review.less': 0.45 }}                                         | ${'open'}      | ${'only one session with clearly less benefit so far'}
    ${'20/6 20/7@130'}   | ${'dose-adequate'} | ${{ 'R.checklist.failed': 0.3 }}                                     | ${'open'}      | ${'no raised dose has been tried'}
    ${'20/6 20/7@130'}   | ${'dose-adequate'} | ${{ 'R.dose.raised': 1.3 }}                                          | ${'open'}      | ${'no raised dose has been tried'}
    ${'- - - 20/6 20/7'} | ${'data-gaps'}     | ${{ 'R.checklist.known': 0.66 }}                                     | ${'excluded'}  | ${'benefit known in 6 of 9 sessions'}
    ${'20/6 20/7'}       | ${'interval'}      | ${{ 'R.checklist.interval.shortest': 84 }}                           | ${'excluded'}  | ${'as usual each time'}
    ${'20/6 20/7'}       | ${'interval'}      | ${{ 'R.checklist.interval.shortest': 85 }}                           | ${'explained'} | ${'12 weeks between sessions 4 and 5, 12 weeks between sessions 5 and 6'}
    ${'20/6 20/7@130'}   | ${'progression'}   | ${{ 'R.progression.holds': 0.25 }}                                   | ${'explained'} | ${'more units needed for the same improvement'}
    ${'20/6 20/7@130'}   | ${'progression'}   | ${{ 'R.progression.holds': 0.25, 'R.progression.more-units': 1.31 }} | ${'open'}      | ${'no scale before injection to compare'}
  `('$end with $set → $code $status', ({ end, code, set, status, detail }) => {
    const item = flag(`60/12 60/12 60/12 60/12 ${end}`, undefined, ruleValues(set))!.checklist.find(
      (asked) => asked.code === code,
    );
    expect(item).toMatchObject({ status, detail });
  });
});

it.each`
  given                | baseline         | why
  ${{ untreated: 45 }} | ${'untreated'}   | ${'the value without treatment goes first'}
  ${{}}                | ${'cycle-start'} | ${'else the starts of cycles'}
`('a comparable session names what its peak was held against: $baseline, $why', ({ given, baseline }) => {
  const sessions = scaleCourse('twstrs_total', '45-25 45-25 45-25 45-25 45-44 45-44', given as object);
  const found = flagOf(assessTrend(sessions, 'cervical_dystonia', RULES), sessions, RULES)!;
  expect(found.comparable.map((session) => session.baseline)).toEqual([baseline, baseline]);
});
