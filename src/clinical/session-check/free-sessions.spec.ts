import * as fc from 'fast-check';
import { addDays, ageOn, daysBetween, type PlainDate } from '../calendar';
import { INDICATION_SLUGS, INDICATIONS } from '../catalogue/indications';
import type { IndicationSlug } from '../catalogue/indications';
import { sizeOf } from '../catalogue/anatomy/muscle-sizes';
import type { MuscleSlug } from '../catalogue/muscles';
import { MUSCLE_SLUGS, MUSCLES } from '../catalogue/muscles';
import { PRODUCTS } from '../catalogue/products';
import { ruleValues } from '../rules';
import type { ToxinProduct } from '../units';
import { TOXIN_PRODUCTS } from '../units';
import { aContext, aDose, aSession } from './example-session';
import { checkSession } from './session-check';

/*
 * No session that the check calls free breaks a limit of the catalogue. The limits are written here a second time, from
 * labels and reference, with sums of their own: a fault of the check's own arithmetic shows.
 */

const RULES = ruleValues();
const DAY: PlainDate = '2026-11-22';
const WINDOW_DAYS = 84;
const OF = {
  spasticity_upper: { courseSide: 'left', etiology: 'stroke', diagnosisCode: 'I69.354' },
  spasticity_lower: { courseSide: 'left', etiology: 'stroke', diagnosisCode: 'I69.354' },
  hemifacial_spasm: { courseSide: 'left' },
} as const;

/** Adults: the most of one session, and of any 84 days. */
const ADULT: Readonly<Record<ToxinProduct, { session: number; window: number }>> = {
  ona: { session: 400, window: 400 },
  abo: { session: 1500, window: 1500 },
  inco: { session: 400, window: 400 },
  rima: { session: 15_000, window: 15_000 },
  daxi: { session: 250, window: 300 },
};
/** Children: U/kg and U of a limb, and of all. */
const CHILD = {
  ona: { arm: [6, 200], leg: [8, 300], whole: [10, 340] },
  abo: { arm: [16, 640], leg: [15, 1000], whole: [30, 1000] },
  inco: { arm: [8, 200], leg: [16, 400], whole: [16, 400] },
} as const;
/** Of one side, where a little too much closes an eye or an airway, or takes the voice or the swallow. */
const NARROW = [
  { slugs: /^orbicularis_oculi_/, ona: 15, abo: 120, inco: 50, rima: 1250, daxi: 20 },
  { slugs: /arytenoid|cricothyroid/, ona: 10, abo: 30, inco: 10, rima: 1000, daxi: 10 },
  { slugs: /glossus$|veli_palatini$/, ona: 20, abo: 60, inco: 20, rima: 1000, daxi: 20 },
  { slugs: /hyoid$|^digastric$/, ona: 30, abo: 120, inco: 40, rima: 2000, daxi: 40 },
] as const;
const VIALS: Readonly<Record<ToxinProduct, readonly number[]>> = {
  ona: [50, 100, 200],
  abo: [300, 500],
  inco: [50, 100, 200],
  rima: [2500, 5000, 10_000],
  daxi: [50, 100],
};

interface Row {
  readonly muscle: MuscleSlug;
  readonly side: 'left' | 'right' | 'bilateral' | 'midline';
  readonly units: number;
  readonly sites?: number;
  readonly volumeMl?: number;
}

interface Other {
  readonly units: number;
  readonly performedOn: PlainDate;
  readonly indication: IndicationSlug | null;
}

/** The most that is usual of a product in one side of a muscle: by the muscle, its size or its region. */
function usualTo(muscle: MuscleSlug, product: ToxinProduct): number {
  const { usualRange, region } = MUSCLES[muscle];
  const { usualBySize, usualByRegion } = PRODUCTS[product];
  const size = sizeOf(muscle);
  return (usualRange[product] ?? (size ? usualBySize[size] : usualByRegion[region])).to;
}

type Place = Pick<Row, 'muscle' | 'side'>;

const places = MUSCLE_SLUGS.flatMap((muscle): readonly Place[] =>
  MUSCLES[muscle].paired
    ? (['left', 'right', 'bilateral'] as const).map((side) => ({ muscle, side }))
    : [{ muscle, side: 'midline' }],
);

/** What clinics make up, U/mL. */
const STRENGTH: Readonly<Record<ToxinProduct, number>> = {
  ona: 50,
  abo: 300,
  inco: 50,
  rima: 3000,
  daxi: 60,
};

