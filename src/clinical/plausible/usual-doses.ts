import type { SessionRuleValues } from '../session-rules/session-rule';
import { ageIfKnown } from '../calendar';
import type { IndicationSlug } from '../catalogue/indications';
import { INDICATIONS } from '../catalogue/indications';
import type { Placed } from '../catalogue/anatomy/limb-units';
import { unitsOnSide } from '../catalogue/anatomy/limb-units';
import type { MuscleSlug } from '../catalogue/muscles';
import { sizeOf } from '../catalogue/anatomy/muscle-sizes';
import { isMuscle, MUSCLES } from '../catalogue/muscles';
import { PRODUCTS } from '../catalogue/products';
import type { UsualRange } from '../catalogue/usual-range';
import { toHundredth } from '../numbers';
import { isChild } from '../session-rules/intervals';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';
import type { ToxinProduct } from '../units';

/** A muscle with what one side of it got, and where its latest row stands. */
export interface MuscleDose {
  readonly muscle: MuscleSlug;
  readonly side: 'left' | 'right' | 'midline';
  readonly units: number;
  readonly row: number;
}

/** What each muscle got, by side: an entry for both sides is half each. A muscle of the midline has one. */
export function muscleDoses(injected: readonly Placed[]): readonly MuscleDose[] {
  const muscles = [...new Set(injected.map(({ muscle }) => muscle))].filter(isMuscle);
  return muscles.flatMap((muscle): readonly MuscleDose[] => {
    const rows = injected.filter((given) => given.muscle === muscle);
    const row = injected.findLastIndex((given) => given.muscle === muscle);
    if (!MUSCLES[muscle].paired) {
      const units = toHundredth(rows.reduce((sum, given) => sum + given.units, 0));
      return [{ muscle, side: 'midline', units, row }];
    }
    const both = rows.map((given) =>
      given.side === 'midline' ? { ...given, side: 'bilateral' as const } : given,
    );
    return (['left', 'right'] as const)
      .map((side) => ({ muscle, side, units: toHundredth(unitsOnSide(both, side)), row }))
      .filter(({ units }) => units > 0);
  });
}

/** "Left biceps brachii", in the middle of a sentence. */
export function placeText({ muscle, side }: Pick<MuscleDose, 'muscle' | 'side'>): string {
  const name = MUSCLES[muscle].name.toLowerCase();
  return side === 'midline' ? name : `${side} ${name}`;
}

/** Of one product in one side of a muscle: its own range, else that of its size or region; never that of another product. */
export function usualInMuscle(muscle: MuscleSlug, product: ToxinProduct): UsualRange {
  const { usualRange, region } = MUSCLES[muscle];
  const { usualByRegion, usualBySize } = PRODUCTS[product];
  const size = sizeOf(muscle);
  return usualRange[product] ?? (size ? usualBySize[size] : usualByRegion[region]);
}

/** Of one product in a session: that of the indication, else its own. */
export function usualInSession(indication: IndicationSlug, product: ToxinProduct): UsualRange {
  return INDICATIONS[indication].usualDose[product] ?? PRODUCTS[product].usualDose;
}

/** By weight where the label has it for a child, at most what is usual in an adult; low doses are not judged. */
export function upperEndInMuscle(
  muscle: MuscleSlug,
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): { readonly units: number; readonly byWeight?: { readonly perKg: number; readonly kg: number } } {
  const usual = usualInMuscle(muscle, session.product);
  const { childPerKg } = usual;
  const child = isChild(ageIfKnown(context.birthDate, session.performedOn), rules);
  if (!child || !childPerKg || !context.weight) return { units: usual.to };
  const units = toHundredth(childPerKg.to * context.weight.kg);
  return units < usual.to
    ? { units, byWeight: { perKg: childPerKg.to, kg: context.weight.kg } }
    : { units: usual.to };
}

/**
 * The most that is usual in a session. A child that is lighter than `S23.child.adult` gets its share by weight: ranges of
 * a session are those of adults.
 */
export function upperEndInSession(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): { readonly units: number; readonly byWeight?: { readonly kg: number } } {
  const usual = usualInSession(context.indication, session.product);
  const share = shareOfAdult(session, context, rules);
  return share < 1
    ? { units: toHundredth(usual.to * share), byWeight: { kg: context.weight!.kg } }
    : { units: usual.to };
}

type Range = Pick<UsualRange, 'from' | 'to'>;

/** Of this patient in one side of a muscle: a child's both ends go by weight, by the label's own where it has them. */
export function usualMuscleOf(
  muscle: MuscleSlug,
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): Range {
  const usual = usualInMuscle(muscle, session.product);
  const to = upperEndInMuscle(muscle, session, context, rules).units;
  const share = shareOfAdult(session, context, rules);
  const from =
    share < 1 && usual.childPerKg ? usual.childPerKg.from * context.weight!.kg : usual.from * share;
  return { from: Math.min(from, usual.from), to };
}

/** Of this patient in a session: a child's both ends go by weight. */
export function usualSessionOf(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): Range {
  const { from } = usualInSession(context.indication, session.product);
  const to = upperEndInSession(session, context, rules).units;
  return { from: from * shareOfAdult(session, context, rules), to };
}

/** What a child gets of an adult's dose by its weight; 1 of an adult, and of a child without a weight. */
function shareOfAdult(session: ProposedSession, context: SessionContext, rules: SessionRuleValues): number {
  const child = isChild(ageIfKnown(context.birthDate, session.performedOn), rules);
  if (!child || !context.weight) return 1;
  return Math.min(1, context.weight.kg / rules['S23.child.adult']);
}
