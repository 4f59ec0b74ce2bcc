import type { VisitQuestionCode } from '../../../clinical/asking/visit-questions';
import { dayIn } from '../../../clinical/calendar';
import type { Clinic } from '../../../platform/clinic';
import type { PatientCare } from '../../../records/patients/care/patient-care.query';
import type { Patient } from '../../../records/patients/patient.entity';
import type { DayVisit } from '../../../worklist/my-day/my-day.query';
import type { MyDayRowView } from '../../../worklist/my-day/my-day.dto';
import { marks } from '../../browser/marks';
import { CLASSES } from '../../shared/classes';
import { clockWords, saidDays } from '../../shared/day-text';
import { FlagBadge } from '../page/badges';
import { CareList } from '../patient/patient-banner';
import { bornText, listedName } from '../../../clinical/person-name';
import { treatmentWords } from '../patient/patient-words';
import { LastSession } from './last-session';

/** Who comes, with all that they come for one after the other. */
export interface DayPatientProps {
  readonly patient: Patient;
  readonly care: PatientCare;
  readonly rows: readonly MyDayRowView[];
  readonly clinic: Clinic;
}

const CAME = {
  booked: undefined,
  attended: ['Came', 'good'],
  'no-show': ['Did not come', 'bad'],
  cancelled: undefined,
} as const;

/** Asked once of a patient, whatever they come for. */
const OF_PATIENT: readonly VisitQuestionCode[] = ['pregnancy', 'precaution'];

/** Those who come for several courses one after the other are one patient with one banner. */
export function patientsOf(visits: readonly DayVisit[]): readonly Omit<DayPatientProps, 'clinic'>[] {
  const patients: { patient: Patient; care: PatientCare; rows: MyDayRowView[] }[] = [];
  for (const { patient, care, row } of visits) {
    const last = patients.at(-1);
    if (last?.patient.id === patient.id) last.rows.push(row);
    else patients.push({ patient, care, rows: [row] });
  }
  return patients;
}

/** One patient of the day: when, who, what to know before a needle, and for each course what came before and what to ask. */
export function DayPatient({ patient, care, rows, clinic }: DayPatientProps) {
  const { today, zone } = clinic;
  const { id, birthDate, mrn } = patient;
  return (
    <li class="panel day-patient" {...marks({ row: true })}>
      <p class="day-time">{clockWords(rows[0]!.appointment.startsAt, zone)}</p>
      <div class="day-who">
        <h3>
          <a href={`/patients/${id}`}>{listedName(patient)}</a>
        </h3>
        <span class="muted">{`${bornText(birthDate, today)} · record ${mrn}`}</span>
      </div>
      <CareList care={care} clinic={clinic} />
      {rows.map((row) => (
        <DayCourse key={row.appointment.id} {...{ row, patient, clinic }} at={rows.indexOf(row)} />
      ))}
    </li>
  );
}

interface DayCourseProps {
  readonly row: MyDayRowView;
  readonly patient: Patient;
  readonly clinic: Clinic;
  /** Its place among those of the patient. */
  readonly at: number;
}

function DayCourse({ row, patient, clinic, at }: DayCourseProps) {
  const { courseId, appointment, lastSession, sessionOfDay, flag, questions } = row;
  const asked = at === 0 ? questions : questions.filter(({ code }) => !OF_PATIENT.includes(code));
  const came = CAME[appointment.status];
  // Asked first, then injected: the response leads on to today's session.
  const toBeGiven =
    !sessionOfDay &&
    appointment.status !== 'no-show' &&
    dayIn(clinic.zone, appointment.startsAt) === clinic.today;
  const about = ` of ${listedName(patient)}: ${treatmentWords(row)}`;
  return (
    <div class="day-course" {...marks({ keyed: true })}>
      <div class="day-facts">
        <p class="row">
          <a class="strong" href={`/courses/${courseId}`}>
            {treatmentWords(row)}
          </a>
          {at > 0 && <span class="muted">{clockWords(appointment.startsAt, clinic.zone)}</span>}
          {came && <span class={CLASSES.badge[came[1]]}>{came[0]}</span>}
          {sessionOfDay && (
            <span class={CLASSES.badge[sessionOfDay.signed ? 'good' : 'warn']}>
              {sessionOfDay.signed ? 'Given and signed' : 'Given, not signed'}
            </span>
          )}
          {flag && flag.tier !== 'watch' && (
            <a href={`/flags/${flag.id}`}>
              <FlagBadge tier={flag.tier} />
            </a>
          )}
        </p>
        <LastSession row={row} clinic={clinic} />
        {asked.length > 0 && (
          <ul class="day-questions" aria-label="To ask">
            {asked.map(({ code, text }) => (
              <li key={`${code} ${text}`}>{saidDays(text)}</li>
            ))}
          </ul>
        )}
      </div>
      <div class="day-act no-print">
        {lastSession && (
          <a
            class="button"
            href={`/sessions/${lastSession.id}/response${toBeGiven ? '?then=log' : ''}`}
            aria-keyshortcuts="R"
            {...marks({ key: 'r' })}
          >
            Response<span class="visually-hidden">{about}</span>
          </a>
        )}
        {sessionOfDay ? (
          <a
            class="button"
            href={`/sessions/${sessionOfDay.id}`}
            aria-keyshortcuts="L"
            {...marks({ key: 'l' })}
          >
            Session<span class="visually-hidden">{about}</span>
          </a>
        ) : (
          <a
            class="button primary"
            href={`/courses/${courseId}/log`}
            aria-keyshortcuts="L"
            {...marks({ key: 'l' })}
          >
            Log<span class="visually-hidden">{` a session${about}`}</span>
          </a>
        )}
      </div>
    </div>
  );
}
