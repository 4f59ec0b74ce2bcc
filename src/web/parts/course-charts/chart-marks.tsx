import type { ComponentChildren } from 'preact';
import type { PlainDate } from '../../../clinical/calendar';
import type { MarkShape } from '../../../clinical/catalogue/product-row';
import { PRODUCT_ROWS } from '../../../clinical/catalogue/product-rows';
import { dayText } from '../../../clinical/due/due-text';
import type { ToxinProduct } from '../../../clinical/units';
import { round, type TimeAxis } from './course-chart';
import { CLASSES } from '../../shared/classes';

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

interface MarkProps {
  readonly product: ToxinProduct;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** One shape a product, so that a change of product is seen without colour. */
export function ProductMark({ product, x, y, size = 7 }: MarkProps) {
  const { mark, facts } = PRODUCT_ROWS[product];
  const look = { class: CLASSES.mark[facts.serotype] };
  switch (mark) {
    case 'circle':
      return <circle {...look} cx={x} cy={y} r={size * 0.9} />;
    case 'square':
      return <rect {...look} x={x - size * 0.8} y={y - size * 0.8} width={size * 1.6} height={size * 1.6} />;
    default:
      return <polygon {...look} points={corners(SHAPES[mark], x, y, size)} />;
  }
}

type Corners = readonly (readonly [number, number])[];

const SHAPES: Readonly<Record<Exclude<MarkShape, 'circle' | 'square'>, Corners>> = {
  diamond: [
    [0, -1.15],
    [1.15, 0],
    [0, 1.15],
    [-1.15, 0],
  ],
  triangle: [
    [0, -1.15],
    [1.1, 0.9],
    [-1.1, 0.9],
  ],
  hexagon: [
    [-0.55, -1],
    [0.55, -1],
    [1.1, 0],
    [0.55, 1],
    [-0.55, 1],
    [-1.1, 0],
  ],
  cross: [
    [-0.4, -1.1],
    [0.4, -1.1],
    [0.4, -0.4],
    [1.1, -0.4],
    [1.1, 0.4],
    [0.4, 0.4],
    [0.4, 1.1],
    [-0.4, 1.1],
    [-0.4, 0.4],
    [-1.1, 0.4],
    [-1.1, -0.4],
    [-0.4, -0.4],
  ],
};

function corners(shape: Corners, x: number, y: number, size: number): string {
  return shape.map(([dx, dy]) => `${round(x + dx * size)},${round(y + dy * size)}`).join(' ');
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

/** Lines where another product begins. */
export function ProductChanges({
  days,
  axis,
  from,
  to,
}: {
  readonly days: readonly PlainDate[];
  readonly axis: TimeAxis;
  readonly from: number;
  readonly to: number;
}) {
  return (
    <>
      {days.map((day) => (
        <line key={day} class="product-change" x1={axis.x(day)} x2={axis.x(day)} y1={from} y2={to} />
      ))}
    </>
  );
}
