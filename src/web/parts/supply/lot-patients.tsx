import { listedName } from '../../../clinical/person-name';
import type { PlainDate } from '../../../clinical/calendar';
import type { LotPatientView } from '../../../records/supply/supply.dto';
import { shortDay } from '../../shared/day-text';

/** Whom to call when a lot is recalled; no dose. */
export function LotPatients({
  patients,
  today,
}: {
  readonly patients: readonly LotPatientView[];
  readonly today: PlainDate;
}) {
  if (patients.length === 0) return <p>Nobody has got anything of this lot.</p>;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Who got of this lot, the latest session first">
      <table class="table">
        <caption>Who got of this lot, the latest session first</caption>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            <th scope="col">Record number</th>
            <th scope="col">Telephone</th>
            <th scope="col">Session</th>
          </tr>
        </thead>
        <tbody>
          {patients.map(({ patientId, mrn, phone, sessionId, performedOn, ...named }) => (
            <tr key={sessionId}>
              <th scope="row">
                <a href={`/patients/${patientId}`}>{listedName(named)}</a>
              </th>
              <td>{mrn}</td>
              <td>{phone ?? '–'}</td>
              <td>{shortDay(performedOn, today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
