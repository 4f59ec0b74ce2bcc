import type { IndicationSlug } from '../../catalogue/indications';
import { counted } from '../../words';
import { sessionsText } from '../checklist/checklist-item';
import type { Measure, Reach } from '../evidence/indication-measures';
import { MEASURES } from '../evidence/indication-measures';
import type { SessionOutcome } from '../evidence/session-outcome';
import type { SessionEvidence } from '../trend-state';
import { measureName } from './told-sizes';

type Judged = SessionEvidence & { readonly outcome: SessionOutcome };

const DEFINITION =
  'The published definition of secondary non-response (two sessions in a row that failed at an adequate dose, after two in a row that worked)';

/** Is the published definition met, by which measure, or else why not? */
export function publishedText(
  indication: IndicationSlug,
  evidence: readonly SessionEvidence[],
  met: boolean,
): string {
  const judged = evidence.filter((session): session is Judged => session.outcome !== undefined);
  const adequate = judged.filter((session) => !failedAtCutDose(session));
  const failed = failedLast(adequate);
  const [last] = adequate.slice(-1);
  if (met)
    return `${DEFINITION} is met: ${sessionsText(failed)} failed by ${measuresText(indication, failed)}.`;
  const not = `${DEFINITION} is not met:`;
  const [cut] = judged.filter(failedAtCutDose).slice(-1);
  if (cut && failed.length < 2 && cut.session > (failed[0]?.session ?? last?.session ?? 0))
    return `${not} session ${cut.session} failed at a reduced dose, which does not count.`;
  if (!last) return `${not} no session was judged at the peak by a measure of this indication.`;
  const by = measuresText(indication, failed.length ? failed : [last]);
  if (failed.length >= 2)
    return `${not} ${sessionsText(failed)} failed by ${by}, but no two in a row had worked before.`;
  if (failed.length === 1) return `${not} only session ${last.session} failed by ${by}.`;
  return `${not} session ${last.session}, the last that was judged, did not fail by ${by}.`;
}

function failedAtCutDose({ outcome, changes }: Judged): boolean {
  return outcome.outcome === 'failed' && changes.includes('dose-cut');
}

/** The sessions at the end that all failed. */
function failedLast(sessions: readonly Judged[]): readonly Judged[] {
  return sessions.slice(sessions.findLastIndex(({ outcome }) => outcome.outcome !== 'failed') + 1);
}

/** `TWSTRS total (less than 8 points)`; two sessions may be judged by two measures. */
function measuresText(indication: IndicationSlug, sessions: readonly Judged[]): string {
  const measures = new Set(
    sessions.map(({ outcome }) => MEASURES[indication].find(({ by }) => by === outcome.by)!),
  );
  return [...measures].map(measureText).join(' and ');
}

function measureText({ by, notFailed, unless }: Measure): string {
  // A goal that excuses a scale is no limit of the scale.
  const also = unless?.by === by ? ` and ${failureText(unless.notFailed)}` : '';
  return `${measureName(by)} (a failure is ${failureText(notFailed)}${also})`;
}

function failureText(reach: Reach): string {
  if ('points' in reach) return `a fall of less than ${counted(reach.points, 'point')}`;
  if ('percent' in reach) return `a fall of less than ${reach.percent} %`;
  if ('moreThan' in reach) return `at most ${reach.moreThan} %`;
  return 'atLeast' in reach ? `below ${reach.atLeast}` : `above ${reach.atMost}`;
}
