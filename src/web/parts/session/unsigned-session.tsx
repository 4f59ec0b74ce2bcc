import type { PlainDate } from '../../../clinical/calendar';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import type { UnsignedRowView } from '../../../worklist/unsigned/unsigned.dto';
import { dayWords, shortDay } from '../../shared/day-text';
import { numberWords, placeWords } from '../../shared/injection-words';
import { UnsignedBadge } from '../page/badges';
import { listedName } from '../../../clinical/person-name';
import { treatmentWords } from '../patient/patient-words';
import { SignButton } from './sign-button';

/** A session that waits for its signature, with what is signed: whose, of when, by whom, which doses. */
export function UnsignedSession({
  row,
  today,
}: {
  readonly row: UnsignedRowView;
  readonly today: PlainDate;
}) {
  const { patient, performedOn, continuesOn, product, totalUnits, injections, injector, sessionId, version } =
    row;
  const given = dayWords(performedOn, today);
  return (
    <li>
      <div>
        <p class="row">
          <a class="strong" href={`/sessions/${sessionId}`}>
            {listedName(patient)}
          </a>
          <span class="muted">{`${patient.mrn} · ${treatmentWords(row)}`}</span>
          <UnsignedBadge daysUnsigned={row.daysUnsigned} overdue={row.overdue} />
        </p>
        <p>
          {`${given}, by ${injector.displayName}: ${numberWords(totalUnits)} U ${PRODUCTS[product].brand}`}
          {continuesOn && `, completes or touches up the session of ${shortDay(continuesOn, today)}`}
        </p>
        <p class="muted">
          {injections
            .map(({ muscle, side, units }) => `${placeWords(muscle, side)} ${numberWords(units)} U`)
            .join(', ')}
        </p>
      </div>
      <SignButton
        id={sessionId}
        version={version}
        what={`the session of ${listedName(patient)}, ${given}`}
        primary
      />
    </li>
  );
}
