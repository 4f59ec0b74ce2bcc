import { Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { In, IsNull } from 'typeorm';
import { Reads, type Unsent } from '../../platform/audit/reads';
import { tokenAddress } from '../../platform/clients/assertion';
import { SmartClient } from '../../platform/clients/smart-client.entity';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { User } from '../../platform/users/user.entity';
import { ClientRow } from '../parts/clients/client-row';
import { NewClient } from '../parts/clients/new-client';
import { Page } from '../parts/page/page';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';

interface SmartClientsProps {
  readonly actor: SignedIn;
  readonly clients: readonly SmartClient[];
  /** Who registered and who approved them, by id. */
  readonly people: ReadonlyMap<string, User>;
  /** Where a client gets its token. */
  readonly tokenUrl: string;
  readonly zone: string;
}

/** Programs of other systems that read FHIR by themselves: register one with its keys; end one. */
@Screen('smart-clients')
export class SmartClientsScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Allow('smart-client.read')
  @Reads('smart_client')
  async show(
    @By() actor: SignedIn,
    @Now() { zone }: Clinic,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<SmartClientsProps>>> {
    const { db } = this.work;
    const clients = await db.find(SmartClient, {
      where: { revokedAt: IsNull() },
      order: { name: 'ASC', id: 'ASC' },
    });
    const ids = clients.flatMap(({ createdBy, approvedBy }) => [createdBy, approvedBy ?? createdBy]);
    const users = await db.findBy(User, { id: In(ids) });
    const people = new Map(users.map((user) => [user.id, user]));
    const tokenUrl = tokenAddress(request);
    return screenOf(reply, <SmartClientsPage {...{ actor, clients, people, tokenUrl, zone }} />);
  }
}

function SmartClientsPage({ actor, clients, people, tokenUrl, zone }: SmartClientsProps) {
  return (
    <Page
      title="Programs that read FHIR"
      actor={actor}
      at="/tokens"
      actions={
        <a class="button" href="/tokens">
          Tokens for scripts
        </a>
      }
    >
      <section class="panel stack" aria-labelledby="registered">
        <h2 id="registered">Registered</h2>
        {clients.length === 0 && <p class="empty">No program is registered yet. Register one below.</p>}
        <ul class="plain stack" id="clients">
          {clients.map((client) => (
            <ClientRow key={client.id} client={client} people={people} zone={zone} />
          ))}
        </ul>
        <dl class="facts">
          <dt>Where they get their tokens</dt>
          <dd>
            <code>{tokenUrl}</code>
          </dd>
        </dl>
      </section>
      <NewClient />
    </Page>
  );
}
