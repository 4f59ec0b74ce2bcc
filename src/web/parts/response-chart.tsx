import { addDays, addDuration, type PlainDate } from '../../clinical/calendar';
import { dayText, weeksText } from '../../clinical/due-text';
import { PRODUCTS } from '../../clinical/products';
import { ProductMark, TimeTicks } from './chart-marks';
import { productStretches, round, type ChartSession, type TimeAxis } from './course-chart';

export interface ResponseChartProps {
  readonly sessions: readonly ChartSession[];
  readonly axis: TimeAxis;
  readonly today: PlainDate;
}

const SIZE_TOP = 24;
const SIZE_BOTTOM = 154;
const LENGTH_TOP = 196;
const LENGTH_BOTTOM = 316;
const EFFECT = 356;
const HEIGHT = 410;
const THREE_MONTHS_WEEKS = 13;

/**
 * How much and how long did each session help, beside what is usual for this patient?
 *
 * Above the improvement at the peak, in the middle the weeks of effect, below the time that each effect lasted. A point
 * is a session and can be linked to (`#session-3`).
 */
export function ResponseChart({ sessions, axis, today }: ResponseChartProps) {
  const weeks = longestWeeks(sessions);
  const sizeAt = (pct: number) => round(SIZE_BOTTOM - ((SIZE_BOTTOM - SIZE_TOP) * Math.max(-20, pct)) / 100);
  const lengthAt = (days: number) =>
    round(LENGTH_BOTTOM - ((LENGTH_BOTTOM - LENGTH_TOP) * days) / (weeks * 7));
  const latest = sessions.at(-1)!;
  const windowEnd = addDuration(latest.performedOn, 'P3M');
  const clip = (day: PlainDate) => Math.min(axis.right, axis.x(day));
  return (
    <svg
      class="chart chart-response"
      viewBox={`0 0 ${axis.width} ${HEIGHT}`}
      width={axis.width}
      height={HEIGHT}
      role="img"
      aria-labelledby="response-title response-desc"
    >
      <title id="response-title">Improvement and length of effect, session by session</title>
      <desc id="response-desc">{describe(sessions)}</desc>
      <rect
        class="three-months"
        x={axis.x(latest.performedOn)}
        width={Math.max(0, clip(windowEnd) - axis.x(latest.performedOn))}
        y={SIZE_TOP}
        height={EFFECT + 14 - SIZE_TOP}
      />
      <g class="axis">
        <text class="caption" x={axis.left} y={14}>
          Improvement at the peak, %
        </text>
        {[0, 25, 50, 75, 100].map((pct) => (
          <GridLine key={pct} axis={axis} y={sizeAt(pct)} label={`${pct}`} />
        ))}
        <text class="caption" x={axis.left} y={LENGTH_TOP - 12}>
          Length of effect, weeks
        </text>
        {weekTicks(weeks).map((week) => (
          <GridLine key={week} axis={axis} y={lengthAt(week * 7)} label={`${week}`} />
        ))}
        <line
          class="three-months-line"
          x1={axis.left}
          x2={axis.right}
          y1={lengthAt(THREE_MONTHS_WEEKS * 7)}
          y2={lengthAt(THREE_MONTHS_WEEKS * 7)}
        />
        <text class="caption" x={axis.left} y={EFFECT - 14}>
          From session to wear-off
        </text>
      </g>
      <polyline class="usual" points={usualLine(sessions, axis, ({ sizePct }) => sizeAt(sizePct))} />
      <polyline class="usual" points={usualLine(sessions, axis, ({ days }) => lengthAt(days))} />
      {productStretches(sessions)
        .slice(1)
        .map(({ number, performedOn }) => (
          <line
            key={number}
            class="product-change"
            x1={axis.x(performedOn)}
            x2={axis.x(performedOn)}
            y1={SIZE_TOP - 6}
            y2={EFFECT + 14}
          />
        ))}
      {sessions.map((session) => (
        <SessionMarks
          key={session.number}
          session={session}
          axis={axis}
          sizeAt={sizeAt}
          lengthAt={lengthAt}
          clip={clip}
        />
      ))}
      {today >= axis.from && today <= axis.to && (
        <g>
          <line class="today" x1={axis.x(today)} x2={axis.x(today)} y1={SIZE_TOP - 6} y2={EFFECT + 14} />
          <text class="caption" x={axis.x(today)} y={12} text-anchor="middle">
            today
          </text>
        </g>
      )}
      <TimeTicks axis={axis} y={HEIGHT - 24} />
    </svg>
  );
}

interface MarksProps {
  readonly session: ChartSession;
  readonly axis: TimeAxis;
  readonly sizeAt: (pct: number) => number;
  readonly lengthAt: (days: number) => number;
  readonly clip: (day: PlainDate) => number;
}

