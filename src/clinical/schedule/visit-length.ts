import { INDICATION_SLUGS, type IndicationSlug } from '../catalogue/indications';

/** How long a visit for an indication takes in this clinic. A setting. */
export interface VisitLength {
  readonly indication: IndicationSlug;
  readonly minutes: number;
}

/** Until a clinic sets another length. */
export const USUAL_VISIT_MINUTES = 30;
export const SHORTEST_VISIT_MINUTES = 5;
export const LONGEST_VISIT_MINUTES = 480;

/** How long is a visit for these indications? What is treated in one visit takes its time one after the other. */
export function visitMinutes(
  indications: readonly IndicationSlug[],
  lengths: readonly VisitLength[],
): number {
  const sum = indications
    .map((slug) => lengths.find(({ indication }) => indication === slug)?.minutes ?? USUAL_VISIT_MINUTES)
    .reduce((total, minutes) => total + minutes, 0);
  return Math.min(LONGEST_VISIT_MINUTES, sum);
}

/** As long as the visit for this indication; without one, as long as the shortest that the clinic has. */
export function minutesToOffer(
  indication: IndicationSlug | undefined,
  lengths: readonly VisitLength[],
): number {
  return Math.min(
    ...(indication ? [indication] : INDICATION_SLUGS).map((slug) => visitMinutes([slug], lengths)),
  );
}
