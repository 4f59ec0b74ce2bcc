import { addDays, addDuration, type PlainDate } from '../../../clinical/calendar';
import { dayText, weeksText } from '../../../clinical/due/due-text';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import { ChartFrame, Level, ProductChanges, ProductMark } from './chart-marks';
import type { ChartSession } from '../../../records/courses/course-page.query';
import { epochs, productStretches, round, type TimeAxis } from './course-chart';

export interface ResponseChartProps {
  readonly sessions: readonly ChartSession[];
  readonly axis: TimeAxis;
  readonly today: PlainDate;
  /** At most this share of the usual is drawn as low: `R.review.last-two` of this clinic. */
  readonly lowUpTo: number;
  /** Is it the last of the stack? */
  readonly months: boolean;
}

const SIZE_TOP = 26;
const SIZE_BOTTOM = 126;
const LENGTH_TOP = 166;
const LENGTH_BOTTOM = 260;
const EFFECT = 298;
const HEIGHT = 326;
const THREE_MONTHS_WEEKS = 13;

/**
 * How much and how long did each session help, beside what is usual for this patient?
 *
 * Above the improvement at the peak, in the middle the weeks of effect, below the time that each effect lasted. A point
 * is a session and can be linked to (`#session-3`).
 */
export function ResponseChart({ sessions, axis, today, lowUpTo, months }: ResponseChartProps) {
  const weeks = longestWeeks(sessions);
  const sizeAt = (pct: number) => round(SIZE_BOTTOM - ((SIZE_BOTTOM - SIZE_TOP) * Math.max(-20, pct)) / 100);
  const lengthAt = (days: number) =>
    round(LENGTH_BOTTOM - ((LENGTH_BOTTOM - LENGTH_TOP) * days) / (weeks * 7));
  const latest = sessions.at(-1)!;
  const windowEnd = addDuration(latest.performedOn, 'P3M');
  const clip = (day: PlainDate) => Math.min(axis.right, axis.x(day));
  const threeMonths = lengthAt(THREE_MONTHS_WEEKS * 7);
  return (
    <ChartFrame
      id="response"
      title="Improvement and length of effect, session by session"
      description={describe(sessions)}
      axis={axis}
      height={HEIGHT}
      months={months}
    >
      <rect
        class="three-months"
        x={axis.x(latest.performedOn)}
        width={Math.max(0, clip(windowEnd) - axis.x(latest.performedOn))}
        y={SIZE_TOP}
        height={EFFECT + 14 - SIZE_TOP}
      />
      <text class="caption" x={axis.left} y={14}>
        Improvement at the peak, %
      </text>
      {[0, 50, 100].map((pct) => (
        <Level key={pct} axis={axis} y={sizeAt(pct)} label={`${pct}`} />
      ))}
      <text class="caption" x={axis.left} y={LENGTH_TOP - 14}>
        Length of effect, weeks
      </text>
      {weekTicks(weeks).map((week) => (
        <Level key={week} axis={axis} y={lengthAt(week * 7)} label={`${week}`} />
      ))}
      <line class="three-months-line" x1={axis.left} x2={axis.right} y1={threeMonths} y2={threeMonths} />
      <text class="caption" x={axis.left} y={EFFECT - 16}>
        From session to wear-off
      </text>
      {epochs(sessions).map((epoch) => (
        <g key={epoch[0]!.epochSession}>
          <polyline class="usual" points={usualLine(epoch, axis, ({ sizePct }) => sizeAt(sizePct))} />
          <polyline class="usual" points={usualLine(epoch, axis, ({ days }) => lengthAt(days))} />
        </g>
      ))}
      <ProductChanges
        days={productStretches(sessions)
          .slice(1)
          .map(({ performedOn }) => performedOn)}
        axis={axis}
        from={SIZE_TOP - 6}
        to={EFFECT + 14}
      />
      {sessions.map((session) => (
        <SessionMarks
          key={session.number}
          session={session}
          axis={axis}
          sizeAt={sizeAt}
          lengthAt={lengthAt}
          clip={clip}
          lowUpTo={lowUpTo}
        />
      ))}
      {today >= axis.from && today <= axis.to && (
        <g>
          <line class="today" x1={axis.x(today)} x2={axis.x(today)} y1={SIZE_TOP - 6} y2={EFFECT + 14} />
          <text class="caption" x={axis.x(today)} y={14} text-anchor="middle">
            today
          </text>
        </g>
      )}
    </ChartFrame>
  );
}

interface MarksProps {
  readonly session: ChartSession;
  readonly axis: TimeAxis;
  readonly sizeAt: (pct: number) => number;
  readonly lengthAt: (days: number) => number;
  readonly clip: (day: PlainDate) => number;
  readonly lowUpTo: number;
}

function SessionMarks({ session, axis, sizeAt, lengthAt, clip, lowUpTo }: MarksProps) {
  const { number, performedOn, product, evidence } = session;
  const x = axis.x(performedOn);
  const { size, length } = evidence;
  const low = evidence.share !== undefined && evidence.share.benefit <= lowUpTo;
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

/** The usual as it was known before each session of one stretch; sessions of which nothing is known have none. */
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
