import type { PlainDate } from '../../../../clinical/calendar';
import { listedName, personName } from '../../../../clinical/person-name';
import type { Clinic } from '../../../../platform/clinic';
import type { Injector } from '../../../../worklist/schedule/free-slots.query';
import type { MayComeEarlierRowView } from '../../../../worklist/schedule/may-come-earlier.dto';
import { marks } from '../../../browser/marks';
import { shortDay, timeWords } from '../../../shared/day-text';
import { treatmentWords } from '../../patient/patient-words';

interface MayComeProps {
  readonly row: MayComeEarlierRowView;
  readonly clinic: Clinic;
  readonly day: PlainDate;
  readonly startsAt: Date;
  readonly injector: Injector | undefined;
}

/** Somebody who may come at a free time: whom to call, since when they wait, and taking the time. */
export function MayCome({ row, clinic, day, startsAt, injector }: MayComeProps) {
  const { patient, courses, dueOn, booked, durationMin } = row;
  const { today, zone } = clinic;
  const name = personName(patient);
  const lead = courses[0]!;
  const check = {
    checkFirst: `POST /api/v1/courses/${lead.courseId}/appointments/check` as const,
    after: `/calendar/day?on=${day}` as const,
  };
  return (
    <li class="visit">
      <p>
        <a class="strong" href={`/patients/${patient.id}`}>
          {listedName(patient)}
        </a>
      </p>
      <p class="muted">{`${courses.map(treatmentWords).join('; ')}; ${durationMin} min`}</p>
      {dueOn && <p>{`Due ${shortDay(dueOn, today)}`}</p>}
      {booked && (
        <p>
          <span class="badge badge-good">{`Booked ${timeWords(booked.startsAt, zone, today)}; call them for an earlier time`}</span>
        </p>
      )}
      {patient.phone && (
        <p>
          <a href={`tel:${patient.phone.replaceAll(/[^+\d]/g, '')}`}>{patient.phone}</a>
        </p>
      )}
      {booked ? (
        <form
          {...marks({
            ...check,
            api: `PATCH /api/v1/appointments/${booked.appointmentId}`,
            version: booked.version,
            moves: booked.appointmentId,
            saved: `${name}: moved.`,
          })}
        >
          <Time startsAt={startsAt} injector={injector} />
          <button type="submit">
            Move here<span class="visually-hidden">{`: ${name}`}</span>
          </button>
        </form>
      ) : (
        <form
          {...marks({
            ...check,
            api: `POST /api/v1/courses/${lead.courseId}/appointments`,
            saved: `${name}: booked.`,
          })}
        >
          <Time startsAt={startsAt} injector={injector} />
          {courses.slice(1).map((course) => (
            <label class="choice" key={course.courseId}>
              <input type="checkbox" name="alsoFor[]" value={course.courseId} checked />
              {`With ${treatmentWords(course)}`}
            </label>
          ))}
          <button type="submit">
            Book<span class="visually-hidden">{` ${name}`}</span>
          </button>
        </form>
      )}
    </li>
  );
}

function Time({ startsAt, injector }: Pick<MayComeProps, 'startsAt' | 'injector'>) {
  return (
    <>
      <input type="hidden" name="startsAt" value={startsAt.toISOString()} />
      {injector && <input type="hidden" name="injectorId" value={injector.id} />}
    </>
  );
}
