import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Observable } from 'rxjs';
import { ClinicNow } from '../platform/clinic';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Asking } from '../platform/http/asking';
import { may } from '../platform/permissions';
import { openAlertCounts } from '../records/adverse-events/alert.query';
import { waitingAlertCounts } from '../records/patient-answers/waiting-answer.query';
import { unsignedCounts } from '../worklist/unsigned.query';
import type { Waiting } from './parts/page/waiting';

const COUNTED = new WeakMap<object, Waiting>();

/** Counts, before a screen is drawn, what waits for whoever looks. */
@Injectable()
export class CountWaiting implements NestInterceptor {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const { actor } = http.getRequest<Asking>();
    if (actor && may(actor.role, 'session.read')) COUNTED.set(http.getResponse<object>(), await this.count());
    return next.handle();
  }

  private async count(): Promise<Waiting> {
    const { db } = this.work;
    const clinic = await this.clinicNow.read(db);
    const { total, overdue } = await unsignedCounts(db, {}, { asOf: clinic.today, clinic });
    const alerts = await openAlertCounts(db, clinic);
    const told = await waitingAlertCounts(db, clinic);
    return {
      '/unsigned': { count: total, tooLong: overdue > 0 },
      '/flags': {
        count: alerts.total + told.total,
        unit: 'alert',
        tooLong: alerts.ofEarlierDays + told.ofEarlierDays > 0,
      },
    };
  }
}

/** What was counted for this answer. */
export function waitingFor(reply: FastifyReply): Waiting {
  return COUNTED.get(reply) ?? {};
}
