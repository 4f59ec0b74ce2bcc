import { addDuration, type PlainDate } from '../../../clinical/calendar';
import type { ChartSession } from '../../../records/courses/course-page.query';
import { ChartFrame, levelLabel, Levels } from './chart-frame';
import { ProductChanges } from './chart-marks';
import { epochs, productStretches, recordsLengths, recordsSizes, type TimeAxis } from './course-chart';
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

const CAPTIONS = [
  { y: 14, text: 'Improvement at the peak, %' },
  { y: LENGTH_TOP - 14, text: 'Length of effect, weeks' },
  { y: EFFECT - 16, text: 'From session to wear-off' },
];

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
  const levels = [
    ...[0, 50, 100].map((pct) => ({ y: sizeAt(pct), text: `${pct}` })),
    ...weekTicks(scales.weeks).map((week) => ({ y: lengthAt(week * 7), text: `${week}` })),
  ];
  const edge = [
    ...levels.map(({ y, text }) => levelLabel(y, text)),
    { y: NUMBER, text: 'session' },
    { y: OF_USUAL, text: '% usual' },
  ];
  return (
    <ChartFrame
      id="response"
      title="Improvement and length of effect beside what was expected, session by session"
      description={responseWords(sessions)}
      axis={axis}
      height={HEIGHT}
      months={months}
      labels={{ captions: CAPTIONS, edge }}
    >
      <rect
        class="three-months"
        x={axis.x(latest.performedOn)}
        width={Math.max(0, windowEnd - axis.x(latest.performedOn))}
        y={SIZE_TOP}
        height={EFFECT + 14 - SIZE_TOP}
      />
      <Levels axis={axis} heights={levels.map(({ y }) => y)} />
      <line class="three-months-line" x1={axis.left} x2={axis.right} y1={threeMonths} y2={threeMonths} />
      {epochs(sessions).map((epoch) => (
        <g key={epoch[0]!.epochSession}>
          {recordsSizes(epoch) && <ExpectedBand sessions={epoch} axis={axis} of={sizeOf} at={sizeAt} />}
          {recordsLengths(epoch) && <ExpectedBand sessions={epoch} axis={axis} of={daysOf} at={lengthAt} />}
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
