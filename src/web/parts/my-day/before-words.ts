import { daysBetween, type PlainDate } from '../../../clinical/calendar';
import { weeksText } from '../../../clinical/due/due-text';
import type { RuleValues } from '../../../clinical/rules';
import { countsAsPeak, judgedAt } from '../../../clinical/watch/evidence/peak-window';
import type { ResponseBeforeView } from '../../../worklist/my-day/my-day.dto';
import { shortDay } from '../../shared/day-text';
import { PEAK_EFFECT, PGIC } from '../response/response-choices';

interface Before {
  readonly performedOn: PlainDate;
  readonly response: ResponseBeforeView | null;
}

/** `60 %; wore off after 11 weeks, Mon 9 Nov`: what is on record of how a session worked, as it was entered. */
export function beforeWords({ performedOn, response }: Before, today: PlainDate, rules: RuleValues): string {
  if (!response) return 'no response recorded';
  const said = [
    sizeWords({ performedOn, response }, rules),
    lengthWords({ performedOn, response }, today),
  ].filter((words) => words !== undefined);
  return said.length > 0 ? said.join('; ') : 'no response recorded';
}

function sizeWords({ performedOn, response }: Before, rules: RuleValues): string | undefined {
  const { improvementPct, pgic, peakEffect, assessedOn } = response!;
  const size =
    improvementPct !== null
      ? `${improvementPct} %`.replace('-', '−')
      : pgic !== null
        ? PGIC[pgic - 1]!.toLowerCase()
        : peakEffect !== null
          ? `peak effect ${PEAK_EFFECT[peakEffect]!.toLowerCase()}`
          : undefined;
  if (size === undefined || assessedOn === null) return size;
  if (countsAsPeak(judgedAt({ performedOn }, assessedOn, rules))) return size;
  return `${size}, asked after ${afterWords(performedOn, assessedOn)}`;
}

function lengthWords({ performedOn, response }: Before, today: PlainDate): string | undefined {
  const { woreOffOn, stillEffectiveOn } = response!;
  if (woreOffOn) return `wore off after ${afterWords(performedOn, woreOffOn)}, ${shortDay(woreOffOn, today)}`;
  return stillEffectiveOn ? `still working after ${afterWords(performedOn, stillEffectiveOn)}` : undefined;
}

function afterWords(from: PlainDate, to: PlainDate): string {
  const days = daysBetween(from, to);
  return days < 14 ? `${days} days` : weeksText(days);
}
