import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { collectDefaultMetrics, register } from 'prom-client';
import { ReadsNothing } from './audit/reads';
import { BackupMetric } from './backups/backup-metric';
import { ClockWatch } from './clocks/clock-watch';
import { FullDisk } from './database/faults/full-disk';
import { Readiness } from './database/readiness';
import { AllowAnyone } from './permissions';
import { Problem } from './http/problem';

/** For the machines that watch the service. Nothing here speaks of a patient. */
@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    backups: BackupMetric,
    disk: FullDisk,
    clocks: ClockWatch,
  ) {
    register.clear();
    collectDefaultMetrics();
    backups.register();
    disk.register();
    clocks.register();
  }

  /** The process answers. */
  @Get('health/live')
  @AllowAnyone()
  @ReadsNothing('the process')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /**
   * The database answers and takes writes, its disk was not full within half a minute, its schema is the newest, as found out within the last
   * second, and the clock was not set back.
   */
  @Get('health/ready')
  @AllowAnyone()
  @ReadsNothing('the process')
  async ready(): Promise<{ status: 'ready' }> {
    const why = await this.readiness.whyNot();
    if (why !== undefined) throw new Problem('unavailable', why);
    return { status: 'ready' };
  }

  /** Figures of the process for Prometheus. */
  @Get('metrics')
  @AllowAnyone()
  @ReadsNothing('the process')
  @Header('content-type', register.contentType)
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    void reply.send(await register.metrics());
  }
}
