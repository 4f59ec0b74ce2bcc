import type { PlainDate } from '../calendar';
import { addDays, daysBetween } from '../calendar';
import type { IndicationSlug } from '../catalogue/indications';
import { INDICATIONS } from '../catalogue/indications';
import type { RuleValues } from '../rules';
import { sourceText } from '../session-rules/session-rule';

export interface FollowUp {
  /** First contact: is there trouble swallowing or breathing, a drooping lid, weakness elsewhere? */
  readonly contactFromOn: PlainDate;
  readonly contactToOn: PlainDate;
  /** The effect is at its height: the response is judged now, not at the next injection. */
  readonly peakFromOn: PlainDate;
  readonly peakToOn: PlainDate;
  readonly sourceText: string;
}

/**
 * When are the first contact and the peak check after a session (S22)?
 *
 * Contact between `S22.contact.from` and `.to`; peak check in the weeks that the indication names. All ends included.
 */
export function followUpOf(performedOn: PlainDate, indication: IndicationSlug, rules: RuleValues): FollowUp {
  const { from, to } = INDICATIONS[indication].peakCheckWeeks;
  return {
    contactFromOn: addDays(performedOn, rules['S22.contact.from']),
    contactToOn: addDays(performedOn, rules['S22.contact.to']),
    peakFromOn: addDays(performedOn, from * 7),
    peakToOn: addDays(performedOn, to * 7),
    sourceText: sourceText('S22.contact.from'),
  };
}

/** May a response taken on this day be scored as the peak? Earlier it is not yet, later no longer. Both ends included. */
export function isScoredAsPeak(performedOn: PlainDate, assessedOn: PlainDate, rules: RuleValues): boolean {
  const days = daysBetween(performedOn, assessedOn);
  return days >= rules['S22.peak.scored.from'] && days <= rules['S22.peak.scored.to'];
}
