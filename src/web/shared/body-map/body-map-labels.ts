import type { Box, Point } from './body-map-shape';

/** A text that is to stand at a point of the drawing. */
export interface Label {
  readonly id: string;
  readonly text: string;
  readonly at: Point;
}

/** Where it stands: the middle of its box, and how large that is. */
export interface PlacedLabel extends Label {
  readonly middle: Point;
  readonly width: number;
  readonly height: number;
}

/** Of bold digits, as wide as they are drawn at most, in parts of the size of the letters. */
const LETTER_WIDTH = 0.62;
const LETTER_HEIGHT = 1.05;
const STEPS = 240;

/**
 * Where do the numbers stand, so that none covers another?
 *
 * Each where it belongs, or as near to it as it is whole; what would cover one that stands already moves up or down to
 * the nearest free place. From top to bottom.
 */
export function placedLabels(
  labels: readonly Label[],
  size: number,
  [x, y, width, height]: Box,
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const label of labels.toSorted((a, b) => a.at[1] - b.at[1])) {
    const box = { width: (label.text.length * LETTER_WIDTH + 0.4) * size, height: LETTER_HEIGHT * size };
    const across = between(label.at[0], x + box.width / 2, x + width - box.width / 2);
    const places = shifts(size / 4)
      .map((shift): PlacedLabel => ({ ...label, ...box, middle: [across, label.at[1] + shift] }))
      .filter(({ middle: [, down] }) => down >= y + box.height / 2 && down <= y + height - box.height / 2);
    const free = places.find((place) => placed.every((other) => !overlap(place, other)));
    placed.push(free ?? { ...label, ...box, middle: [across, label.at[1]] });
  }
  return placed;
}

/** Do two boxes cover each other? Those that touch do not. */
export function overlap(one: PlacedLabel, other: PlacedLabel): boolean {
  const [dx, dy] = [one.middle[0] - other.middle[0], one.middle[1] - other.middle[1]];
  return Math.abs(dx) < (one.width + other.width) / 2 && Math.abs(dy) < (one.height + other.height) / 2;
}

function shifts(step: number): readonly number[] {
  return Array.from({ length: STEPS }, (_, i) => (i % 2 === 1 ? 1 : -1) * Math.ceil(i / 2) * step);
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
