import type { SessionRuleValues } from '../../session-rules/session-rule';
import { addDays } from '../../calendar';
import { MUSCLES } from '../../catalogue/muscles';
import type { MuscleSlug } from '../../catalogue/muscles';
import { unitsText } from '../../doses/dose-cap';
import type { Finding } from '../../finding';
import type { EarlierDose, ProposedSession, SessionContext } from '../../session-check/proposed-session';
import { muscleDoses } from '../usual-doses';
import { latestFirst } from '../../session-check/latest-first';

const SOURCE = 'Sides are those of the last session, or the change is meant (P)';

/**
 * Does a session stand on the other side than the last one of its course (S25)?
 *
 * Asked when all that was injected on one side only changed its side, or when one side gets what both got together; one
 * muscle among several is noted. A course of one side has its own rule, and a session that completes another or follows
 * it within weeks may well be the other side.
 */
export function changedSideFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const { courseSide, continuesOn } = context;
  if (continuesOn || (courseSide && courseSide !== 'bilateral')) return [];
  const last = lastOfCourse(session, context);
  if (!last || addDays(last.performedOn, rules['S02.booster']) > session.performedOn) return [];
  const now = sidesOf(session.injections);
  const then = sidesOf(last.muscles);
  return [...mirrored(now, then, last), ...takenForBoth(session, now, then, last)];
}

function lastOfCourse(
  { performedOn }: ProposedSession,
  { earlierDoses }: SessionContext,
): EarlierDose | undefined {
  return earlierDoses
    .filter((dose) => dose.sameCourse && !dose.continuation && dose.performedOn < performedOn)
    .toSorted(latestFirst)[0];
}

/** What the left and the right of a muscle got, and where its latest row stands. */
interface Sides {
  readonly left: number;
  readonly right: number;
  readonly row: number;
}

function sidesOf(injected: Parameters<typeof muscleDoses>[0]): ReadonlyMap<MuscleSlug, Sides> {
  const sides = new Map<MuscleSlug, Sides>();
  for (const { muscle, side, units, row } of muscleDoses(injected)) {
    if (side === 'midline') continue;
    sides.set(muscle, { left: 0, right: 0, ...sides.get(muscle), row, [side]: units });
  }
  return sides;
}

function onlySide(sides: Sides | undefined): 'left' | 'right' | undefined {
  if (!sides || (sides.left > 0 && sides.right > 0)) return undefined;
  return sides.left > 0 ? 'left' : 'right';
}

function mirrored(
  now: ReadonlyMap<MuscleSlug, Sides>,
  then: ReadonlyMap<MuscleSlug, Sides>,
  { performedOn }: EarlierDose,
): readonly Finding[] {
  const compared = [...now].flatMap(([muscle, sides]) => {
    const [side, before] = [onlySide(sides), onlySide(then.get(muscle))];
    return side && before ? [{ muscle, side, before, row: sides.row }] : [];
  });
  const changed = compared.filter(({ side, before }) => side !== before);
  if (changed.length === 0) return [];
  const each = changed.map(
    ({ muscle, side, before }) => `${MUSCLES[muscle].name.toLowerCase()} ${side} (${before} then)`,
  );
  const pointer = `/injections/${changed[0]!.row}/side`;
  const at = { code: 'S25', pointer, sourceText: SOURCE } as const;
  if (changed.length < compared.length)
    return [
      {
        ...at,
        severity: 'note',
        message: `Not on the side of the last session (${performedOn}): ${each.join(', ')}. Check the side.`,
      },
    ];
  return [
    {
      ...at,
      severity: 'confirm',
      message: `All on the other side than in the last session (${performedOn}): ${each.join(', ')}. Correct the side, or give the reason for the change.`,
    },
  ];
}

function takenForBoth(
  { product }: ProposedSession,
  now: ReadonlyMap<MuscleSlug, Sides>,
  then: ReadonlyMap<MuscleSlug, Sides>,
  { performedOn, dose }: EarlierDose,
): readonly Finding[] {
  if (dose.product !== product) return [];
  return [...now].flatMap(([muscle, sides]): readonly Finding[] => {
    const side = onlySide(sides);
    const before = then.get(muscle);
    if (!side || !before || onlySide(before) || sides[side] !== before.left + before.right) return [];
    return [
      {
        code: 'S25',
        severity: 'confirm',
        message: `${MUSCLES[muscle].name}: ${unitsText(product, sides[side])} on the ${side}, as much as both sides together got in the last session (${performedOn}). Was the row for both sides meant? Correct the side, or give the reason for one side.`,
        pointer: `/injections/${sides.row}/side`,
        sourceText: SOURCE,
      },
    ];
  });
}
