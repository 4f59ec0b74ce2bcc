import type { PlainDate } from '../../../clinical/calendar';
import type { MarkShape } from '../../../clinical/catalogue/product-row';
import { PRODUCT_ROWS } from '../../../clinical/catalogue/product-rows';
import type { ToxinProduct } from '../../../clinical/units';
import { round, type TimeAxis } from './course-chart';
import { CLASSES } from '../../shared/classes';

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
