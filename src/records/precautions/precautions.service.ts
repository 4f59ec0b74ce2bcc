import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MoreThan, MoreThanOrEqual } from 'typeorm';
import { holdsOn } from '../../clinical/precautions/dated-precaution';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow } from '../../platform/clinic';
import { changeRow, findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../../platform/http/page-cursor';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { lockPatient } from '../patients/lock-patient';
import { Patient } from '../patients/patient.entity';
import { refuseDay, refuseUnfit } from './fit-precaution';
import { PrecautionRow } from './precaution.entity';
import type {
  AnswerPregnancyDto,
  ChangePrecautionDto,
  FindPrecautionsQuery,
  FindPregnancyAnswersQuery,
  PrecautionView,
  PregnancyAnswerView,
  RecordPrecautionDto,
} from './precautions.dto';
import { PregnancyAnswerRow } from './pregnancy-answer.entity';
import { applyAnswer, touchPatient } from './write-precautions';

@Injectable()
export class PrecautionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
  ) {}

  record(
    actor: SignedIn,
    patientId: string,
    dto: RecordPrecautionDto,
  ): Promise<{ repeated: boolean; view: PrecautionView }> {
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const body = { ...dto, patientId };
      const repeated = await writeOnce(tx, { kind: 'precaution', id, body }, async () => {
        const patient = await lockPatient(tx, patientId);
        const { today } = await this.clinicNow.read(tx);
        const row = {
          startedOn: null,
          endedOn: null,
          value: null,
          ...dto,
          askedOn: dto.askedOn ?? dto.startedOn ?? today,
          id,
          patientId,
        };
        await refuseUnfit(tx, row, patient, today);
        await tx.insert(PrecautionRow, { ...row, version: 1 });
        await touchPatient(tx, patientId);
      });
      return { repeated, view: await findOrRefuse(tx, PrecautionRow, id, 'precaution') };
    });
  }

  change(actor: SignedIn, id: string, version: number, dto: ChangePrecautionDto): Promise<PrecautionView> {
    return this.work.write(actor, async (tx) => {
      const { patientId } = await findOrRefuse(tx, PrecautionRow, id, 'precaution');
      const patient = await lockPatient(tx, patientId);
      const before = await findOrRefuse(tx, PrecautionRow, id, 'precaution');
      const { today } = await this.clinicNow.read(tx);
      await refuseUnfit(tx, { ...before, ...dto }, patient, today);
      await changeRow(tx, PrecautionRow, { id, version }, { ...dto });
      await touchPatient(tx, patientId);
      return findOrRefuse(tx, PrecautionRow, id, 'precaution');
    });
  }

  async find(patientId: string, query: FindPrecautionsQuery): Promise<UpdatesPage<PrecautionView>> {
    const { db } = this.work;
    await findOrRefuse(db, Patient, patientId, 'patient');
    const { onDay, updatedSince, limit = USUAL_LIMIT } = query;
    const page = await startPage(db, 'precautions', query.cursor, [isId]);
    const rows = await db.find(PrecautionRow, {
      where: {
        patientId,
        ...(updatedSince && { updatedAt: MoreThanOrEqual(new Date(updatedSince)) }),
        ...(page.after && { id: MoreThan(page.after[0]!) }),
      },
      order: { id: 'ASC' },
    });
    const held = rows.filter((row) => !onDay || holdsOn(row, onDay));
    return updatesPage(page, held.slice(0, limit + 1), limit, ({ id }) => [id]);
  }

  answer(
    actor: SignedIn,
    patientId: string,
    dto: AnswerPregnancyDto,
  ): Promise<{ repeated: boolean; view: PregnancyAnswerView }> {
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const body = { ...dto, patientId };
      const repeated = await writeOnce(tx, { kind: 'pregnancy-answer', id, body }, async () => {
        const patient = await lockPatient(tx, patientId);
        const { today } = await this.clinicNow.read(tx);
        refuseDay('askedOn', dto.askedOn, patient, today);
        await tx.insert(PregnancyAnswerRow, { ...dto, id, patientId });
        if (await applyAnswer(tx, patientId, dto)) await touchPatient(tx, patientId);
      });
      return { repeated, view: await findOrRefuse(tx, PregnancyAnswerRow, id, 'answer') };
    });
  }

  async findAnswers(
    patientId: string,
    query: FindPregnancyAnswersQuery,
  ): Promise<UpdatesPage<PregnancyAnswerView>> {
    const { db } = this.work;
    await findOrRefuse(db, Patient, patientId, 'patient');
    const { updatedSince, limit = USUAL_LIMIT } = query;
    const page = await startPage(db, 'pregnancy-answers', query.cursor, [isId]);
    const rows = await db.find(PregnancyAnswerRow, {
      where: {
        patientId,
        ...(updatedSince && { createdAt: MoreThanOrEqual(new Date(updatedSince)) }),
        ...(page.after && { id: MoreThan(page.after[0]!) }),
      },
      order: { id: 'ASC' },
      take: limit + 1,
    });
    return updatesPage(page, rows, limit, ({ id }) => [id]);
  }
}
