import type { MuscleSlug } from '../../../../clinical/catalogue/muscles';

/** What lies at the surface, what is reached through it, and where the skin itself is treated. */
export const MAP_LAYERS = ['surface', 'deep', 'skin'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

/** Muscles that are reached at a place, and its outline; more loops than one are parted by `|`. */
export type Shape = readonly [muscles: MuscleSlug | readonly MuscleSlug[], points: string];

/**
 * A drawing of a part of the body: its outline, lines that help the eye, and where muscles lie.
 *
 * What is symmetric is drawn as its half on the viewer's right. Of arms, legs and the side of the head one is drawn, the
 * other is its mirror image.
 */
export interface Plate {
  readonly viewBox: readonly [x: number, y: number, width: number, height: number];
  readonly body: readonly string[];
  readonly lines: readonly string[];
  readonly shapes: Readonly<Partial<Record<MapLayer, readonly Shape[]>>>;
  /** In the midline of a symmetric drawing. */
  readonly midline?: Readonly<Partial<Record<MapLayer, readonly Shape[]>>>;
}
