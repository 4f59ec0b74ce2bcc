import { courseOf } from '../../../../test/support/patients/course-line';
import { measuredCourse } from '../../../../test/support/patients/measured-course';
import { scaleCourse } from '../../../../test/support/patients/scale-course';
import { addDays } from '../../calendar';
import type { IndicationSlug } from '../../catalogue/indications';
import { ruleValues } from '../../rules';
import type { TreatedSession } from '../../treated-session';
import { flagOf } from '../decline-flag';
import { assessTrend } from '../response-trend';

const RULES = ruleValues();

function courseBy(measure: string, line: string): TreatedSession[] {
  if (measure === 'rating') return courseOf(line);
  if (measure === 'pgic' || measure === 'peakEffect') return measuredCourse(measure, line);
  const [scale = '', untreated] = measure.split(' from ');
  return scaleCourse(scale, line, untreated === undefined ? {} : { untreated: Number(untreated) });
}

function flagBy(indication: IndicationSlug, sessions: readonly TreatedSession[]) {
  return flagOf(assessTrend(sessions, indication, RULES), sessions, RULES);
}

describe('each indication by what is measured in it, whole', () => {
  it.each`
    indication                  | measure            | line                                                 | text
    ${'cervical_dystonia'}      | ${'rating'}        | ${'60/12 62/12 60/12 58/12 22/6 31/7'}               | ${"Since session 5 (2024-12-02) benefit is 22-31 % (patient's rating) for 6-7 weeks; this patient's usual is 60 % for 12 weeks (sessions 1-4), so the last two sessions gave 44 % and 55 % of usual (size and length together) at an unchanged dose. Of simulated courses with this pattern about 1 in 6 had a lasting loss; no change of product, injector or muscles on record."}
    ${'cervical_dystonia'}      | ${'pgic'}          | ${'2/12 2/12 1/12 2/12 4/6 5/7'}                     | ${"Since session 5 (2024-12-02) PGIC is 4-5 for 6-7 weeks; this patient's usual is 1-2 for 12 weeks (sessions 1-4), so the last two sessions gave 37 % and 32 % of usual (size and length together) at an unchanged dose. Of simulated courses with this pattern about 1 in 3 had a lasting loss; no change of product, injector or muscles on record."}
    ${'cervical_dystonia'}      | ${'twstrs_total'}  | ${'45-30 45-29 46-31 45-30 45-44 45-43'}             | ${"Since session 5 (2024-12-02) TWSTRS total is 43-44 at the peak, against a baseline of 45.3 from the cycle starts; this patient's usual is 29-31 (sessions 1-4), so the last two sessions gave 8 % and 15 % of usual (size only) at an unchanged dose. Of simulated courses with this pattern about 1 in 10 had a lasting loss; no change of product, injector or muscles on record."}
    ${'cervical_dystonia'}      | ${'tsui'}          | ${'14-6 14-6 15-7 14-6 14-14 14-14 14-14'}           | ${"Since session 5 (2024-12-02) Tsui is 14 at the peak, against a baseline of 14.3 from the cycle starts; this patient's usual is 6-7 (sessions 1-4), so the last two sessions gave 4 % and 4 % of usual (size only) at an unchanged dose. Of simulated courses with this pattern about 1 in 6 had a lasting loss; no change of product, injector or muscles on record."}
    ${'dystonia_other'}         | ${'peakEffect'}    | ${'3/12 3/12 4/12 3/12 1/6 0/7'}                     | ${"Since session 5 (2024-12-02) peak effect (0-4) is 0-1 for 6-7 weeks; this patient's usual is 3-4 for 12 weeks (sessions 1-4), so the last two sessions gave 42 % and 37 % of usual (size and length together) at an unchanged dose. Of simulated courses with this pattern about 1 in 4 had a lasting loss; no change of product, injector or muscles on record."}
    ${'dystonia_other'}         | ${'bfmdrs'}        | ${'40-20 40-22 40-20 40-20 40-40 40-40 40-40'}       | ${"Since session 5 (2024-12-02) Burke-Fahn-Marsden movement is 40 at the peak, against a baseline of 40 from the cycle starts; this patient's usual is 20-22 (sessions 1-4), so the last two sessions gave 0 % and 0 % of usual (size only) at an unchanged dose. Of simulated courses with this pattern about 1 in 6 had a lasting loss; no change of product, injector or muscles on record."}
    ${'chronic_migraine'}       | ${'rating'}        | ${'55/12 60/13 60/12 55/13 60/12 35/8 30/7'}         | ${"Since session 6 (2025-02-24) benefit is 30-35 % (patient's rating) for 7-8 weeks; this patient's usual is 58 % for 12 weeks (sessions 1-5), so the last two sessions gave 65 % and 56 % of usual (size and length together) at an unchanged dose. Of simulated courses with this pattern fewer than 1 in 20 had a lasting loss, and in this indication other causes are commoner: first medication overuse, a new preventive and gaps in the diary; no change of product, injector or muscles on record."}
    ${'chronic_migraine'}       | ${'mhd'}           | ${'22-10 22-9 22-10 22-10 22-21 22-22'}              | ${"Since session 5 (2024-12-02) headache days are 21-22 at the peak, against a baseline of 22 from the cycle starts; this patient's usual is 9-10 (sessions 1-4), so the last two sessions gave 8 % and 0 % of usual (size only) at an unchanged dose. Of simulated courses with this pattern fewer than 1 in 20 had a lasting loss, and in this indication other causes are commoner: first medication overuse, a new preventive and gaps in the diary; no change of product, injector or muscles on record."}
    ${'chronic_migraine'}       | ${'mhd from 22'}   | ${'22-10 18-9 17-10 17-10 18-21 18-22'}              | ${"Since session 5 (2024-12-02) headache days are 21-22 at the peak, against 22 untreated; this patient's usual is 9-10 (sessions 1-4), so the last two sessions gave 8 % and 0 % of usual (size only) at an unchanged dose. Of simulated courses with this pattern fewer than 1 in 20 had a lasting loss, and in this indication other causes are commoner: first medication overuse, a new preventive and gaps in the diary; no change of product, injector or muscles on record."}
    ${'chronic_migraine'}       | ${'hit6'}          | ${'66-56 66-56 66-56 66-55 66-56 66-65 66-65 66-65'} | ${"Since session 6 (2025-02-24) HIT-6 is 65 at the peak, against a baseline of 66 from the cycle starts; this patient's usual is 55-56 (sessions 1-5), so the last two sessions gave 10 % and 10 % of usual (size only) at an unchanged dose. Of simulated courses with this pattern fewer than 1 in 20 had a lasting loss, and in this indication other causes are commoner: first medication overuse, a new preventive and gaps in the diary; no change of product, injector or muscles on record."}
    ${'tension_headache'}       | ${'midas'}         | ${'60-25 60-20 60-25 60-22 60-25 60-60 60-62 60-60'} | ${"Since session 6 (2025-02-24) MIDAS is 60-62 at the peak, against a baseline of 60 from the cycle starts; this patient's usual is 20-25 (sessions 1-5), so the last two sessions gave 0 % and 0 % of usual (size only) at an unchanged dose. Of simulated courses with this pattern fewer than 1 in 20 had a lasting loss, and in this indication other causes are commoner: first medication overuse, a new preventive and gaps in the diary; no change of product, injector or muscles on record."}
    ${'blepharospasm'}          | ${'jrs'}           | ${'6-2 6-2 6-2 6-2 6-6 6-6'}                         | ${"Since session 5 (2024-12-02) Jankovic Rating is 6 at the peak, against a baseline of 6 from the cycle starts; this patient's usual is 2 (sessions 1-4), so the last two sessions gave 0 % and 0 % of usual (size only) at an unchanged dose. Of simulated courses with this pattern about 1 in 6 had a lasting loss; no change of product, injector or muscles on record."}
    ${'hemifacial_spasm'}       | ${'hfs7'}          | ${'14-4 14-4 14-5 14-4 14-14 14-14 14-14'}           | ${"Since session 5 (2024-12-02) HFS-7 is 14 at the peak, against a baseline of 14 from the cycle starts; this patient's usual is 4-5 (sessions 1-4), so the last two sessions gave 0 % and 0 % of usual (size only) at an unchanged dose. Of simulated courses with this pattern about 1 in 6 had a lasting loss; no change of product, injector or muscles on record."}
    ${'hemifacial_spasm'}       | ${'rating'}        | ${'75/12 75/13 70/12 75/12 75/8 70/8'}               | ${"Since session 5 (2024-12-02) the effect lasts 8 weeks; this patient's usual is 12 weeks (sessions 1-4), so the last sessions lasted 65 % and 65 % of usual at an unchanged dose. A shorter effect is often the first sign of a loss: it is watched, and the peak still holds it from being a review; no change of product, injector or muscles on record."}
    ${'spasticity_upper'}       | ${'mas'}           | ${'3-2 3-1+ 3-1+ 3-2 3-1+ 3-3 3-3 3-3'}              | ${"Since session 6 (2025-02-24) Modified Ashworth is 3 at the peak, against a baseline of 3 from the cycle starts; this patient's usual is 1+ to 2 (sessions 1-5), so the last two sessions gave 0 % and 0 % of usual (size only) at an unchanged dose. Of simulated courses with this pattern about 1 in 6 had a lasting loss; no change of product, injector or muscles on record."}
    ${'spasticity_lower'}       | ${'gas_t'}         | ${'-52 -53 -52 -52 -52 -38 -38 -37'}                 | ${"Since session 6 (2025-02-24) goal attainment T is 37-38 at the peak, against 37 assumed without treatment; this patient's usual is 52-53 (sessions 1-5), so the last two sessions gave 7 % and 0 % of usual (size only) at an unchanged dose. Of simulated courses with this pattern about 1 in 6 had a lasting loss; no change of product, injector or muscles on record."}
    ${'hyperhidrosis_axillary'} | ${'hdss'}          | ${'4-1 4-2 4-1 4-1 4-1 4-4 4-4 4-4'}                 | ${"Since session 6 (2025-02-24) HDSS is 4 at the peak, against a baseline of 4 from the cycle starts; this patient's usual is 1-2 (sessions 1-5), so the last two sessions gave 0 % and 0 % of usual (size only) at an unchanged dose. Of simulated courses with this pattern about 1 in 6 had a lasting loss, and in this indication other causes are commoner: first the area that was missed, a new drug, menopause or the thyroid; no change of product, injector or muscles on record."}
    ${'hyperhidrosis_other'}    | ${'rating'}        | ${'70/20 70/20 70/20 70/20 20/6 20/7'}               | ${"Since session 5 (2024-12-02) benefit is 20 % (patient's rating) for 6-7 weeks; this patient's usual is 69 % for 20 weeks (sessions 1-4), so the last two sessions gave 30 % and 33 % of usual (size and length together) at an unchanged dose. Of simulated courses with this pattern about 1 in 10 had a lasting loss, and in this indication other causes are commoner: first the area that was missed, a new drug, menopause or the thyroid; no change of product, injector or muscles on record."}
    ${'sialorrhea'}             | ${'dsfs'}          | ${'8-4 8-4 8-4 8-3 8-8 8-8 8-8'}                     | ${"Since session 5 (2024-12-02) drooling severity and frequency is 8 at the peak, against a baseline of 8 from the cycle starts; this patient's usual is 3-4 (sessions 1-4), so the last two sessions gave 0 % and 0 % of usual (size only) at an unchanged dose. Of simulated courses with this pattern about 1 in 6 had a lasting loss; no change of product, injector or muscles on record."}
    ${'tremor'}                 | ${'tetras'}        | ${'30-18 30-17 30-18 30-18 30-30 30-30 30-30'}       | ${"Since session 5 (2024-12-02) TETRAS performance is 30 at the peak, against a baseline of 30 from the cycle starts; this patient's usual is 17-18 (sessions 1-4), so the last two sessions gave 0 % and 0 % of usual (size only) at an unchanged dose. Of simulated courses with this pattern about 1 in 6 had a lasting loss; no change of product, injector or muscles on record."}
    ${'chronic_neck_pain'}      | ${'nrs_pain'}      | ${'7-3 7-3 7-3 7-3 7-7 7-7 7-7'}                     | ${"Since session 5 (2024-12-02) pain (0-10) is 7 at the peak, against a baseline of 7 from the cycle starts; this patient's usual is 3 (sessions 1-4), so the last two sessions gave 0 % and 0 % of usual (size only) at an unchanged dose. Of simulated courses with this pattern about 1 in 6 had a lasting loss; no change of product, injector or muscles on record."}
    ${'chronic_back_pain'}      | ${'odi'}           | ${'50-25 50-25 50-25 50-25 50-50 50-50 50-50'}       | ${"Since session 5 (2024-12-02) Oswestry Disability Index is 50 at the peak, against a baseline of 50 from the cycle starts; this patient's usual is 25 (sessions 1-4), so the last two sessions gave 0 % and 0 % of usual (size only) at an unchanged dose. Of simulated courses with this pattern about 1 in 6 had a lasting loss; no change of product, injector or muscles on record."}
    ${'tmj_dysfunction'}        | ${'mouth_opening'} | ${'25-38 25-38 25-38 25-38 25-25 25-25 25-25'}       | ${"Since session 5 (2024-12-02) mouth opening in mm is 25 at the peak, against a baseline of 25 from the cycle starts; this patient's usual is 38 (sessions 1-4), so the last two sessions gave 0 % and 0 % of usual (size only) at an unchanged dose. Of simulated courses with this pattern about 1 in 6 had a lasting loss; no change of product, injector or muscles on record."}
    ${'tmj_dysfunction'}        | ${'rating'}        | ${'15/4 20/5 10/3'}                                  | ${"In the first sessions (3 known, from session 1) benefit was 10-20 % (patient's rating) for 3-5 weeks; an improvement of 50 % for 13 weeks is usual in this indication. Before the toxin is blamed: diagnosis, dose and muscles; no change of product, injector or muscles on record."}
  `('$indication by $measure: $line', ({ indication, measure, line, text }) => {
    expect(flagBy(indication, courseBy(measure, line))?.text).toBe(text);
  });
});

