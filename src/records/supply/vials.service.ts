import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isPlainDate } from '../../clinical/calendar';
import { unitsText } from '../../clinical/doses/dose-cap';
import { reasonToStayClosed } from '../../clinical/supply/stocked-vial';
import { ClinicNow } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { changeRow, findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SignedIn } from '../../platform/http/by.decorator';
import { startPage, updatesPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { malformed, Problem } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { readGs1 } from './gs1/gs1-code';
import { Lot } from './lot.entity';
import { receiveVial } from './receive-vial';
import { StockVial } from './stock-vial.entity';
import { stockForecast } from './stock/stock-forecast.query';
import { stockItems } from './stock/stock.query';
import { findVials } from './supply-views.query';
import type { StockForecastView, StockView } from './stock/stock.dto';
import type {
  DiscardVialDto,
  FindVialsQuery,
  OpenVialDto,
  ReceiveVialDto,
  ReconstituteVialDto,
  StockVialPage,
  StockVialView,
} from './supply.dto';
import { vialFacts, type VialFacts } from './vial-facts.query';
import { VialMovement } from './vial-movement.entity';
import type { Given } from '../../platform/http/updates/whole-list.dto';

/** Each vial from its arrival until nothing is left in it. */
@Injectable()
export class VialsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
  ) {}

  async find(actor: SignedIn, query: FindVialsQuery): Promise<StockVialPage> {
    const limit = query.limit ?? USUAL_LIMIT;
    const page = await startPage(this.work.db, 'vials', query.cursor, [isPlainDate, isId]);
    const rows = await findVials(
      this.work.db,
      { ...query, after: page.after, limit: limit + 1 },
      await this.seenBy(this.work.db, actor),
    );
    return updatesPage(page, rows, limit, ({ expiresOn, id }) => [expiresOn, id]);
  }

  read(actor: SignedIn, id: string): Promise<StockVialView> {
    return this.found(this.work.db, actor, id);
  }

  async stock(): Promise<Given<StockView>> {
    const { today } = await this.clinicNow.read(this.work.db);
    return { asOf: today, items: await stockItems(this.work.db, today) };
  }

  async forecast(): Promise<Given<StockForecastView>> {
    return stockForecast(this.work.db, await this.clinicNow.read(this.work.db));
  }

  receive(actor: SignedIn, dto: ReceiveVialDto): Promise<{ repeated: boolean; view: StockVialView }> {
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const repeated = await writeOnce(tx, { kind: 'vial', id, body: dto }, async () => {
        const { lot, serial } = await lotOf(tx, dto);
        await receiveVial(tx, { id, lotId: lot.id, serial, units: lot.vialUnits, movedBy: actor.id });
      });
      return { repeated, view: await this.found(tx, actor, id) };
    });
  }

  /** To open it again changes nothing. */
  open(actor: SignedIn, id: string, { at }: OpenVialDto): Promise<StockVialView> {
    return this.writeTo(actor, id, async (tx, vial, { version }) => {
      if (vial.openedAt !== null) return;
      await this.refuseClosed(tx, vial);
      await changeRow(tx, StockVial, { id, version }, { openedAt: this.moment(at) });
    });
  }

  reconstitute(actor: SignedIn, id: string, dto: ReconstituteVialDto): Promise<StockVialView> {
    return this.writeTo(actor, id, async (tx, vial, { version }) => {
      if (vial.reconstitutedAt !== null)
        throw new Problem(
          'conflict',
          `This vial was reconstituted already, at ${vial.reconstitutedAt.toISOString()} with ${vial.diluentMl} mL. Take another one.`,
        );
      await this.refuseClosed(tx, vial);
      const at = this.moment(dto.at);
      const { diluentMl, storage = 'refrigerator' } = dto;
      const openedAt = vial.openedAt ?? at;
      if (at < openedAt)
        throw malformed('/at', 'before-opening', `This vial was opened later, at ${openedAt.toISOString()}`);
      await changeRow(tx, StockVial, { id, version }, { openedAt, reconstitutedAt: at, diluentMl, storage });
    });
  }

  discard(actor: SignedIn, id: string, { units, reason }: DiscardVialDto): Promise<StockVialView> {
    return this.writeTo(actor, id, async (tx, { held, product }) => {
      if (held === 0) throw new Problem('conflict', 'Nothing is left in this vial.');
      if (units !== undefined && units > held)
        throw new Problem(
          'conflict',
          `This vial holds ${unitsText(product, held)}, less than ${unitsText(product, units)}. Correct the units, or leave them out to discard what is left.`,
        );
      await tx.insert(VialMovement, {
        vialId: id,
        fromAccount: 'vial',
        toAccount: 'waste',
        units: units ?? held,
        reason,
        movedBy: actor.id,
      });
    });
  }

  /** The order of locks: patient, lot, vial; here nobody's patient. */
  private writeTo(
    actor: SignedIn,
    id: string,
    write: (tx: EntityManager, vial: VialFacts, row: StockVial) => Promise<void>,
  ): Promise<StockVialView> {
    return this.work.write(actor, async (tx) => {
      const { lotId } = await findOrRefuse(tx, StockVial, id, 'vial');
      await tx.query('select 1 from lot where id = $1 for share', [lotId]);
      const row = await tx.findOneOrFail(StockVial, { where: { id }, lock: { mode: 'pessimistic_write' } });
      await write(tx, (await vialFacts(tx, [id])).get(id)!, row);
      return this.found(tx, actor, id);
    });
  }

  private async refuseClosed(tx: EntityManager, vial: VialFacts): Promise<void> {
    const { zone } = await this.clinicNow.read(tx);
    const why = reasonToStayClosed(vial, { zone, now: this.clock.now() });
    if (why !== undefined) throw new Problem('rule-broken', why);
  }

  private moment(at: string | undefined): Date {
    const now = this.clock.now();
    if (at === undefined) return now;
    if (new Date(at) > now) throw malformed('/at', 'future-moment', `${at} has not come yet`);
    return new Date(at);
  }

  private async found(db: EntityManager, actor: SignedIn, id: string): Promise<StockVialView> {
    const [vial] = await findVials(db, { id, limit: 1 }, await this.seenBy(db, actor));
    if (!vial) throw new Problem('not-found', 'No such vial.');
    return vial;
  }

  private async seenBy(db: EntityManager, { role }: SignedIn) {
    return { clinic: await this.clinicNow.read(db), role, now: this.clock.now() };
  }
}

async function lotOf(
  tx: EntityManager,
  { lotId, code, serial = null }: ReceiveVialDto,
): Promise<{ lot: Lot; serial: string | null }> {
  if (code === undefined) {
    if (lotId === undefined)
      throw malformed('/lotId', 'missing', 'Name the lot (lotId), or scan the vial (code)');
    const lot = await tx.findOneBy(Lot, { id: lotId });
    if (!lot)
      throw malformed('/lotId', 'no-such-lot', 'There is no such lot: receive it with POST /lots first');
    return { lot, serial };
  }
  const read = readGs1(code);
  const { lotNumber, expiresOn } = read;
  const lot = await tx.findOneBy(Lot, { lotNumber, expiresOn, ...(lotId !== undefined && { id: lotId }) });
  if (!lot)
    throw malformed(
      '/code',
      'no-such-lot',
      `Lot ${lotNumber}, expiring ${expiresOn}, is not on record: receive it with POST /lots first`,
    );
  return { lot, serial: serial ?? read.serial ?? null };
}
