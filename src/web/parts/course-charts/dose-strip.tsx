import { dayText } from '../../../clinical/due/due-text';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import { numberWords } from '../../shared/injection-words';
import { ChartFrame } from './chart-frame';
import { ProductChanges, ProductMark } from './chart-marks';
import type { ChartSession } from '../../../records/courses/course-page.query';
import { partUnits, productStretches, type TimeAxis } from './course-chart';

const LINE = 40;
const HEIGHT = 76;

/** When was what given: the sessions on a time axis, the units as numbers beside their product, never as a height. */
export function DoseStrip({
  sessions,
  axis,
}: {
  readonly sessions: readonly ChartSession[];
  readonly axis: TimeAxis;
}) {
  const stretches = productStretches(sessions);
  const [first, last] = [sessions[0]!, sessions.at(-1)!];
  const description = `${sessions.length} sessions from ${dayText(first.performedOn)} to ${dayText(last.performedOn)}: ${stretches
    .map(({ product, performedOn }) => `${PRODUCTS[product].brand} from ${dayText(performedOn)}`)
    .join(', ')}.`;
  return (
    <ChartFrame
      id="strip"
      title="Sessions on a time axis"
      description={description}
      axis={axis}
      height={HEIGHT}
      months
      labels={{ captions: [], edge: [] }}
    >
      <line class="lane" x1={axis.left} x2={axis.right} y1={LINE} y2={LINE} />
      <ProductChanges
        days={stretches.slice(1).map(({ performedOn }) => performedOn)}
        axis={axis}
        from={4}
        to={HEIGHT}
      />
      {stretches.map(({ product, performedOn, number }) => (
        <text
          key={number}
          class="product"
          x={axis.x(performedOn) + (number === first.number ? -6 : 6)}
          y={16}
        >
          {PRODUCTS[product].brand}
        </text>
      ))}
      {sessions.map(({ number, product, performedOn, totalUnits, parts }) => (
        <g key={number}>
          <ProductMark product={product} x={axis.x(performedOn)} y={LINE} />
          <text x={axis.x(performedOn)} y={LINE + 23} text-anchor="middle">
            {`${partUnits(totalUnits, parts).map(numberWords).join('+')} U`}
          </text>
        </g>
      ))}
    </ChartFrame>
  );
}
