import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { bornAfter } from '../../clinical/days-in-order';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow, type Clinic } from '../../platform/clinic';
import { changeRow } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../../platform/http/page-cursor';
import { may } from '../../platform/permissions';
import { contradicting, Problem } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { factsOfPatient } from '../assessment/dated-facts.query';
import { reassessPatient } from '../assessment/reassess-course';
import { putInForce } from '../precautions/write-precautions';
import { lockPatient } from './lock-patient';
import { endWithDeath } from './record-death';
import { refuseImpossibleDays, registerPatient, weightColumns } from './register-patient';
import { Patient } from './patient.entity';
import { withMergedText } from './merging/merged-text';
import { findPatients } from './patient.query';
import { viewOf, viewsOf } from './patient-views';
import { refuseTakenNumber } from './duplicates/taken-number';
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
      const { weight, precautions, ...fields } = dto;
      const next = { ...before, ...fields, ...weightColumns(weight) };
      const days = { birthDate: next.birthDate, weight, deceasedOn: next.deceasedOn };
      refuseImpossibleDays(days, clinic.today);
      await refuseBirthAfter(tx, before, next.birthDate);
      if (next.mrn !== before.mrn) await refuseTakenNumber(tx, id, next.mrn);
      if (next.deceasedOn && next.deceasedOn !== before.deceasedOn) {
        await endWithDeath(tx, id, next.deceasedOn, { pointer: '/deceasedOn', zone: clinic.zone });
      }
      await changeRow(tx, Patient, id, version, {
        ...fields,
        ...weightColumns(weight),
        searchText: await withMergedText(tx, next),
      });
      if (precautions) await putInForce(tx, id, precautions, clinic.today);
      await reassessPatient(tx, id, clinic);
      return viewOf(tx, actor, id, clinic.today);
    });
  }
}

/** A birth date moves past nothing that is on record. */
async function refuseBirthAfter(
  tx: EntityManager,
  patient: Patient,
  birthDate: PlainDate | null,
): Promise<void> {
  if (birthDate === null || (patient.birthDate !== null && birthDate <= patient.birthDate)) return;
  const before = bornAfter(birthDate, await factsOfPatient(tx, patient.id));
  if (before) throw contradicting('/birthDate', 'before-birth', before);
}

/** Whoever may not read a session may not read or write what only a session needs; null would take it back unseen. */
function refuseClinicalFields(actor: SignedIn, dto: ChangePatientDto): void {
  const clinical = ['weight', 'precautions', 'priorToxinTolerance', 'handedness'] as const;
  const sent = clinical.filter((field) => dto[field] !== undefined);
  if (sent.length > 0 && !may(actor.role, 'session.write')) {
    throw new Problem('forbidden', `${sent.join(', ')} are clinical: a neurologist records them.`);
  }
}
