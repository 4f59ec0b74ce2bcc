import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { SignedIn } from '../../../platform/http/by.decorator';
import type { ClinicNow } from '../../../platform/clinic';
import type { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/http/problem';
import { refuseEnded } from '../../../platform/users/refuse-ended';
import { ImportFile, isWhole, type StoredState } from '../import-file.entity';
import { ImportPart } from '../import-part.entity';
import type { ReadableFile } from '../read-file';
import type { RowGroup } from '../rows/group-rows';
import { lockNamed } from '../rows/known-patients';
import { namedIn, takePart } from '../rows/taking/take-part';
import { heldBack, summed, tally, type TakenGroup, type TakenPart, type TakenRows } from '../rows/tally';

/** Somebody cancelled it: what is open is undone. */
class Cancelled extends Error {}

/** One row was refused, and it was to be all or nothing. */
class HeldBack extends Error {
  constructor(readonly taken: TakenRows) {
    super('held back');
  }
}

export interface Running {
  readonly import: Pick<ImportFile, 'id' | 'kind' | 'dryRun' | 'allOrNothing' | 'notes'>;
  readonly columns: ReadableFile['columns'];
  readonly parts: readonly (readonly RowGroup[])[];
  /** Is the service stopping? */
  readonly isEnding: () => boolean;
}

/** Takes the parts of a file one after the other, and keeps how far it is. */
export class ImportRun {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly actor: SignedIn,
    private readonly of: Running,
  ) {}

  async run(): Promise<void> {
    try {
      await (isWhole(this.of.import) ? this.asWhole() : this.inParts());
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
    }
  }

  private async inParts(): Promise<void> {
    const { dryRun, id, notes } = this.of.import;
    for (const groups of this.of.parts) {
      const take = async (tx: EntityManager) => this.tallied(await this.takeIn(tx, groups));
      if (dryRun) await this.keepNow(await this.work.tryOut(this.actor, take));
      else await this.work.write(this.actor, async (tx) => this.keep(tx, await take(tx)));
    }
    await this.work.write(this.actor, async (tx) => {
      const parts = await tx.find(ImportPart, { where: { importId: id }, order: { firstRow: 'ASC' } });
      await this.finish(tx, 'done', summed(parts, notes));
    });
  }

  private async asWhole(): Promise<void> {
    const { dryRun } = this.of.import;
    try {
      if (dryRun) await this.finishNow('done', await this.work.tryOut(this.actor, (tx) => this.takeAll(tx)));
      else await this.work.write(this.actor, async (tx) => this.finish(tx, 'done', await this.takeAll(tx)));
    } catch (error) {
      if (!(error instanceof HeldBack)) throw error;
      await this.finishNow('refused', error.taken);
    }
  }

  /** @throws HeldBack when a row is refused and it was to be all or nothing. */
  private async takeAll(tx: EntityManager): Promise<TakenRows> {
    const { parts } = this.of;
    const { allOrNothing, notes, kind } = this.of.import;
    // All at once and in their order: two that lock one after the other could wait for each other.
    await lockNamed(tx, kind === 'patients' ? [] : parts.flatMap(namedIn));
    const all: TakenGroup[] = [];
    for (const groups of parts) {
      const taken = await this.takeIn(tx, groups);
      all.push(...taken);
      await this.keepNow(this.tallied(taken));
    }
    const taken = summed(all.length === 0 ? [] : [this.tallied(all)], notes);
    if (allOrNothing && taken.refusedRows > 0) throw new HeldBack(heldBack(taken, all));
    return taken;
  }

  private async takeIn(tx: EntityManager, groups: readonly RowGroup[]): Promise<TakenGroup[]> {
    // Whoever else waits for this process has their turn.
    await setImmediate();
    if (this.of.isEnding())
      throw new Problem('unavailable', 'The service is stopping: send the same file again, and it goes on.', {
        retryAfterSeconds: 10,
      });
    return takePart(tx, { kind: this.of.import.kind, groups }, this.clinicNow);
  }

  private tallied(taken: readonly TakenGroup[]): TakenPart {
    return tally(this.of.columns, taken);
  }

  private keepNow(part: TakenPart): Promise<void> {
    return this.work.write(this.actor, (tx) => this.keep(tx, part));
  }

  private async keep(tx: EntityManager, part: TakenPart): Promise<void> {
    const { id } = this.of.import;
    const running = await tx.query<unknown[]>(
      `select from import_file where id = $1 and state = 'running' for share`,
      [id],
    );
    if (running.length === 0) throw new Cancelled();
    await refuseEnded(tx, this.actor);
    await tx.insert(ImportPart, { importId: id, ...part });
  }

  private finishNow(state: StoredState, taken: TakenRows): Promise<void> {
    return this.work.write(this.actor, (tx) => this.finish(tx, state, taken));
  }

  private async finish(tx: EntityManager, state: StoredState, taken: TakenRows): Promise<void> {
    const { id } = this.of.import;
    const { affected } = await tx.update(ImportFile, { id, state: 'running' }, { ...taken, state });
    if (!affected) throw new Cancelled();
    await tx.delete(ImportPart, { importId: id });
  }
}
