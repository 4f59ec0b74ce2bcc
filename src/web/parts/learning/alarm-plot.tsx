import type { AlarmBudget, AlarmFigures, AlarmPoint } from '../../../clinical/watch/learning/alarm-budget';

const WIDTH = 760;
const HEIGHT = 290;
const LEFT = 44;
const RIGHT = 14;
const TOP = 16;
const BASE = 240;

/** What each weight would cost and bring: reviews and false ones among them, with the budget, and the same as a table. */
export function AlarmPlot({ alarms }: { readonly alarms: AlarmFigures & AlarmBudget }) {
  const { curve, budget, standing, proposed } = alarms;
  const most = Math.max(budget, ...curve.map(({ reviews, falseReviews }) => Math.max(reviews, falseReviews)));
  const y = (rate: number) => BASE - (rate / (1.1 * most)) * (BASE - TOP);
  const x = (index: number) => LEFT + ((index + 0.5) / curve.length) * (WIDTH - LEFT - RIGHT);
  const line = (rate: (point: AlarmPoint) => number) =>
    curve.map((point, index) => `${round(x(index))},${round(y(rate(point)))}`).join(' ');
  const at = (weight: number) => curve.findIndex((point) => point.weight === weight);
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label="Plot of reviews by weight">
        <svg
          class="bars alarm-plot"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label="Reviews and false reviews per 100 patient-years by the weight of a review; the table below has the numbers."
        >
          {ticks(most).map((rate) => (
            <g key={rate}>
              <line class="axis" x1={LEFT} x2={WIDTH - RIGHT} y1={round(y(rate))} y2={round(y(rate))} />
              <text x={LEFT - 8} y={round(y(rate)) + 4} text-anchor="end">
                {rate}
              </text>
            </g>
          ))}
          <Mark x={x(at(standing.weight))} class="standing-weight" />
          {proposed && <Mark x={x(at(proposed.weight))} class="proposed-weight" />}
          <line class="budget" x1={LEFT} x2={WIDTH - RIGHT} y1={round(y(budget))} y2={round(y(budget))} />
          <polyline class="all-reviews" points={line(({ reviews }) => reviews)} />
          <polyline class="false-reviews" points={line(({ falseReviews }) => falseReviews)} />
          {curve.map(({ weight, reviews, falseReviews }, index) => (
            <g key={weight}>
              <circle class="all-reviews" cx={round(x(index))} cy={round(y(reviews))} r="4" />
              <rect
                class="false-reviews"
                x={round(x(index)) - 4}
                y={round(y(falseReviews)) - 4}
                width="8"
                height="8"
              />
              <text x={round(x(index))} y={BASE + 20} text-anchor="middle">
                {weight}
              </text>
            </g>
          ))}
          <text x={(LEFT + WIDTH) / 2} y={BASE + 42} text-anchor="middle">
            Weight from which a course is reviewed
          </text>
        </svg>
      </div>
      <Legend proposed={proposed !== null} />
      <details>
        <summary>As a table</summary>
        <div class="scroll" tabIndex={0} role="region" aria-label="Table of reviews by weight">
          <AlarmTable alarms={alarms} />
        </div>
      </details>
    </>
  );
}

function Mark({ x, class: name }: { readonly x: number; readonly class: string }) {
  return <line class={name} x1={round(x)} x2={round(x)} y1={TOP} y2={BASE} />;
}

function Legend({ proposed }: { readonly proposed: boolean }) {
  return (
    <ul class="alarm-legend">
      <li>
        <svg class="bars alarm-key" viewBox="0 0 24 12" aria-hidden="true">
          <circle class="all-reviews" cx="12" cy="6" r="4" />
        </svg>
        Reviews per 100 patient-years
      </li>
      <li>
        <svg class="bars alarm-key" viewBox="0 0 24 12" aria-hidden="true">
          <rect class="false-reviews" x="8" y="2" width="8" height="8" />
        </svg>
        False ones among them, estimated
      </li>
      <li>
        <svg class="bars alarm-key" viewBox="0 0 24 12" aria-hidden="true">
          <line class="budget" x1="0" x2="24" y1="6" y2="6" />
        </svg>
        The budget
      </li>
      <li>
        <svg class="bars alarm-key" viewBox="0 0 24 12" aria-hidden="true">
          <line class="standing-weight" x1="12" x2="12" y1="0" y2="12" />
        </svg>
        The weight that stands
      </li>
      {proposed && (
        <li>
          <svg class="bars alarm-key" viewBox="0 0 24 12" aria-hidden="true">
            <line class="proposed-weight" x1="12" x2="12" y1="0" y2="12" />
          </svg>
          The weight that is proposed
        </li>
      )}
    </ul>
  );
}

function AlarmTable({ alarms }: { readonly alarms: AlarmFigures & AlarmBudget }) {
  const { curve, standing, proposed } = alarms;
  const note = (weight: number) =>
    weight === standing.weight ? 'stands' : weight === proposed?.weight ? 'proposed' : '';
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">Weight</th>
          <th scope="col" class="num">
            On a scale alone
          </th>
          <th scope="col" class="num">
            Reviews
          </th>
          <th scope="col" class="num">
            False, estimated
          </th>
          <th scope="col">Here</th>
        </tr>
      </thead>
      <tbody>
        {curve.map(({ weight, weightOnScaleOnly, reviews, falseReviews }) => (
          <tr key={weight}>
            <th scope="row">{weight}</th>
            <td class="num">{weightOnScaleOnly}</td>
            <td class="num">{reviews.toFixed(1)}</td>
            <td class="num">{falseReviews.toFixed(1)}</td>
            <td>{note(weight)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A few round rates from 0 up. */
function ticks(most: number): number[] {
  const step = [0.5, 1, 2, 5, 10, 20, 50, 100, 200].find((width) => most / width <= 6) ?? 500;
  return Array.from({ length: Math.floor((1.1 * most) / step) + 1 }, (_, index) => index * step);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
