import { Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { IsNull } from 'typeorm';
import { ApiToken } from '../../platform/api-tokens/api-token.entity';
import { approversOf } from '../../platform/api-tokens/token-rank';
import { Reads, type Unsent } from '../../platform/audit/reads';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { Problem } from '../../platform/http/problem';
import { IdPipe } from '../../platform/http/validation';
import type { Clinic } from '../../platform/clinic';
import { Allow } from '../../platform/permissions';
import { User } from '../../platform/users/user.entity';
import { marks } from '../browser/marks';
import { Page } from '../parts/page/page';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { timeWords } from '../shared/day-text';

/** Lending a script one's own role: the address comes from the administrator who made the token. */
@Screen('tokens')
export class ApproveTokenScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get(':id/approve')
  @Allow('token.approve')
  @Reads('api_token')
  async show(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Now() { zone }: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode>> {
    const { db } = this.work;
    const token = await db.findOneBy(ApiToken, { id, revokedAt: IsNull() });
    if (token === null) throw new Problem('not-found', 'No such token: it may have been revoked.');
    const maker = token.makerId === null ? null : await db.findOneBy(User, { id: token.makerId });
    return screenOf(
      reply,
      <ApproveTokenPage
        actor={actor}
        token={token}
        maker={maker?.displayName ?? 'nobody known'}
        zone={zone}
      />,
    );
  }
}

interface ApproveTokenPageProps {
  readonly actor: SignedIn;
  readonly token: ApiToken;
  readonly maker: string;
  readonly zone: string;
}

function ApproveTokenPage({ actor, token, maker, zone }: ApproveTokenPageProps) {
  return (
    <Page title="Approve a token" actor={actor} narrow>
      <section class="panel stack">
        <dl class="facts">
          <dt>For what</dt>
          <dd>{token.name}</dd>
          <dt>Role</dt>
          <dd>{token.role}</dd>
          <dt>Made by</dt>
          <dd>{maker}</dd>
          <dt>Valid until</dt>
          <dd>{timeWords(token.expiresAt, zone)}</dd>
        </dl>
        <Approval actor={actor} token={token} />
      </section>
    </Page>
  );
}

function Approval({ actor, token }: Pick<ApproveTokenPageProps, 'actor' | 'token'>) {
  const approvers = approversOf(token.role);
  if (approvers.length === 0) return <p>This token needs no approval.</p>;
  if (token.approvedBy !== null) return <p>This token is approved.</p>;
  if (!approvers.includes(actor.role))
    return <p>It takes a {approvers.join(' or a ')} to approve this token.</p>;
  return (
    <form
      class="stack"
      {...marks({ api: `POST /api/v1/api-tokens/${token.id}/approve`, saved: 'The token is approved.' })}
    >
      <p>
        Whoever has this token may then do what a {token.role} may do, but neither sign nor review. It ends
        when you leave. Approve it only if you know what the script is for.
      </p>
      <div>
        <button type="submit" class="primary">
          Approve the token
        </button>
      </div>
    </form>
  );
}
