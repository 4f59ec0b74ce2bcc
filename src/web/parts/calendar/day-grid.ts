import type { Span } from '../../../clinical/schedule/opening-hours';

/** How many minutes a row of the day's table stands for. */
export const ROW_MINUTES = 15;

/** A visit on the time axis, in minutes of the day. */
export interface Placed {
  readonly from: number;
  readonly to: number;
}

/** A cell of a column: so many rows from this minute on. */
export interface GridCell<V extends Placed> {
  readonly at: number;
  readonly rows: number;
  /** Those that share a row, by time; none: nobody is booked. */
  readonly visits: readonly V[];
  /** Two of them are at the same time. */
  readonly clash: boolean;
  readonly open: boolean;
  /** The minute in it at which a visit could begin. */
  readonly freeFrom?: number;
}

/** From where to where a day is drawn: opening hours and visits, in half hours. */
export function axisOf(spans: readonly Placed[]): Span | undefined {
  if (spans.length === 0) return undefined;
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  return { from: Math.floor(from / 30) * 30, to: Math.ceil(to / 30) * 30 };
}

/** The cells of one injector's column from the first row of the axis to its last. */
export function columnCells<V extends Placed>(
  visits: readonly V[],
  hours: readonly Span[],
  axis: Span,
): GridCell<V>[] {
  const sorted = visits.toSorted((a, b) => a.from - b.from);
  const cells: GridCell<V>[] = [];
  for (let at = axis.from; at < axis.to;) {
    const cell = cellAt(at, sorted, hours);
    cells.push(cell);
    at += cell.rows * ROW_MINUTES;
  }
  return cells;
}

function cellAt<V extends Placed>(at: number, sorted: readonly V[], hours: readonly Span[]): GridCell<V> {
  const shared: V[] = [];
  let end = at + ROW_MINUTES;
  for (const visit of sorted.filter(({ from }) => from >= at)) {
    if (visit.from >= end) break;
    shared.push(visit);
    end = Math.max(end, Math.ceil(visit.to / ROW_MINUTES) * ROW_MINUTES);
  }
  const open = hours.some((span) => span.from <= at && at < span.to);
  const clash = shared.some((visit, i) => shared.slice(0, i).some((before) => visit.from < before.to));
  return { at, rows: (end - at) / ROW_MINUTES, visits: shared, clash, open };
}

/** Of the times at which a visit could begin, one after the other: none that begins before the one before it ended. */
export function oneAfterAnother(starts: readonly number[], minutes: number): number[] {
  const taken: number[] = [];
  for (const start of starts) if (start >= (taken.at(-1) ?? -Infinity) + minutes) taken.push(start);
  return taken;
}

/** The cells with the times at which a visit could begin, each in the row in which it lies. */
export function withFree<V extends Placed>(
  cells: readonly GridCell<V>[],
  starts: readonly number[],
): GridCell<V>[] {
  return cells.map((cell) => {
    const freeFrom =
      cell.visits.length > 0
        ? undefined
        : starts.find((start) => cell.at <= start && start < cell.at + ROW_MINUTES);
    return freeFrom === undefined ? cell : { ...cell, freeFrom };
  });
}

/**
 * The same with one cell for all time between two visits: closed time apart from open time. It can be booked from the first
 * minute in it at which a visit could begin.
 */
export function withGaps<V extends Placed>(cells: readonly GridCell<V>[]): GridCell<V>[] {
  const drawn: GridCell<V>[] = [];
  for (const cell of cells) {
    const last = drawn.at(-1);
    if (!last || last.visits.length > 0 || cell.visits.length > 0 || last.open !== cell.open) {
      drawn.push(cell);
      continue;
    }
    const freeFrom = last.freeFrom ?? cell.freeFrom;
    drawn[drawn.length - 1] = {
      ...last,
      rows: last.rows + cell.rows,
      ...(freeFrom !== undefined && { freeFrom }),
    };
  }
  return drawn;
}
