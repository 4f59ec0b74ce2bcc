import type { PlainDate } from '../../clinical/calendar';
import { dayText } from '../../clinical/due-text';
import type { ToxinProduct } from '../../clinical/units';
import { round, type TimeAxis } from './course-chart';

interface MarkProps {
  readonly product: ToxinProduct;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** One shape a product, so that a change of product is seen without colour. */
export function ProductMark({ product, x, y, size = 7 }: MarkProps) {
  const at = `mark mark-${product}`;
  switch (product) {
    case 'ona':
      return <circle class={at} cx={x} cy={y} r={size * 0.9} />;
    case 'abo':
      return <rect class={at} x={x - size * 0.8} y={y - size * 0.8} width={size * 1.6} height={size * 1.6} />;
    default:
      return <polygon class={at} points={corners(SHAPES[product], x, y, size)} />;
  }
}

const SHAPES: Readonly<Record<'inco' | 'rima' | 'daxi', readonly (readonly [number, number])[]>> = {
  inco: [
    [0, -1.15],
    [1.15, 0],
    [0, 1.15],
    [-1.15, 0],
  ],
  rima: [
    [0, -1.15],
    [1.1, 0.9],
    [-1.1, 0.9],
  ],
  daxi: [
    [-0.55, -1],
    [0.55, -1],
    [1.1, 0],
    [0.55, 1],
    [-0.55, 1],
    [-1.1, 0],
  ],
};

function corners(shape: readonly (readonly [number, number])[], x: number, y: number, size: number): string {
  return shape.map(([dx, dy]) => `${round(x + dx * size)},${round(y + dy * size)}`).join(' ');
}

/** The months under a chart, with the year where it begins. */
export function TimeTicks({ axis, y }: { readonly axis: TimeAxis; readonly y: number }) {
  return (
    <g class="axis">
      <line x1={axis.left} x2={axis.right} y1={y} y2={y} />
      {axis.ticks.map((day) => (
        <g key={day}>
          <line x1={axis.x(day)} x2={axis.x(day)} y1={y} y2={y + 5} />
          <text x={axis.x(day)} y={y + 18} text-anchor="middle">
            {monthText(day)}
          </text>
        </g>
      ))}
    </g>
  );
}

function monthText(day: PlainDate): string {
  return dayText(day).slice(2);
}
