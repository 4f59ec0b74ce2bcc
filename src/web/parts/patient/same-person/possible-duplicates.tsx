import { dayText } from '../../../../clinical/due/due-text';
import type { PossibleDuplicate } from '../../../../records/patients/duplicates/possible-duplicates.query';
import { marks } from '../../../browser/marks';
import { bornText, listedName } from '../../../../clinical/person-name';

const SAME_WORDS: Readonly<Record<PossibleDuplicate['why'][number], string>> = {
  name: 'name',
  'birth-date': 'birth date',
  phone: 'telephone',
  mrn: 'record number',
};

/** Asked before somebody is registered who may be on record already; empty where nobody is alike. */
export function IsItOneOfThese({ found }: { readonly found: readonly PossibleDuplicate[] }) {
  return (
    <div id="same-person">
      {found.length > 0 && (
        <section class="notice notice-warn stack" aria-labelledby="same-person-asked">
          <h2 id="same-person-asked" tabIndex={-1}>
            Is it one of these?
          </h2>
          <ul class="people">
            {found.map((possible) => (
              <PossiblySame key={possible.patient.id} {...possible} />
            ))}
          </ul>
          <div class="row">
            <button type="button" class="primary" {...marks({ noneOfThese: true })}>
              None of these: register
            </button>
          </div>
        </section>
      )}
    </div>
  );
}

function PossiblySame({ patient, why, lastVisitOn }: PossibleDuplicate) {
  const visit = lastVisitOn === null ? 'no session here yet' : `last session ${dayText(lastVisitOn)}`;
  return (
    <li>
      <a class="person" href={`/patients/${patient.id}`}>
        <span class="strong">{listedName(patient)}</span>
        <span>{`record ${patient.mrn}`}</span>
        <span>{bornText(patient.birthDate)}</span>
        <span>{patient.deceasedOn ? `died on ${dayText(patient.deceasedOn)}` : visit}</span>
        <small class="muted">{`Same ${why.map((same) => SAME_WORDS[same]).join(', ')}`}</small>
      </a>
    </li>
  );
}
