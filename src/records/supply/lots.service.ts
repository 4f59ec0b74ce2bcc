import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/actor';
import { ClinicNow } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { changeRow, findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { startPage, updatesPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { malformed, Problem, shapeProblem } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { isPlainDate } from '../../clinical/calendar';
import { DELIVERY_DAYS, deliveryFaults, type DeliveryDays } from '../../clinical/supply/delivery-days';
import { lockPatient } from '../patients/lock-patient';
import { readGs1 } from './gs1/gs1-code';
import { Lot } from './lot.entity';
import { receiveVial } from './receive-vial';
import { findLots, firstUsedOn, patientsOfLot } from './supply-views.query';
import type {
  ChangeLotDto,
  FindLotsQuery,
  LotPage,
  LotPatientsView,
  LotView,
  ReceiveLotDto,
} from './supply.dto';
import type { Given } from '../../platform/http/updates/whole-list.dto';

type Received = Omit<ReceiveLotDto, 'code' | 'id'> & { readonly gtin: string | null };

/** What was ordered, what came, and what must not be used. */
@Injectable()
export class LotsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
  ) {}

  async find(query: FindLotsQuery): Promise<LotPage> {
    const limit = query.limit ?? USUAL_LIMIT;
    const page = await startPage(this.work.db, 'lots', query.cursor, [isPlainDate, isId]);
    const rows = await findLots(this.work.db, { ...query, after: page.after, limit: limit + 1 });
    return updatesPage(page, rows, limit, ({ expiresOn, id }) => [expiresOn, id]);
  }

  read(id: string): Promise<LotView> {
    return found(this.work.db, id);
  }

  async patients(id: string): Promise<Given<LotPatientsView>> {
    const lot = await found(this.work.db, id);
    const { lotNumber, product } = lot;
    return { lotId: id, lotNumber, product, items: await patientsOfLot(this.work.db, lot) };
  }

  receive(actor: Actor & { id: string }, dto: ReceiveLotDto): Promise<{ repeated: boolean; view: LotView }> {
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const repeated = await writeOnce(tx, { kind: 'lot', id, body: dto }, async () => {
        if (dto.patientId) await lockPatient(tx, dto.patientId);
        const { today } = await this.clinicNow.read(tx);
        const { vials = 0, ...lot } = complete(await fromCode(tx, dto));
        const expected = Boolean(lot.orderedOn ?? lot.shippedOn);
        const arrivedOn = lot.arrivedOn === undefined ? (expected ? null : today) : lot.arrivedOn;
        refuseImpossible(lot, { ...lot, today, firstUsedOn: null });
        await tx.insert(Lot, { ...lot, arrivedOn, id, version: 1 });
        for (let n = 0; n < vials; n += 1)
          await receiveVial(tx, {
            id: randomUUID(),
            lotId: id,
            serial: null,
            units: lot.vialUnits,
            movedBy: actor.id,
          });
      });
      return { repeated, view: await found(tx, id) };
    });
  }

  change(actor: Actor, id: string, version: number, dto: ChangeLotDto): Promise<LotView> {
    return this.work.write(actor, async (tx) => {
      const lot = await findOrRefuse(tx, Lot, id, 'lot');
      const { today, zone } = await this.clinicNow.read(tx);
      const said = DELIVERY_DAYS.filter((field) => dto[field] !== undefined && dto[field] !== lot[field]);
      // Of a lot that was entered late, the day of arrival is that of its entry until somebody tells it.
      const usedOn = said.includes('arrivedOn') ? await firstUsedOn(tx, id, zone) : null;
      if (said.length > 0) refuseImpossible({ ...lot, ...dto }, { ...lot, today, firstUsedOn: usedOn });
      await changeRow(tx, Lot, { id, version }, { ...dto });
      return found(tx, id);
    });
  }

  /** Nothing more is drawn from it until it is released; what is held already keeps its first reason. */
  hold(actor: Actor, id: string, reason: string): Promise<LotView> {
    return this.setHold(
      actor,
      id,
      { heldAt: this.clock.now(), holdReason: reason },
      ({ heldAt }) => heldAt === null,
    );
  }

  /** It may be drawn from again; what is on no hold stays as it is. */
  release(actor: Actor & { id: string }, id: string, reason: string | undefined): Promise<LotView> {
    const released = { releasedAt: this.clock.now(), releasedBy: actor.id, releaseReason: reason ?? null };
    return this.setHold(
      actor,
      id,
      { heldAt: null, holdReason: null, ...released },
      ({ heldAt }) => heldAt !== null,
    );
  }

  private setHold(actor: Actor, id: string, to: Partial<Lot>, when: (lot: Lot) => boolean): Promise<LotView> {
    return this.work.write(actor, async (tx) => {
      const lot = await tx.findOne(Lot, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!lot) throw new Problem('not-found', 'No such lot.');
      if (when(lot)) await changeRow(tx, Lot, lot, to);
      return found(tx, id);
    });
  }
}

