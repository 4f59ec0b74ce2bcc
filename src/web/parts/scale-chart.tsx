import { scaleRank, scaleOf, type Scale } from '../../clinical/scales';
import type { MeasurementPhase } from '../../clinical/treated-session';
import { TimeTicks } from './chart-marks';
import { round, type ChartSession, type TimeAxis } from './course-chart';

const TOP = 26;
const BOTTOM = 126;
const HEIGHT = 166;

/** One scale over the sessions of a course: the start of each cycle, its peak, and the smallest change that matters. */
export function ScaleChart({
  slug,
  sessions,
  axis,
}: {
  readonly slug: string;
  readonly sessions: readonly ChartSession[];
  readonly axis: TimeAxis;
}) {
  const scale = scaleOf(slug);
  const readings = readingsOf(slug, sessions);
  const values = readings.flatMap(({ start, peak }) => [start, peak].filter((value) => value !== undefined));
  const most = niceMost(Math.max(...values), scale);
  const least = Math.min(scale.min, ...values);
  const at = (value: number) =>
    round(BOTTOM - ((BOTTOM - TOP) * (Math.max(least, value) - least)) / (most - least || 1));
  const [title, desc] = [`scale-${slug}-title`, `scale-${slug}-desc`];
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${axis.width} ${HEIGHT}`}
      width={axis.width}
      height={HEIGHT}
      role="img"
      aria-labelledby={`${title} ${desc}`}
    >
      <title id={title}>{scale.name}</title>
      <desc id={desc}>{describe(scale, readings)}</desc>
      <text class="caption" x={axis.left} y={14}>
        {`${scale.name} (${betterText(scale)})${changeText(scale)}`}
      </text>
      <g class="axis">
        {[least, (least + most) / 2, most].map((value) => (
          <g key={value}>
            <line class="grid" x1={axis.left} x2={axis.right} y1={at(value)} y2={at(value)} />
            <text x={axis.left - 8} y={at(value) + 4} text-anchor="end">
              {labelOf(scale, value)}
            </text>
          </g>
        ))}
      </g>
      {readings.map(({ number, performedOn, start, peak }) => {
        const x = axis.x(performedOn);
        const band = start === undefined ? undefined : bandOf(scale, start);
        return (
          <g key={number}>
            {band && (
              <rect
                class="band"
                x={x - 11}
                width={22}
                y={Math.min(at(band[0]), at(band[1]))}
                height={Math.abs(at(band[0]) - at(band[1]))}
              />
            )}
            {start !== undefined && peak !== undefined && (
              <line class="change" x1={x} x2={x} y1={at(start)} y2={at(peak)} />
            )}
            {start !== undefined && <circle class="start" cx={x} cy={at(start)} r={5} />}
            {peak !== undefined && <circle class="peak" cx={x} cy={at(peak)} r={5} />}
          </g>
        );
      })}
      <TimeTicks axis={axis} y={HEIGHT - 26} />
    </svg>
  );
}

export interface ScaleReadings {
  readonly number: number;
  readonly performedOn: ChartSession['performedOn'];
  readonly start?: number;
  readonly peak?: number;
}

/** Scales that were taken at the start of a cycle or at its peak at least once. */
export function scalesTaken(sessions: readonly ChartSession[]): string[] {
  const taken = sessions.flatMap(({ measurements }) =>
    measurements.filter(({ phase }) => phase === 'cycle-start' || phase === 'peak').map(({ scale }) => scale),
  );
  return [...new Set(taken)];
}

export function readingsOf(slug: string, sessions: readonly ChartSession[]): ScaleReadings[] {
  return sessions.flatMap(({ number, performedOn, measurements }) => {
    const valueAt = (phase: MeasurementPhase) => {
      const found = measurements.find((one) => one.scale === slug && one.phase === phase);
      return found && scaleRank(slug, found.value);
    };
    const [start, peak] = [valueAt('cycle-start'), valueAt('peak')];
    return start === undefined && peak === undefined ? [] : [{ number, performedOn, start, peak }];
  });
}

/** A value as the scale says it: a grade's label, else the number. */
export function labelOf(scale: Scale, value: number): string {
  return scale.labels?.[value] ?? `${Math.round(value * 10) / 10}`;
}

/** From the start of the cycle to the smallest change for the better that matters. */
function bandOf(
  { meaningfulChange, direction }: Scale,
  start: number,
): readonly [number, number] | undefined {
  if (!meaningfulChange) return undefined;
  const change =
    meaningfulChange.kind === 'points'
      ? meaningfulChange.value
      : (Math.abs(start) * meaningfulChange.value) / 100;
  return [start, direction === 'higher-is-worse' ? start - change : start + change];
}

export function changeText({ meaningfulChange }: Scale): string {
  if (!meaningfulChange) return '';
  const { value, kind } = meaningfulChange;
  return `, change that matters: ${value} ${kind === 'points' ? (value === 1 ? 'point' : 'points') : '%'}`;
}

function betterText({ direction }: Scale): string {
  return direction === 'higher-is-worse' ? 'lower is better' : 'higher is better';
}

function niceMost(most: number, { max, labels }: Scale): number {
  if (labels) return labels.length - 1;
  const step = most > 100 ? 50 : most > 20 ? 10 : most > 8 ? 4 : 2;
  return Math.min(max, Math.ceil(Math.max(most, 1) / step) * step);
}

function describe(scale: Scale, readings: readonly ScaleReadings[]): string {
  const last = readings.at(-1);
  if (!last) return 'Not taken yet.';
  const said = (value: number | undefined) => (value === undefined ? 'not taken' : labelOf(scale, value));
  return `${readings.length} sessions${changeText(scale)}. Latest: ${said(last.start)} at the start of the cycle, ${said(last.peak)} at the peak.`;
}
