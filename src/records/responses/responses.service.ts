import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { scaleOf } from '../../clinical/catalogue/scales';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Problem } from '../../platform/http/problem';
import { reassessPatient } from '../assessment/reassess-course';
import { settleAnswer } from '../patient-answers/settle-answer';
import { lockPatientOf } from '../patients/lock-patient';
import { Session } from '../sessions/session.entity';
import { MeasurementRow } from './measurement.entity';
import { refuseUnfitResponse } from './response-shape';
import { refuseWithoutResponse, saveResponse } from './save-response';
import { Response } from './response.entity';
import type { RecordResponseDto, ResponseView } from './responses.dto';

@Injectable()
export class ResponsesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
  ) {}

  record(actor: SignedIn, id: string, dto: RecordResponseDto): Promise<ResponseView> {
    return this.work.write(actor, async (tx) => {
      const session = await findOrRefuse(tx, Session, id, 'session');
      const { patient } = await lockPatientOf(tx, session.courseId);
      const clinic = await this.clinicNow.read(tx);
      const current = await tx.findOneByOrFail(Session, { rootId: session.rootId, replacedAt: IsNull() });
      refuseWithoutResponse(current);
      const before = await tx.findOneBy(Response, { sessionId: session.rootId });
      refuseUnfitResponse({ ...before, ...dto }, dto, current.performedOn, clinic.today);
      if (dto.answerId !== undefined) {
        const { rootId, performedOn } = current;
        const now = { ...before, ...dto };
        await settleAnswer(
          tx,
          { answerId: dto.answerId, actor, at: this.clock.now() },
          { rootId, performedOn, before: before ?? {}, now },
          clinic.rules,
        );
      }
      await saveResponse(tx, session.rootId, before, dto);
      await reassessPatient(tx, patient.id, clinic);
      return view(tx, current.id, session.rootId);
    });
  }

  async read(id: string): Promise<ResponseView> {
    const { db } = this.work;
    const session = await findOrRefuse(db, Session, id, 'session');
    return view(db, id, session.rootId);
  }
}

async function view(db: EntityManager, sessionId: string, rootId: string): Promise<ResponseView> {
  const response = await db.findOneBy(Response, { sessionId: rootId });
  if (!response) throw new Problem('not-found', 'No response has been recorded for this session.');
  const measurements = await db.find(MeasurementRow, {
    where: { sessionId: rootId },
    order: { scale: 'ASC', of: 'ASC', phase: 'ASC' },
  });
  return {
    ...response,
    sessionId,
    measurements: measurements.map(({ scale, phase, value, of, domains, measuredOn }) => ({
      scale,
      phase,
      value: scaleOf(scale).labels ? value : Number(value),
      of: of || null,
      domains,
      measuredOn,
    })),
  };
}
