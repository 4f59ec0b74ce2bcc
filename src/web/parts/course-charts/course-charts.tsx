import { dayText } from '../../../clinical/due/due-text';
import { INDICATIONS, type IndicationSlug } from '../../../clinical/catalogue/indications';
import { latestSessions, timeAxis } from './course-chart';
import type { CoursePageFacts, GivenSession } from '../../../records/courses/course-page.query';
import { DoseStrip } from './dose-strip';
import { Legend } from './legend';
import { ResponseChart } from './response-chart';
import { changeText, labelOf, readingsOf, ScaleChart, scalesTaken, takenScale } from './scale-chart';
import { SessionList } from '../session/session-list';

type ChartsProps = Pick<CoursePageFacts, 'course' | 'sessions' | 'people' | 'clinic'> & {
  /** Numbers of the sessions that an open flag rests on. */
  readonly evidence: readonly number[];
  /** That flag is a watch, no task. */
  readonly watched: boolean;
  /** Draw every session, not only the latest. */
  readonly all: boolean;
};

/** The course on one time axis: what was given, what came of it, and the scales; each with its values as a table. */
export function CourseCharts({ course, sessions, people, clinic, evidence, watched, all }: ChartsProps) {
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
            flagged={evidence}
            watched={watched}
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
      <Legend
        sessions={drawn}
        flagged={evidence.length ? (watched ? 'watched' : 'flagged') : undefined}
        withScales={scales.length > 0}
      />
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
