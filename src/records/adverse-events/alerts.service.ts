import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isPlainDate } from '../../clinical/calendar';
import { Clock } from '../../platform/clock';
import { findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SignedIn } from '../../platform/http/by.decorator';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../../platform/http/page-cursor';
import { Problem } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { lockPatientOf } from '../patients/lock-patient';
import { Session } from '../sessions/session.entity';
import { AdverseEvent } from './adverse-event.entity';
import { AlertAnswer } from './alert-answer.entity';
import { findAlerts } from './alert.query';
import type { AlertView, AnswerAlertDto, FindAlertsQuery } from './alerts.dto';

@Injectable()
export class AlertsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async find(actor: SignedIn, query: FindAlertsQuery): Promise<UpdatesPage<AlertView>> {
    const { patientId, limit = USUAL_LIMIT } = query;
    const isFlag = (part: string): boolean => part === 'true' || part === 'false';
    const page = await startPage(this.work.db, 'alerts', query.cursor, [isFlag, isPlainDate, isId]);
    const rows = await findAlerts(this.work.db, {
      ...query,
      patientIds: patientId === undefined ? undefined : [patientId],
      injectorId: actor.id,
      after: page.after,
      limit: limit + 1,
    });
    return updatesPage(page, rows, limit, (row) => [
      String(row.injectorId === actor.id),
      row.onsetOn,
      row.adverseEventId,
    ]);
  }

  /** Closes the alert. */
  answer(
    actor: SignedIn,
    adverseEventId: string,
    dto: AnswerAlertDto,
  ): Promise<{ repeated: boolean; view: AlertView }> {
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const claim = { kind: 'alert-answer', id, body: { adverseEventId, ...dto } };
      const repeated = await writeOnce(tx, claim, async () => {
        const { sessionId } = await findOrRefuse(tx, AdverseEvent, adverseEventId, 'adverse event');
        const { courseId } = await tx.findOneByOrFail(Session, { id: sessionId });
        await lockPatientOf(tx, courseId);
        const { alertRound } = await tx.findOneByOrFail(AdverseEvent, { id: adverseEventId });
        const [alert] = await findAlerts(tx, { adverseEventId, limit: 1 });
        refuseUnlessOpen(alert);
        await tx.insert(AlertAnswer, {
          id,
          adverseEventId,
          sessionId,
          alertRound,
          decision: dto.decision,
          note: dto.note,
          answeredBy: actor.id,
          answeredAt: this.clock.now(),
        });
      });
      const [view] = await findAlerts(tx, { adverseEventId, limit: 1 });
      return { repeated, view: view! };
    });
  }
}

function refuseUnlessOpen(alert: AlertView | undefined): void {
  if (!alert) throw new Problem('conflict', 'This side effect raises no alert: there is nothing to answer.');
  if (alert.status === 'answered') throw new Problem('conflict', 'This alert has been answered already.');
  if (alert.status === 'withdrawn')
    throw new Problem('conflict', 'The session of this side effect is void: its alert asks for no answer.');
}
