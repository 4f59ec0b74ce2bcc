import * as fc from 'fast-check';
import { addDays, type Duration, type PlainDate } from '../calendar';
import { SESSION_STATES } from '../treated-session';
import { forecastDue, type DueCourse, type DueForecast, type DueRules } from './due-forecast';
import type { DueField } from './due-reason';
import { DEFAULT_DUE_SETTINGS } from './due-settings';

const RULES: DueRules = {
  minimums: [{ duration: 'P84D', text: 'the shortest interval for Botox in cervical dystonia' }],
  usual: { duration: 'P84D', text: 'the usual interval for Botox in cervical dystonia' },
  settings: DEFAULT_DUE_SETTINGS,
};
const OWN_WINDOW = { dueDays: 101, text: 'effect has lasted 14 to 16 weeks over 5 sessions' };

function givenOn(...days: PlainDate[]): DueCourse {
  return { sessions: days.map((performedOn) => ({ performedOn, state: 'completed' })) };
}

function forecast(course: Partial<DueCourse> = {}, rules: Partial<DueRules> = {}): DueForecast {
  return forecastDue({ ...givenOn('2026-09-14'), ...course }, { ...RULES, ...rules })!;
}

function textsOf({ reasons }: DueForecast, field: DueField): string[] {
  return reasons.filter((reason) => reason.field === field).map((reason) => reason.text);
}

describe('which rule names the due day', () => {
  it.each`
    override        | interval     | window        | usual     | dueOn           | basis                  | why
    ${undefined}    | ${undefined} | ${undefined}  | ${'P84D'} | ${'2026-12-07'} | ${'usual-interval'}    | ${'nothing else is known'}
    ${undefined}    | ${undefined} | ${OWN_WINDOW} | ${'P84D'} | ${'2026-12-24'} | ${'own-effect-window'} | ${'the patient’s own window before the usual interval'}
    ${undefined}    | ${'P13W'}    | ${OWN_WINDOW} | ${'P84D'} | ${'2026-12-14'} | ${'course-interval'}   | ${'the course’s interval before the patient’s window'}
    ${'2026-12-21'} | ${'P13W'}    | ${OWN_WINDOW} | ${'P84D'} | ${'2026-12-21'} | ${'override'}          | ${'the override before everything'}
    ${undefined}    | ${'P10W'}    | ${undefined}  | ${'P84D'} | ${'2026-12-07'} | ${'course-interval'}   | ${'an interval below the minimum is lifted'}
    ${'2026-11-30'} | ${'P16W'}    | ${undefined}  | ${'P84D'} | ${'2026-12-07'} | ${'override'}          | ${'an override below the minimum is lifted, no further'}
    ${undefined}    | ${undefined} | ${undefined}  | ${'P16W'} | ${'2027-01-04'} | ${'usual-interval'}    | ${'a product that is usually given every 16 weeks'}
  `('$basis → $dueOn: $why', ({ override, interval, window, usual, dueOn, basis }) => {
    const course = {
      overrideDueOn: override as PlainDate | undefined,
      interval: interval as Duration | undefined,
    };
    const rules = {
      ownWindow: window as typeof OWN_WINDOW,
      usual: { duration: usual as Duration, text: 'usual' },
    };
    expect(forecast(course, rules)).toMatchObject({ dueOn, basis });
  });
});

describe('the session it counts from', () => {
  it.each`
    sessions                                                      | anchorOn        | why
    ${[['2026-09-14', 'completed']]}                              | ${'2026-09-14'} | ${'the only one'}
    ${[['2026-06-01', 'completed'], ['2026-09-14', 'completed']]} | ${'2026-09-14'} | ${'the latest'}
    ${[['2026-09-14', 'completed'], ['2026-06-01', 'completed']]} | ${'2026-09-14'} | ${'in whatever order'}
    ${[['2026-06-01', 'completed'], ['2026-09-14', 'voided']]}    | ${'2026-06-01'} | ${'a voided one does not count'}
    ${[['2026-06-01', 'completed'], ['2026-09-14', 'planned']]}   | ${'2026-06-01'} | ${'nor one that is planned'}
    ${[['2026-09-14', 'planned']]}                                | ${undefined}    | ${'nothing given yet'}
  `('$sessions → $anchorOn: $why', ({ sessions, anchorOn }) => {
    const given = (sessions as [PlainDate, 'completed'][]).map(([performedOn, state]) => ({
      performedOn,
      state,
    }));
    expect(forecastDue({ sessions: given }, RULES)?.anchorOn).toBe(anchorOn);
  });
});

