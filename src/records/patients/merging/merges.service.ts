import { Injectable } from '@nestjs/common';
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
  UndoMergeDto,
  UndoneMergeView,
} from './merges.dto';
import { moveRows, rowsSince, type MovedRows } from './moved-rows.query';
import { PatientMerge } from './patient-merge.entity';
import { mergeRecords, retell, setMerged } from './merge-records';
import { countsOf, viewOfMerge } from './merge-view';
import { refuseDeathOfOne } from './refuse-merge';
import type { Given } from '../../../platform/http/updates/whole-list.dto';

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
      const merging = { patientId, intoId, reason, mergedBy: actor.id };
      return viewOfMerge(await mergeRecords(tx, merging, this.clinicNow));
    });
  }

  async find(patientId: string): Promise<Given<PatientMergesView>> {
    const { db } = this.work;
    await findOrRefuse(db, Patient, patientId, 'patient');
    const rows = await db.find(PatientMerge, {
      where: [{ patientId }, { intoId: patientId }],
      order: { mergedAt: 'DESC', id: 'ASC' },
    });
    return { items: rows.map(viewOfMerge) };
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
      await setMerged(tx, records.get(patientId)!, null);
      const { carriedBirthDate } = merge;
      const isCarried = carriedBirthDate !== null && into.birthDate === carriedBirthDate;
      await retell(tx, into, isCarried ? null : into.birthDate);
      for (const each of [patientId, intoId]) await reassessPatient(tx, each, clinic);
      const undone = await tx.findOneByOrFail(PatientMerge, { id });
      return { ...viewOfMerge(undone), stayed: countsOf(stayed) };
    });
  }
}
