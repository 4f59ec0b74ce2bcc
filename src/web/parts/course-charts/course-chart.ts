import { addDays, daysBetween, type PlainDate } from '../../../clinical/calendar';
import { toHundredth } from '../../../clinical/numbers';
import type { ChartSession } from '../../../records/courses/course-page.query';

/** A day's place on the drawing. All charts of a course share one. */
export interface TimeAxis {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly x: (day: PlainDate) => number;
  /** Beginnings of quarters, thinned so that their labels do not touch. */
  readonly ticks: readonly PlainDate[];
}

const LEFT = 64;
const RIGHT_MARGIN = 28;
const SMALLEST = 680;
const A_SESSION = 52;
const A_LABEL = 62;
const DRAWN = 16;
const BEFORE_EVIDENCE = 3;

/** Spans the first session to the last of `days` (today, the due day), wide enough that sessions can be told apart. */
export function timeAxis(sessions: readonly ChartSession[], days: readonly PlainDate[]): TimeAxis {
  const known = [...sessions.map(({ performedOn }) => performedOn), ...days].toSorted();
  const from = addDays(known[0]!, -21);
  const to = addDays(known.at(-1)!, 28);
  const width = Math.max(SMALLEST, sessions.length * A_SESSION + LEFT + RIGHT_MARGIN);
  const right = width - RIGHT_MARGIN;
  const span = daysBetween(from, to);
  const x = (day: PlainDate) => round(LEFT + ((right - LEFT) * daysBetween(from, day)) / span);
  return { width, left: LEFT, right, from, to, x, ticks: ticksOf(from, to, x) };
}

/** A place on the drawing, to a tenth: more digits only make the page heavier. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Stretches of one product each, in the order of time: a change is drawn where one begins. */
export function productStretches(sessions: readonly ChartSession[]): ChartSession[] {
  return sessions.filter((session, i) => session.product !== sessions[i - 1]?.product);
}

/** Sessions that are compared with one usual: none is drawn across two such stretches. */
export function epochs(sessions: readonly ChartSession[]): ChartSession[][] {
  const starts = [...new Set(sessions.map(({ epochSession }) => epochSession))];
  return starts.map((start) => sessions.filter(({ epochSession }) => epochSession === start));
}

/** Does a course record how much its sessions help? One that records lengths alone has no usual size of its own to show. */
export function recordsSizes(sessions: readonly Pick<ChartSession, 'evidence'>[]): boolean {
  return sessions.some(({ evidence }) => evidence.size) || !sessions.some(({ evidence }) => evidence.length);
}

/** Does it record how long they help? One that keeps a diary or a scale alone has no usual length of its own to show. */
export function recordsLengths(sessions: readonly Pick<ChartSession, 'evidence'>[]): boolean {
  return sessions.some(({ evidence }) => evidence.length) || !sessions.some(({ evidence }) => evidence.size);
}

/** What is drawn at first: the latest four years or so, and never less than what a flag rests on. */
export function latestSessions<Given extends ChartSession>(
  sessions: readonly Given[],
  evidence: readonly number[],
): readonly Given[] {
  const needed = Math.min(...evidence, sessions.length + 1) - BEFORE_EVIDENCE;
  return sessions.slice(Math.max(0, Math.min(sessions.length - DRAWN, needed - 1)));
}

function ticksOf(from: PlainDate, to: PlainDate, x: TimeAxis['x']): PlainDate[] {
  const ticks: PlainDate[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    for (const month of ['01', '04', '07', '10']) {
      const day = `${year}-${month}-01` as PlainDate;
      const last = ticks.at(-1);
      if (day >= from && day <= to && (!last || x(day) - x(last) >= A_LABEL)) ticks.push(day);
    }
  }
  return ticks;
}

/** Units of a treatment's first session and of each that completed it or touched it up. */
export function partUnits(totalUnits: number, parts: readonly { readonly totalUnits: number }[]): number[] {
  const later = parts.map((part) => part.totalUnits);
  return [toHundredth(totalUnits - later.reduce((sum, units) => sum + units, 0)), ...later];
}
