import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Observable } from 'rxjs';
import { counted } from '../clinical/words';
import { countWaitingMessages } from '../hl7/hl7-messages.query';
import { ClinicNow } from '../platform/clinic';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Asking } from '../platform/http/asking';
import { may } from '../platform/permissions';
import { openAlertCounts } from '../records/adverse-events/alert.query';
import { waitingAlertCounts } from '../records/patient-answers/waiting-answer.query';
import { countFlagsToDecide } from '../records/reviews/open-flags.query';
import { dayCounts } from '../worklist/my-day/my-day.query';
import { endingChecks } from '../worklist/peak-checks/peak-checks.query';
import { unsignedCounts } from '../worklist/unsigned/unsigned.query';
import { waits, type Waiting } from './parts/page/waiting';

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
    if (actor && may(actor.role, 'session.read'))
      COUNTED.set(http.getResponse<object>(), await this.count(actor.settingsStored));
    else if (actor && may(actor.role, 'hl7.read'))
      COUNTED.set(http.getResponse<object>(), await this.countMessages());
    return next.handle();
  }

  private async countMessages(): Promise<Waiting> {
    return { '/hl7': waits([[await countWaitingMessages(this.work.db)]]) };
  }

  private async count(settingsStored?: string): Promise<Waiting> {
    const { db } = this.work;
    const clinic = await this.clinicNow.readUnlessKept(db, settingsStored);
    const day = { asOf: clinic.today, clinic };
    const { toCome } = await dayCounts(db, {}, day);
    const ending = await endingChecks(db, day);
    const { total, overdue } = await unsignedCounts(db, {}, day);
    const toDecide = await countFlagsToDecide(db);
    const alerts = await openAlertCounts(db, clinic);
    const told = await waitingAlertCounts(db, clinic);
    return {
      '/my-day': waits([[toCome]]),
      '/peak-checks': waits([[ending, (count) => `${count} end today`]]),
      '/unsigned': waits([[total]], overdue > 0),
      '/flags': waits(
        [[toDecide], [alerts.total + told.total, (count) => counted(count, 'alert')]],
        alerts.ofEarlierDays + told.ofEarlierDays > 0,
      ),
    };
  }
}

/** What was counted for this answer. */
export function waitingFor(reply: FastifyReply): Waiting {
  return COUNTED.get(reply) ?? {};
}