describe('the earliest day', () => {
  it.each`
    minimums            | holds                           | across          | earliestOn      | why
    ${['P84D']}         | ${[]}                           | ${undefined}    | ${'2026-12-07'} | ${'the minimum interval'}
    ${['P84D', 'P90D']} | ${[]}                           | ${undefined}    | ${'2026-12-13'} | ${'the longest of several minimums'}
    ${['P90D', 'P84D']} | ${[]}                           | ${undefined}    | ${'2026-12-13'} | ${'in whatever order'}
    ${['P84D']}         | ${['2026-12-06']}               | ${undefined}    | ${'2026-12-07'} | ${'a hold that ends a day sooner'}
    ${['P84D']}         | ${['2026-12-07']}               | ${undefined}    | ${'2026-12-07'} | ${'a hold that ends that day'}
    ${['P84D']}         | ${['2026-12-08']}               | ${undefined}    | ${'2026-12-08'} | ${'a hold that ends a day later'}
    ${['P84D']}         | ${['2027-01-10', '2026-12-24']} | ${undefined}    | ${'2027-01-10'} | ${'the last of several holds'}
    ${['P84D']}         | ${[]}                           | ${'2026-12-20'} | ${'2026-12-20'} | ${'another course of the patient'}
    ${[]}               | ${[]}                           | ${undefined}    | ${'2026-09-14'} | ${'no minimum at all: the session itself'}
  `('$earliestOn: $why', ({ minimums, holds, across, earliestOn }) => {
    const rules = {
      minimums: (minimums as Duration[]).map((duration) => ({ duration, text: 'shortest' })),
      crossCourse: across
        ? { earliestOn: across as PlainDate, text: 'Botox for migraine on 27 Sep 2026' }
        : undefined,
      usual: { duration: 'P1D' as const, text: 'usual' },
    };
    const course = { holds: (holds as PlainDate[]).map((untilOn) => ({ untilOn })) };
    expect(forecast(course, rules).earliestOn).toBe(earliestOn);
  });
});

describe('the reasons, in a clinician’s words', () => {
  it('names session, interval and product', () => {
    const usual = forecast();
    expect(textsOf(usual, 'anchorOn')).toEqual(['the latest session given, 14 Sep 2026']);
    expect(textsOf(usual, 'dueOn')).toEqual([
      '12 weeks after the session of 14 Sep 2026, the usual interval for Botox in cervical dystonia',
    ]);
    expect(textsOf(usual, 'bookOn')).toEqual(['the clinic is open on Monday 7 Dec 2026']);
    expect(textsOf(usual, 'lastOnTimeOn')).toEqual(['28 days count as on time, the due day included']);
  });

  it('names how long the effect has lasted', () => {
    expect(textsOf(forecast({}, { ownWindow: OWN_WINDOW }), 'dueOn')).toEqual([
      '101 days after the session of 14 Sep 2026, effect has lasted 14 to 16 weeks over 5 sessions',
    ]);
  });

  it('puts the hold first when the hold decides', () => {
    const held = forecast({ holds: [{ untilOn: '2026-12-15', reason: 'pregnancy' }] });
    expect(textsOf(held, 'earliestOn')).toEqual([
      'on hold until 15 Dec 2026: pregnancy',
      '12 weeks after the session of 14 Sep 2026, the shortest interval for Botox in cervical dystonia',
    ]);
    expect(textsOf(held, 'dueOn')[0]).toBe(
      'moved to the earliest day, 15 Dec 2026 (on hold until 15 Dec 2026: pregnancy)',
    );
  });

  it('says why an override was lifted, and what it was', () => {
    const lifted = forecast({ overrideDueOn: '2026-11-30' });
    expect(lifted.reasons.filter(({ field }) => field === 'dueOn')).toEqual([
      {
        field: 'dueOn',
        code: 'lifted-to-earliest',
        text: 'moved to the earliest day, 7 Dec 2026 (12 weeks after the session of 14 Sep 2026, the shortest interval for Botox in cervical dystonia)',
        sourceOn: '2026-09-14',
      },
      { field: 'dueOn', code: 'override', text: 'a clinician set 30 Nov 2026', sourceOn: '2026-11-30' },
    ]);
  });

  it('names every limit of the earliest day, the latest first, two of one day in the order of the rules', () => {
    const found = forecast(
      { holds: [{ untilOn: '2026-12-01' }, { untilOn: '2026-12-24' }] },
      {
        minimums: [
          { duration: 'P84D', text: 'the product’s' },
          { duration: 'P12W', text: 'the payer’s' },
        ],
        crossCourse: { earliestOn: '2026-12-20', text: 'another course' },
      },
    );
    const limits = found.reasons.filter(({ field }) => field === 'earliestOn');
    expect(limits).toStrictEqual([
      { field: 'earliestOn', code: 'hold', text: 'on hold until 24 Dec 2026', sourceOn: '2026-12-24' },
      { field: 'earliestOn', code: 'cross-course', text: 'another course' },
      {
        field: 'earliestOn',
        code: 'minimum-interval',
        text: '12 weeks after the session of 14 Sep 2026, the product’s',
        sourceOn: '2026-09-14',
      },
      {
        field: 'earliestOn',
        code: 'minimum-interval',
        text: '12 weeks after the session of 14 Sep 2026, the payer’s',
        sourceOn: '2026-09-14',
      },
      { field: 'earliestOn', code: 'hold', text: 'on hold until 1 Dec 2026', sourceOn: '2026-12-01' },
    ]);
  });

  it('says of each reason which rule it is', () => {
    expect(forecast().reasons.map(({ field, code, sourceOn }) => [field, code, sourceOn])).toEqual([
      ['anchorOn', 'latest-session', '2026-09-14'],
      ['earliestOn', 'minimum-interval', '2026-09-14'],
      ['dueOn', 'usual-interval', '2026-09-14'],
      ['lastOnTimeOn', 'on-time-days', '2026-12-07'],
      ['overdueFrom', 'on-time-days', '2026-12-07'],
      ['bookOn', 'open-day', '2026-12-07'],
    ]);
  });

  it('gives every day a reason', () => {
    const { reasons } = forecast();
    expect([...new Set(reasons.map(({ field }) => field))]).toEqual([
      'anchorOn',
      'earliestOn',
      'dueOn',
      'lastOnTimeOn',
      'overdueFrom',
      'bookOn',
    ]);
  });
});

