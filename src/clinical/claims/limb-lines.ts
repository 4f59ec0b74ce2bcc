import { counted } from '../words';
import type { ClaimLine } from './claim-line';
import { LIMBS, type Limb } from './procedure-place';

type Limbs = ReadonlyMap<Limb, ReadonlySet<string>>;

const FEW = 4;
const SOURCE = 'V:CPT-42,CPT-45';

interface CountedLimb {
  readonly limb: Limb;
  readonly muscles: number;
}

/**
 * Of each limb one code by its number of muscles: 1-4, or 5 and more.
 *
 * Only the most treated limb of the day has a base code, every other an additional one by its own number; neither
 * takes a side or 50. Limbs of the patient's other sessions of that day count for which one is the base.
 */
export function limbLines(limbs: Limbs, earlierThatDay: Limbs, laterThatDay: Limbs): readonly ClaimLine[] {
  const own = byNumber(limbs);
  const [first] = own;
  if (!first) return [];
  const isBase = first.muscles > mostOf(earlierThatDay) && first.muscles >= mostOf(laterThatDay);
  const base = isBase
    ? [lineOf([first], first.muscles > FEW ? '64644' : '64642', 'the most treated limb')]
    : [];
  const others = isBase ? own.slice(1) : own;
  return [
    ...base,
    ...added(others, (muscles) => muscles > FEW, '64645'),
    ...added(others, (muscles) => muscles <= FEW, '64643'),
  ];
}

function added(
  limbs: readonly CountedLimb[],
  counts: (muscles: number) => boolean,
  code: string,
): readonly ClaimLine[] {
  const of = limbs.filter(({ muscles }) => counts(muscles));
  return of.length > 0 ? [lineOf(of, code, 'beside the base code of the most treated limb of the day')] : [];
}

function lineOf(limbs: readonly CountedLimb[], code: string, why: string): ClaimLine {
  const named = limbs.map(({ limb, muscles }) => `${limb} ${counted(muscles, 'muscle')}`).join(', ');
  return { code, modifiers: [], billingUnits: limbs.length, text: `${named}: ${why} (${SOURCE}).` };
}

function byNumber(limbs: Limbs): readonly CountedLimb[] {
  return LIMBS.flatMap((limb) => ({ limb, muscles: limbs.get(limb)?.size ?? 0 }))
    .filter(({ muscles }) => muscles > 0)
    .toSorted((a, b) => b.muscles - a.muscles);
}

function mostOf(limbs: Limbs): number {
  return byNumber(limbs)[0]?.muscles ?? 0;
}
