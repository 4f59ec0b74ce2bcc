import { scaleIn, scaleRank, type Scale } from '../../../clinical/catalogue/scales';
import { toHundredth } from '../../../clinical/numbers';
import type { IndicationSlug } from '../../../clinical/catalogue/indications';
import type { MeasurementPhase } from '../../../clinical/treated-session';
import type { ExpectedRange } from '../../../clinical/watch/change-point/expected-response';
import { ChartFrame, levelLabel, Levels } from './chart-frame';
import type { ChartSession } from '../../../records/courses/course-page.query';
import { round, type TimeAxis } from './course-chart';
import { counted } from '../../../clinical/words';

const TOP = 28;
const BOTTOM = 90;
const HEIGHT = 100;
const LABEL_HEIGHT = 12;

export interface ScaleChartProps {
  /** A scale, or a scale of a muscle group. */
  readonly taken: string;
  readonly indication: IndicationSlug;
  readonly sessions: readonly ChartSession[];
  readonly axis: TimeAxis;
  /** Is it the last of the stack? */
  readonly months: boolean;
}

/** One scale over the sessions of a course: the start of each cycle, its peak, and the smallest change that matters. */
export function ScaleChart({ taken, indication, sessions, axis, months }: ScaleChartProps) {
  const scale = takenScale(taken, indication);
  const readings = readingsOf(taken, sessions);
  const values = readings.flatMap(({ start, peak }) => [start, peak].filter((value) => value !== undefined));
  const most = niceMost(Math.max(...values), scale);
  const least = Math.min(scale.min, ...values);
  const at = (value: number) =>
    round(BOTTOM - ((BOTTOM - TOP) * (Math.min(most, Math.max(least, value)) - least)) / (most - least || 1));
  const levels = [least, most];
  const heading = `${scale.name} (${betterText(scale)})`;
  return (
    <ChartFrame
      id={`scale-${taken.replace(' ', '-')}`}
      title={scale.name}
      description={describe(scale, readings)}
      axis={axis}
      height={HEIGHT}
      months={months}
      labels={{
        captions: [{ y: 14, text: `${heading}${changeText(scale)}`, short: heading }],
        edge: levels.map((value) => levelLabel(at(value), labelOf(scale, value))),
      }}
    >
      <Levels axis={axis} heights={levels.map(at)} />
      {readings.map(({ number, performedOn, start, peak, expected }) => {
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
            {expected && <ExpectedBracket x={x - 16} range={expected} at={at} />}
            {start !== undefined && <circle class="start" cx={x} cy={at(start)} r={5} />}
            {peak !== undefined && <circle class="peak" cx={x} cy={at(peak)} r={5} />}
            {valueLabels(start, peak, at).map(({ value, y }) => (
              <text key={y} class="value" x={x + 9} y={y}>
                {labelOf(scale, value)}
              </text>
            ))}
          </g>
        );
      })}
    </ChartFrame>
  );
}

/** What was expected of a peak, beside it: eight of ten sessions lie within, the stroke is the usual. */
function ExpectedBracket({
  x,
  range,
  at,
}: {
  readonly x: number;
  readonly range: ExpectedRange;
  readonly at: (value: number) => number;
}) {
  const [from, to, usual] = [at(range.from), at(range.to), at(range.usual)];
  return (
    <>
      <path class="expected-bracket" d={`M${x + 3} ${from}H${x}V${to}H${x + 3}`} />
      <line class="usual-stroke" x1={x - 4} x2={x + 4} y1={usual} y2={usual} />
    </>
  );
}

/** Where the two values are written: beside their marks, and never over one another. */
function valueLabels(start: number | undefined, peak: number | undefined, at: (value: number) => number) {
  const [upper, lower] = [start, peak]
    .flatMap((value) => (value === undefined ? [] : [{ value, y: at(value) + 4 }]))
    .toSorted((a, b) => a.y - b.y);
  if (!upper || !lower) return upper ? [upper] : [];
  if (upper.value === lower.value) return [upper];
  const missing = Math.max(0, LABEL_HEIGHT - (lower.y - upper.y)) / 2;
  return [
    { ...upper, y: round(upper.y - missing) },
    { ...lower, y: round(lower.y + missing) },
  ];
}

export interface ScaleReadings {
  readonly number: number;
  readonly performedOn: ChartSession['performedOn'];
  readonly start?: number;
  readonly peak?: number;
  /** Of the peak, where the trend read this scale. */
  readonly expected?: ExpectedRange;
}

/** The scale by its name, with the muscle group where it was taken of one. */
export function takenScale(taken: string, indication: IndicationSlug): Scale {
  const [slug = '', of] = taken.split(' ');
  const scale = scaleIn(slug, indication);
  return of ? { ...scale, name: `${scale.name}, ${of.replaceAll('_', ' ')}` } : scale;
}

/** Scales that were taken at the start of a cycle or at its peak at least once: those of the indication in its order, then others. */
export function scalesTaken(sessions: readonly ChartSession[], order: readonly string[]): string[] {
  const taken = new Set(
    sessions.flatMap(({ measurements }) =>
      measurements
        .filter(({ phase }) => phase === 'cycle-start' || phase === 'peak')
        .map(({ scale, of }) => (of ? `${scale} ${of}` : scale)),
    ),
  );
  const place = (taking: string) =>
    (order.indexOf(taking.split(' ')[0]!) + order.length + 1) % (order.length + 1);
  return [...taken].toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** What was taken: a scale, or a scale of a muscle group, `mas elbow_flexors`. */
export function readingsOf(taken: string, sessions: readonly ChartSession[]): ScaleReadings[] {
  const [slug = '', of] = taken.split(' ');
  return sessions.flatMap(({ number, performedOn, measurements, evidence }) => {
    const valueAt = (phase: MeasurementPhase) => {
      const found = measurements.find(
        (measurement) => measurement.scale === slug && measurement.phase === phase && measurement.of === of,
      );
      return found && scaleRank(slug, found.value);
    };
    const [start, peak] = [valueAt('cycle-start'), valueAt('peak')];
    const { onScale } = evidence.expected;
    const expected = onScale?.scale === slug && of === undefined && peak !== undefined ? onScale : undefined;
    return start === undefined && peak === undefined ? [] : [{ number, performedOn, start, peak, expected }];
  });
}

/** A value as the scale says it: a grade's label, else the number. */
export function labelOf(scale: Scale, value: number): string {
  return scale.labels?.[value] ?? `${toHundredth(value)}`;
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
  return `, change that matters: ${kind === 'points' ? counted(value, 'point') : `${value} %`}`;
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