describe('for every course', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2020-01-01', days));
  const duration = fc.constantFrom<Duration>(
    'P1D',
    'P70D',
    'P84D',
    'P90D',
    'P12W1D',
    'P3M',
    'P16W',
    'P6M',
    'P1Y',
  );
  const session = fc.record({ performedOn: day, state: fc.constantFrom(...SESSION_STATES) });
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const course: fc.Arbitrary<DueCourse> = fc.record({
    sessions: fc.array(session, { maxLength: 8 }),
    interval: maybe(duration),
    overrideDueOn: maybe(day),
    holds: fc.array(fc.record({ untilOn: day }), { maxLength: 3 }),
  });
  const rules: fc.Arbitrary<DueRules> = fc.record({
    minimums: fc.array(fc.record({ duration, text: fc.constant('shortest') }), { maxLength: 3 }),
    usual: fc.record({ duration, text: fc.constant('usual') }),
    ownWindow: maybe(fc.record({ dueDays: fc.integer({ min: 1, max: 300 }), text: fc.constant('lasted') })),
    settings: fc.record({
      closedWeekdays: fc.subarray(['monday', 'friday', 'saturday', 'sunday'] as const),
      closedDays: fc.array(day, { maxLength: 5 }),
      leadDays: fc.constant(30),
      onTimeDays: fc.integer({ min: 1, max: 60 }),
      lapseDays: fc.constant(366),
    }),
  });

  it('the days stand in their order', () => {
    fc.assert(
      fc.property(course, rules, (anyCourse, anyRules) => {
        const found = forecastDue(anyCourse, anyRules);
        const given = anyCourse.sessions.some(({ state }) => state === 'completed');
        expect(found !== undefined).toBe(given);
        if (!found) return;
        const days = [found.anchorOn, found.earliestOn, found.dueOn, found.lastOnTimeOn, found.overdueFrom];
        expect(days).toEqual(days.toSorted());
        expect(found.lastOnTimeOn < found.overdueFrom).toBe(true);
        expect(found.bookOn >= found.dueOn).toBe(true);
      }),
    );
  });

  it('the order of the entries does not matter, nor does asking again', () => {
    fc.assert(
      fc.property(course, rules, (anyCourse, anyRules) => {
        const turned = {
          ...anyCourse,
          sessions: anyCourse.sessions.toReversed(),
          holds: (anyCourse.holds ?? []).toReversed(),
        };
        const turnedRules = { ...anyRules, minimums: anyRules.minimums.toReversed() };
        const found = forecastDue(anyCourse, anyRules);
        const again = forecastDue(anyCourse, anyRules);
        const { reasons: _reasons, ...days } = found ?? { reasons: [] };
        expect(again).toEqual(found);
        if (found) expect(forecastDue(turned, turnedRules)).toMatchObject(days);
      }),
    );
  });
});
