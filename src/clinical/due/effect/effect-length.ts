import type { PlainDate } from '../../calendar';
import { daysBetween } from '../../calendar';
import { PRODUCT_ROWS } from '../../catalogue/product-rows';
import type { RuleValues } from '../../rules';
import type { TreatedSession } from '../../treated-session';
import type { ToxinProduct } from '../../units';

/** How long one injection helped. */
export interface EffectLength {
  /** Days from the injection to the first effect. */
  readonly onsetDays?: number;
  /** `wore-off`: symptoms returned after `days`. `at-least`: it still helped after `days`. `unknown`: nobody asked. */
  readonly kind: 'wore-off' | 'at-least' | 'unknown';
  /** Days from the injection; 0 when unknown. */
  readonly days: number;
  /** Does it say how long the effect lasts? A "still effective" in the middle of the cycle does not. */
  readonly usable: boolean;
}

/**
 * When did the effect of this session set in, and how long did it last?
 *
 * From the next session on the new injection acts: a wear-off or a "still effective" noted for a later day only says
 * that the effect had lasted until then. A day before the session itself says nothing.
 */
export function effectLength(
  session: Pick<TreatedSession, 'performedOn' | 'response'>,
  nextSessionOn: PlainDate | undefined,
  rules: RuleValues,
): EffectLength {
  const { performedOn, response } = session;
  const onsetDays = onsetOf(performedOn, response?.onsetOn);
  const notedOn = response?.woreOffOn ?? response?.stillEffectiveOn;
  if (notedOn == null || notedOn < performedOn)
    return { ...onsetDays, kind: 'unknown', days: 0, usable: false };
  const intervalDays = nextSessionOn === undefined ? Infinity : daysBetween(performedOn, nextSessionOn);
  const notedDays = daysBetween(performedOn, notedOn);
  if (response?.woreOffOn != null && notedDays <= intervalDays) {
    return { ...onsetDays, kind: 'wore-off', days: notedDays, usable: true };
  }
  const days = Math.min(notedDays, intervalDays);
  const nearNextSession = days >= intervalDays - rules['effect-window.still-effective-slack'];
  return {
    ...onsetDays,
    kind: 'at-least',
    days,
    usable: nearNextSession && intervalDays >= rules['effect-window.booster'],
  };
}

/** How long each injection helped, one entry a session; the sessions stand in the order of their days. */
export function effectLengths(
  sessions: readonly Pick<TreatedSession, 'performedOn' | 'response'>[],
  nextSessionOn: PlainDate | undefined,
  rules: RuleValues,
): EffectLength[] {
  const lengths: EffectLength[] = [];
  let later = nextSessionOn;
  for (let index = sessions.length - 1; index >= 0; index -= 1) {
    const session = sessions[index]!;
    if (sessions[index + 1]?.performedOn !== session.performedOn)
      later = sessions[index + 1]?.performedOn ?? nextSessionOn;
    lengths[index] = effectLength(session, later, rules);
  }
  return lengths;
}

/** Where the stretch begins whose lengths are comparable with a session of this product: an index, up to `sessions.length`. */
export function epochStart(sessions: readonly Pick<TreatedSession, 'dose'>[], product: ToxinProduct): number {
  const { epoch } = PRODUCT_ROWS[product];
  let start = sessions.length;
  while (start > 0 && PRODUCT_ROWS[sessions[start - 1]!.dose.product].epoch === epoch) start -= 1;
  return start;
}

function onsetOf(performedOn: PlainDate, onsetOn: PlainDate | undefined): { onsetDays?: number } {
  return onsetOn == null || onsetOn < performedOn ? {} : { onsetDays: daysBetween(performedOn, onsetOn) };
}
