import { ruleValues } from '../src/clinical/rules';
import type { IndicationSlug } from '../src/clinical/catalogue/indications';
import type { Detector, Shown } from './detector';
import type { BenefitShare } from '../src/clinical/watch/change-point/percent-card';
import { learnNoise } from '../src/clinical/watch/clinic-noise';
import { learnClinic } from '../src/clinical/watch/learning/learn-clinic';
import type { ResponseTrend } from '../src/clinical/watch/response-trend';
import { assessTrend } from '../src/clinical/watch/response-trend';
import { readWithReferenceRule } from './reference/reference-rule';
import { readWithYesterdaysRule } from './yesterday/yesterday';
import { readAsYesterday } from './yesterday/yesterday-evidence';
import type { TreatedSession } from '../src/clinical/treated-session';

const RULES = ruleValues();

export const DETECTORS: readonly Detector[] = [
  { name: 'published definition', read: publishedDefinition },
  { name: 'percent card alone', read: percentCardAlone },
  { name: 'reference rule R*', read: readWithReferenceRule },
  { name: 'yesterday', read: readWithYesterdaysRule },
  { name: 'response-trend', read: responseTrend },
];

function responseTrend(sessions: readonly TreatedSession[], indication: IndicationSlug): Shown {
  return shownBy(assessTrend(sessions, indication, RULES));
}

interface CourseToRead {
  readonly treated: readonly TreatedSession[];
  readonly indication: IndicationSlug;
}

/** The rule as it judges once it has learned how much readings scatter at this clinic, from the clinic's own courses. */
export function learnedTrend(courses: readonly CourseToRead[], alsoLengths: boolean): Detector {
  const read = courses.map(({ treated, indication }) => assessTrend(treated, indication, RULES).sessions);
  const noise = learnNoise(read, RULES, { alsoLengths, version: 'bench' });
  return {
    name: alsoLengths ? 'its lengths learned too' : 'its sizes learned',
    read: (sessions, indication) => shownBy(assessTrend(sessions, indication, RULES, { noise })),
  };
}

/** The rule as it judges once a clinic has accepted what its own courses say of it, as `calibrate` and the nights learn it. */
export function acceptedTrend(courses: readonly CourseToRead[]): Detector {
  const steps = learnClinic(
    courses.map(({ treated, indication }) => ({ sessions: treated, indication })),
    RULES,
    'bench',
  );
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { learned } = step.value;
  return {
    name: 'as calibrate learns',
    read: (sessions, indication) => shownBy(assessTrend(sessions, indication, RULES, learned)),
  };
}

function shownBy({ states }: ResponseTrend): Shown {
  return {
    watch: states.map(({ tier }) => tier === 'watch' || tier === 'review'),
    review: states.map(({ tier }) => tier === 'review'),
    primary: states.map(({ tier }) => tier === 'primary'),
  };
}

/** Last two rated sessions at most 30 % after a good response; it reads the rating alone and knows one tier. */
function publishedDefinition(sessions: readonly TreatedSession[]): Shown {
  let [good, failed, wasGood] = [0, 0, false];
  const met = sessions.map(({ response }) => {
    const rating = response?.improvementPct;
    if (rating !== undefined) {
      failed = rating <= 30 ? failed + 1 : 0;
      good = rating >= 40 ? good + 1 : 0;
      wasGood ||= good >= 2;
    }
    return wasGood && failed >= 2;
  });
  return { watch: met, review: met, primary: met.map(() => false) };
}

/** For a reader who wants no probability: shares of the usual benefit, two or three sessions in a row. */
function percentCardAlone(sessions: readonly TreatedSession[], indication: IndicationSlug): Shown {
  const read = readAsYesterday(sessions, indication, RULES);
  const shares: BenefitShare[] = [];
  const low = (two: number, three: number) =>
    (shares.length >= 4 && shares.slice(-2).every(({ benefit }) => benefit <= two)) ||
    (shares.length >= 5 && shares.slice(-3).every(({ benefit }) => benefit <= three));
  const watch: boolean[] = [];
  const review: boolean[] = [];
  for (const { evidence } of read) {
    if (evidence.share) shares.push(evidence.share);
    watch.push(low(0.78, 0.83));
    review.push(low(0.63, 0.68));
  }
  return { watch, review, primary: read.map(({ primary }) => primary) };
}