function SessionMarks({ session, axis, sizeAt, lengthAt, clip }: MarksProps) {
  const { number, performedOn, product, evidence } = session;
  const x = axis.x(performedOn);
  const { size, length } = evidence;
  const low = evidence.share !== undefined && evidence.share.benefit <= 0.75;
  return (
    <g id={`session-${number}`} class={low ? 'session low' : 'session'}>
      <rect class="halo" x={x - 15} y={SIZE_TOP - 4} width={30} height={EFFECT + 16 - SIZE_TOP} rx={6} />
      {size && (
        <>
          <ProductMark product={product} x={x} y={sizeAt(size.improvementPct)} size={6} />
          <text
            class="value"
            x={x}
            y={sizeAt(size.improvementPct) + (size.improvementPct > 88 ? 19 : -10)}
            text-anchor="middle"
          >
            {Math.round(size.improvementPct)}
          </text>
        </>
      )}
      {length && (
        <>
          <line class="length" x1={x} x2={x} y1={LENGTH_BOTTOM} y2={lengthAt(length.days)} />
          {length.kind === 'at-least' ? (
            <path class="arrow" d={arrowUp(x, lengthAt(length.days))} />
          ) : (
            <path class="wear-off" d={cross(x, lengthAt(length.days))} />
          )}
          <line class="effect" x1={x} x2={clip(addDays(performedOn, length.days))} y1={EFFECT} y2={EFFECT} />
          {length.kind === 'at-least' ? (
            <path class="arrow" d={arrowRight(clip(addDays(performedOn, length.days)), EFFECT)} />
          ) : (
            <path class="wear-off" d={cross(clip(addDays(performedOn, length.days)), EFFECT)} />
          )}
        </>
      )}
      <line class="given" x1={x} x2={x} y1={EFFECT - 8} y2={EFFECT + 8} />
      <text class="number" x={x} y={EFFECT + 22} text-anchor="middle">
        {number}
      </text>
    </g>
  );
}

function GridLine({
  axis,
  y,
  label,
}: {
  readonly axis: TimeAxis;
  readonly y: number;
  readonly label: string;
}) {
  return (
    <g>
      <line class="grid" x1={axis.left} x2={axis.right} y1={y} y2={y} />
      <text x={axis.left - 8} y={y + 4} text-anchor="end">
        {label}
      </text>
    </g>
  );
}

/** The usual as it was known before each session; sessions of which nothing is known have none. */
function usualLine(
  sessions: readonly ChartSession[],
  axis: TimeAxis,
  y: (usual: { readonly sizePct: number; readonly days: number }) => number,
): string {
  return sessions
    .flatMap(({ performedOn, evidence }) =>
      evidence.share ? [`${axis.x(performedOn)},${y(evidence.share.usual)}`] : [],
    )
    .join(' ');
}

function longestWeeks(sessions: readonly ChartSession[]): number {
  const days = sessions.flatMap(({ evidence }) => [
    evidence.length?.days ?? 0,
    evidence.share?.usual.days ?? 0,
  ]);
  return Math.max(16, Math.ceil(Math.max(...days) / 28) * 4);
}

function weekTicks(weeks: number): number[] {
  const step = weeks > 32 ? 12 : weeks > 16 ? 8 : 4;
  return Array.from({ length: Math.floor(weeks / step) + 1 }, (_, i) => i * step);
}

function describe(sessions: readonly ChartSession[]): string {
  const known = sessions.filter(({ evidence }) => evidence.share).length;
  const latest = sessions.at(-1)!;
  const usual = latest.evidence.share?.usual;
  const { size, length } = latest.evidence;
  const parts = [
    `Of ${sessions.length} sessions the response to ${known} is known.`,
    usual ? `Usual: ${Math.round(usual.sizePct)} % for ${weeksText(usual.days)}.` : '',
    size || length
      ? `Latest session, ${dayText(latest.performedOn)}: ${size ? `${Math.round(size.improvementPct)} %` : 'improvement not known'}, ${length ? `${length.kind === 'at-least' ? 'still effective after' : 'wore off after'} ${weeksText(length.days)}` : 'length not known'}.`
      : `Nothing is known yet of the latest session, ${dayText(latest.performedOn)}.`,
    ...productStretches(sessions)
      .slice(1)
      .map(({ product, performedOn }) => `${PRODUCTS[product].brand} from ${dayText(performedOn)}.`),
    'The table below the chart holds all values.',
  ];
  return parts.filter(Boolean).join(' ');
}

function cross(x: number, y: number): string {
  return `M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x - 5} ${y + 5}L${x + 5} ${y - 5}`;
}

function arrowUp(x: number, y: number): string {
  return `M${x} ${y}V${y - 10}M${x - 5} ${y - 5}L${x} ${y - 11}L${x + 5} ${y - 5}`;
}

function arrowRight(x: number, y: number): string {
  return `M${x} ${y}H${x + 10}M${x + 5} ${y - 5}L${x + 11} ${y}L${x + 5} ${y + 5}`;
}
