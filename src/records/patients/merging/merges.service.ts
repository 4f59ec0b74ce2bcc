import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClinicNow } from '../../../platform/clinic';
import { Clock } from '../../../platform/clock';
import { findOrRefuse } from '../../../platform/database/change-row';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SignedIn } from '../../../platform/http/by.decorator';
import { malformed, Problem } from '../../../platform/http/problem';
import { reassessPatient } from '../../assessment/reassess-course';
import { lockPatients } from '../lock-patient';
import { Patient } from '../patient.entity';
import type {
  MergePatientDto,
  PatientMergesView,
  PatientMergeView,
  PatientRowsView,
  UndoMergeDto,
  UndoneMergeView,
} from './merges.dto';
import { moveRows, rowsSince, type MovedRows } from './moved-rows.query';
import { PatientMerge } from './patient-merge.entity';
import { refuseDeathOfOne, refuseUnfitMerge } from './refuse-merge';
import { withMergedText } from './merged-text';

/** Two records of one person become one, and apart again where that was a mistake. */
@Injectable()
export class MergesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
  ) {}

  merge(actor: SignedIn, patientId: string, { intoId, reason }: MergePatientDto): Promise<PatientMergeView> {
    if (patientId === intoId)
      throw malformed('/intoId', 'same-record', 'This is the record itself: name the one that goes on');
    return this.work.write(actor, async (tx) => {
      const records = await lockPatients(tx, [patientId, intoId]);
      const merged = records.get(patientId);
      const into = records.get(intoId);
      if (!merged) throw new Problem('not-found', 'No such patient.');
      if (!into) throw malformed('/intoId', 'no-such-patient', 'There is no such patient');
      await refuseUnfitMerge(tx, merged, into);
      const clinic = await this.clinicNow.read(tx);
      const moved = await moveRows(tx, { from: patientId, to: intoId });
      const id = randomUUID();
      await tx.insert(PatientMerge, { id, patientId, intoId, reason, mergedBy: actor.id, moved });
      await this.setMerged(tx, merged, intoId);
      await this.retell(tx, into);
      await reassessPatient(tx, intoId, clinic);
      return viewOf(await tx.findOneByOrFail(PatientMerge, { id }));
    });
  }

  async find(patientId: string): Promise<PatientMergesView> {
    const { db } = this.work;
    await findOrRefuse(db, Patient, patientId, 'patient');
    const rows = await db.find(PatientMerge, {
      where: [{ patientId }, { intoId: patientId }],
      order: { mergedAt: 'DESC', id: 'ASC' },
    });
    return { items: rows.map(viewOf) };
  }

  undo(actor: SignedIn, id: string, { reason }: UndoMergeDto): Promise<UndoneMergeView> {
    return this.work.write(actor, async (tx) => {
      const { patientId, intoId } = await findOrRefuse(tx, PatientMerge, id, 'merge');
      const records = await lockPatients(tx, [patientId, intoId]);
      // Read again: only now nobody else undoes it.
      const merge = await tx.findOneByOrFail(PatientMerge, { id });
      if (merge.undoneAt) throw new Problem('conflict', 'This merge was undone already.');
      const into = records.get(intoId)!;
      if (into.mergedInto !== null)
        throw new Problem(
          'conflict',
          'The record that went on was merged into another one since. Undo that first.',
        );
      refuseDeathOfOne(records.get(patientId)!, into);
      const clinic = await this.clinicNow.read(tx);
      const stayed = await rowsSince(tx, intoId, merge.mergedAt);
      await moveRows(tx, { from: intoId, to: patientId, only: merge.moved as MovedRows });
      await tx.update(
        PatientMerge,
        { id },
        { undoneBy: actor.id, undoneAt: this.clock.now(), undoReason: reason },
      );
      await this.setMerged(tx, records.get(patientId)!, null);
      await this.retell(tx, into);
      for (const each of [patientId, intoId]) await reassessPatient(tx, each, clinic);
      const undone = await tx.findOneByOrFail(PatientMerge, { id });
      return { ...viewOf(undone), stayed: counts(stayed) };
    });
  }

  private async setMerged(
    tx: EntityManager,
    { id, version }: Patient,
    mergedInto: string | null,
  ): Promise<void> {
    await tx.update(Patient, { id }, { mergedInto, version: version + 1 });
  }

  /** The record that goes on is found by what the others were found by. */
  private async retell(tx: EntityManager, into: Patient): Promise<void> {
    await tx.update(
      Patient,
      { id: into.id },
      { searchText: await withMergedText(tx, into), version: into.version + 1 },
    );
  }
}

function viewOf({ moved, ...merge }: PatientMerge): PatientMergeView {
  return { ...merge, moved: counts(moved) };
}

function counts(rows: PatientMerge['moved']): PatientRowsView {
  return {
    courses: rows.course.length,
    authorizations: rows.prior_authorization.length,
    coverOverrides: rows.cover_override.length,
    externalDoses: rows.external_dose.length,
    precautions: rows.patient_precaution.length,
    pregnancyAnswers: rows.pregnancy_answer.length,
    lots: rows.lot.length,
  };
}
