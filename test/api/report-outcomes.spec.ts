import { addDays, ageOn, type PlainDate } from '../../src/clinical/calendar';
import { ruleValues } from '../../src/clinical/rules';
import { effectLength, effectLengths, type EffectLength } from '../../src/clinical/due/effect/effect-length';
import type { SessionResponse } from '../../src/clinical/treated-session';
import { unitStream } from '../../bench/random';
import { medianLength } from '../../src/reporting/kaplan-meier';
import { AGE_GROUPS } from '../../src/reporting/deidentify/age';
import { startReportingApp } from '../support/server/reporting-app';

type App = Awaited<ReturnType<typeof startReportingApp>>;

let app: App;

beforeAll(async () => {
  app = await startReportingApp();
});
afterAll(() => app.close());

/** Each case has an indication and product of its own, so that none counts in another. */
async function outcome(indication: string, product = 'ona'): Promise<Record<string, unknown>> {
  const [row] = await app.rows(`outcomes.json?indication=${indication}&product=${product}`);
  return row!;
}

it('counts sessions, responses and side effects of indication and product', async () => {
  const { courseId } = await app.aCourse({ indication: 'blepharospasm' });
  const sessions = await Promise.all(
    ['2025-01-06', '2025-04-07', '2025-07-07'].map((performedOn) =>
      app.aSession(courseId, app.injectorId, { performedOn }),
    ),
  );
  const [first, second] = sessions as [string, string, string];
  await app.aSession(courseId, app.injectorId, { performedOn: '2025-10-06', product: 'inco' });
  await app.aResponse(first, { improvementPct: 40, woreOffOn: '2025-03-31' });
  await app.aResponse(second, { improvementPct: 70 });
  await app.anAdverseEvent(first, '2025-01-08');
  await app.anAdverseEvent(first, '2025-01-09', 'dry_eye');
  expect(await outcome('blepharospasm')).toEqual({
    indication: 'blepharospasm',
    product: 'ona',
    breakdown: 'all',
    side: null,
    sex: null,
    ageGroup: null,
    patients: 1,
    sessions: 3,
    responses: 2,
    improvementRatings: 2,
    medianImprovementPct: 55,
    effectsEnded: 1,
    effectsOngoing: 0,
    medianEffectDays: 84,
    adverseEvents: 2,
    adverseEventsPer100Sessions: 66.67,
  });
  expect(await outcome('blepharospasm', 'inco')).toMatchObject({
    sessions: 1,
    responses: 0,
    medianEffectDays: null,
    adverseEvents: 0,
  });
});

it('counts a session and what completes or touches it up as one, with the side effects of both', async () => {
  const { courseId } = await app.aCourse({ indication: 'sialorrhea' });
  const first = await app.aSession(courseId, app.injectorId, { performedOn: '2025-01-06' });
  const part = { performedOn: '2025-01-20', continuesId: first, units: [20] };
  const touchUp = await app.aSession(courseId, app.injectorId, part);
  await app.aSession(courseId, app.injectorId, { performedOn: '2025-04-07' });
  await app.aResponse(first, { improvementPct: 40, woreOffOn: '2025-03-31' });
  await app.anAdverseEvent(first, '2025-01-08');
  await app.anAdverseEvent(touchUp, '2025-01-22');
  expect(await outcome('sialorrhea')).toMatchObject({
    sessions: 2,
    responses: 1,
    effectsEnded: 1,
    medianEffectDays: 84,
    adverseEvents: 2,
    adverseEventsPer100Sessions: 100,
  });
});