describe('a measure is named and its values are told as entered', () => {
  const twice = (peaks: readonly number[], of?: readonly string[]): TreatedSession[] =>
    courseOf('60/12 60/12 60/12 60/12 20/6 30/7').map((session, index) => ({
      ...session,
      response: {
        ...session.response,
        measurements: (of ?? [undefined]).flatMap((group) => [
          {
            scale: of ? 'mas' : 'twstrs_total',
            phase: 'cycle-start' as const,
            value: of ? 3 : 45,
            of: group,
          },
          { scale: of ? 'mas' : 'twstrs_total', phase: 'peak' as const, value: peaks[index]!, of: group },
        ]),
      },
    }));

  it.each`
    given                             | sessions                                                                     | told
    ${'one rating'}                   | ${courseOf('60/12 60/12 60/12 60/12 33/8 23/6')}                             | ${"benefit is 23-33 % (patient's rating) for 6-8 weeks; this patient's usual is 60 % for 12 weeks"}
    ${'a patient who got worse'}      | ${courseOf('60/12 60/12 60/12 60/12 -15/2 5/2')}                             | ${"benefit is -15 to 5 % (patient's rating) for 2 weeks"}
    ${'one grade of PGIC'}            | ${measuredCourse('pgic', '2/12 2/12 2/12 2/12 4/6 4/6')}                     | ${"PGIC is 4 (no change) for 6 weeks; this patient's usual is 2 for 12 weeks"}
    ${'rating and scale together'}    | ${twice([30, 30, 30, 30, 43, 44])}                                           | ${'benefit is 19-28 % combined improvement (rating 20-30 %; TWSTRS total 43-44 at the peak, against a baseline of 45 from the cycle starts) for 6-7 weeks'}
    ${'a grade of several muscles'}   | ${twice([1, 1, 1, 1, 3, 3], ['elbow_flexors', 'wrist_flexors'])}             | ${'(rating 20-30 %; Modified Ashworth 3 (mean of the muscles) at the peak, against a baseline of 3 from the cycle starts)'}
    ${'a length that may be longer'}  | ${courseOf('60/12 60/12 60/12 60/12 60/12 60/12 10/6 15/6 15/12+ 10/6')}     | ${"benefit is 10-15 % (patient's rating) for 6 to at least 12 weeks"}
    ${'only lengths'}                 | ${courseOf('/12 /12 /12 /12 /6 /7')}                                         | ${"the effect lasts 6-7 weeks; this patient's usual is 12 weeks (sessions 1-4), so the last two sessions gave 49 % and 57 % of usual (length only)"}
    ${'one session without a length'} | ${courseOf('60/12 60/12 60/12 60/12 20/6 20')}                               | ${'of usual (size and length as far as known)'}
    ${'a better one in between'}      | ${courseOf('60/12 60/12 60/12 60/12 60/12 60/12 20/6 30/7 20/6 60/12 20/5')} | ${"Since session 7 (2025-05-19) 4 of 5 sessions gave less: benefit was 20-30 % (patient's rating) for 5-7 weeks; this patient's usual is 60 % for 12 weeks (sessions 1-6), so the last three sessions gave 43 %, 99 % and 38 % of usual"}
  `('$given', ({ sessions, told }) => {
    expect(flagBy('cervical_dystonia', sessions)?.text).toContain(told);
  });
});

