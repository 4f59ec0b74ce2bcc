import { balanceText } from '../../../clinical/cover/cover-balance';
import type { BalancedAuthorization } from '../../../records/authorizations/balances.query';

/** What is left of the authorizations that may pay for the next session, a line each. */
export function CoverBalances({ balances }: { readonly balances: readonly BalancedAuthorization[] }) {
  return (
    <>
      {balances.map((authorization) => (
        <p key={authorization.id} class="muted">
          {`${authorization.payer}, no. ${authorization.number}: ${balanceText(authorization, authorization)}`}
        </p>
      ))}
    </>
  );
}
