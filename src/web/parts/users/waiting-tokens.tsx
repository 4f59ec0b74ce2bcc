import type { ApiToken } from '../../../platform/api-tokens/api-token.entity';
import { approversOf } from '../../../platform/api-tokens/token-rank';

/** Tokens that open nothing before somebody lends them their role. */
export function WaitingTokens({ tokens }: { readonly tokens: readonly ApiToken[] }) {
  if (tokens.length === 0) return null;
  return (
    <section class="panel stack" aria-labelledby="waiting-tokens">
      <h2 id="waiting-tokens">Tokens that wait for approval</h2>
      <ul>
        {tokens.map(({ id, name, role }) => (
          <li key={id}>
            <strong>{name}</strong> ({role}): a {approversOf(role).join(' or a ')} approves it at{' '}
            <code>{`/tokens/${id}/approve`}</code>
          </li>
        ))}
      </ul>
      <p class="muted">
        One that nobody needs is revoked under <a href="/tokens">Tokens</a>.
      </p>
    </section>
  );
}
