import type { PlainDate } from '../calendar';
import type { Guidance } from '../catalogue/guidance';
import { isMuscle, MUSCLES, type InjectionSide } from '../catalogue/muscles';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { pointsText, type InjectionPoint } from '../doses/injection-points';
import { PRODUCTS } from '../catalogue/products';
import { dayText } from '../due/due-text';
import { toHundredth } from '../numbers';
import type { ToxinProduct } from '../units';
import { counted } from '../words';

export interface PaperInjection {
  readonly muscle: string;
  readonly side: InjectionSide;
  readonly units: number;
  readonly sites: number | null;
  readonly volumeMl: number | null;
  readonly guidance: Guidance | null;
  /** Where in the muscle; left out or empty: not told. */
  readonly points?: readonly InjectionPoint[];
}

export interface PaperVial {
  readonly lotNumber: string;
  readonly expiresOn: PlainDate;
  readonly vialUnits: number;
  /** "26 Nov 2026, 14:30" on the clinic's wall. */
  readonly madeUp: string | null;
  readonly diluentMl: number | null;
  readonly unitsDiscarded: number | null;
}

const GUIDANCE_TEXT: Readonly<Record<Guidance, string>> = {
  none: 'without guidance',
  palpation: 'by palpation',
  emg: 'under EMG',
  stimulation: 'under electrical stimulation',
  ultrasound: 'under ultrasound',
  ct: 'under CT',
  endoscopy: 'under endoscopy',
};

/** `155 U Botox`: units never stand without their product. */
export function doseText(units: number, product: ToxinProduct): string {
  return `${toHundredth(units).toLocaleString('en-US')} U ${PRODUCTS[product].brand}`;
}

/** `Botox (onabotulinumtoxinA)`; of type B it is said. */
export function productText(product: ToxinProduct): string {
  const { brand, generic, serotype } = PRODUCTS[product];
  return `${brand} (${generic}${serotype === 'B' ? ', type B' : ''})`;
}

/** `Splenius capitis right: 50 U Botox, 2 sites, 1 mL, under EMG`. Both sides: the units are those of both together. */
export function injectionLine(injection: PaperInjection, product: ToxinProduct): string {
  const { side, units, sites, volumeMl, guidance, points = [] } = injection;
  return [
    `${placeOf(injection)}: ${doseText(units, product)}${side === 'bilateral' ? ' in all' : ''}`,
    points.length > 0 ? pointsText(points, side, product) : sites !== null && counted(sites, 'site'),
    volumeMl !== null && `${volumeMl} mL`,
    guidance && GUIDANCE_TEXT[guidance],
  ]
    .filter(Boolean)
    .join(', ');
}

function placeOf({ muscle, side }: PaperInjection): string {
  const name = isMuscle(muscle) ? MUSCLES[muscle].name : muscle;
  return side === 'midline' ? name : `${name} ${side === 'bilateral' ? 'both sides' : side}`;
}

/** `Lot C1, expires 31 Dec 2027: vial of 100 U Botox in 2 mL (5 U Botox in 0.1 mL), 45 U Botox discarded`. */
export function vialLine(vial: PaperVial, product: ToxinProduct): string {
  const { lotNumber, expiresOn, vialUnits, madeUp, diluentMl, unitsDiscarded } = vial;
  return [
    `Lot ${lotNumber}, expires ${dayText(expiresOn)}: vial of ${doseText(vialUnits, product)}${madeUpText({ vialUnits, diluentMl }, product)}`,
    madeUp && `reconstituted ${madeUp}`,
    unitsDiscarded !== null &&
      (unitsDiscarded === 0 ? 'nothing discarded' : `${doseText(unitsDiscarded, product)} discarded`),
  ]
    .filter(Boolean)
    .join(', ');
}

/** What is sold as a solution needs no diluent; what is added to it comes to its own volume. */
function madeUpText(
  { vialUnits, diluentMl }: Pick<PaperVial, 'vialUnits' | 'diluentMl'>,
  product: ToxinProduct,
): string {
  const { solution } = PRODUCT_ROWS[product];
  const inTenth = (ml: number): string => `${doseText(vialUnits / ml / 10, product)} in 0.1 mL`;
  if (solution) {
    const ownMl = vialUnits / solution.unitsPerMl;
    return diluentMl
      ? `, solution with ${diluentMl} mL added (${inTenth(ownMl + diluentMl)})`
      : `, ready solution (${inTenth(ownMl)})`;
  }
  if (diluentMl) return ` in ${diluentMl} mL (${inTenth(diluentMl)})`;
  return diluentMl === 0 ? ', not diluted' : '';
}

/** What a reader of the note would look for and the session does not tell. */
export function missingOfDose(
  injections: readonly PaperInjection[],
  vials: readonly PaperVial[],
  product: ToxinProduct,
): readonly string[] {
  const unguided = injections.filter(({ guidance }) => guidance === null);
  return [
    unguided.length > 0 && `guidance of ${unguided.map(placeOf).join(', ')}`,
    vials.length === 0 && 'lot, expiry, dilution and waste of the vials',
    PRODUCT_ROWS[product].solution === null &&
      vials.some(({ diluentMl }) => diluentMl === null) &&
      'dilution',
    vials.some(({ unitsDiscarded }) => unitsDiscarded === null) && 'waste',
  ].filter((what): what is string => typeof what === 'string');
}
