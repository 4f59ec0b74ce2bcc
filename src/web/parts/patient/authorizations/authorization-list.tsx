import type { PlainDate } from '../../../../clinical/calendar';
import { INDICATIONS } from '../../../../clinical/catalogue/indications';
import { PRODUCTS } from '../../../../clinical/catalogue/products';
import { isUsedUp } from '../../../../clinical/cover/cover';
import { balanceText } from '../../../../clinical/cover/cover-balance';
import type { PriorAuthorization } from '../../../../records/authorizations/authorization.entity';
import type { BalancedAuthorization } from '../../../../records/authorizations/balances.query';
import type { Patient } from '../../../../records/patients/patient.entity';
import { distanceWords, shortDay } from '../../../shared/day-text';
import { AuthorizationFields, AuthorizationLimits, type AuthorizedTreatment } from './authorization-fields';
import { marks } from '../../../browser/marks';

export interface AuthorizationListProps {
  readonly patient: Patient;
  readonly authorizations: readonly PriorAuthorization[];
  readonly used: readonly BalancedAuthorization[];
  /** What one is to be recorded for: the form is open then. */
  readonly toAuthorize: AuthorizedTreatment | null;
  readonly today: PlainDate;
}

/** What the payer allows, until when, and how much of it is left. */
export function AuthorizationList(props: AuthorizationListProps) {
  const { patient, authorizations, used, toAuthorize, today } = props;
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
            today={today}
          />
        ))}
      </ul>
      <details open={toAuthorize !== null}>
        <summary>Add an authorization</summary>
        <form class="stack" {...marks({ api: 'POST /api/v1/authorizations', saved: 'Authorization added.' })}>
          <AuthorizationFields patient={patient} treatment={toAuthorize} />
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
  readonly used?: BalancedAuthorization;
  readonly today: PlainDate;
}

function Grant({ patient, authorization, used, today }: GrantProps) {
  const { payer, number, product, indication, startsOn, endsOn, note } = authorization;
  return (
    <li class="grant">
      <p>
        <b>{`${payer}, no. ${number}`}</b>{' '}
        <Standing {...{ authorization, used, payer: patient.payer, today }} />
      </p>
      <p>{`${PRODUCTS[product].brand}, ${indication ? INDICATIONS[indication].name : 'every treatment'}`}</p>
      <p>{`${shortDay(startsOn, today)} to ${shortDay(endsOn, today)}`}</p>
      {used && <p>{balanceText(used, used)}</p>}
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
function Standing({ authorization, used, payer, today }: StandingProps) {
  const { startsOn, endsOn } = authorization;
  if (endsOn < today) return <span class="badge badge-bad">{`Ran out ${distanceWords(endsOn, today)}`}</span>;
  if (used?.ofOtherInsurer)
    return <span class="badge badge-bad">{`For another insurer than ${payer ?? ''}`}</span>;
  if (used && isUsedUp(used)) return <span class="badge badge-bad">Used up</span>;
  if (startsOn > today) return <span class="badge">{`Begins ${distanceWords(startsOn, today)}`}</span>;
  return <span class="badge badge-good">{`In force, ends ${distanceWords(endsOn, today)}`}</span>;
}
