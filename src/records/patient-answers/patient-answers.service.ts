import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClinicNow } from '../../platform/clinic';
import { findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SignedIn } from '../../platform/http/by.decorator';
import { startPage, updatesPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { malformed } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { Course } from '../courses/course.entity';
import { lockPatientOf } from '../patients/lock-patient';
import { askedSession } from './asked-session';
import { insertAnswer } from './insert-answer';
import { PatientAnswerRow } from './patient-answer.entity';
import { findAnswers } from './patient-answer.query';
import type {
  FindPatientAnswersQuery,
  PatientAnswerPage,
  PatientAnswerReceipt,
  RecordPatientAnswerDto,
} from './patient-answers.dto';

@Injectable()
export class PatientAnswersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
  ) {}

  record(
    actor: SignedIn,
    courseId: string,
    dto: RecordPatientAnswerDto,
  ): Promise<{ repeated: boolean; view: PatientAnswerReceipt }> {
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const body = { ...dto, courseId };
      const repeated = await writeOnce(tx, { kind: 'patient-answer', id, body }, async () => {
        const { patient } = await lockPatientOf(tx, courseId);
        const { today } = await this.clinicNow.read(tx);
        const { sessionId, answeredOn, channel } = dto;
        if (patient.deceasedOn && answeredOn > patient.deceasedOn)
          throw malformed(
            '/answeredOn',
            'after-death',
            `answeredOn lies after the death of this patient (${patient.deceasedOn})`,
          );
        const session = await askedSession(tx, courseId, { sessionId, before: answeredOn });
        const asked = { id, courseId, answeredOn, channel, askedBy: actor.id, askedByName: actor.name };
        await insertAnswer(tx, session, dto, { ...asked, today });
      });
      return { repeated, view: await receipt(tx, id) };
    });
  }

  async find(courseId: string, query: FindPatientAnswersQuery): Promise<PatientAnswerPage> {
    const { db } = this.work;
    await findOrRefuse(db, Course, courseId, 'course');
    const { open, updatedSince, limit = USUAL_LIMIT } = query;
    const page = await startPage(db, 'patient-answers', query.cursor, [isId]);
    const after = page.after?.[0];
    const rows = await findAnswers(db, { courseId, open, updatedSince, after, limit: limit + 1 });
    return updatesPage(page, rows, limit, ({ id }) => [id]);
  }
}

async function receipt(tx: EntityManager, id: string): Promise<PatientAnswerReceipt> {
  const { courseId, sessionId, answeredOn, channel, createdAt } = await findOrRefuse(
    tx,
    PatientAnswerRow,
    id,
    'answer',
  );
  return { id, courseId, sessionId, answeredOn, channel, createdAt };
}
