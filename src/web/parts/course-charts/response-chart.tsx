import { addDuration, type PlainDate } from '../../../clinical/calendar';
import type { ChartSession } from '../../../records/courses/course-page.query';
import { ChartFrame, Level, ProductChanges } from './chart-marks';
import { epochs, productStretches, type TimeAxis } from './course-chart';
import { ExpectedBand } from './expected-range';
import { EFFECT, HEIGHT, LENGTH_TOP, NUMBER, OF_USUAL, responseScales, SIZE_TOP } from './response-scales';
import { responseWords } from './response-words';
import { SessionMarks } from './session-marks';

export interface ResponseChartProps {
  readonly sessions: readonly ChartSession[];
  readonly axis: TimeAxis;
  readonly today: PlainDate;
  /** At most this share of the usual is drawn as low: `R.review.last-two` of this clinic. */
  readonly lowUpTo: number;
  /** Numbers of the sessions that an open flag rests on. */
  readonly flagged: readonly number[];
  /** It is a watch, no task: its sessions are marked quietly. */
  readonly watched: boolean;
  /** Is it the last of the stack? */
  readonly months: boolean;
}

const THREE_MONTHS_WEEKS = 13;

/**
 * How much and how long did each session help, beside what was expected of it?
 *
 * Above the improvement at the peak, in the middle the weeks of effect, below the time that each effect lasted and what
 * it made of the usual.
 */
export function ResponseChart({
  sessions,
  axis,
  today,
  lowUpTo,
  flagged,
  watched,
  months,
}: ResponseChartProps) {
  const scales = responseScales(sessions);
  const { sizeAt, lengthAt } = scales;
  const latest = sessions.at(-1)!;
  const windowEnd = Math.min(axis.right, axis.x(addDuration(latest.performedOn, 'P3M')));
  const threeMonths = lengthAt(THREE_MONTHS_WEEKS * 7);
  return (
    <ChartFrame
      id="response"
      title="Improvement and length of effect beside what was expected, session by session"
      description={responseWords(sessions)}
      axis={axis}
      height={HEIGHT}
      months={months}
    >
      <rect
        class="three-months"
        x={axis.x(latest.performedOn)}
        width={Math.max(0, windowEnd - axis.x(latest.performedOn))}
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
      {weekTicks(scales.weeks).map((week) => (
        <Level key={week} axis={axis} y={lengthAt(week * 7)} label={`${week}`} />
      ))}
      <line class="three-months-line" x1={axis.left} x2={axis.right} y1={threeMonths} y2={threeMonths} />
      <text class="caption" x={axis.left} y={EFFECT - 16}>
        From session to wear-off
      </text>
      <g class="axis">
        <text x={axis.left - 8} y={NUMBER} text-anchor="end">
          session
        </text>
        <text x={axis.left - 8} y={OF_USUAL} text-anchor="end">
          % usual
        </text>
      </g>
      {epochs(sessions).map((epoch) => (
        <g key={epoch[0]!.epochSession}>
          <ExpectedBand sessions={epoch} axis={axis} of={sizeOf} at={sizeAt} />
          <ExpectedBand sessions={epoch} axis={axis} of={daysOf} at={lengthAt} />
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
          scales={scales}
          lowUpTo={lowUpTo}
          mark={flagged.includes(session.number) ? (watched ? 'watched' : 'flagged') : undefined}
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

const sizeOf = ({ evidence }: ChartSession) => evidence.expected.sizePct;
const daysOf = ({ evidence }: ChartSession) => evidence.expected.days;

function weekTicks(weeks: number): number[] {
  const step = weeks > 32 ? 12 : weeks > 16 ? 8 : 4;
  return Array.from({ length: Math.floor(weeks / step) + 1 }, (_, i) => i * step);
}
