import type { AppointmentStatus } from '../../../records/scheduling/appointment.entity';
import type { CalendarEntry } from '../../../worklist/schedule/calendar-week.query';
import { clockWords } from '../../shared/day-text';
import { wallTimeAt } from '../../../clinical/schedule/wall-clock';
import { marks } from '../../browser/marks';
import { listedName, personName } from '../../../clinical/person-name';
import { shortTreatmentWords, treatmentWords } from '../patient/patient-words';
import { CLASSES } from '../../shared/classes';
import { SetStatus, STATUS_WORDS } from './visit/set-status';

export interface AppointmentCardProps {
  readonly entry: CalendarEntry;
  readonly zone: string;
  /** Has its day come? Before, nobody can have come or stayed away. */
  readonly dayHasCome: boolean;
  readonly mayOpenCourse: boolean;
  /** Who may come instead of them: the address of a time that they leave free. */
  readonly freedAt?: string;
  /** Its day in words, where nothing above it says which it is. */
  readonly day?: string;
  /** Where what is done about it is found, where it does not stand beside it. */
  readonly actionsAt?: string | undefined;
}

const TONES: Readonly<Record<AppointmentStatus, keyof typeof CLASSES.badge>> = {
  booked: 'accent',
  attended: 'good',
  'no-show': 'bad',
  cancelled: 'plain',
};

/** One visit: when, who and what for; what becomes of it opens beside it. A script lets it be dragged to another time. */
export function AppointmentCard(props: AppointmentCardProps) {
  const { entry, zone, day, actionsAt } = props;
  const { id, status, startsAt, durationMin, courses } = entry;
  const name = personName(entry);
  const isBooked = status === 'booked';
  const values = {
    id,
    courseId: entry.courseId,
    name,
    version: String(entry.version),
    startsAt: wallTimeAt(startsAt, zone),
    durationMin: String(durationMin),
    injectorId: entry.injectorId ?? '',
    callEarlier: String(entry.callEarlier),
  };
  return (
    <li
      class={CLASSES.visit[status]}
      id={`appointment-${id}`}
      {...(actionsAt === undefined && marks({ row: true, values, movable: isBooked }))}
    >
      <p>
        <a class="strong" href={`/patients/${entry.patientId}`}>
          {listedName(entry)}
        </a>
      </p>
      <div class="visit-head">
        <span>
          {day && <b>{day} </b>}
          <b>{clockWords(startsAt, zone)}</b> <span class="muted visit-min">{`${durationMin} min`}</span>
        </span>
        {!isBooked && <span class={CLASSES.badge[TONES[status]]}>{STATUS_WORDS[status]}</span>}
        {actionsAt === undefined ? (
          <button type="button" class="quiet visit-more no-print" {...{ popovertarget: `more-${id}` }}>
            <MoreOf name={name} />
          </button>
        ) : (
          <a class="button quiet visit-more no-print" href={actionsAt}>
            <MoreOf name={name} />
          </a>
        )}
      </div>
      <p class="muted" title={courses.map(treatmentWords).join('; ')}>
        {courses.map(shortTreatmentWords).join('; ')}
      </p>
      {entry.phone && <p class="print-only">{entry.phone}</p>}
      {actionsAt === undefined && <More {...props} name={name} />}
    </li>
  );
}

function MoreOf({ name }: { readonly name: string }) {
  return (
    <>
      <span aria-hidden="true">⋯</span>
      <span class="visually-hidden">{`More: ${name}`}</span>
    </>
  );
}

/** What is done about a visit, beside it: nothing of it takes room on the time axis. */
function More(props: AppointmentCardProps & { readonly name: string }) {
  const { entry, dayHasCome, mayOpenCourse, freedAt, name, zone } = props;
  const { id, version, status, phone, callEarlier, courseId, startsAt, durationMin } = entry;
  const set = { id, version, name };
  return (
    <div class="more no-print" id={`more-${id}`} role="group" aria-label={name} {...{ popover: 'auto' }}>
      <p>
        <b>{name}</b>, {clockWords(startsAt, zone)}
      </p>
      {mayOpenCourse &&
        entry.courses.map((course) => (
          <p key={course.courseId}>
            <a href={`/courses/${course.courseId}`}>{treatmentWords(course)}</a>
          </p>
        ))}
      {phone && (
        <p>
          <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>
        </p>
      )}
      {status === 'booked' && callEarlier && (
        <p>
          <span class="badge">Call them for an earlier time</span>
        </p>
      )}
      <div class="row visit-act">
        {status === 'booked' ? (
          <>
            {dayHasCome && <SetStatus {...set} status="attended" label="Came" />}
            {dayHasCome && <SetStatus {...set} status="no-show" label="Did not come" />}
            <button type="button" class="quiet" {...marks({ open: 'move' })} aria-expanded="false">
              Move<span class="visually-hidden">{` the appointment of ${name}`}</span>
            </button>
            <SetStatus {...set} status="cancelled" label="Cancel" />
          </>
        ) : (
          <>
            <SetStatus {...set} status="booked" label="Undo" takes={{ courseId, startsAt, durationMin }} />
            {freedAt && (
              <a class="button quiet" href={freedAt}>
                Who may come instead<span class="visually-hidden">{` of ${name}`}</span>
              </a>
            )}
          </>
        )}
      </div>
      <div {...marks({ slot: true })} />
    </div>
  );
}
