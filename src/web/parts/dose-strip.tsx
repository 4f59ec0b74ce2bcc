import { dayText } from '../../clinical/due-text';
import { PRODUCTS } from '../../clinical/products';
import { ProductMark, TimeTicks } from './chart-marks';
import { productStretches, type ChartSession, type TimeAxis } from './course-chart';

const LINE = 46;
const HEIGHT = 104;

/** When was what given: the sessions on a time axis, the units as numbers beside their product, never as a height. */
export function DoseStrip({
  sessions,
  axis,
}: {
  readonly sessions: readonly ChartSession[];
  readonly axis: TimeAxis;
}) {
  const stretches = productStretches(sessions);
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${axis.width} ${HEIGHT}`}
      width={axis.width}
      height={HEIGHT}
      role="img"
      aria-labelledby="strip-title strip-desc"
    >
      <title id="strip-title">Sessions on a time axis</title>
      <desc id="strip-desc">
        {`${sessions.length} sessions from ${dayText(sessions[0]!.performedOn)} to ${dayText(sessions.at(-1)!.performedOn)}: ${stretches
          .map(({ product, performedOn }) => `${PRODUCTS[product].brand} from ${dayText(performedOn)}`)
          .join(', ')}.`}
      </desc>
      <line class="lane" x1={axis.left} x2={axis.right} y1={LINE} y2={LINE} />
      {stretches.map(({ product, performedOn, number }) => (
        <g key={number}>
          {number > 1 && (
            <line
              class="product-change"
              x1={axis.x(performedOn)}
              x2={axis.x(performedOn)}
              y1={4}
              y2={HEIGHT - 24}
            />
          )}
          <text class="product" x={axis.x(performedOn) + 6} y={16}>
            {PRODUCTS[product].brand}
          </text>
        </g>
      ))}
      {sessions.map(({ number, product, performedOn, totalUnits }) => (
        <g key={number}>
          <ProductMark product={product} x={axis.x(performedOn)} y={LINE} />
          <text class="units" x={axis.x(performedOn)} y={LINE + 23} text-anchor="middle">
            {`${totalUnits} U`}
          </text>
        </g>
      ))}
      <TimeTicks axis={axis} y={HEIGHT - 24} />
    </svg>
  );
}
