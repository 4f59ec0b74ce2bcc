import { MUSCLES } from '../../catalogue/muscles';
import { unitsText } from '../../doses/dose-cap';
import type { Finding } from '../../finding';
import type { ProposedSession, SessionContext } from '../../session-check/proposed-session';
import { muscleDoses, type MuscleDose } from '../usual-doses';
import { latestFirst } from '../../session-check/latest-first';

/**
 * Does one muscle stand in the place of another with nearly the same name (S25)?
 *
 * Noted when the last session of the course had the other one, on that side and with those units, and this one lacks it:
 * names are found by their beginnings, and the flexor stands next to the extensor. Not of what only completes another one.
 */
export function changedMuscleFindings(
  { product, performedOn, injections }: ProposedSession,
  { earlierDoses, continuesOn }: SessionContext,
): readonly Finding[] {
  if (continuesOn) return [];
  const last = earlierDoses
    .filter((dose) => dose.sameCourse && !dose.continuation && dose.performedOn < performedOn)
    .toSorted(latestFirst)[0];
  if (last?.dose.product !== product) return [];
  const [now, then] = [muscleDoses(injections), muscleDoses(last.muscles)];
  const gone = then.filter((dose) => !now.some(({ muscle }) => muscle === dose.muscle));
  return now
    .filter((dose) => !then.some(({ muscle }) => muscle === dose.muscle))
    .flatMap((dose): readonly Finding[] => {
      const before = gone.find(
        (other) => other.side === dose.side && other.units === dose.units && isAlike(dose, other),
      );
      if (!before) return [];
      const message = `${MUSCLES[dose.muscle].name}, ${unitsText(product, dose.units)}: the last session (${last.performedOn}) had as much in the ${MUSCLES[before.muscle].name.toLowerCase()}, which is missing here. Check the muscle.`;
      return [
        {
          code: 'S25',
          severity: 'note',
          message,
          pointer: `/injections/${dose.row}/muscle`,
          sourceText: 'Muscles are those of the last session, or the change is meant (P)',
        },
      ];
    });
}

/** A word of the name in common. */
function isAlike(one: MuscleDose, other: MuscleDose): boolean {
  const words = one.muscle.split('_');
  return other.muscle.split('_').some((word) => words.includes(word));
}
