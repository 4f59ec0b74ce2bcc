import { Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReadsNothing } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { IdPipe } from '../../platform/http/validation';
import { Allow, may } from '../../platform/permissions';
import { Payer } from '../../records/payers/payer.entity';
import { allPayers } from '../../records/payers/payers.query';
import { Page } from '../parts/page/page';
import { EMPTY_PAYER, PayerForm } from '../parts/payers/payer-form';
import { PayerList } from '../parts/payers/payer-list';
import { sendScreen } from '../render';
import { Screen } from '../screen.decorator';

const NO_PATIENT = 'payers and their rules, no patient';

/** Who pays, by which names they go, what they ask for; kept by the administrator. */
@Screen('payers')
export class PayersScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Allow('payer.read')
  @ReadsNothing(NO_PATIENT)
  async list(@By() actor: SignedIn, @Now() clinic: Clinic, @Res() reply: FastifyReply): Promise<void> {
    const payers = (await allPayers(this.work.db)).toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
    const usualLead = clinic.rules['payer.lead'];
    sendScreen(reply, <PayersPage {...{ actor, payers, usualLead }} />);
  }

  @Get('new')
  @Allow('settings.write')
  @ReadsNothing(NO_PATIENT)
  make(@By() actor: SignedIn, @Res() reply: FastifyReply): void {
    sendScreen(
      reply,
      <Page title="Put an insurer on the list" actor={actor} at="/payers" islands={['payer-rows']}>
        <PayerForm draft={EMPTY_PAYER} />
      </Page>,
    );
  }

  @Get(':id/change')
  @Allow('settings.write')
  @ReadsNothing(NO_PATIENT)
  async change(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const payer = await findOrRefuse(this.work.db, Payer, id, 'payer');
    sendScreen(
      reply,
      <Page title={`Change ${payer.name}`} actor={actor} at="/payers" islands={['payer-rows']}>
        <PayerForm draft={payer} changes={payer} />
      </Page>,
    );
  }
}

interface PayersPageProps {
  readonly actor: SignedIn;
  readonly payers: readonly Payer[];
  readonly usualLead: number;
}

function PayersPage({ actor, payers, usualLead }: PayersPageProps) {
  const mayChange = may(actor.role, 'settings.write');
  return (
    <Page
      title="Insurers"
      actor={actor}
      at="/payers"
      actions={
        mayChange && (
          <a class="button" href="/payers/new">
            Put an insurer on the list
          </a>
        )
      }
    >
      <p class="muted">
        {`What an insurer asks for is filled in on the page of a course. ${mayChange ? '' : 'An administrator keeps this list.'}`}
      </p>
      {payers.length === 0 ? (
        <p class="empty">No insurer is on the list.</p>
      ) : (
        <PayerList {...{ payers, usualLead, mayChange }} />
      )}
    </Page>
  );
}
