import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { IsNull } from 'typeorm';
import { ApiToken } from '../../platform/api-tokens/api-token.entity';
import { approversOf, LONGEST_TOKEN_DAYS } from '../../platform/api-tokens/token-rank';
import { Reads, type Unsent } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Clock } from '../../platform/clock';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { timeWords } from '../shared/day-text';
import { Field, SelectField } from '../parts/page/field';
import { Page } from '../parts/page/page';
import { wallTimeAt } from '../../clinical/schedule/wall-clock';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { ROLE_CHOICES } from '../parts/users/role-choices';
import { marks } from '../browser/marks';

const YEAR_MS = 365 * 86_400_000;

/** What scripts sign in with: make one, shown once; revoke one. */
@Screen('tokens')
export class TokensScreen {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('token.read')
  @Reads('api_token')
  async show(
    @By() actor: SignedIn,
    @Now() { zone }: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode>> {
    const tokens = await this.work.db.find(ApiToken, {
      where: { revokedAt: IsNull() },
      order: { name: 'ASC', id: 'ASC' },
    });
    return screenOf(reply, <TokensPage actor={actor} tokens={tokens} zone={zone} now={this.clock.now()} />);
  }
}

interface TokensPageProps {
  readonly actor: SignedIn;
  readonly tokens: readonly ApiToken[];
  readonly zone: string;
  readonly now: Date;
}

function TokensPage({ actor, tokens, zone, now }: TokensPageProps) {
  return (
    <Page
      title="Tokens for scripts"
      actor={actor}
      at="/tokens"
      islands={['new-token']}
      actions={
        <a class="button" href="/smart-clients">
          Programs that read FHIR
        </a>
      }
    >
      <div id="new-token" aria-live="polite" />
      <section class="panel scroll" id="tokens" aria-label="All tokens" tabIndex={0}>
        {tokens.length === 0 ? (
          <p class="empty">No script has a token yet. Make one below.</p>
        ) : (
          <table class="table">
            <thead>
              <tr>
                <th scope="col">For what</th>
                <th scope="col">Role</th>
                <th scope="col">Made</th>
                <th scope="col">Valid until</th>
                <th scope="col">Revoke</th>
              </tr>
            </thead>
            <tbody>
              {tokens.map((token) => (
                <TokenRow key={token.id} token={token} zone={zone} now={now} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <form
        class="panel stack"
        {...marks({ api: 'POST /api/v1/api-tokens', zone, newToken: true })}
        aria-labelledby="make"
      >
        <h2 id="make">Make a token</h2>
        <p class="muted">
          A token is shown once. Whoever has it may do what its role may do, but neither sign nor review,
          until it ends: when it is revoked, or when whoever made or approved it leaves. One for a neurologist
          or a scheduler opens nothing until one of them approves it.
        </p>
        <div class="fields">
          <Field
            label="For what"
            name="name"
            required
            hint="The trail names it so, for example “monthly report”."
          />
          <SelectField label="Role" name="role" value="reporting" options={ROLE_CHOICES} />
          <Field
            label="Valid until"
            name="expiresAt"
            type="datetime-local"
            required
            sentAs="moment"
            hint={`At most ${LONGEST_TOKEN_DAYS} days from now.`}
            value={wallTimeAt(new Date(now.getTime() + YEAR_MS), zone)}
          />
        </div>
        <div>
          <button type="submit" class="primary">
            Make the token
          </button>
        </div>
      </form>
    </Page>
  );
}

function TokenRow({
  token,
  zone,
  now,
}: {
  readonly token: ApiToken;
  readonly zone: string;
  readonly now: Date;
}) {
  return (
    <tr>
      <th scope="row">{token.name}</th>
      <td>{ROLE_CHOICES.find(({ value }) => value === token.role)?.label}</td>
      <td>{timeWords(token.createdAt, zone)}</td>
      <td>
        {timeWords(token.expiresAt, zone)}{' '}
        {token.expiresAt <= now && <span class="badge badge-warn">Ended</span>}
        {token.approvedBy === null && approversOf(token.role).length > 0 && (
          <p class="notice notice-warn">
            Opens nothing yet. Ask a {approversOf(token.role).join(' or a ')} to approve it at{' '}
            <code>{`/tokens/${token.id}/approve`}</code>.
          </p>
        )}
      </td>
      <td>
        <form
          {...marks({
            api: `DELETE /api/v1/api-tokens/${token.id}`,
            saved: 'The token is revoked.',
            confirm: `Revoke “${token.name}”? The script that uses it is refused from now on.`,
          })}
        >
          <button type="submit" class="danger">
            Revoke <span class="visually-hidden">{token.name}</span>
          </button>
        </form>
      </td>
    </tr>
  );
}
