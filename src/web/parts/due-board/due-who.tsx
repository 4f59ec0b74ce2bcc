import type { DuePatientView } from '../../../worklist/worklist.dto';
import { listedName } from '../../../clinical/person-name';

/** Whom to call, and on which number. */
export function DueWho({ patient }: { readonly patient: DuePatientView }) {
  const name = listedName(patient);
  return (
    <div class="due-who">
      <span title={`${name} ${patient.mrn}`}>
        <a class="strong" href={`/patients/${patient.id}`}>
          {name}
        </a>{' '}
        <small>{patient.mrn}</small>
      </span>
      {patient.phone ? (
        <a href={`tel:${patient.phone.replaceAll(/[^+\d]/g, '')}`}>{patient.phone}</a>
      ) : (
        <span class="muted">No telephone number</span>
      )}
    </div>
  );
}
