import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays } from '../../../clinical/calendar';
import { ClinicNow } from '../../../platform/clinic';
import { Clock } from '../../../platform/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SignedIn } from '../../../platform/http/by.decorator';
import { malformed } from '../../../platform/http/problem';
import { writeOnce } from '../../../platform/write-once';
import { reassessPatient } from '../../assessment/reassess-course';
import { lockPatientOf } from '../../patients/lock-patient';
import { coursesMeant } from '../also-for';
import { Snooze } from './snooze.entity';
import type { SnoozeDto, SnoozeView } from './snoozes.dto';

const LONGEST_DAYS = 366;

@Injectable()
export class SnoozesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
  ) {}

  snooze(
    actor: SignedIn,
    courseId: string,
    dto: SnoozeDto,
  ): Promise<{ repeated: boolean; view: SnoozeView }> {
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const repeated = await writeOnce(tx, { kind: 'snooze', id, body: { courseId, ...dto } }, async () => {
        const { patient, course } = await lockPatientOf(tx, courseId);
        const clinic = await this.clinicNow.read(tx);
        const { untilOn, alsoFor, note = null } = dto;
        const { today } = clinic;
        if (untilOn !== null && (untilOn <= today || untilOn > addDays(today, LONGEST_DAYS)))
          throw malformed('/untilOn', 'range', `untilOn must lie within a year after ${today}`);
        const at = this.clock.now();
        for (const meant of await coursesMeant(tx, course, alsoFor)) {
          await tx.insert(Snooze, {
            id: meant === courseId ? id : randomUUID(),
            courseId: meant,
            untilOn,
            note,
            at,
          });
        }
        await reassessPatient(tx, patient.id, clinic);
      });
      return { repeated, view: await tx.findOneByOrFail(Snooze, { id }) };
    });
  }
}
