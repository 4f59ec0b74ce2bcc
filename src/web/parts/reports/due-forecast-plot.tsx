import type { DueWeek } from '../../../reporting/due-per-week.query';
import { shortDay } from '../../shared/day-text';

const WIDTH = 760;
const HEIGHT = 210;
const BASE = 175;
const TOP = 22;

/** How many courses fall due in which week: bars, and the same numbers as a table. */
export function DueForecastPlot({ weeks }: { readonly weeks: readonly DueWeek[] }) {
  const most = Math.max(1, ...weeks.map(({ courses }) => courses));
  const step = WIDTH / weeks.length;
  const total = weeks.reduce((sum, { courses }) => sum + courses, 0);
  return (
    <section class="panel stack" aria-labelledby="due-weeks">
      <h2 id="due-weeks">Falling due per week</h2>
      {total === 0 ? (
        <p class="empty">No course falls due in the weeks to come.</p>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-label="Plot of courses falling due">
          <svg
            class="bars"
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            role="img"
            aria-label="Courses falling due per week; the table below has the numbers."
          >
            <line class="axis" x1="0" x2={WIDTH} y1={BASE} y2={BASE} />
            {weeks.map(({ from, courses }, index) => {
              const height = (courses / most) * (BASE - TOP);
              const middle = (index + 0.5) * step;
              return (
                <g key={from ?? 'earlier'}>
                  <rect
                    class={from ? 'bar-fill' : 'bar-fill bar-late'}
                    x={index * step + 5}
                    y={BASE - height}
                    width={step - 10}
                    height={height}
                  />
                  {courses > 0 && (
                    <text x={middle} y={BASE - height - 5} text-anchor="middle">
                      {courses}
                    </text>
                  )}
                  {index % 2 === 0 && (
                    <text x={middle} y={BASE + 18} text-anchor="middle">
                      {from ? shortDay(from).split(' ').slice(1, 3).join(' ') : 'Earlier'}
                    </text>
                  )}
                </g>
              );
            })}
          </svg>
        </div>
      )}
      <details>
        <summary>As a table</summary>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Week from</th>
              <th scope="col" class="num">
                Courses
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ from, courses }) => (
              <tr key={from ?? 'earlier'}>
                <th scope="row">{from ? shortDay(from) : 'Due before this week'}</th>
                <td class="num">{courses}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
