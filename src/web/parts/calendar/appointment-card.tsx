import type { AppointmentStatus } from '../../../records/scheduling/appointment.entity';
import type { CalendarEntry } from '../../../worklist/schedule/calendar-week.query';
import { AppointmentTime, type AppointmentTimeProps } from './appointment-time';
import { CallEarlier } from './call-earlier';
import { clockWords } from '../../shared/day-text';
import { NumberField } from '../page/field';
import { wallTimeAt } from '../../../clinical/schedule/wall-clock';
import { marks } from '../../browser/marks';
import { listedName, personName } from '../../../clinical/person-name';
import { treatmentWords } from '../patient/patient-words';
import { CLASSES } from '../../shared/classes';

const STATUS: Readonly<
  Record<AppointmentStatus, readonly [words: string, tone: keyof typeof CLASSES.badge]>
> = {
  booked: ['Booked', 'accent'],
  attended: ['Came', 'good'],
  'no-show': ['Did not come', 'bad'],
  cancelled: ['Cancelled', 'plain'],
};

export interface AppointmentCardProps {
  readonly entry: CalendarEntry;
  readonly zone: string;
  /** Has its day come? Before, nobody can have come or stayed away. */
  readonly dayHasCome: boolean;
  readonly mayOpenCourse: boolean;
  /** Who may come instead of them: the address of a time that they leave free. */
  readonly freedAt?: string;
}

/** One appointment: when, who, what for, and what becomes of it. */
export function AppointmentCard(props: AppointmentCardProps) {
  const { entry, zone, dayHasCome, mayOpenCourse, freedAt } = props;
  const { id, status, startsAt, durationMin, version, callEarlier } = entry;
  const name = personName(entry);
  const [words, tone] = STATUS[status];
  const values = {
    id,
    courseId: entry.courseId,
    name,
    version: String(version),
    startsAt: wallTimeAt(startsAt, zone),
    durationMin: String(durationMin),
    callEarlier: String(callEarlier),
  };
  return (
    <li class={CLASSES.visit[status]} id={`appointment-${id}`} {...marks({ row: true, values })}>
      <p>
        <b>{clockWords(startsAt, zone)}</b> <span class="muted">{`${durationMin} min`}</span>{' '}
        {status !== 'booked' && <span class={CLASSES.badge[tone]}>{words}</span>}
      </p>
      <p>
        <a class="strong" href={`/patients/${entry.patientId}`}>
          {listedName(entry)}
        </a>
      </p>
      <p class="muted">
        <Treatments courses={entry.courses} mayOpenCourse={mayOpenCourse} />
      </p>
      {status === 'booked' && callEarlier && (
        <p>
          <span class="badge">Call them for an earlier time</span>
        </p>
      )}
      {entry.phone && (
        <p>
          <a href={`tel:${entry.phone.replaceAll(/[^+\d]/g, '')}`}>{entry.phone}</a>
        </p>
      )}
      <div class="row visit-act no-print">
        {status === 'booked' ? (
          <>
            {dayHasCome && <SetStatus {...{ id, version, name }} status="attended" label="Came" />}
            {dayHasCome && <SetStatus {...{ id, version, name }} status="no-show" label="Did not come" />}
            <button type="button" class="quiet" {...marks({ open: 'move' })} aria-expanded="false">
              Move<span class="visually-hidden">{` the appointment of ${name}`}</span>
            </button>
            <SetStatus {...{ id, version, name }} status="cancelled" label="Cancel" />
          </>
        ) : (
          <>
            <SetStatus
              {...{ id, version, name }}
              status="booked"
              label="Undo"
              takes={{ courseId: entry.courseId, startsAt, durationMin }}
            />
            {freedAt && (
              <a class="button quiet" href={freedAt}>
                Who may come instead<span class="visually-hidden">{` of ${name}`}</span>
              </a>
            )}
          </>
        )}
      </div>
      <div class="visit-slot" {...marks({ slot: true })} />
    </li>
  );
}

function Treatments({
  courses,
  mayOpenCourse,
}: Pick<CalendarEntry, 'courses'> & { readonly mayOpenCourse: boolean }) {
  return (
    <>
      {courses.map((course, i) => (
        <span key={course.courseId}>
          {i > 0 && '; '}
          {mayOpenCourse ? (
            <a href={`/courses/${course.courseId}`}>{treatmentWords(course)}</a>
          ) : (
            treatmentWords(course)
          )}
        </span>
      ))}
    </>
  );
}

interface SetStatusProps {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly status: AppointmentStatus;
  readonly label: string;
  /** The time that it would take again: what speaks against it is asked first. */
  readonly takes?: Pick<CalendarEntry, 'courseId' | 'startsAt' | 'durationMin'>;
}

function SetStatus({ id, version, name, status, label, takes }: SetStatusProps) {
  return (
    <form
      {...marks({
        api: `PATCH /api/v1/appointments/${id}`,
        version,
        after: 'refresh',
        refresh: '#week',
        saved: `${name}: ${STATUS[status][0].toLowerCase()}.`,
        ...(takes && {
          checkFirst: `POST /api/v1/courses/${takes.courseId}/appointments/check`,
          checkWith: { appointmentId: id, startsAt: takes.startsAt, durationMin: takes.durationMin },
        }),
      })}
    >
      <input type="hidden" name="status" value={status} />
      <button type="submit" class="quiet">
        {label}
        <span class="visually-hidden">{`: ${name}`}</span>
      </button>
    </form>
  );
}

/** The form for another time, once for the whole week; the island `rows` copies it to where it is asked for. */
export function MoveForm({ clinic }: Omit<AppointmentTimeProps, 'id'>) {
  return (
    <template {...marks({ rowForm: 'move' })}>
      <form
        class="row-form"
        {...marks({
          api: 'PATCH /api/v1/appointments/{id}',
          checkFirst: 'POST /api/v1/courses/{courseId}/appointments/check',
          moves: '{id}',
          version: '{version}',
          zone: clinic.zone,
          after: 'refresh',
          refresh: '#week',
          saved: 'Moved.',
        })}
        aria-label="Move the appointment of {name}"
      >
        <AppointmentTime id="move-at-{id}" clinic={clinic} />
        <NumberField label="Minutes" name="durationMin" id="move-min-{id}" inputMode="numeric" />
        <CallEarlier />
        <div class="row">
          <button type="submit" class="primary">
            Move
          </button>
          <button type="button" class="quiet" {...marks({ close: true })}>
            Back
          </button>
        </div>
      </form>
    </template>
  );
}