// The report selects in SQL what effectLength decides: both must say the same.
it.each`
  indication                  | woreOffOn       | stillEffectiveOn | nextOn          | why
  ${'tremor'}                 | ${'2025-03-31'} | ${null}          | ${null}         | ${'wore off, no session since'}
  ${'chronic_migraine'}       | ${'2025-03-31'} | ${null}          | ${'2025-04-07'} | ${'wore off before the next session'}
  ${'tension_headache'}       | ${'2025-04-07'} | ${null}          | ${'2025-04-07'} | ${'wore off on the day of the next session'}
  ${'chronic_neck_pain'}      | ${'2025-04-08'} | ${null}          | ${'2025-04-07'} | ${'wore off a day after it: lasted until it at least'}
  ${'chronic_back_pain'}      | ${null}         | ${'2025-03-31'}  | ${null}         | ${'still effective'}
  ${'spasticity_upper'}       | ${null}         | ${'2025-05-05'}  | ${'2025-04-07'} | ${'still effective, said after the next session'}
  ${'spasticity_lower'}       | ${'2025-03-31'} | ${'2025-02-03'}  | ${null}         | ${'wore off later than the day it was still felt'}
  ${'tmj_dysfunction'}        | ${null}         | ${null}          | ${'2025-04-07'} | ${'nobody asked'}
  ${'dystonia_other'}         | ${'2025-01-05'} | ${null}          | ${null}         | ${'a day before the session says nothing'}
  ${'cervical_dystonia'}      | ${'2025-01-06'} | ${null}          | ${null}         | ${'gone on the same day'}
  ${'hyperhidrosis_axillary'} | ${'2025-03-31'} | ${null}          | ${'2025-01-06'} | ${'a second session on the same day is no next one'}
`('length of effect: $why', async ({ indication, why: _why, nextOn, ...days }: Record<string, PlainDate>) => {
  const performedOn: PlainDate = '2025-01-06';
  const { courseId } = await app.aCourse({ indication });
  const session = await app.aSession(courseId, app.injectorId, { performedOn });
  await app.aResponse(session, days);
  if (nextOn) await app.aSession(courseId, app.injectorId, { performedOn: nextOn });
  const { kind, days: length } = effectLength(
    { performedOn, response: days },
    nextOn === performedOn ? undefined : (nextOn ?? undefined),
    ruleValues(),
  );
  expect(await outcome(indication!)).toMatchObject({
    effectsEnded: kind === 'wore-off' ? 1 : 0,
    effectsOngoing: kind === 'at-least' ? 1 : 0,
    medianEffectDays: kind === 'wore-off' ? length : null,
  });
});

// The same over courses made at random, all in one group: each session as `effectLength` reads it beside its next one.
it('agrees with effectLength over sixty courses made at random', async () => {
  const random = unitStream(20261126);
  const day = (from: PlainDate, most: number) => addDays(from, Math.floor(random() * most));
  const lengths: EffectLength[] = [];
  for (let course = 0; course < 60; course += 1) {
    const { courseId } = await app.aCourse({ indication: 'tremor' });
    const given: { performedOn: PlainDate; response: SessionResponse }[] = [];
    let performedOn = day('2023-01-02', 200);
    for (let session = 0; session < 4; session += 1) {
      const response = {
        ...(random() < 0.5 && { woreOffOn: day(addDays(performedOn, -3), 140) }),
        ...(random() < 0.5 && { stillEffectiveOn: day(addDays(performedOn, -3), 140) }),
      };
      given.push({ performedOn, response });
      await app.aResponse(
        await app.aSession(courseId, app.injectorId, { performedOn, product: 'abo' }),
        response,
      );
      // Now and then two sessions on one day.
      performedOn = random() < 0.1 ? performedOn : day(addDays(performedOn, 40), 100);
    }
    lengths.push(...effectLengths(given, undefined, ruleValues()));
  }
  const daysOf = (kind: EffectLength['kind']) =>
    lengths.filter((length) => length.kind === kind).map(({ days }) => days);
  const [ended, ongoing] = [daysOf('wore-off'), daysOf('at-least')];
  expect(Math.min(ended.length, ongoing.length)).toBeGreaterThan(20);
  expect(await outcome('tremor', 'abo')).toMatchObject({
    sessions: 240,
    effectsEnded: ended.length,
    effectsOngoing: ongoing.length,
    medianEffectDays: medianLength(ended, ongoing),
  });
});

it('lets effects that go on lengthen the median', async () => {
  const lengths = [
    { woreOffOn: '2025-03-17' },
    { woreOffOn: '2025-03-24' },
    { woreOffOn: '2025-03-31' },
    { stillEffectiveOn: '2025-03-18' },
    { stillEffectiveOn: '2025-04-07' },
  ];
  for (const response of lengths) {
    const { courseId } = await app.aCourse({ indication: 'hyperhidrosis_other' });
    await app.aResponse(
      await app.aSession(courseId, app.injectorId, { performedOn: '2025-01-06' }),
      response,
    );
  }
  expect(await outcome('hyperhidrosis_other')).toMatchObject({
    patients: 5,
    effectsEnded: 3,
    effectsOngoing: 2,
    medianEffectDays: 84,
  });
});

