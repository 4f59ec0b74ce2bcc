import type { ComponentChildren } from 'preact';
import type { PlainDate } from '../../../clinical/calendar';
import { dayText } from '../../../clinical/due/due-text';
import type { TimeAxis } from './course-chart';

export interface ChartFrameProps {
  /** Names the drawing; unique on the page. */
  readonly id: string;
  readonly title: string;
  /** The same in words, for whoever does not see it. */
  readonly description: string;
  readonly axis: TimeAxis;
  /** Of what is drawn, without the months below it. */
  readonly height: number;
  /** The months stand under the first chart of a stack and under its last. */
  readonly months: boolean;
  readonly labels: ChartLabels;
  readonly children: ComponentChildren;
}

/** What says what is drawn: it stays in sight where the drawing is wider than its place and scrolls. */
export interface ChartLabels {
  /** Headings over what they name. */
  readonly captions: readonly ChartLabel[];
  /** At the left edge: values of the levels, names of the rows. */
  readonly edge: readonly ChartLabel[];
}

export interface ChartLabel {
  readonly y: number;
  readonly text: string;
  /** Said on a narrow screen, where the text has no room. */
  readonly short?: string;
}

const MONTHS_HEIGHT = 26;
const BESIDE_PLOT = 8;
/** The labels beside a scrolled drawing are narrower than its left margin, so that they hide no mark of it. */
const LABELS_NARROWER = 4;

/**
 * One drawing of a stack that shares its time axis: a line at each quarter runs through them all. Its labels are drawn
 * twice, of which the style sheet shows one: within it, or on a narrow screen in a column that stands still beside it.
 */
export function ChartFrame({
  id,
  title,
  description,
  axis,
  height,
  months,
  labels,
  children,
}: ChartFrameProps) {
  const whole = months ? height + MONTHS_HEIGHT : height;
  const edge = axis.left - BESIDE_PLOT;
  const beside = axis.left - LABELS_NARROWER;
  return (
    <div class="chart-row">
      <svg
        id={`chart-${id}`}
        class="chart"
        viewBox={`0 0 ${axis.width} ${whole}`}
        width={axis.width}
        height={whole}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        <g class="axis">
          {axis.ticks.map((day) => (
            <line key={day} class="quarter" x1={axis.x(day)} x2={axis.x(day)} y1={20} y2={height} />
          ))}
          {months &&
            axis.ticks.map((day) => (
              <text key={day} x={axis.x(day)} y={height + 16} text-anchor="middle">
                {monthText(day)}
              </text>
            ))}
        </g>
        <g class="labels-within">
          <Labels labels={labels} edge={edge} captionX={axis.left} />
        </g>
        {children}
      </svg>
      <svg class="labels-beside" width={beside} height={whole} aria-hidden="true">
        <rect class="backing" width={beside} height={whole} />
        <line class="backing-edge" x1={beside} x2={beside} y1={0} y2={whole} />
        <Labels labels={shortened(labels)} edge={edge} captionX={2} />
      </svg>
    </div>
  );
}

function shortened({ captions, edge }: ChartLabels): ChartLabels {
  return { captions: captions.map(({ y, text, short }) => ({ y, text: short ?? text })), edge };
}

function Labels({
  labels,
  edge,
  captionX,
}: {
  readonly labels: ChartLabels;
  readonly edge: number;
  readonly captionX: number;
}) {
  return (
    <>
      {labels.edge.map(({ y, text }) => (
        <text key={y} class="edge" x={edge} y={y} text-anchor="end">
          {text}
        </text>
      ))}
      {labels.captions.map(({ y, text }) => (
        <text key={y} class="caption" x={captionX} y={y}>
          {text}
        </text>
      ))}
    </>
  );
}

function monthText(day: PlainDate): string {
  return dayText(day).slice(2);
}

/** The lines of levels. */
export function Levels({ axis, heights }: { readonly axis: TimeAxis; readonly heights: readonly number[] }) {
  return (
    <g class="axis">
      {heights.map((y) => (
        <line key={y} class="grid" x1={axis.left} x2={axis.right} y1={y} y2={y} />
      ))}
    </g>
  );
}

/** The value of a level, in the middle of its line. */
export function levelLabel(y: number, text: string): ChartLabel {
  return { y: y + 4, text };
}
