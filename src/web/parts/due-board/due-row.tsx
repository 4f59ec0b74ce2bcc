import { addDays, dayIn, latestOf, type PlainDate } from '../../../clinical/calendar';
import { nextOpenDay } from '../../../clinical/due/open-days';
import type { Clinic } from '../../../platform/clinic';
import type { DueRowView } from '../../../worklist/worklist.dto';
import { CoverBadge, DueBadge } from '../page/badges';
import { distanceWords, shortDay, timeWords } from '../../shared/day-text';
import { marks } from '../../browser/marks';
import { personName, treatmentWords } from '../patient/patient-words';
import { OUTCOME_WORDS } from './contact-words';
import { DueWho } from './due-who';

export interface DueRowProps {
  readonly row: DueRowView;
  /** The day that the list is for. */
  readonly asOf: PlainDate;
  readonly clinic: Clinic;
  /** When the patient was last asked about the latest session. */
  readonly askedOn?: PlainDate;
  /** Whoever may see the course gets a link to it. */
  readonly mayOpenCourse: boolean;
}

/** One patient's next session: whom to call, when it is due, what has been done about it, and what can be done here. */
export function DueRow(props: DueRowProps) {
  const { row, asOf, clinic } = props;
  const { today, zone } = clinic;
  const { courseId, patient, dueOn, bookOn } = row;
  const name = personName(patient);
  const values = {
    courseId,
    name,
    startsAt: `${firstBookable(bookOn, props)}T09:00`,
    snoozeUntilOn: addDays(today, 14),
    earliestOn: addDays(today, 1),
    refresh: `/due?from=${dueOn}&to=${dueOn}&q=${encodeURIComponent(patient.mrn)}&asOf=${asOf}`,
  };
  return (
    <li class="due-row" id={`course-${courseId}`} {...marks({ row: true, values })}>
      <DueWho patient={patient} />
      <Treatment {...props} />
      <DueDay {...props} />
      <State {...props} />
      <div class="due-act no-print">
        {row.booked ? (
          <a
            class="button"
            href={`/calendar?week=${dayIn(zone, row.booked.startsAt)}#appointment-${row.booked.appointmentId}`}
          >
            Change<span class="visually-hidden">{` the appointment of ${name}`}</span>
          </a>
        ) : (
          <button type="button" {...marks({ open: 'book' })} aria-expanded="false">
            Book<span class="visually-hidden">{` ${name}`}</span>
          </button>
        )}
        <button type="button" {...marks({ open: 'call' })} aria-expanded="false">
          Log a call<span class="visually-hidden">{` to ${name}`}</span>
        </button>
        <button type="button" {...marks({ open: 'snooze' })} aria-expanded="false">
          Snooze<span class="visually-hidden">{` ${name}`}</span>
        </button>
        <button type="button" {...marks({ open: 'ask' })} aria-expanded="false">
          Ask<span class="visually-hidden">{` ${name} how it works`}</span>
        </button>
      </div>
      <div class="due-slot" {...marks({ slot: true })} />
    </li>
  );
}

function Treatment({ row, mayOpenCourse }: DueRowProps) {
  const words = treatmentWords(row);
  return <div>{mayOpenCourse ? <a href={`/courses/${row.courseId}`}>{words}</a> : <span>{words}</span>}</div>;
}

function DueDay(props: DueRowProps) {
  const { row, asOf, clinic } = props;
  const { today } = clinic;
  const { dueOn, bookOn, dueStatus, daysOverdue } = row;
  return (
    <div class="due-when">
      <span>
        <b class="strong">{shortDay(dueOn, asOf)}</b>, {distanceWords(dueOn, asOf)}
      </span>
      <span>
        <DueBadge status={dueStatus} daysOverdue={daysOverdue} />
      </span>
      {!row.booked && <span class="muted">{`Book on ${shortDay(firstBookable(bookOn, props), today)}`}</span>}
    </div>
  );
}

/** The day to book: the clinic's next open day, never before tomorrow. */
function firstBookable(bookOn: PlainDate, { clinic: { today, due } }: DueRowProps): PlainDate {
  return nextOpenDay(latestOf(addDays(today, 1), bookOn), due).on;
}

function State({ row, asOf, askedOn, clinic: { zone } }: DueRowProps) {
  const { booked, onHold, snoozedUntil, lastContact, authorization } = row;
  return (
    <div class="due-state">
      {booked && <span class="badge badge-good">{`Booked ${timeWords(booked.startsAt, zone, asOf)}`}</span>}
      {onHold && <span class="badge">On hold</span>}
      {snoozedUntil && <span class="badge">{`Snoozed until ${shortDay(snoozedUntil, asOf)}`}</span>}
      {askedOn && <span class="badge">{`Asked ${shortDay(askedOn, asOf)}`}</span>}
      {authorization !== 'not-needed' && <CoverBadge state={authorization} />}
      {lastContact && (
        <span class="muted">
          {`Last contact ${shortDay(dayIn(zone, lastContact.at), asOf)}: ${OUTCOME_WORDS[lastContact.outcome].toLowerCase()}`}
        </span>
      )}
    </div>
  );
}