describe('hemifacial spasm', () => {
  beforeAll(async () => {
    const patients = [
      { birthDate: '2007-01-07', sex: 'female', side: 'left' },
      { birthDate: '2007-01-06', sex: 'female', side: 'left' },
      { birthDate: '1985-01-06', sex: 'male', side: 'right' },
      { birthDate: '1945-01-06', sex: 'male', side: 'left' },
    ];
    for (const patient of patients) {
      const { courseId } = await app.aCourse({ indication: 'hemifacial_spasm', ...patient });
      await app.aSession(courseId, app.injectorId, { performedOn: '2025-01-06' });
    }
  });

  it.each`
    breakdown               | groups
    ${'all'}                | ${[[null, null, null, 4]]}
    ${'side'}               | ${[['left', null, null, 3], ['right', null, null, 1]]}
    ${'sex'}                | ${[[null, 'female', null, 2], [null, 'male', null, 2]]}
    ${'age-group'}          | ${[[null, null, 'under 18', 1], [null, null, '18-39', 1], [null, null, '40-64', 1], [null, null, '80+', 1]]}
    ${'side-sex-age-group'} | ${[['left', 'female', 'under 18', 1], ['left', 'female', '18-39', 1], ['left', 'male', '80+', 1], ['right', 'male', '40-64', 1]]}
  `('by $breakdown', async ({ breakdown, groups }: { breakdown: string; groups: unknown[] }) => {
    const rows = await app.rows('outcomes.json?indication=hemifacial_spasm');
    const shown = rows.filter((row) => row.breakdown === breakdown);
    expect(shown.map((row) => [row.side, row.sex, row.ageGroup, row.sessions])).toEqual(groups);
  });
});

// Each boundary with the day before and the day of the birthday; born on 29 February, a year older on 1 March.
it.each`
  birthDate       | performedOn     | age
  ${'2007-01-07'} | ${'2025-01-06'} | ${17}
  ${'2007-01-06'} | ${'2025-01-06'} | ${18}
  ${'1985-01-07'} | ${'2025-01-06'} | ${39}
  ${'1985-01-06'} | ${'2025-01-06'} | ${40}
  ${'1960-01-07'} | ${'2025-01-06'} | ${64}
  ${'1960-01-06'} | ${'2025-01-06'} | ${65}
  ${'1945-01-07'} | ${'2025-01-06'} | ${79}
  ${'1945-01-06'} | ${'2025-01-06'} | ${80}
  ${'1935-01-07'} | ${'2025-01-06'} | ${89}
  ${'1935-01-06'} | ${'2025-01-06'} | ${90}
  ${'1934-01-06'} | ${'2025-01-06'} | ${90}
  ${'2004-02-29'} | ${'2025-02-28'} | ${20}
  ${'2004-02-29'} | ${'2025-03-01'} | ${21}
  ${'2024-12-31'} | ${'2025-01-06'} | ${0}
`(
  'born $birthDate is $age on $performedOn',
  async ({ birthDate, performedOn, age }: { birthDate: PlainDate; performedOn: PlainDate; age: number }) => {
    const { courseId } = await app.aCourse({
      birthDate,
      indication: 'hemifacial_spasm',
      side: 'bilateral',
      product: 'daxi',
    });
    const session = await app.aSession(courseId, app.injectorId, { performedOn, product: 'daxi' });
    const asked = 'indication=hemifacial_spasm&product=daxi';
    expect(await app.rows(`sessions.json?${asked}`)).toMatchObject([{ ageYears: age }]);
    expect(Math.min(90, ageOn(birthDate, performedOn))).toBe(age);
    const groups = (await app.rows(`outcomes.json?${asked}`)).filter((row) => row.breakdown === 'age-group');
    expect(groups.map((row) => row.ageGroup)).toEqual([
      AGE_GROUPS.findLast((group) => group.fromYears <= age)?.name,
    ]);
    await app.write((tx) =>
      tx.query(
        `update injection_session set voided_at = now(), voided_by = $2, void_reason = 'done' where id = $1`,
        [session, app.injectorId],
      ),
    );
  },
);

it('an age that nobody knows is no age, and a group of its own', async () => {
  const { courseId } = await app.aCourse({
    birthDate: null,
    indication: 'hemifacial_spasm',
    side: 'left',
    product: 'rima',
  });
  await app.aSession(courseId, app.injectorId, { performedOn: '2025-01-06', product: 'rima' });
  const asked = 'indication=hemifacial_spasm&product=rima';
  expect(await app.rows(`sessions.json?${asked}`)).toMatchObject([{ ageYears: null }]);
  const shown = (await app.rows(`outcomes.json?${asked}`)).map((row) => [row.breakdown, row.ageGroup]);
  expect(shown).toEqual([
    ['all', null],
    ['age-group', 'unknown'],
    ['sex', null],
    ['side', null],
    ['side-sex-age-group', 'unknown'],
  ]);
});
