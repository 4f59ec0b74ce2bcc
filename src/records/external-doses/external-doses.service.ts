import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isPlainDate, type PlainDate } from '../../clinical/calendar';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { changeRow, findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../../platform/http/page-cursor';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { lockPatient } from '../patients/lock-patient';
import { ExternalDose } from './external-dose.entity';
import { findExternalDoses } from './external-dose.query';
import type {
  ChangeExternalDoseDto,
  ExternalDoseView,
  FindExternalDosesQuery,
  RecordExternalDoseDto,
} from './external-doses.dto';
import { namedToxin, recordExternalDose, refuseUnfitDay } from './record-external-dose';

@Injectable()
export class ExternalDosesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
  ) {}

  record(
    actor: SignedIn,
    dto: RecordExternalDoseDto,
  ): Promise<{ repeated: boolean; view: ExternalDoseView }> {
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const repeated = await writeOnce(tx, { kind: 'external-dose', id, body: dto }, async () => {
        const patient = await lockPatient(tx, dto.patientId);
        const { today } = await this.clinicNow.read(tx);
        await recordExternalDose(tx, { ...dto, id }, { patient, today });
      });
      return { repeated, view: await findOrRefuse(tx, ExternalDose, id, 'external dose') };
    });
  }

  change(
    actor: SignedIn,
    id: string,
    version: number,
    { withdrawReason, product, brand, ...dto }: ChangeExternalDoseDto,
  ): Promise<ExternalDoseView> {
    return this.work.write(actor, async (tx) => {
      const before = await findOrRefuse(tx, ExternalDose, id, 'external dose');
      const patient = await lockPatient(tx, before.patientId);
      refuseUnfitDay(dto.givenOn ?? before.givenOn, patient, (await this.clinicNow.read(tx)).today);
      const changes = {
        ...dto,
        ...((product !== undefined || brand !== undefined) && namedToxin({ product, brand })),
        ...(withdrawReason !== undefined && {
          withdrawReason,
          withdrawnAt: withdrawReason === null ? null : this.clock.now(),
        }),
      };
      await changeRow(tx, ExternalDose, { id, version }, changes);
      return findOrRefuse(tx, ExternalDose, id, 'external dose');
    });
  }

  async find(query: FindExternalDosesQuery): Promise<UpdatesPage<ExternalDoseView>> {
    const limit = query.limit ?? USUAL_LIMIT;
    const page = await startPage(this.work.db, 'external-doses', query.cursor, [isPlainDate, isId]);
    const { after } = page;
    const rows = await findExternalDoses(this.work.db, {
      ...query,
      after: after && [after[0] as PlainDate, after[1]!],
      limit: limit + 1,
    });
    return updatesPage(page, rows, limit, (row) => [row.givenOn, row.id]);
  }
}
