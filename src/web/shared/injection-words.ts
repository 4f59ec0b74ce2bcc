import type { Guidance } from '../../clinical/catalogue/guidance';
import { isMuscle, MUSCLES, type InjectionSide } from '../../clinical/catalogue/muscles';
import { PRODUCTS } from '../../clinical/catalogue/products';
import type { ToxinProduct } from '../../clinical/units';
import { toHundredth } from '../../clinical/numbers';

export const SIDE_WORDS: Readonly<Record<InjectionSide, string>> = {
  right: 'Right',
  left: 'Left',
  bilateral: 'Both',
  midline: 'Midline',
};

export const GUIDANCE_WORDS: Readonly<Record<Guidance, string>> = {
  none: 'None',
  palpation: 'Palpation',
  emg: 'EMG',
  stimulation: 'Stimulation',
  ultrasound: 'Ultrasound',
  ct: 'CT',
  endoscopy: 'Endoscopy',
};

/** A place in words: "Splenius capitis right". */
export function placeWords(muscle: string, side: InjectionSide): string {
  const name = isMuscle(muscle) ? MUSCLES[muscle].name : muscle;
  if (side === 'midline') return name;
  return `${name} ${side === 'bilateral' ? 'both sides' : side}`;
}

export function productWords(product: ToxinProduct): string {
  const { brand, generic } = PRODUCTS[product];
  return `${brand} (${generic})`;
}

export function numberWords(units: number): string {
  return toHundredth(units).toLocaleString('en-US');
}
