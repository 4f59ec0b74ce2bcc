import { addDays, type PlainDate } from '../calendar';
import type { IndicationSlug } from '../catalogue/indications';
import { followUpOf } from '../due/follow-up';
import type { RuleValues } from '../rules';

export const FOLLOW_UP_CHECKS = ['call', 'peak'] as const;
export type FollowUpCheckKind = (typeof FOLLOW_UP_CHECKS)[number];

/** What has been heard of a course's latest session. */
export interface FollowedSession {
  readonly performedOn: PlainDate;
  readonly indication: IndicationSlug;
  /** Days on which the patient was asked. */
  readonly answeredOn: readonly PlainDate[];
  /** Days on which the size of the effect was judged or the patient said it; null: on a day that nobody recorded. */
  readonly judgedOn: readonly (PlainDate | null)[];
  /** Anything at all is on record: a response, a side effect. */
  readonly heardOf: boolean;
}

/** The days that are looked at, both ends included; without an end there is none. */
export interface LookedAt {
  readonly fromOn: PlainDate;
  readonly toOn?: PlainDate;
}

/** What to ask for, on one of the days from `fromOn` to `toOn`. */
export interface FollowUpCheck {
  readonly check: FollowUpCheckKind;
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate;
}

/**
 * Is a peak check or the first call after this session due in these days (S22)?
 *
 * The peak check is due in the weeks of the indication until the size is known, judged or in the patient's words, of those
 * weeks or a day that is scored as the peak; a judgement without a day counts as one. That it still works says nothing of
 * the size, and closes the call alone: that is due until anything at all has been heard. Where both are due it is one call,
 * for the peak. A window that has passed closes by itself.
 */
export function followUpCheck(
  session: FollowedSession,
  { fromOn, toOn }: LookedAt,
  rules: RuleValues,
): FollowUpCheck | undefined {
  const { performedOn, indication, answeredOn, judgedOn, heardOf } = session;
  const due = followUpOf(performedOn, indication, rules);
  const within = (check: FollowUpCheck): boolean =>
    fromOn <= check.toOn && (toOn === undefined || check.fromOn <= toOn);
  const scoredFromOn = addDays(performedOn, rules['S22.peak.scored.from']);
  const enoughFromOn = due.peakFromOn < scoredFromOn ? due.peakFromOn : scoredFromOn;
  const known = (day: PlainDate | null): boolean => day === null || day >= enoughFromOn;
  const peak = { check: 'peak', fromOn: due.peakFromOn, toOn: due.peakToOn } as const;
  if (within(peak) && !judgedOn.some(known)) return peak;
  const call = { check: 'call', fromOn: due.contactFromOn, toOn: due.contactToOn } as const;
  return within(call) && !heardOf && answeredOn.length === 0 ? call : undefined;
}
