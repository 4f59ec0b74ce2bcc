import { median } from '../../numbers';
import type { RuleValues } from '../../rules';
import type { TreatedSession } from '../../treated-session';

export const CHANGES = ['dose-cut', 'product', 'injector', 'muscles'] as const;
/** What makes a session not quite comparable with the ones before it. It still counts, and is listed. */
export type Change = (typeof CHANGES)[number];

export interface Comparability {
  /** Units by the usual of the same product; 1 where there is no earlier session with it. */
  readonly doseRatio: number;
  readonly changes: readonly Change[];
}

const DOSES_COMPARED = 6;

/**
 * How far is this session comparable with the ones before it?
 *
 * The dose is compared with the median of up to six earlier sessions with the same product, everything else with the
 * session just before. Leaving such sessions out would hide a decline: muscles and products are changed because the
 * response is poor (80 -> 67 % of losses found in simulated courses). A raised dose is no reservation.
 */
export function compareSession(
  session: TreatedSession,
  earlier: readonly TreatedSession[],
  rules: RuleValues,
): Comparability {
  const doseRatio = ratioToUsualDose(session, earlier);
  const previous = earlier[earlier.length - 1];
  const changes: Change[] = [];
  if (doseRatio < rules['R.dose.reduced']) changes.push('dose-cut');
  if (previous && previous.dose.product !== session.dose.product) changes.push('product');
  if (previous && differ(previous.injectorId, session.injectorId)) changes.push('injector');
  if (previous && differ(musclePattern(previous), musclePattern(session))) changes.push('muscles');
  return { doseRatio, changes };
}

/** Does the size of this session scatter more because product, injector or muscles changed? */
export function scattersMore({ changes }: Comparability): boolean {
  return changes.some((change) => change !== 'dose-cut');
}

function ratioToUsualDose(session: TreatedSession, earlier: readonly TreatedSession[]): number {
  // A dose of 0 is one that is not known.
  if (session.dose.units === 0) return 1;
  const units: number[] = [];
  for (let i = earlier.length - 1; i >= 0 && units.length < DOSES_COMPARED; i--) {
    const dose = earlier[i]!.dose;
    if (dose.product === session.dose.product && dose.units > 0) units.push(dose.units);
  }
  const usual = median(units);
  return usual ? session.dose.units / usual : 1;
}

/** Both are known and they differ. */
function differ(before: string | undefined, now: string | undefined): boolean {
  return before !== undefined && now !== undefined && before !== now;
}

function musclePattern(session: TreatedSession): string | undefined {
  return session.muscles && [...new Set(session.muscles)].toSorted().join(' ');
}
