import { Injectable, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { findActor } from '../auth/find-actor.query';
import { tokenIn } from '../auth/token';
import { Clock } from '../clock';
import { UnitOfWork } from '../database/unit-of-work';
import type { Asking } from '../http/asking';
import type { SignedIn } from '../http/by.decorator';
import type { Permission } from '../permissions';
import { isId } from '../http/validation';
import { NOBODY, recordAudit } from './record-audit';

/** Which door stayed shut: the route, and the permission that would have opened it. */
export interface RefusalDetail {
  readonly status: number;
  readonly method: string;
  /** As it is declared, without the ids and the query that were sent; null at an address that is not ours. */
  readonly route: string | null;
  readonly permission?: Permission;
  /** Of somebody who is not signed in. */
  readonly address?: string;
}

/** Not allowed, and too often. */
const RECORDED = [403, 429];

/** Puts in the trail who was refused what: the route and the permission, nothing of what was sent. */
@Injectable()
export class RefusalLog {
  private readonly log = new Logger('Refusals');
  /** Whoever is told to wait and does not is named once a minute: the trail only grows. */
  private readonly impatience = new RateLimiterMemory({ points: 1, duration: 60 });

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Never fails: a refusal shows nothing, so it is sent even when the trail cannot have it. */
  async record(request: FastifyRequest, status: number): Promise<void> {
    if (!RECORDED.includes(status)) return;
    try {
      const { method, permission, params, ip } = request as Asking;
      const actor = await this.whoAsks(request);
      const route = request.routeOptions.url ?? null;
      if (status === 429 && !(await this.isFirst(`${actor?.id ?? ip} ${method} ${route}`))) return;
      const address = actor === undefined ? ip : undefined;
      const detail: RefusalDetail = { status, method, route, permission, address };
      await recordAudit(this.work.db, actor ?? NOBODY, {
        action: 'refused',
        subject: permission?.split('.')[0]!.replaceAll('-', '_') ?? 'request',
        subjectId: isId(params?.['id']) ? params['id'] : undefined,
        detail: { ...detail },
      });
    } catch (error) {
      this.log.error(
        `A refusal is not in the trail: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  /** Whom the guard has not let in stands only in the token. */
  private async whoAsks(request: FastifyRequest): Promise<SignedIn | undefined> {
    const token = tokenIn(request);
    if ((request as Asking).actor || token === undefined) return (request as Asking).actor;
    return findActor(this.work.db, token, this.clock.now());
  }

  private isFirst(what: string): Promise<boolean> {
    return this.impatience.consume(what).then(
      () => true,
      () => false,
    );
  }
}
