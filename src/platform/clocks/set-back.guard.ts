import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem';
import { ClockWatch } from './clock-watch';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Whoever puts it right, and whoever leaves, gets in and out. */
const SIGNING_IN_AND_OUT = '/api/v1/auth/';

/** By a clock that was set back nothing is judged, signed or dated; what is on record is shown. */
@Injectable()
export class SetBackGuard implements CanActivate {
  constructor(private readonly watch: ClockWatch) {}

  canActivate(context: ExecutionContext): boolean {
    const { method, url } = context.switchToHttp().getRequest<FastifyRequest>();
    if (READS.has(method) || url.startsWith(SIGNING_IN_AND_OUT)) return true;
    const words = this.watch.setBack();
    if (words !== undefined) throw new Problem('unavailable', `${words} Nothing was written.`);
    return true;
  }
}
