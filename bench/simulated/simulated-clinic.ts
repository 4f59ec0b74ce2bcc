import type { ToxinProduct } from '../../src/clinical/units';
import type { Random } from '../random';
import type { Setting, SimulatedIndication } from '../settings';

type SimulatedProduct = Extract<ToxinProduct, 'ona' | 'abo' | 'inco' | 'rima'>;

/** How the clinic treats at one session. */
export interface ClinicHabits {
  readonly product: SimulatedProduct;
  readonly units: number;
  /** The dose by what the patient needs. */
  readonly doseShare: number;
  readonly muscles: readonly string[];
  readonly injector: string;
  /** Points that product, muscles and injector add to the size. */
  readonly offset: number;
  readonly adverseEvent: boolean;
  /** A product switch that helps for a while: the share of the effect it gives back. */
  readonly rescue: number | null;
}

/** A clinic that sees only what was recorded and changes dose, muscles, injector and product on it. */
export function startClinic(setting: Setting, indication: SimulatedIndication, random: Random) {
  const own = random.between(0.8, 1.2);
  let doseShare = random.between(0.7, 1);
  let product: SimulatedProduct =
    indication.slug === 'chronic_migraine' ? 'ona' : random.pick(FIRST_PRODUCTS);
  let muscles = indication.muscles.filter(() => random.chance(0.75));
  if (muscles.length === 0) muscles = [indication.muscles[0]!];
  let injector = `I${random.whole(1, 4)}`;
  let injectorIsNew = false;
  let rescue: number | null = null;
  let [productOffset, muscleOffset, injectorOffset] = [0, 0, 0];
  let adverseEvent = random.chance(0.04 * (0.5 + 0.5 * doseShare));
  const ratings: number[] = [];

  const units = () => {
    const step = product === 'rima' ? 250 : product === 'abo' ? 10 : 5;
    const amount = indication.units * own * doseShare * UNITS_OF[product];
    return Math.max(step, Math.round(amount / step) * step);
  };

  return {
    habits: (): ClinicHabits => ({
      product,
      units: units(),
      doseShare,
      muscles,
      injector,
      offset: productOffset + muscleOffset + injectorOffset - (injectorIsNew ? 3 : 0),
      adverseEvent,
      rescue,
    }),

    /** What the clinic does for the next session, or that the patient has left. */
    react(rating: number | null, session: number, losing: boolean): 'stays' | 'left' {
      const mean = ratings.length ? ratings.reduce((sum, pct) => sum + pct, 0) / ratings.length : undefined;
      const poor = rating !== null && (rating < 40 || (mean !== undefined && rating < mean - 20));
      if (rating !== null) ratings.push(rating);
      const lastBelow30 = (count: number) =>
        ratings.length >= count && ratings.slice(-count).every((pct) => pct < 30);

      if (session >= 3 && random.chance(0.015 + (rating !== null && rating < 30 ? 0.08 : 0))) return 'left';

      if (adverseEvent && random.chance(0.7)) doseShare *= random.between(0.7, 0.88);
      else if (poor && random.chance(setting.escalation.chance))
        doseShare = Math.min(setting.escalation.most, doseShare * random.between(1.1, 1.25));
      else if (!poor && session < 4 && doseShare < 1 && random.chance(0.6))
        doseShare = Math.min(1, doseShare + random.between(0.08, 0.2));
      adverseEvent = random.chance(0.04 * (0.5 + 0.5 * doseShare));

      if (random.chance(poor ? 0.3 : setting.muscleChange)) {
        muscles = changed(muscles, indication.muscles, random);
        muscleOffset += random.normal(0.5, 3);
      }
      injectorIsNew = random.chance(setting.injectorChange);
      if (injectorIsNew) {
        injector = otherThan(injector, ['I1', 'I2', 'I3', 'I4', 'I5'], random);
        injectorOffset = random.normal(0, 4);
      }
      if (product === 'rima') return 'stays';
      if (lastBelow30(3) && random.chance(0.12)) {
        product = 'rima';
        rescue = null;
      } else if (random.chance(lastBelow30(2) ? 0.08 : setting.brandChange)) {
        product = otherThan(product, ['ona', 'abo', 'inco'], random);
        productOffset = random.normal(-1, 5);
        rescue = losing && random.chance(0.12) ? random.between(0.3, 0.6) : null;
      }
      return 'stays';
    },
  };
}

const FIRST_PRODUCTS: readonly (readonly [SimulatedProduct, number])[] = [
  ['ona', 0.6],
  ['abo', 0.2],
  ['inco', 0.2],
];

/** How the simulated dose is written in units of each product; for making up histories, never for a rule. */
const UNITS_OF: Readonly<Record<SimulatedProduct, number>> = { ona: 1, inco: 1, abo: 3, rima: 45 };

function changed(muscles: readonly string[], all: readonly string[], random: Random): string[] {
  const muscle = all[random.whole(0, all.length - 1)]!;
  const without = muscles.filter((slug) => slug !== muscle);
  return without.length === muscles.length
    ? [...muscles, muscle].toSorted()
    : without.length
      ? without
      : [...muscles];
}

function otherThan<T>(value: T, all: readonly T[], random: Random): T {
  const others = all.filter((known) => known !== value);
  return others[random.whole(0, others.length - 1)]!;
}
