import type { PlainDate } from '../../../clinical/calendar';
import { INDICATIONS } from '../../../clinical/catalogue/indications';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import { isUsedUp } from '../../../clinical/cover';
import { isOfPayer } from '../../../clinical/coverage';
import type { PayerNames } from '../../../clinical/payers/payer-names';
import type { PriorAuthorization } from '../../../records/authorizations/authorization.entity';
import type { AuthorizationFacts } from '../../../records/assessment/cover.query';
import type { Patient } from '../../../records/patients/patient.entity';
import { distanceWords, shortDay } from '../../shared/day-text';
import { AuthorizationFields, AuthorizationLimits } from './authorization-fields';
import { marks } from '../../browser/marks';

export interface AuthorizationListProps {
  readonly patient: Patient;
  readonly authorizations: readonly PriorAuthorization[];
  readonly used: readonly AuthorizationFacts[];
  readonly payers: readonly PayerNames[];
  readonly today: PlainDate;
}

/** What the payer allows, until when, and how much of it is left. */
export function AuthorizationList({ patient, authorizations, used, payers, today }: AuthorizationListProps) {
  return (
    <section class="panel stack" aria-labelledby="authorizations">
      <h2 id="authorizations">Authorizations</h2>
      {authorizations.length === 0 && <p class="muted">None recorded.</p>}
      <ul class="grants">
        {authorizations.map((authorization) => (
          <Grant
            key={authorization.id}
            authorization={authorization}
            patient={patient}
            used={used.find(({ id }) => id === authorization.id)}
            payers={payers}
            today={today}
          />
        ))}
      </ul>
      <details>
        <summary>Add an authorization</summary>
        <form class="stack" {...marks({ api: 'POST /api/v1/authorizations', saved: 'Authorization added.' })}>
          <AuthorizationFields patient={patient} />
          <div class="row">
            <button type="submit" class="primary">
              Add
            </button>
          </div>
        </form>
      </details>
    </section>
  );
}

interface GrantProps {
  readonly patient: Patient;
  readonly authorization: PriorAuthorization;
  readonly used?: AuthorizationFacts;
  readonly payers: readonly PayerNames[];
  readonly today: PlainDate;
}

function Grant({ patient, authorization, used, payers, today }: GrantProps) {
  const {
    payer,
    number,
    product,
    indication,
    startsOn,
    endsOn,
    billingUnitsApproved,
    sessionsApproved,
    note,
  } = authorization;
  const left = [
    billingUnitsApproved === null
      ? ''
      : `${used?.billingUnitsUsed ?? 0} of ${billingUnitsApproved} billing units used`,
    sessionsApproved === null ? '' : `${used?.sessionsUsed ?? 0} of ${sessionsApproved} sessions used`,
  ].filter(Boolean);
  return (
    <li class="grant">
      <p>
        <b>{`${payer}, no. ${number}`}</b>{' '}
        <Standing {...{ authorization, used, payer: patient.payer, payers, today }} />
      </p>
      <p>{`${PRODUCTS[product].brand}, ${indication ? INDICATIONS[indication].name : 'every treatment'}`}</p>
      <p>{`${shortDay(startsOn, today)} to ${shortDay(endsOn, today)}${left.length > 0 ? `; ${left.join(', ')}` : ''}`}</p>
      {note && <p class="muted">{note}</p>}
      <details>
        <summary>Change</summary>
        <form
          class="stack"
          {...marks({
            api: `PATCH /api/v1/authorizations/${authorization.id}`,
            version: authorization.version,
            saved: 'Changed.',
          })}
        >
          <div class="fields">
            <AuthorizationLimits prefix={`pa-${authorization.id}`} authorization={authorization} />
          </div>
          <div class="row">
            <button type="submit" class="primary">
              Save
            </button>
          </div>
        </form>
      </details>
    </li>
  );
}

interface StandingProps extends Omit<GrantProps, 'patient'> {
  /** The patient's insurer, where it is known. */
  readonly payer: string | null;
}

/** Whether it can be used today; what is said of it for the next session stands with the course. */
function Standing({ authorization, used, payer, payers, today }: StandingProps) {
  const { startsOn, endsOn, patientId } = authorization;
  if (endsOn < today) return <span class="badge badge-bad">{`Ran out ${distanceWords(endsOn, today)}`}</span>;
  if (!isOfPayer(authorization, { patientId, payer }, payers))
    return <span class="badge badge-bad">{`For another insurer than ${payer ?? ''}`}</span>;
  if (used && isUsedUp(used)) return <span class="badge badge-bad">Used up</span>;
  if (startsOn > today) return <span class="badge">{`Begins ${distanceWords(startsOn, today)}`}</span>;
  return <span class="badge badge-good">{`In force, ends ${distanceWords(endsOn, today)}`}</span>;
}
