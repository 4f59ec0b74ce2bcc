import { Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { PRODUCTS } from '../../clinical/catalogue/products';
import { Reads, ReadsNothing, type Unsent } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { Problem } from '../../platform/http/problem';
import { IdPipe } from '../../platform/http/validation';
import { displayNames } from '../../platform/users/user.query';
import { Allow, may } from '../../platform/permissions';
import { findExcursions } from '../../records/supply/excursions/excursions.query';
import { stockForecast } from '../../records/supply/stock/stock-forecast.query';
import { stockItems } from '../../records/supply/stock/stock.query';
import type { LotPatientView, LotView, StockVialView } from '../../records/supply/supply.dto';
import { findLots, findVials, patientsOfLot, type VialSearch } from '../../records/supply/supply-views.query';
import { Page } from '../parts/page/page';
import { ExcursionTable } from '../parts/supply/excursion-table';
import { ForecastTable } from '../parts/supply/forecast-table';
import { RecordExcursion } from '../parts/supply/record-excursion';
import { ReceiveLot } from '../parts/supply/receive-lot';
import { LotHold } from '../parts/supply/lot-hold';
import { LotPatients } from '../parts/supply/lot-patients';
import { LotTable, StockTable } from '../parts/supply/stock-table';
import { VialTable } from '../parts/supply/vial-table';
import { screenOf, sendScreen } from '../render';
import { Screen } from '../screen.decorator';
import { shortDay } from '../shared/day-text';

const MOST_LOTS = 200;
const MOST_VIALS = 500;
const MOST_EXCURSIONS = 50;

interface LotPageProps {
  readonly actor: SignedIn;
  readonly clinic: Clinic;
  readonly lot: LotView;
  /** Who released it last, by name. */
  readonly releasedBy: string | undefined;
  readonly patients: readonly LotPatientView[];
  readonly vials: readonly StockVialView[];
}

type VialsPageProps = Pick<LotPageProps, 'actor' | 'clinic' | 'vials'>;

/** What is here, what will be needed, and who got of a lot. */
@Screen()
export class StockScreen {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Get('stock')
  @Allow('stock.read')
  @ReadsNothing('counts of vials and sums over visits, no patient')
  async show(@By() actor: SignedIn, @Now() clinic: Clinic, @Res() reply: FastifyReply): Promise<void> {
    const { db } = this.work;
    const [items, forecast] = [await stockItems(db, clinic.today), await stockForecast(db, clinic)];
    const maySee = may(actor.role, 'supply.read');
    const lots = maySee ? await findLots(db, { limit: MOST_LOTS }) : [];
    const excursions = maySee ? await findExcursions(db, { limit: MOST_EXCURSIONS }) : [];
    const people = await displayNames(
      db,
      excursions.map(({ recordedBy }) => recordedBy),
    );
    const { today, zone } = clinic;
    sendScreen(
      reply,
      <Page title="Stock" actor={actor} at="/stock">
        {may(actor.role, 'supply.write') && (
          <>
            <ReceiveLot />
            <RecordExcursion />
          </>
        )}
        <StockTable items={items} today={today} />
        {maySee && (
          <p>
            <a href="/vials">Vials that are open, or with a rest of a session</a>
          </p>
        )}
        <ForecastTable forecast={forecast} />
        {lots.length > 0 && <LotTable lots={lots} today={today} />}
        {excursions.length > 0 && <ExcursionTable {...{ excursions, lots, people, zone, today }} />}
      </Page>,
    );
  }

  @Get('vials')
  @Allow('supply.read')
  @Reads('vial', ({ props: { vials } }: VNode<VialsPageProps>) => ofVials(vials))
  async begun(
    @By() actor: SignedIn,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<VialsPageProps>>> {
    const vials = await this.vials(actor, clinic, { begun: true });
    return screenOf(reply, <VialsPage {...{ actor, clinic, vials }} />);
  }

  @Get('lots/:id')
  @Allow('recall.read')
  @Reads('lot', ({ props: { lot, patients, vials } }: VNode<LotPageProps>) => ({
    subjectId: lot.id,
    patients: [lot.patientId, ...patients.map(({ patientId }) => patientId)],
    sessions: ofVials(vials).sessions,
  }))
  async ofLot(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<LotPageProps>>> {
    const [lot] = await findLots(this.work.db, { id, limit: 1 });
    if (!lot) throw new Problem('not-found', 'No such lot.');
    const patients = await patientsOfLot(this.work.db, lot);
    const vials = may(actor.role, 'supply.read') ? await this.vials(actor, clinic, { lotId: id }) : [];
    const by = lot.releasedBy;
    const releasedBy = by === null ? undefined : (await displayNames(this.work.db, [by])).get(by);
    return screenOf(reply, <LotPage {...{ actor, clinic, lot, releasedBy, patients, vials }} />);
  }

  private vials(
    { role }: SignedIn,
    clinic: Clinic,
    search: Pick<VialSearch, 'begun' | 'lotId'>,
  ): Promise<StockVialView[]> {
    return findVials(this.work.db, { ...search, limit: MOST_VIALS }, { clinic, role, now: this.clock.now() });
  }
}

function ofVials(vials: readonly StockVialView[]) {
  return {
    patients: vials.map(({ patientId }) => patientId),
    sessions: vials.flatMap(({ sessionId }) => sessionId ?? []),
  };
}

function VialsPage({ actor, clinic: { today, zone }, vials }: VialsPageProps) {
  const mayWrite = may(actor.role, 'supply.write');
  return (
    <Page title="Open vials" actor={actor} at="/stock">
      <p>
        <a href="/stock">Stock</a>
      </p>
      {vials.length === 0 ? (
        <p>No vial is open, and none has a rest of a session.</p>
      ) : (
        <VialTable ofLots title="Open, or with a rest of a session" {...{ vials, zone, today, mayWrite }} />
      )}
    </Page>
  );
}

function LotPage({ actor, clinic: { today, zone }, lot, releasedBy, patients, vials }: LotPageProps) {
  const mayWrite = may(actor.role, 'supply.write');
  return (
    <Page title={`Lot ${lot.lotNumber}`} actor={actor} at="/stock">
      <p>
        {`${lot.vials} vials of ${lot.vialUnits.toLocaleString('en-US')} U ${PRODUCTS[lot.product].brand}, ${lot.vialsUnopened} of them closed; last day of use ${shortDay(lot.expiresOn, today)}.`}
      </p>
      <LotHold {...{ lot, releasedBy, zone, today, mayWrite }} />
      {vials.length > 0 && <VialTable title="Its vials" {...{ vials, zone, today, mayWrite }} />}
      <LotPatients patients={patients} today={today} />
    </Page>
  );
}
