import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../../platform/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SignedIn } from '../../platform/http/by.decorator';
import { Problem } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { refuseUnlessRead } from '../may-read';
import { RESOURCE_KINDS } from '../resource-kinds';
import type { AskedExport } from './asked-export';
import { BulkExport, BulkExportFile } from './bulk-export.entity';
import { ExportMaker } from './export-maker';

const DAY_MS = 86_400_000;
/** Of one actor, not made yet. */
const MOST_WAITING = 5;
const ASK_AGAIN_S = 60;

/** Exports as a whole: asked for, waited for, fetched by whoever asked, and removed after a day. */
@Injectable()
export class BulkService implements OnApplicationBootstrap {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly maker: ExportMaker,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.removeOld();
  }

  async ask(actor: SignedIn, asked: AskedExport, request: string): Promise<string> {
    await this.removeOld();
    const { db } = this.work;
    if ((await db.countBy(BulkExport, { actorId: actor.id, status: 'asked' })) >= MOST_WAITING)
      throw new Problem(
        'too-many',
        `${MOST_WAITING} exports of yours are not made yet: wait for one, or give one back with DELETE at its Content-Location.`,
        { retryAfterSeconds: ASK_AGAIN_S },
      );
    const id = randomUUID();
    await db.insert(BulkExport, {
      id,
      actorId: actor.id,
      actorName: actor.name,
      actorRole: actor.role,
      request,
      asked,
      requestedAt: this.clock.now(),
      typesTotal: asked.types.length,
    });
    this.maker.start(id);
    return id;
  }

  /** The export, with its files once it is made. */
  async read(actor: SignedIn, id: string): Promise<{ found: BulkExport; files: BulkExportFile[] }> {
    const found = await this.readable(actor, id);
    if (found.status === 'failed')
      throw new Problem('internal', 'This export could not be made: ask for it again, or for fewer types.');
    if (found.status === 'asked') {
      await this.maker.startUnlessUnderWay(id);
      return { found, files: [] };
    }
    const files = await this.work.db.find(BulkExportFile, {
      where: { exportId: id },
      order: { name: 'ASC' },
    });
    return { found, files };
  }

  async file(actor: SignedIn, id: string, name: string): Promise<BulkExportFile> {
    await this.readable(actor, id);
    const file = await this.work.db
      .createQueryBuilder(BulkExportFile, 'file')
      .addSelect('file.content')
      .where({ exportId: id, name })
      .getOne();
    if (file === null) throw new Problem('not-found', `This export has no file ${name}.`);
    return file;
  }

  /** One that is being made ends when its next file finds it gone. */
  async giveBack(actor: SignedIn, id: string): Promise<void> {
    await this.found(actor, id);
    await this.work.db.delete(BulkExport, { id });
  }

  expiryOf({ requestedAt }: BulkExport): Date {
    return new Date(requestedAt.getTime() + DAY_MS);
  }

  /** What they may read now counts: their role, or the scopes of their token, may have been others when they asked. */
  private async readable(actor: SignedIn, id: string): Promise<BulkExport> {
    const found = await this.found(actor, id);
    for (const kind of RESOURCE_KINDS)
      if (found.asked.types.includes(kind.type)) refuseUnlessRead(actor, kind);
    return found;
  }

  private async found(actor: SignedIn, id: string): Promise<BulkExport> {
    const found = isId(id) ? await this.work.db.findOneBy(BulkExport, { id, actorId: actor.id }) : null;
    if (found !== null && this.expiryOf(found) > this.clock.now()) return found;
    throw new Problem('not-found', 'There is no such export of yours: it was given back, or is a day old.');
  }

  private async removeOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - DAY_MS);
    await this.work.db.delete(BulkExport, { requestedAt: LessThan(before) });
  }
}
