import type { CourseToAsk } from '../../../records/check-ins/check-in.query';
import { marks } from '../../browser/marks';
import { treatmentWords } from '../patient/patient-words';

/** Begins a check-in of one course; the code takes the place of the button. */
export function BeginCheckIn({ courseId, about }: { readonly courseId: string; readonly about?: string }) {
  return (
    <form
      {...marks({
        api: `POST /api/v1/courses/${courseId}/check-ins`,
        noId: true,
        checkInCode: true,
      })}
    >
      <button type="submit">
        Check-in on the tablet
        {about && `: ${about}`}
      </button>
    </form>
  );
}

/** A check-in for each course that a patient may be asked about, named where there are several. */
export function BeginCheckIns({ courses }: { readonly courses: readonly CourseToAsk[] }) {
  return (
    <>
      {courses.map((course) => (
        <BeginCheckIn
          key={course.courseId}
          courseId={course.courseId}
          about={courses.length > 1 ? treatmentWords(course) : undefined}
        />
      ))}
    </>
  );
}
