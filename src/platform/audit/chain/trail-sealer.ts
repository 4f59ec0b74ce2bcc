import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions';
import { connectionTo } from '../../database/connection/connection-settings';
import type { Ask } from '../../database/connection/zone-agreement';

/** Our choice: what was written is sealed so soon after; several writes share a seal. */
const SOON_MS = 200;
/** Our choice: what a command beside the service, or another service that died, left to be sealed. */
const ROUND_MS = 30_000;
/** Entries of one seal at most, so that a trail from before is sealed in short transactions. */
const MOST = 1_000;
const PATIENCE_MS = 5_000;

/** Seals what waits for it: after answers, at the start and now and then. On a connection of its own, so that nobody waits for it. */
@Injectable()
export class TrailSealer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Trail');
  private readonly pool: Pool;
  private soon: NodeJS.Timeout | undefined;
  private round: NodeJS.Timeout | undefined;
  private sealing: Promise<void> = Promise.resolve();
  private failed = false;

  constructor(dataSource: DataSource) {
    this.pool = new Pool({
      ...connectionTo((dataSource.options as PostgresDataSourceOptions).url!),
      max: 1,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    this.pool.on('error', () => undefined);
  }

  /** Each answer may have written an entry, and most have. */
  sealAfterAnswers(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (_request, _reply, done) => {
      this.sealSoon();
      done();
    });
  }

  onApplicationBootstrap(): void {
    this.sealSoon();
    this.round = setInterval(() => this.sealSoon(), ROUND_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.round);
    clearTimeout(this.soon);
    await this.sealing;
    if (!this.failed) await this.seal();
    if (!this.pool.ended) await this.pool.end();
  }

  private sealSoon(): void {
    this.soon ??= setTimeout(() => {
      this.sealing = this.sealing.then(() => {
        this.soon = undefined;
        return this.seal();
      });
    }, SOON_MS).unref();
  }

  /** Never fails: what is not sealed now waits for the next time. */
  private async seal(): Promise<void> {
    try {
      await sealTrail(
        async <R>(sql: string, values: unknown[]) => (await this.pool.query(sql, values)).rows as R[],
      );
      this.failed = false;
    } catch (error) {
      if (!this.failed) this.log.warn(`Entries wait to be sealed: ${(error as Error).message}`);
      this.failed = true;
    }
  }
}

/** Seals all that is committed by now. */
export async function sealTrail(ask: Ask): Promise<void> {
  for (;;) {
    const [{ sealed }] = (await ask<{ sealed: number }>('select seal_trail($1) as sealed', [MOST])) as [
      { sealed: number },
    ];
    if (sealed < MOST) return;
  }
}
