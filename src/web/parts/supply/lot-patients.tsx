import { listedName } from '../../../clinical/person-name';
import { counted } from '../../../clinical/words';
import type { PlainDate } from '../../../clinical/calendar';
import type { LotPatientView } from '../../../records/supply/supply.dto';
import { CardTable } from '../page/card-table';
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
    <CardTable
      title={title}
      heads={['Patient', 'Record number', 'Telephone', 'Session']}
      rows={patients.map(({ patientId, mrn, phone, deceasedOn, sessionId, performedOn, ...named }) => ({
        key: sessionId,
        cells: [
          <a href={`/patients/${patientId}`}>{listedName(named)}</a>,
          mrn,
          deceasedOn ? (
            `Died on ${shortDay(deceasedOn, today)}`
          ) : phone ? (
            <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>
          ) : (
            '–'
          ),
          shortDay(performedOn, today),
        ],
      }))}
    />
  );
}
