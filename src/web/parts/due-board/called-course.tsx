import { dayIn, type PlainDate } from '../../../clinical/calendar';
import { firstBookable } from '../../../clinical/calling/first-bookable';
import type { Clinic } from '../../../platform/clinic';
import type { CalledCourseView } from '../../../worklist/calling/calls.dto';
import { marks } from '../../browser/marks';
import { shortDay, timeWords } from '../../shared/day-text';
import type { BalancedAuthorization } from '../../../records/authorizations/balances.query';
import { CoverBalances } from '../page/cover-balances';
import { BookedBadge, CoverBadge, DueBadge } from '../page/badges';
import { shortTreatmentWords, treatmentWords } from '../patient/patient-words';

export interface CalledCourseProps {
  readonly course: CalledCourseView;
  /** Of whom: for those who hear what a button does. */
  readonly name: string;
  /** The day that the list is for. */
  readonly asOf: PlainDate;
  readonly clinic: Clinic;
  /** When the patient was last asked about the latest session. */
  readonly askedOn?: PlainDate;
  /** What is left of the authorizations, where that is too little. */
  readonly balances: readonly BalancedAuthorization[];
  /** Whoever may see the course gets a link to it. */
  readonly mayOpenCourse: boolean;
}

/** One course of a row: what is treated, when it is due, what has been arranged, and booking it. */
export function CalledCourse(props: CalledCourseProps) {
  const { course, name, asOf, clinic, askedOn, balances, mayOpenCourse } = props;
  const { courseId, dueOn, dueStatus, waitsFromOn } = course;
  const words = shortTreatmentWords(course);
  return (
    <div class="called-course" id={`course-${courseId}`}>
      <div title={treatmentWords(course)}>
        {mayOpenCourse ? <a href={`/courses/${courseId}`}>{words}</a> : words}
      </div>
      <div class="called-due">
        {dueOn ? (
          <b>{shortDay(dueOn, asOf).slice(4)}</b>
        ) : (
          <span class="muted">{shortDay(waitsFromOn, asOf).slice(4)}</span>
        )}
        <DueBadge status={dueStatus} />
      </div>
      <State {...{ course, asOf, clinic, askedOn, balances }} />
      <Act {...{ course, name, clinic }} />
    </div>
  );
}

function State({
  course,
  asOf,
  clinic,
  askedOn,
  balances,
}: Pick<CalledCourseProps, 'course' | 'asOf' | 'clinic' | 'askedOn' | 'balances'>) {
  const { booked, onHold, snoozedUntil, authorization } = course;
  return (
    <div class="called-state">
      {booked && (
        <BookedBadge {...booked} earliestOn={course.earliestOn} zone={clinic.zone}>
          <span class="said-by-head">Booked </span>
          {timeWords(booked.startsAt, clinic.zone, asOf)}
        </BookedBadge>
      )}
      {onHold && <span class="badge">On hold</span>}
      {snoozedUntil && <span class="badge">{`Snoozed until ${shortDay(snoozedUntil, asOf).slice(4)}`}</span>}
      {askedOn && <span class="badge">{`Asked ${shortDay(askedOn, asOf).slice(4)}`}</span>}
      {authorization !== 'not-needed' && authorization !== 'covered' && (
        <CoverBadge cover={course} today={clinic.today} headed />
      )}
      {balances.length > 0 && (
        <details class="cover-left">
          <summary>
            Left<span class="visually-hidden"> of the authorization</span>
          </summary>
          <CoverBalances balances={balances} />
        </details>
      )}
    </div>
  );
}

function Act({ course, name, clinic }: Pick<CalledCourseProps, 'course' | 'name' | 'clinic'>) {
  const { courseId, booked, bookOn, anchorOn } = course;
  const { today, zone, due } = clinic;
  const values = { courseId, startsAt: `${firstBookable(bookOn, today, due)}T09:00` };
  return (
    <div class="called-act no-print">
      {booked ? (
        <a
          class="button"
          href={`/calendar?week=${dayIn(zone, booked.startsAt)}#appointment-${booked.appointmentId}`}
        >
          Change<span class="visually-hidden">{` the appointment of ${name}`}</span>
        </a>
      ) : (
        <button type="button" {...marks({ open: 'book', values })} aria-expanded="false">
          Book<span class="visually-hidden">{` ${name}`}</span>
        </button>
      )}
      {anchorOn && (
        <button type="button" {...marks({ open: 'ask', values })} aria-expanded="false">
          Ask<span class="visually-hidden">{` ${name} how it works`}</span>
        </button>
      )}
    </div>
  );
}