describe('a shorter effect is told by whether the peak was asked', () => {
  it.each`
    line                                   | told
    ${'60/13 60/13 60/13 60/13 60/9 60/8'} | ${'and the peak still holds it from being a review'}
    ${'60/13 60/13 60/13 60/13 60/9 /8'}   | ${'and the peak still holds it from being a review'}
    ${'/13 /13 /13 /13 /9 /8'}             | ${'and the peak was not asked'}
    ${'60/13 60/13 60/13 60/13 /9 /8'}     | ${'and the peak was not asked'}
  `('$line: $told', ({ line, told }) => {
    const rules = ruleValues({ 'R.watch.weight': 0.9, 'R.review.weight': 0.95 });
    const sessions = courseOf(line as string);
    const flag = flagOf(assessTrend(sessions, 'cervical_dystonia', rules), sessions, rules);
    expect(flag).toMatchObject({ tier: 'watch', trueLossShare: null });
    expect(flag!.text).toContain(told);
  });
});

describe('what the record raises beside it', () => {
  const cutThenFull = '60/12 60/12 60/12 60/12 20/6@60 20/6 20/7';
  it.each`
    line                                           | seen                                    | meant
    ${cutThenFull}                                 | ${', with a reduced dose at session 5'} | ${'still open: dose cut (session 5: 60 % of its usual)'}
    ${'60/12 60/12 60/12 60/12 20/6 20/7@130'}     | ${' although the dose was raised'}      | ${'no change of product, injector or muscles on record'}
    ${'60/12 60/12 60/12 60/12 20/6:abo 20/7:abo'} | ${' after a change of product'}         | ${'still open: new product at session 5'}
    ${'60/12 60/12 60/12 60/12 20/6 20/7@90'}      | ${' at a slightly lower dose'}          | ${'no change of product, injector or muscles on record'}
  `('$line: $seen', ({ line, seen, meant }) => {
    const { text } = flagBy('cervical_dystonia', courseOf(line))!;
    expect(text).toContain(`${seen}. `);
    expect(text.endsWith(`; ${meant}.`)).toBe(true);
  });

  it.each`
    assessed | told
    ${10}    | ${'still open: judged before the peak after session 6'}
    ${90}    | ${'still open: judged after the peak after session 6'}
  `('a rating on day $assessed: $told', ({ assessed, told }) => {
    const sessions = courseOf('60/12 60/12 60/12 60/12 20/6 20/6').map((session, index) =>
      index < 5
        ? session
        : {
            ...session,
            response: { ...session.response, assessedOn: addDays(session.performedOn, assessed as number) },
          },
    );
    expect(flagBy('cervical_dystonia', sessions)!.text).toContain(told);
  });
});
