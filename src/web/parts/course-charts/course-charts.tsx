import type { ComponentChildren } from 'preact';
import { dayText } from '../../../clinical/due/due-text';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import { INDICATIONS, type IndicationSlug } from '../../../clinical/catalogue/indications';
import { ProductMark } from './chart-marks';
import { latestSessions, timeAxis } from './course-chart';
import type { CoursePageFacts, GivenSession } from '../../../records/courses/course-page.query';
import { DoseStrip } from './dose-strip';
import { ResponseChart } from './response-chart';
import { changeText, labelOf, readingsOf, ScaleChart, scalesTaken, takenScale } from './scale-chart';
import { SessionList } from './session-list';

type ChartsProps = Pick<CoursePageFacts, 'course' | 'sessions' | 'people' | 'clinic'> & {
  /** Numbers of the sessions that an open flag rests on. */
  readonly evidence: readonly number[];
  /** Draw every session, not only the latest. */
  readonly all: boolean;
};

/** The course on one time axis: what was given, what came of it, and the scales; each with its values as a table. */
export function CourseCharts({ course, sessions, people, clinic, evidence, all }: ChartsProps) {
  const { rules, today } = clinic;
  if (sessions.length === 0) {
    return (
      <section class="panel stack">
        <h2>Sessions</h2>
        <p class="empty">No session yet. The charts begin with the first one.</p>
      </section>
    );
  }
  const drawn = all ? sessions : latestSessions(sessions, evidence);
  const axis = timeAxis(drawn, [today, ...(course.forecast ? [course.forecast.dueOn] : [])]);
  const { scales: order } = INDICATIONS[course.indication];
  const scales = scalesTaken(drawn, order);
  return (
    <section class="panel stack charts" aria-labelledby="charts-heading">
      <div class="row">
        <h2 id="charts-heading">Sessions and response</h2>
        {drawn.length < sessions.length && (
          <p class="muted">
            {`The latest ${drawn.length} of ${sessions.length} sessions. `}
            <a class="no-print" href={`/courses/${course.id}?sessions=all`}>
              Draw all
            </a>
          </p>
        )}
      </div>
      <div class="chart-scroll" tabIndex={0} role="region" aria-label="Charts of sessions and response">
        <div class="chart-stack">
          <DoseStrip sessions={drawn} axis={axis} />
          <ResponseChart
            sessions={drawn}
            axis={axis}
            today={today}
            lowUpTo={rules['R.review.last-two']}
            months={scales.length === 0}
          />
          {scales.map((slug, i) => (
            <ScaleChart
              key={slug}
              taken={slug}
              indication={course.indication}
              sessions={drawn}
              axis={axis}
              months={i === scales.length - 1}
            />
          ))}
        </div>
      </div>
      <Legend sessions={drawn} withScales={scales.length > 0} />
      <details open={sessions.length <= 12}>
        <summary>The same as a table</summary>
        <SessionList sessions={sessions} people={people} rules={rules} today={today} />
      </details>
      {scales.length > 0 && (
        <details>
          <summary>Scales as a table</summary>
          <ScaleTable
            indication={course.indication}
            scales={scalesTaken(sessions, order)}
            sessions={sessions}
          />
        </details>
      )}
    </section>
  );
}

function Legend({
  sessions,
  withScales,
}: {
  readonly sessions: readonly GivenSession[];
  readonly withScales: boolean;
}) {
  return (
    <ul class="legend" aria-label="What the marks mean">
      {[...new Set(sessions.map(({ product }) => product))].map((product) => (
        <li key={product}>
          <Swatch>
            <ProductMark product={product} x={12} y={9} size={6} />
          </Swatch>
          {PRODUCTS[product].brand}
        </li>
      ))}
      <li>
        <Swatch>
          <line class="usual" x1={1} x2={23} y1={9} y2={9} />
        </Swatch>
        this patient’s usual
      </li>
      <li>
        <Swatch>
          <path class="wear-off" d="M7 4L17 14M7 14L17 4" />
        </Swatch>
        wore off
      </li>
      <li>
        <Swatch>
          <path class="arrow" d="M1 9H18M13 4L19 9L13 14" />
        </Swatch>
        still working when last asked
      </li>
      <li>
        <Swatch>
          <rect class="three-months" x={1} y={1} width={22} height={16} />
        </Swatch>
        three months after the latest session
      </li>
      {withScales && (
        <>
          <li>
            <Swatch>
              <circle class="start" cx={12} cy={9} r={5} />
            </Swatch>
            start of the cycle
          </li>
          <li>
            <Swatch>
              <circle class="peak" cx={12} cy={9} r={5} />
            </Swatch>
            at the peak
          </li>
          <li>
            <Swatch>
              <rect class="band" x={4} y={1} width={16} height={16} />
            </Swatch>
            less than the change that matters
          </li>
        </>
      )}
    </ul>
  );
}

function Swatch({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="swatch" viewBox="0 0 24 18" width={24} height={18} aria-hidden="true">
      {children}
    </svg>
  );
}

function ScaleTable({
  indication,
  scales,
  sessions,
}: {
  readonly indication: IndicationSlug;
  readonly scales: readonly string[];
  readonly sessions: readonly GivenSession[];
}) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Scales as a table">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Scale</th>
            <th scope="col">Session</th>
            <th scope="col">Start of cycle</th>
            <th scope="col">Peak</th>
          </tr>
        </thead>
        <tbody>
          {scales.flatMap((slug) => {
            const scale = takenScale(slug, indication);
            const said = (value: number | undefined) => (value === undefined ? '–' : labelOf(scale, value));
            return readingsOf(slug, sessions).map(({ number, performedOn, start, peak }) => (
              <tr key={`${slug}-${number}`}>
                <th scope="row">{`${scale.name}${changeText(scale)}`}</th>
                <td>{`${number}. ${dayText(performedOn)}`}</td>
                <td>{said(start)}</td>
                <td>{said(peak)}</td>
              </tr>
            ));
          })}
        </tbody>
      </table>
    </div>
  );
}