/** @throws Problem 400 for days of its delivery that cannot be. */
function refuseImpossible(said: Partial<DeliveryDays>, lot: Parameters<typeof deliveryFaults>[1]): void {
  const { orderedOn = null, shippedOn = null, arrivedOn = null } = said;
  const faults = deliveryFaults({ orderedOn, shippedOn, arrivedOn }, lot);
  if (faults.length === 0) return;
  throw shapeProblem(faults.map(({ field, ...fault }) => ({ pointer: `/${field}`, ...fault })));
}

async function found(db: EntityManager, id: string): Promise<LotView> {
  const [lot] = await findLots(db, { id, limit: 1 });
  if (!lot) throw new Problem('not-found', 'No such lot.');
  return lot;
}

/** What the code says takes the place of what was left out; a GTIN that came before tells product and size. */
async function fromCode(tx: EntityManager, { code, id: _id, ...typed }: ReceiveLotDto): Promise<Received> {
  if (code === undefined) return { ...typed, gtin: null };
  const { gtin, lotNumber, expiresOn } = readGs1(code);
  for (const [field, read] of [
    ['lotNumber', lotNumber],
    ['expiresOn', expiresOn],
  ] as const)
    if (typed[field] !== undefined && typed[field] !== read)
      throw malformed(
        `/${field}`,
        'not-as-code',
        `The code says ${read}, not ${typed[field]}: leave it out, or scan the right vial`,
      );
  const before = await tx.findOne(Lot, { where: { gtin, id: Not(IsNull()) }, order: { createdAt: 'DESC' } });
  const { product = before?.product, vialUnits = before?.vialUnits } = typed;
  return { ...typed, lotNumber, expiresOn, gtin, product, vialUnits };
}

function complete(dto: Received) {
  const { product, lotNumber, expiresOn, vialUnits, patientId = null, ...rest } = dto;
  const { supplier = patientId === null ? 'clinic' : 'pharmacy' } = dto;
  if (
    product === undefined ||
    lotNumber === undefined ||
    expiresOn === undefined ||
    vialUnits === undefined
  ) {
    const missing = Object.entries({ product, lotNumber, expiresOn, vialUnits }).filter(
      ([, value]) => value === undefined,
    );
    throw shapeProblem(
      missing.map(([field]) => ({
        pointer: `/${field}`,
        code: 'missing',
        message: `${field} is missing: no code says it`,
      })),
    );
  }
  if ((supplier === 'pharmacy') !== (patientId !== null))
    throw malformed(
      '/patientId',
      'pharmacy-for-one-patient',
      supplier === 'pharmacy'
        ? 'A pharmacy’s vial is for one patient: name them'
        : 'The clinic’s stock is for nobody in particular: leave patientId out, or say supplier: pharmacy',
    );
  return { ...rest, product, lotNumber, expiresOn, vialUnits, patientId, supplier };
}
