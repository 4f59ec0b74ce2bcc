import type { PlainDate } from '../calendar';
import type { IndicationSlug } from '../catalogue/indications';
import { effectLengths, epochStart } from '../due/effect/effect-length';
import { readResponse } from './evidence/response-evidence';
import type { ClinicNoise } from './clinic-noise';
import { usualNoise } from './clinic-noise';
import type { LearnedUsuals } from './change-point/response-priors';
import type { LearnedShare } from './learning/learned-clinic';
import { startBaselines } from './evidence/baselines';
import type { RuleValues } from '../rules';
import type { SessionCircumstances, TreatedSession } from '../treated-session';
import type { JudgedSession, TrendState } from './trend-state';
import type { TrendStretch } from './trend-stretch';
import { startStretch } from './trend-stretch';
import { isCalibrated } from './true-loss-share';

export type { TrendState, TrendTier } from './trend-state';

export interface ResponseTrend {
  readonly indication: IndicationSlug;
  readonly sessions: readonly JudgedSession[];
  /** One a session: what was to be shown after it, knowing it, the ones before and the day of the next. */
  readonly states: readonly TrendState[];
}

export interface TrendOptions {
  /** The day of a session that is given but not in the list. */
  readonly nextSessionOn?: PlainDate;
  /** How much readings scatter at this clinic, once it has enough of them. */
  readonly noise?: ClinicNoise;
  /** What indications usually give at this clinic, where that was learned. */
  readonly usual?: LearnedUsuals;
  /** Which share of reviews was no false alarm here, where that was learned. */
  readonly calibration?: readonly LearnedShare[];
  /** By session, beside the list of sessions. */
  readonly circumstances?: readonly (SessionCircumstances | undefined)[];
}

/**
 * Is the response diminishing? After every session, with what was known then.
 *
 * Every session is compared with what is usual for this same patient, in size and in length, and two stories are
 * weighed: ordinary ups and downs, one bad session or a mild dip among them, or a lasting loss since session N. The
 * weight alone opens `watch`; `review` also asks that the last two or three sessions each gave clearly less than usual,
 * not both at a reduced dose. Type B and the long-acting `daxi` each start anew, with their own usual.
 *
 * @param sessions oldest first
 */
export function assessTrend(
  sessions: readonly TreatedSession[],
  indication: IndicationSlug,
  rules: RuleValues,
  options: TrendOptions = {},
): ResponseTrend {
  const {
    nextSessionOn,
    noise = usualNoise(rules),
    usual = {},
    calibration = [],
    circumstances = [],
  } = options;
  const by = { indication, rules, noise, usual, calibration, calibrated: isCalibrated(rules) };
  const lengths = effectLengths(sessions, nextSessionOn, rules);
  const evidence: JudgedSession[] = [];
  const states: TrendState[] = [];
  const baselines = startBaselines();
  const readBy = { indication, rules, baselines, scaleNoise: noise.scaleRatio };
  let stretch: TrendStretch | undefined;
  sessions.forEach((session, index) => {
    const goesOn = epochStart(sessions.slice(Math.max(0, index - 1), index), session.dose.product) === 0;
    if (!stretch || !goesOn) stretch = startStretch(index, session, by);
    baselines.add(session.response?.measurements ?? []);
    const span = {
      performedOn: session.performedOn,
      nextSessionOn: sessions[index + 1]?.performedOn ?? nextSessionOn,
    };
    const read = stretch.add(
      session,
      readResponse(session.response, span, lengths[index]!, readBy),
      circumstances[index]?.adverseEvents,
    );
    evidence.push(read.evidence);
    states.push(read.state);
  });
  return { indication, sessions: evidence, states };
}
