import { unitsText } from '../../doses/dose-cap';
import { dayText } from '../../due/due-text';
import type { PlainDate } from '../../calendar';
import { PRODUCTS } from '../../catalogue/products';
import type { ToxinProduct } from '../../units';
import { counted } from '../../words';
import type { PaperCourse, PaperTreatment } from '../course-lines';
import { productText } from '../dose-lines';

/** Toxin that somebody else gave. */
export interface DoseTried {
  readonly givenOn: PlainDate;
  readonly product: ToxinProduct | null;
  readonly brand: string | null;
  readonly units: number | null;
  readonly givenBy: string | null;
}

interface Tried {
  readonly course: Pick<PaperCourse, 'plannedProduct'>;
  readonly treatments: readonly PaperTreatment[];
  readonly elsewhere: readonly DoseTried[];
  /** In words, a line each. */
  readonly triedBefore: string | null;
}

/**
 * What was tried before this product: what is written of the time before the course, other products of the course with the best
 * that they did, and toxin elsewhere.
 */
export function triedLines({ course, treatments, elsewhere, triedBefore }: Tried): string[] {
  const products = [...new Set(treatments.map(({ product }) => product))];
  return [
    ...linesOf(triedBefore),
    ...products
      .filter((product) => product !== course.plannedProduct)
      .map((product) => stretchLine(product, treatments)),
    ...elsewhere.map(elsewhereLine),
  ];
}

function linesOf(text: string | null): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function stretchLine(product: ToxinProduct, all: readonly PaperTreatment[]): string {
  const given = all.filter((treatment) => treatment.product === product);
  const improvements = given.flatMap(({ response }) => response?.improvementPct ?? []);
  const best = improvements.length > 0 ? `, at best ${Math.max(...improvements)} % improvement` : '';
  return `${productText(product)}: ${counted(given.length, 'session')}, ${dayText(given[0]!.performedOn)} to ${dayText(given.at(-1)!.performedOn)}${best}.`;
}

function elsewhereLine({ givenOn, product, brand, units, givenBy }: DoseTried): string {
  const name = brand ?? (product ? PRODUCTS[product].brand : 'Botulinum toxin');
  const dose = units === null ? name : product && !brand ? unitsText(product, units) : `${units} U ${name}`;
  return `${dose} on ${dayText(givenOn)}, given ${givenBy ? `by ${givenBy}` : 'elsewhere'}.`;
}
