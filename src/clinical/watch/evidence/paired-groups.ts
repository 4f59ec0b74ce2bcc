import { groupsOf } from '../../catalogue/anatomy/muscle-groups';
import type { Measurement, MeasurementPhase, TreatedSession } from '../../treated-session';

/**
 * Which groups can be compared between the start of a cycle and its peak?
 *
 * A grade of the elbow says nothing beside one of the wrist. Of a scale that was taken of several groups, those count
 * that were taken both at the peak and at the start (at no start at all: untreated); the mean over them is read, so
 * one group that got better is seen and one that was not measured again is not. What names no group is left as it is.
 */
export function pairedGroups(measurements: readonly Measurement[]): readonly Measurement[] {
  const paired = new Map(
    [...new Set(measurements.filter(({ of }) => of).map(({ scale }) => scale))].map((scale) => [
      scale,
      comparable(measurements.filter((measured) => measured.scale === scale)),
    ]),
  );
  return measurements.filter((measured) => {
    const groups = paired.get(measured.scale);
    if (!groups) return true;
    // An untreated value of some of them only would be compared with the mean of all.
    if (measured.phase === 'untreated' && !groups.everyUntreated) return false;
    return groups.of.has(measured.of ?? '');
  });
}

/** A session as the watch reads it. */
export function withPairedGroups<T extends TreatedSession>(session: T): T {
  const { response } = session;
  if (!response?.measurements?.some(({ of }) => of)) return session;
  const measurements = pairedGroups(ofTargets(response.measurements, session.muscles));
  return { ...session, response: { ...response, measurements } };
}

/** Groups that were injected, where any of them was measured: tone elsewhere is no target. */
function ofTargets(
  measurements: readonly Measurement[],
  muscles: readonly string[] = [],
): readonly Measurement[] {
  const targets: readonly string[] = groupsOf(muscles);
  const isTarget = ({ of }: Measurement): boolean =>
    of !== undefined && targets.includes(of.replace(/_(?:left|right)$/, ''));
  const measured = new Set(measurements.filter(isTarget).map(({ scale }) => scale));
  return measurements.filter(
    (measurement) => !measurement.of || !measured.has(measurement.scale) || isTarget(measurement),
  );
}

function comparable(measurements: readonly Measurement[]): {
  readonly of: ReadonlySet<string>;
  readonly everyUntreated: boolean;
} {
  const taken = (phase: MeasurementPhase) =>
    new Set(measurements.filter((measured) => measured.phase === phase).map(({ of }) => of ?? ''));
  const [start, peak, untreated] = [taken('cycle-start'), taken('peak'), taken('untreated')];
  const before = start.size > 0 ? start : untreated;
  const all = new Set(measurements.map(({ of }) => of ?? ''));
  const of =
    peak.size === 0 || before.size === 0 ? all : new Set([...peak].filter((group) => before.has(group)));
  return { of, everyUntreated: [...of].every((group) => untreated.has(group)) };
}
