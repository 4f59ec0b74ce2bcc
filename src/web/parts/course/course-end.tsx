import type { PlainDate } from '../../../clinical/calendar';
import { dayText } from '../../../clinical/due/due-text';
import type { CourseView } from '../../../records/courses/courses.dto';
import { marks } from '../../browser/marks';
import { Field, TextField } from '../page/field';

interface EndProps {
  readonly course: CourseView;
  readonly today: PlainDate;
}

/** Ends a course, or goes on with one that has ended: each with its reason. */
export function CourseEnd({ course, today }: EndProps) {
  return (
    <div class="due-forms no-print">
      {course.status === 'active' ? <End course={course} today={today} /> : <Reopen course={course} />}
    </div>
  );
}

function End({ course, today }: EndProps) {
  return (
    <details>
      <summary>End this course</summary>
      <form
        class="stack"
        {...marks({
          api: `POST /api/v1/courses/${course.id}/end`,
          noId: true,
          saved: 'The course has ended.',
        })}
      >
        {course.reopenReason && <p class="muted">{`It was reopened: ${course.reopenReason}`}</p>}
        <p class="muted">It leaves the due list, and what is booked from that day on is cancelled.</p>
        <Field
          label="Ended on"
          name="on"
          id="end-day"
          type="date"
          value={today}
          max={today}
          required
          proposed
        />
        <TextField label="Reason" name="reason" id="end-reason" rows={2} required />
        <div class="row">
          <button type="submit">End the course</button>
        </div>
      </form>
    </details>
  );
}

function Reopen({ course }: { readonly course: CourseView }) {
  return (
    <details>
      <summary>Reopen this course</summary>
      <form
        class="stack"
        {...marks({
          api: `POST /api/v1/courses/${course.id}/reopen`,
          noId: true,
          saved: 'The course goes on.',
        })}
      >
        {course.endedOn && (
          <p class="muted">
            {`It goes on as before ${dayText(course.endedOn)}. Appointments cancelled with its end are booked anew.`}
          </p>
        )}
        <TextField label="Reason" name="reason" id="reopen-reason" rows={2} required />
        <div class="row">
          <button type="submit">Reopen the course</button>
        </div>
      </form>
    </details>
  );
}