const drawn = fc.record({
  indication: fc.constantFrom(...INDICATION_SLUGS),
  rows: fc.uniqueArray(
    fc.record({
      place: fc.constantFrom(...places),
      share: fc.double({ min: 0.4, max: 2.4, noNaN: true }),
      sites: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
      diluted: fc.option(fc.double({ min: 0.4, max: 4, noNaN: true }), { nil: undefined, freq: 1 }),
    }),
    { minLength: 1, maxLength: 3, selector: ({ place }) => `${place.muscle} ${place.side}` },
  ),
  /** Other sessions of the same product, in shares of its limit; some given elsewhere. */
  others: fc.array(
    fc.record({
      share: fc.double({ min: 0.05, max: 0.7, noNaN: true }),
      daysAway: fc.integer({ min: -170, max: 90 }),
      indication: fc.constantFrom(...INDICATION_SLUGS),
      elsewhere: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  child: fc.option(
    fc.record({
      years: fc.integer({ min: 2, max: 17 }),
      share: fc.double({ min: 0.7, max: 1.5, noNaN: true }),
    }),
    {
      nil: undefined,
    },
  ),
  vialUnits: fc.option(fc.constantFrom(50, 100, 200, 300, 500, 2500), { nil: undefined }),
});

/** Half of the children of 2, 3 … 17 years weigh more. */
const KG = [12.3, 14.3, 16.3, 18.4, 20.6, 23, 25.6, 28.6, 32, 36, 40.5, 45.5, 50, 54, 57.5, 60.5];

function onSide(rows: readonly Row[], side: 'left' | 'right'): number {
  return rows.reduce((sum, row) => {
    if (row.side === side) return sum + row.units;
    return row.side === 'bilateral' ? sum + row.units / 2 : sum;
  }, 0);
}

function inRegion(rows: readonly Row[], region: string): readonly Row[] {
  return rows.filter(({ muscle }) => MUSCLES[muscle].region === region);
}

/** The fullest 84 days that hold the session, or so many days for one indication. */
function fullestWindow(units: number, others: readonly Other[], days = WINDOW_DAYS): number {
  const ends = Array.from({ length: days }, (_, index) => addDays(DAY, index));
  const sums = ends.map((end) =>
    others
      .filter(({ performedOn }) => performedOn <= end && daysBetween(performedOn, end) < days)
      .reduce((sum, other) => sum + other.units, units),
  );
  return Math.max(...sums);
}

const TOLERANCE = 0.01;

it.each(TOXIN_PRODUCTS.map((product) => ({ product })))(
  'no free session of $product breaks a limit',
  ({ product }) => {
    let free = 0;
    fc.assert(
      fc.property(drawn, ({ indication, rows: given, others: near, child, vialUnits }) => {
        const rows = given.map(({ place: { muscle, side }, share, sites, diluted }): Row => {
          const whole = usualTo(muscle, product) * share * (side === 'bilateral' ? 2 : 1);
          const units = Math.max(0.01, Number(whole.toFixed(2)));
          const volumeMl = diluted && Number(((units * diluted) / STRENGTH[product]).toFixed(2));
          return { muscle, side, units, sites, volumeMl: volumeMl || undefined };
        });
        const kg = child && Number(((KG[child.years - 2] ?? 60) * child.share).toFixed(1));
        const birthDate = child ? (`${2026 - child.years}-01-15` as PlainDate) : '1976-11-22';
        const others = near.map(({ share, daysAway, indication: other, elsewhere }, index) => {
          const dose = {
            units: Number((share * ADULT[product].window).toFixed(2)),
            performedOn: addDays(DAY, daysAway),
            indication: other,
          };
          const from = {
            brand: PRODUCTS[product].brand,
            region: null,
            indication: other,
            source: 'letter',
          } as const;
          const who = elsewhere ? { courseId: null, elsewhere: from } : { courseId: `course ${index}` };
          return { dose, row: aDose({ ...dose, ...who, sessionId: `session ${index}`, product }) };
        });
        const context = aContext({
          ...OF[indication as keyof typeof OF],
          indication,
          birthDate,
          today: '2027-06-01',
          weight: kg ? { kg, measuredOn: '2026-11-20' } : null,
          earlierDoses: others.map(({ row }) => row),
        });
        const vials = vialUnits
          ? [{ lotNumber: 'C7', expiresOn: '2027-06-30' as const, vialUnits }]
          : undefined;
        const findings = checkSession(aSession({ product, injections: rows, vials }), context, RULES);
        // Whether muscle and age belong to the label (S25, S10) and how far sessions are apart (S02) are other questions.
        const ofDoses = findings.filter(
          ({ code }) => !['S25', 'S10', 'S02', 'S12', 'past-day'].includes(code),
        );
        if (ofDoses.some(({ severity }) => severity !== 'note')) return;
        free += 1;
        breaksNothing({
          product,
          indication,
          rows,
          others: others.map(({ dose }) => dose),
          kg,
          birthDate,
          vialUnits,
        });
      }),
      { numRuns: 800 },
    );
    expect(free).toBeGreaterThan(10);
  },
);

interface Free {
  readonly product: ToxinProduct;
  readonly indication: IndicationSlug;
  readonly rows: readonly Row[];
  readonly others: readonly Other[];
  readonly kg: number | undefined;
  readonly birthDate: PlainDate;
  readonly vialUnits: number | undefined;
}

function breaksNothing(of: Free): void {
  const { product, indication, rows, vialUnits } = of;
  const total = rows.reduce((sum, { units }) => sum + units, 0);
  expect(total).toBeLessThanOrEqual(
    2 * (INDICATIONS[indication].usualDose[product] ?? PRODUCTS[product].usualDose).to + TOLERANCE,
  );
  for (const { muscle } of rows) {
    const same = rows.filter((row) => row.muscle === muscle);
    const most = MUSCLES[muscle].paired
      ? Math.max(onSide(same, 'left'), onSide(same, 'right'))
      : same[0]!.units;
    expect(most).toBeLessThanOrEqual(2 * usualTo(muscle, product) + TOLERANCE);
    const narrow = NARROW.find(({ slugs }) => slugs.test(muscle));
    if (narrow) expect(most).toBeLessThanOrEqual(narrow[product] + TOLERANCE);
  }
  if (vialUnits) expect(VIALS[product]).toContain(vialUnits);
  const isChild = ageOn(of.birthDate, DAY) < 18;
  if (isChild && product in CHILD) withinChildLimits(of, total);
  else withinAdultLimits(of, total);
  withinSites(of, isChild);
}

function withinAdultLimits({ product, indication, rows, others }: Free, total: number): void {
  const sameDay = others
    .filter(({ performedOn }) => performedOn === DAY)
    .reduce((sum, { units }) => sum + units, total);
  expect(sameDay).toBeLessThanOrEqual(ADULT[product].session + TOLERANCE);
  expect(fullestWindow(total, others)).toBeLessThanOrEqual(ADULT[product].window + TOLERANCE);
  const own = others.filter((other) => other.indication === indication);
  if (product === 'abo' && indication === 'cervical_dystonia') expect(total).toBeLessThanOrEqual(1000);
  if (product === 'rima' && indication === 'cervical_dystonia')
    expect(fullestWindow(total, own)).toBeLessThanOrEqual(10_000 + TOLERANCE);
  if (product === 'inco' && indication === 'sialorrhea') expect(total).toBeLessThanOrEqual(100 + TOLERANCE);
  if (product === 'rima' && indication === 'sialorrhea') expect(total).toBeLessThanOrEqual(3500 + TOLERANCE);
  if (product === 'ona' && indication === 'blepharospasm')
    expect(fullestWindow(total, own, 30)).toBeLessThanOrEqual(200 + TOLERANCE);
  if (product === 'inco' && indication === 'blepharospasm')
    for (const side of ['left', 'right'] as const)
      expect(onSide(rows, side)).toBeLessThanOrEqual(50 + TOLERANCE);
  const neck = rows.filter(({ muscle }) => muscle === 'sternocleidomastoid');
  const [left, right] = [onSide(neck, 'left'), onSide(neck, 'right')];
  expect(left > 0 && right > 0).toBe(false);
  const most = { ona: 100, abo: 150, inco: 100, rima: Infinity, daxi: 100 }[product];
  expect(Math.max(left, right)).toBeLessThanOrEqual(most + TOLERANCE);
}

function withinChildLimits({ product, rows, others, kg }: Free, total: number): void {
  const { arm, leg, whole } = CHILD[product as keyof typeof CHILD];
  const most = ([perKg, cap]: readonly [number, number]): number => Math.min(perKg * kg!, cap) + TOLERANCE;
  for (const side of ['left', 'right'] as const) {
    expect(onSide(inRegion(rows, 'upper_limb'), side)).toBeLessThanOrEqual(most(arm));
    expect(onSide(inRegion(rows, 'lower_limb'), side)).toBeLessThanOrEqual(most(leg));
  }
  expect(fullestWindow(total, others)).toBeLessThanOrEqual(most(whole));
}

function withinSites({ product, indication, rows }: Free, isChild: boolean): void {
  for (const { muscle, units, sites, volumeMl } of rows) {
    const { region } = MUSCLES[muscle];
    const eyelid =
      muscle.startsWith('orbicularis_oculi') || (indication === 'blepharospasm' && region === 'face');
    if (product === 'ona' && sites) expect(units / sites).toBeLessThanOrEqual(eyelid ? 5 : 50);
    if (product === 'abo' && sites && volumeMl)
      expect(volumeMl / sites).toBeLessThanOrEqual((isChild ? 0.5 : 1) + 0.005);
    if (volumeMl) {
      const [least, most] = {
        ona: [10, 200],
        abo: [60, 1000],
        inco: [10, 200],
        rima: [500, 5000],
        daxi: [10, 200],
      }[product];
      expect(units / volumeMl).toBeGreaterThanOrEqual(least! - 0.005);
      expect(units / volumeMl).toBeLessThanOrEqual(most! + 0.005);
    }
  }
}
