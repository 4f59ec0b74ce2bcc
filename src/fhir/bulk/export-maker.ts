import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions';
import { ClinicNow } from '../../platform/clinic';
import { ADVISORY_LOCKS } from '../../platform/database/locks/advisory-locks';
import { connectionLoss } from '../../platform/database/connection/connection-loss';
import { connectionTo } from '../../platform/database/connection/connection-settings';
import { heldOf } from '../../platform/database/locks/named-lock';
import { RESOURCE_KINDS } from '../resource-kinds';
import { BulkExport, BulkExportFile } from './bulk-export.entity';
import { exportFiles } from './export-files';

/** An export of years takes longer than an ordinary statement may. */
const LONGEST_TYPE = '15min';
const MOST_ATTEMPTS = 3;

/**
 * Makes exports, one after the other, each from one snapshot on a connection of its own. A lock of that connection says that
 * an export is being made: it is let go with the process that makes it, and any other then begins again.
 */
@Injectable()
export class ExportMaker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Exports');
  private readonly waiting = new Set<string>();
  private turn: Promise<void> = Promise.resolve();
  private client: Client | undefined;
  private isEnding = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clinicNow: ClinicNow,
  ) {}

  /** What a process that died has left. */
  async onApplicationBootstrap(): Promise<void> {
    const left = await this.dataSource.manager.findBy(BulkExport, { status: 'asked' });
    for (const { id } of left) this.start(id);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    await this.client?.end();
    await this.turn;
  }

  /** In its turn; at once where there is none before it. */
  start(id: string): void {
    if (this.waiting.has(id)) return;
    this.waiting.add(id);
    this.turn = this.turn.then(() => this.make(id)).finally(() => this.waiting.delete(id));
  }

  /** For whoever asks how far it is: begins it again where nobody makes it any more. */
  async startUnlessUnderWay(id: string): Promise<void> {
    if (this.waiting.has(id)) return;
    const held = await heldOf(this.dataSource.manager, ADVISORY_LOCKS.fhirExport, [id]);
    if (!held.has(id)) this.start(id);
  }

  private async make(id: string): Promise<void> {
    if (this.isEnding) return;
    const { url } = this.dataSource.options as PostgresDataSourceOptions;
    const client = new Client(connectionTo(url!));
    client.on('error', () => undefined);
    this.client = client;
    try {
      await client.connect();
      const loss = connectionLoss(client);
      await Promise.race([this.makeUnlessMade(client, id), loss.happened]).finally(() => loss.forget());
    } catch (error) {
      if (!this.isEnding) await this.failed(id, error).catch((fault: unknown) => this.log.error(fault));
    } finally {
      this.client = undefined;
      await client.end().catch(() => undefined);
    }
  }

  private async makeUnlessMade(client: Client, id: string): Promise<void> {
    const { rows } = await client.query<{ mine: boolean }>(
      'select pg_try_advisory_lock($1, hashtext($2)) as mine',
      [ADVISORY_LOCKS.fhirExport, id],
    );
    if (rows[0]!.mine) await this.makeLocked(client, id);
  }

  private async makeLocked(client: Client, id: string): Promise<void> {
    const db = this.dataSource.manager;
    const asked = await db.findOneBy(BulkExport, { id, status: 'asked' });
    if (asked === null) return;
    await db.update(BulkExport, { id }, { attempts: asked.attempts + 1, typesDone: 0 });
    await db.delete(BulkExportFile, { exportId: id });
    const clinic = await this.clinicNow.read(db);
    const actor = { id: asked.actorId, name: asked.actorName, role: asked.actorRole };
    const { rows } = await client.query<{ moment: Date }>('select unchanged_before() as moment');
    await client.query('begin isolation level repeatable read, read only');
    await client.query(`set local statement_timeout = '${LONGEST_TYPE}'`);
    await client.query(`set local idle_in_transaction_session_timeout = '${LONGEST_TYPE}'`);
    const kinds = RESOURCE_KINDS.filter(({ type }) => asked.asked.types.includes(type));
    for (const kind of kinds) {
      const of = { asked: asked.asked, by: { actor, clinic } };
      for await (const file of exportFiles(client, kind, RESOURCE_KINDS, of))
        await db.insert(BulkExportFile, { exportId: id, ...file });
      await db.increment(BulkExport, { id }, 'typesDone', 1);
    }
    await db.update(
      BulkExport,
      { id, status: 'asked' },
      { status: 'made', transactionTime: rows[0]!.moment },
    );
  }

  /** Whoever asked may have given it back meanwhile: then it is gone, and nothing failed. */
  private async failed(id: string, error: unknown): Promise<void> {
    const db = this.dataSource.manager;
    const asked = await db.findOneBy(BulkExport, { id });
    if (asked === null) return;
    this.log.warn(`An export was not made: ${error instanceof Error ? error.message : String(error)}`);
    if (asked.attempts >= MOST_ATTEMPTS) await db.update(BulkExport, { id }, { status: 'failed' });
  }
}
