import { Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { IsNull } from 'typeorm';
import { approversOf } from '../../platform/api-tokens/token-rank';
import { Reads, type Unsent } from '../../platform/audit/reads';
import { SmartClient } from '../../platform/clients/smart-client.entity';
import { CLIENT_ROLE } from '../../platform/clients/why-shut';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { Problem } from '../../platform/http/problem';
import { IdPipe } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import { User } from '../../platform/users/user.entity';
import { marks } from '../browser/marks';
import { keysOf } from '../parts/clients/client-row';
import { Page } from '../parts/page/page';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { timeWords } from '../shared/day-text';

interface ApproveClientProps {
  readonly actor: SignedIn;
  readonly client: SmartClient;
  /** The name of who registered it. */
  readonly maker: string;
  readonly zone: string;
}

/** Lending a program of another system one's own role, to read with. */
@Screen('smart-clients')
export class ApproveSmartClientScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get(':id/approve')
  @Allow('token.approve')
  @Reads('smart_client')
  async show(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Now() { zone }: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<ApproveClientProps>>> {
    const { db } = this.work;
    const client = await db.findOneBy(SmartClient, { id, revokedAt: IsNull() });
    if (client === null) throw new Problem('not-found', 'No such program: it may have been ended.');
    const maker = await db.findOneBy(User, { id: client.createdBy });
    return screenOf(
      reply,
      <ApproveClientPage {...{ actor, client, maker: maker?.displayName ?? 'nobody known', zone }} />,
    );
  }
}

function ApproveClientPage({ actor, client, maker, zone }: ApproveClientProps) {
  return (
    <Page title="Approve a program that reads FHIR" actor={actor} narrow>
      <section class="panel stack">
        <dl class="facts">
          <dt>Which program</dt>
          <dd>{client.name}</dd>
          <dt>May read</dt>
          <dd>
            <code>{client.scopes.join(' ')}</code>
          </dd>
          <dt>Its keys</dt>
          <dd>{keysOf(client)}</dd>
          <dt>Registered</dt>
          <dd>{`${timeWords(client.createdAt, zone)} by ${maker}`}</dd>
        </dl>
        <Approval actor={actor} client={client} />
      </section>
    </Page>
  );
}

function Approval({ actor, client }: Pick<ApproveClientProps, 'actor' | 'client'>) {
  const approvers = approversOf(CLIENT_ROLE);
  if (client.approvedBy !== null) return <p>This program is approved.</p>;
  if (!approvers.includes(actor.role))
    return <p>It takes a {approvers.join(' or a ')} to approve this program.</p>;
  return (
    <form
      class="stack"
      {...marks({
        api: `POST /api/v1/smart-clients/${client.id}/approve`,
        saved: 'The program is approved.',
      })}
    >
      <p>
        {`It may then read by itself what a ${CLIENT_ROLE} may read of every patient, as far as the line above says, and writes nothing. It ends when you leave. Approve it only if you know what it is for.`}
      </p>
      <div>
        <button type="submit" class="primary">
          Approve the program
        </button>
      </div>
    </form>
  );
}
