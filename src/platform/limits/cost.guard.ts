import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '../config';
import type { Asking } from '../http/asking';
import { Problem } from '../http/problem';
import { COSTS, type Costly, type RequestLimits } from './costly';

const MINUTE_S = 60;

/** Counts what is costly, of each user and each token by itself: a script that runs wild slows down nobody else. */
@Injectable()
export class CostGuard implements CanActivate {
  private readonly limits: RequestLimits;
  private readonly counters: Readonly<Record<Costly, RateLimiterMemory>>;

  constructor(
    private readonly reflector: Reflector,
    @Inject(CONFIG) { requestLimits }: Pick<Config, 'requestLimits'>,
  ) {
    this.limits = requestLimits;
    const counter = (what: Costly) =>
      new RateLimiterMemory({ points: requestLimits[what], duration: MINUTE_S });
    this.counters = {
      preview: counter('preview'),
      check: counter('check'),
      export: counter('export'),
      search: counter('search'),
    };
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const what = this.reflector.get<Costly | undefined>(COSTS, context.getHandler());
    const { actor } = context.switchToHttp().getRequest<Asking>();
    if (what === undefined || actor === undefined) return true;
    try {
      await this.counters[what].consume(actor.id);
      return true;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw this.tooMany(what, Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
    }
  }

  private tooMany(what: Costly, seconds: number): Problem {
    return new Problem(
      'too-many',
      `More than ${this.limits[what]} of these requests (${what}) came within a minute from this user or token. Go on in ${seconds} s, more slowly.`,
      { retryAfterSeconds: seconds },
    );
  }
}
