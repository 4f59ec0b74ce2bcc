import type { PlainDate } from '../../../clinical/calendar';
import { counted } from '../../../clinical/words';
import type { ToStartRowView } from '../../../worklist/to-start/to-start.dto';
import { dayWords } from '../../shared/day-text';
import { treatmentWords } from '../patient/patient-words';
import { DueWho } from '../due-board/due-who';

interface ToStartRowProps {
  readonly row: ToStartRowView;
  readonly asOf: PlainDate;
}

/** A course whose payer is to be asked now: since when, why, what to do, and where to write the answer down. */
export function ToStartRow({ row, asOf }: ToStartRowProps) {
  const { courseId, patient, payer, startByOn, dueOn, booked, attempts, why, todo } = row;
  return (
    <li class="ready-row">
      <DueWho patient={patient} />
      <span>
        {treatmentWords(row)}
        <br />
        <span class="muted">{payer ?? 'Insurer not known'}</span>
      </span>
      <span>
        {`Ask by ${dayWords(startByOn, asOf)}`}
        <br />
        <span class="muted">
          {`Due ${dayWords(dueOn, asOf)}, ${booked ? 'booked' : 'not booked'}${attempts > 0 ? `, ${counted(attempts, 'call')}` : ''}`}
        </span>
      </span>
      <div>
        <p>
          {why} <b>{todo}</b>
        </p>
        <p class="no-print">
          <a
            href={`/patients/${patient.id}?authorize=${courseId}#authorizations`}
            aria-label={`Record the authorization of ${patient.familyName}`}
          >
            Record the authorization
          </a>
        </p>
      </div>
    </li>
  );
}
