import type { PlainDate } from '../../../clinical/calendar';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import type { CourseView } from '../../../records/courses/courses.dto';
import type { Patient } from '../../../records/patients/patient.entity';
import { marks } from '../../browser/marks';
import { dayWords, shortDay } from '../../shared/day-text';
import { DueBadge, FlagBadge } from '../page/badges';
import { CourseFields } from './course-fields';
import { treatmentWords } from './patient-words';

interface CoursesProps {
  readonly patient: Patient;
  readonly courses: readonly CourseView[];
  readonly today: PlainDate;
}

/** What is treated, and what may be begun. */
export function PatientCourses({ patient, courses, today }: CoursesProps) {
  return (
    <section class="panel stack" aria-labelledby="courses">
      <h2 id="courses">Treatment</h2>
      {courses.length === 0 && <p class="muted">No course of treatment yet.</p>}
      <ul class="people">
        {courses.map(({ id, indication, side, plannedProduct, forecast, dueStatus, endedOn, flag }) => (
          <li key={id}>
            <a class="person" href={`/courses/${id}`}>
              <span class="strong">{treatmentWords({ indication, side })}</span>
              <span>{PRODUCTS[plannedProduct].brand}</span>
              <span>
                {endedOn
                  ? `Ended ${shortDay(endedOn, today)}`
                  : forecast
                    ? `Due ${dayWords(forecast.dueOn, today)}`
                    : ''}
              </span>
              <span class="row">
                {!endedOn && <DueBadge status={dueStatus} />}
                {flag?.status === 'open' && flag.shown && <FlagBadge tier={flag.tier} />}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <details>
        <summary>Begin a course of treatment</summary>
        <form
          class="stack"
          {...marks({ api: 'POST /api/v1/courses', after: '/courses/{id}', saved: 'The course has begun.' })}
        >
          <CourseFields patient={patient} today={today} />
          <div class="row">
            <button type="submit" class="primary">
              Begin
            </button>
          </div>
        </form>
      </details>
    </section>
  );
}
