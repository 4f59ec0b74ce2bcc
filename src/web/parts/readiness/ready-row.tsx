import type { PlainDate } from '../../../clinical/calendar';
import type { ReadyRowView } from '../../../worklist/readiness/readiness.dto';
import { dayWords } from '../../shared/day-text';
import { DueWho } from '../due-board/due-who';
import { treatmentWords } from '../patient/patient-words';

interface ReadyRowProps {
  readonly row: ReadyRowView;
  readonly asOf: PlainDate;
}

/** A course, the day of its next visit, and what is missing for it, each with what to do. */
export function ReadyRow({ row, asOf }: ReadyRowProps) {
  const { patient, readiness, booked } = row;
  const missing = readiness.items.filter(({ ready }) => !ready);
  return (
    <li class="ready-row">
      <DueWho patient={patient} />
      <span>{treatmentWords(row)}</span>
      <span>
        {dayWords(readiness.on, asOf)}
        {!booked && <span class="muted">, not booked</span>}
      </span>
      {missing.length === 0 ? (
        <span>
          <span class="badge badge-good">Ready</span>
        </span>
      ) : (
        <ul class="plain">
          {missing.map(({ code, text, todo }) => (
            <li key={code}>
              {text} <span class="muted">{todo}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
