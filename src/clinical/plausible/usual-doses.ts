import { ageOn } from '../calendar';
import type { IndicationSlug } from '../catalogue/indications';
import { INDICATIONS } from '../catalogue/indications';
import type { Placed } from '../catalogue/limb-units';
import { unitsOnSide } from '../catalogue/limb-units';
import type { MuscleSlug } from '../catalogue/muscles';
import { isMuscle, MUSCLES } from '../catalogue/muscles';
import { PRODUCTS } from '../catalogue/products';
import type { UsualRange } from '../catalogue/usual-range';
import { toHundredth } from '../numbers';
import type { RuleValues } from '../rules';
import { isChild } from '../rules';
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

/** Of one product in one side of a muscle: its own range, else that of its region; never that of another product. */
export function usualInMuscle(muscle: MuscleSlug, product: ToxinProduct): UsualRange {
  const { usualRange, region } = MUSCLES[muscle];
  return usualRange[product] ?? PRODUCTS[product].usualByRegion[region];
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
  rules: RuleValues,
): { readonly units: number; readonly byWeight?: { readonly perKg: number; readonly kg: number } } {
  const usual = usualInMuscle(muscle, session.product);
  const { childPerKg } = usual;
  const child = isChild(ageOn(context.birthDate, session.performedOn), rules);
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
  rules: RuleValues,
): { readonly units: number; readonly byWeight?: { readonly kg: number } } {
  const usual = usualInSession(context.indication, session.product);
  const child = isChild(ageOn(context.birthDate, session.performedOn), rules);
  const adultKg = rules['S23.child.adult'];
  if (!child || !context.weight || context.weight.kg >= adultKg) return { units: usual.to };
  const { kg } = context.weight;
  return { units: toHundredth((usual.to * kg) / adultKg), byWeight: { kg } };
}
