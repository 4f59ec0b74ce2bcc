import { addDays, type PlainDate } from '../../../clinical/calendar';
import type { BalancedAuthorization } from '../../../records/authorizations/balances.query';
import type { CalledCourseView, CallRowView } from '../../../worklist/calling/calls.dto';
import { marks, type CourseChoice } from '../../browser/marks';
import { personName } from '../../../clinical/person-name';
import { treatmentWords } from '../patient/patient-words';
import { CallLog } from './call-log';
import { CalledCourse, type CalledCourseProps } from './called-course';
import { DueWho } from './due-who';
import type { BoardTab } from './queue-words';

export interface CallRowProps extends Pick<CalledCourseProps, 'asOf' | 'clinic' | 'mayOpenCourse'> {
  readonly row: CallRowView;
  readonly tab: BoardTab;
  /** When patients were last asked about the latest session, by course. */
  readonly asked: ReadonlyMap<string, PlainDate>;
  readonly balances: ReadonlyMap<string, readonly BalancedAuthorization[]>;
}

/** One patient to call: who, with all their courses, what was said before, and what can be done here. */
export function CallRow({ row, tab, asked, balances, asOf, clinic, mayOpenCourse }: CallRowProps) {
  const { courseId, patient, courses, contacts } = row;
  const { today, zone } = clinic;
  const name = personName(patient);
  const id = `patient-${patient.id}`;
  const refresh = `/due?queue=${tab}&patientId=${patient.id}&asOf=${asOf}`;
  const about = courses.filter((course) => course.queue !== null || course.courseId === courseId);
  const values = {
    courseId,
    alsoFor: about.flatMap((course) => (course.courseId === courseId ? [] : [course.courseId])).join(','),
    name,
    row: id,
    untilOn: addDays(today, 14),
    tomorrow: addDays(today, 1),
    refresh,
  };
  const noShows = courses.flatMap((course) => course.noShows);
  return (
    <li class="call" id={id} {...marks({ row: true, values, others: togetherChoices(courses) })}>
      <DueWho patient={patient} />
      <div>
        <CallLog contacts={contacts} noShows={noShows} asOf={asOf} zone={zone} />
      </div>
      <div class="call-act no-print">
        <button type="button" {...marks({ open: 'call' })} aria-expanded="false">
          Log a call<span class="visually-hidden">{` to ${name}`}</span>
        </button>
        {tab === 'snoozed' ? (
          <BringBack {...{ courseId, name, id, refresh }} alsoFor={values.alsoFor} />
        ) : (
          <button type="button" {...marks({ open: 'snooze' })} aria-expanded="false">
            Snooze<span class="visually-hidden">{` ${name}`}</span>
          </button>
        )}
      </div>
      <div class="call-courses">
        {courses.map((course) => (
          <CalledCourse
            key={course.courseId}
            {...{ course, name, asOf, clinic, mayOpenCourse }}
            askedOn={asked.get(course.courseId)}
            balances={balances.get(course.courseId) ?? []}
          />
        ))}
      </div>
      <div class="call-slot" {...marks({ slot: true })} />
    </li>
  );
}

/** The courses that may be booked together: those for which nothing is booked. Those that wait are proposed. */
function togetherChoices(courses: readonly CalledCourseView[]): CourseChoice[] {
  return courses
    .filter(({ booked, onHold }) => booked === null && !onHold)
    .map((course) => ({
      courseId: course.courseId,
      words: treatmentWords(course),
      proposed: course.queue === 'to-call' || course.queue === 'lapsed' || course.queue === 'first-visits',
    }));
}

interface BringBackProps {
  readonly courseId: string;
  readonly alsoFor: string;
  readonly name: string;
  readonly id: string;
  readonly refresh: string;
}

function BringBack({ courseId, alsoFor, name, id, refresh }: BringBackProps) {
  return (
    <form
      {...marks({
        api: `POST /api/v1/courses/${courseId}/snoozes`,
        after: 'refresh',
        refresh: `#${id}`,
        refreshFrom: refresh,
        saved: 'Back in the queue.',
      })}
    >
      <input type="hidden" name="untilOn" value="" {...marks({ sentAs: 'null-if-empty' })} />
      <input type="hidden" name="alsoFor" value={alsoFor} {...marks({ sentAs: 'list' })} />
      <button type="submit">
        Bring back<span class="visually-hidden">{` ${name}`}</span>
      </button>
    </form>
  );
}
