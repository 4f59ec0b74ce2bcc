import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow, type Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../../platform/http/page-cursor';
import { may } from '../../platform/permissions';
import { Problem } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { changePatient } from './change-patient';
import { lockPatient } from './lock-patient';
import { registerPatient } from './register-patient';
import { findPatients } from './patient.query';
import { viewOf, viewsOf } from './patient-views';
import type { ChangePatientDto, FindPatientsQuery, PatientView, RegisterPatientDto } from './patients.dto';

@Injectable()
export class PatientsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
  ) {}

  register(actor: SignedIn, dto: RegisterPatientDto): Promise<{ repeated: boolean; view: PatientView }> {
    refuseClinicalFields(actor, dto);
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const { today } = await this.clinicNow.read(tx);
      const repeated = await writeOnce(tx, { kind: 'patient', id, body: dto }, () =>
        registerPatient(tx, { ...dto, id }, today),
      );
      return { repeated, view: await viewOf(tx, actor, id, today) };
    });
  }

  read(actor: SignedIn, id: string, { today }: Clinic): Promise<PatientView> {
    return viewOf(this.work.db, actor, id, today);
  }

  async find(
    actor: SignedIn,
    query: FindPatientsQuery,
    { today }: Clinic,
  ): Promise<UpdatesPage<PatientView>> {
    const limit = query.limit ?? USUAL_LIMIT;
    const anyText = (): boolean => true;
    const page = await startPage(this.work.db, 'patients', query.cursor, [anyText, anyText, isId]);
    const rows = await findPatients(this.work.db, { ...query, after: page.after, limit: limit + 1 });
    const views = await viewsOf(this.work.db, actor, rows, today);
    return updatesPage(page, views, limit, (row) => [row.familyName, row.givenName ?? '', row.id]);
  }

  change(actor: SignedIn, id: string, version: number, dto: ChangePatientDto): Promise<PatientView> {
    refuseClinicalFields(actor, dto);
    return this.work.write(actor, async (tx) => {
      const before = await lockPatient(tx, id);
      const clinic = await this.clinicNow.read(tx);
      await changePatient(tx, before, { version, changes: dto }, clinic);
      return viewOf(tx, actor, id, clinic.today);
    });
  }
}

/** Whoever may not read a session may not read or write what only a session needs; null would take it back unseen. */
function refuseClinicalFields(actor: SignedIn, dto: ChangePatientDto): void {
  const clinical = ['weight', 'precautions', 'priorToxinTolerance', 'handedness'] as const;
  const sent = clinical.filter((field) => dto[field] !== undefined);
  if (sent.length > 0 && !may(actor.role, 'session.write')) {
    throw new Problem('forbidden', `${sent.join(', ')} are clinical: a neurologist records them.`);
  }
}
