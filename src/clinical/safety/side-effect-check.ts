import { muscleOf } from '../catalogue/muscles';
import { unitsText } from '../doses/dose-cap';
import type { Finding } from '../finding';
import type {
  EarlierDose,
  ProposedSession,
  ProposedSessionOf,
  SessionContext,
} from '../session-check/proposed-session';
import { ofSession, sessionUnits } from '../session-check/proposed-session';
import { sharesMuscle } from '../session-check/same-region';
import type { ToxinProduct, ToxinUnits } from '../units';
import { capitalised, slugWords } from '../words';
import { isGraver, limitsDose, sideEffectKind, type SideEffectOnRecord } from './side-effect-kinds';

/** A side effect with the session that it followed. */
interface Followed extends SideEffectOnRecord {
  readonly session: EarlierDose;
}

/**
 * What do earlier side effects say against this session (S21, S27)?
 *
 * S21 as long as an alert waits for its answer. S27 after a serious, severe or dose-limiting side effect: in the same
 * course, in the same muscle, and everywhere after one that concerns the whole body. A later session of either course
 * that brought none of it again, with that product or with this one, settles it; until the dose is back at what it
 * followed.
 */
export function sideEffectFindings(session: ProposedSession, context: SessionContext): readonly Finding[] {
  const known = followedBefore(session, context);
  return [
    ...known.filter(({ unanswered }) => unanswered).map(unansweredFinding),
    ...latestOfEachGroup(known.filter((effect) => limitsDose(effect) && concerns(effect, session))).flatMap(
      (effect) => {
        const settled = settledBy(effect, known, session, context);
        if (settled.length === 0) return [limitFinding(effect, 'Give less or leave the muscle out')];
        return ofSession(session, (proposed) => isBackAtDose(effect, settled, proposed))
          ? [limitFinding(effect, 'Only smaller doses were borne since: give less')]
          : [];
      },
    ),
  ];
}

/** What had begun by the session's day, after a session before it. */
function followedBefore(
  { performedOn }: ProposedSession,
  { sideEffects = [], earlierDoses }: SessionContext,
): readonly Followed[] {
  return sideEffects.flatMap((effect) => {
    const session = earlierDoses.find(({ sessionId }) => sessionId === effect.sessionId);
    if (!session || session.performedOn > performedOn || effect.onsetOn > performedOn) return [];
    return [{ ...effect, session }];
  });
}

function concerns({ kind, serious, session }: Followed, { injections }: ProposedSession): boolean {
  return (
    session.sameCourse ||
    serious ||
    sideEffectKind(kind).everywhere ||
    sharesMuscle(injections, session.muscles)
  );
}

function latestOfEachGroup(effects: readonly Followed[]): readonly Followed[] {
  const groups = new Map<string, Followed>();
  for (const effect of effects) {
    const { group } = sideEffectKind(effect.kind);
    const before = groups.get(group);
    if (!before || isLater(effect, before)) groups.set(group, effect);
  }
  return [...groups.values()];
}

/** Of two after one session the graver speaks. */
function isLater(effect: Followed, before: Followed): boolean {
  if (effect.session.performedOn !== before.session.performedOn)
    return effect.session.performedOn > before.session.performedOn;
  return isGraver(effect, before);
}

/** The sessions since then that brought nothing of it. */
function settledBy(
  effect: Followed,
  known: readonly Followed[],
  { performedOn, product }: ProposedSession,
  { earlierDoses }: SessionContext,
): readonly EarlierDose[] {
  const { group } = sideEffectKind(effect.kind);
  const again = new Set(
    known.filter(({ kind }) => sideEffectKind(kind).group === group).map(({ sessionId }) => sessionId),
  );
  return earlierDoses.filter(
    (other) =>
      (other.sameCourse || other.courseId === effect.session.courseId) &&
      other.performedOn > effect.session.performedOn &&
      other.performedOn >= effect.onsetOn &&
      other.performedOn < performedOn &&
      (other.dose.product === effect.session.dose.product || other.dose.product === product) &&
      !again.has(other.sessionId),
  );
}

/** Is the dose that it followed given again, when all since were smaller? Only doses of one product are compared. */
function isBackAtDose<P extends ToxinProduct>(
  { session: { dose, sameCourse } }: Followed,
  settled: readonly EarlierDose[],
  session: ProposedSessionOf<P>,
): boolean {
  if (!sameCourse || !isOf(session.product, dose)) return false;
  const borne = settled.flatMap((other) => (isOf(session.product, other.dose) ? [other.dose.units] : []));
  return sessionUnits(session) >= dose.units && borne.every((units: ToxinUnits<P>) => units < dose.units);
}

function isOf<P extends ToxinProduct>(
  product: P,
  dose: EarlierDose['dose'],
): dose is EarlierDose['dose'] & { readonly product: P; readonly units: ToxinUnits<P> } {
  return dose.product === product;
}

function unansweredFinding(effect: Followed): Finding {
  return {
    code: 'S21',
    severity: 'confirm',
    message: `${effectText(effect)}: no neurologist has answered this alert yet. Answer it first (To review), or give the reason for going on.`,
    sourceText: 'Swallowing, breathing or distant weakness is answered on the same day (V:BOT-GC)',
  };
}

function limitFinding(effect: Followed, advice: string): Finding {
  return {
    code: 'S27',
    severity: 'confirm',
    message: `${effectText(effect)}: ${doseText(effect.session)}. ${advice}, or give the reason for going on.`,
    pointer: '/injections',
    sourceText:
      'A side effect that was serious, severe or limits the dose is weighed up before the next session (P)',
  };
}

/** "Severe dysphagia, serious, from 2026-02-03 after the session of 2026-01-25". */
function effectText({ kind, severity, serious, onsetOn, session }: Followed): string {
  const name = slugWords(kind).toLowerCase();
  return `${capitalised(severity)} ${name}${serious ? ', serious,' : ''} from ${onsetOn} after the session of ${session.performedOn}`;
}

/** "1,000 U Dysport (splenius capitis right 500 U, …)". */
function doseText({ dose, muscles }: EarlierDose): string {
  const places = muscles.map(
    ({ muscle, side, units }) =>
      `${muscleOf(muscle).name.toLowerCase()} ${sideText(side)}${units.toLocaleString('en-US')} U`,
  );
  const where = places.length === 0 ? '' : ` (${places.join(', ')})`;
  return `${unitsText(dose.product, dose.units)}${where}`;
}

function sideText(side: EarlierDose['muscles'][number]['side']): string {
  if (side === 'midline') return '';
  return side === 'bilateral' ? 'both sides ' : `${side} `;
}
