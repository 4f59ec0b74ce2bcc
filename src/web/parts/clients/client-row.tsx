import type { SmartClient } from '../../../platform/clients/smart-client.entity';
import { CLIENT_ROLE, whyShut } from '../../../platform/clients/why-shut';
import type { User } from '../../../platform/users/user.entity';
import { marks } from '../../browser/marks';
import { timeWords } from '../../shared/day-text';

interface ClientRowProps {
  readonly client: SmartClient;
  readonly people: ReadonlyMap<string, User>;
  readonly zone: string;
}

/** One program: by what it is known, what it may read, who answers for it, and whether it is let in. */
export function ClientRow({ client, people, zone }: ClientRowProps) {
  const { id, name, scopes, createdAt, createdBy, approvedBy, approvedAt } = client;
  const by = (userId: string) => people.get(userId)?.displayName ?? 'nobody known';
  return (
    <li class="stack">
      <h3>{name}</h3>
      <dl class="facts">
        <dt>Client id</dt>
        <dd>
          <code>{id}</code>
        </dd>
        <dt>Its keys</dt>
        <dd>{keysOf(client)}</dd>
        <dt>May read</dt>
        <dd>
          <code>{scopes.join(' ')}</code>
        </dd>
        <dt>Registered</dt>
        <dd>{`${timeWords(createdAt, zone)} by ${by(createdBy)}`}</dd>
        {approvedBy !== null && approvedAt !== null && (
          <>
            <dt>Approved</dt>
            <dd>{`${timeWords(approvedAt, zone)} by ${by(approvedBy)}`}</dd>
          </>
        )}
      </dl>
      <WhyShut client={client} people={people} />
      <form
        {...marks({
          api: `DELETE /api/v1/smart-clients/${id}`,
          saved: 'The program is ended.',
          confirm: `End “${name}”? It is refused from now on, with the tokens that it has.`,
        })}
      >
        <button type="submit" class="danger">
          End <span class="visually-hidden">{name}</span>
        </button>
      </form>
    </li>
  );
}

export function keysOf({ jwks, jwksUrl }: Pick<SmartClient, 'jwks' | 'jwksUrl'>) {
  if (jwksUrl !== null) return <code>{jwksUrl}</code>;
  const names = (jwks?.keys ?? []).map(({ kid }) => kid);
  return <code>{names.join(', ')}</code>;
}

function WhyShut({ client, people }: Pick<ClientRowProps, 'client' | 'people'>) {
  const person = (userId: string | null) => (userId === null ? null : (people.get(userId) ?? null));
  const shut = whyShut({ maker: person(client.createdBy), approver: person(client.approvedBy) });
  if (shut === undefined) return null;
  return (
    <p class="notice notice-warn">
      {shut === 'maker-gone' &&
        'Opens nothing: whoever registered it administers here no longer. End it and register it anew.'}
      {shut === 'approver-gone' &&
        `Opens nothing: whoever lent it their role is no ${CLIENT_ROLE} here any more. End it and register it anew.`}
      {shut === 'unapproved' && (
        <>
          Opens nothing yet. Ask a {CLIENT_ROLE} to approve it at{' '}
          <code>{`/smart-clients/${client.id}/approve`}</code>
        </>
      )}
    </p>
  );
}
