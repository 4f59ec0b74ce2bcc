import { listedName } from '../../../clinical/person-name';
import { counted } from '../../../clinical/words';
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
  const people = new Set(patients.map(({ patientId }) => patientId)).size;
  const title = `Who got of this lot: ${counted(people, 'patient')}, the latest session first`;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={title}>
      <table class="table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            <th scope="col">Record number</th>
            <th scope="col">Telephone</th>
            <th scope="col">Session</th>
          </tr>
        </thead>
        <tbody>
          {patients.map(({ patientId, mrn, phone, deceasedOn, sessionId, performedOn, ...named }) => (
            <tr key={sessionId}>
              <th scope="row">
                <a href={`/patients/${patientId}`}>{listedName(named)}</a>
              </th>
              <td>{mrn}</td>
              <td>
                {deceasedOn ? (
                  `Died on ${shortDay(deceasedOn, today)}`
                ) : phone ? (
                  <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>
                ) : (
                  '–'
                )}
              </td>
              <td>{shortDay(performedOn, today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
