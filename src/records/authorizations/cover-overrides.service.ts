import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow } from '../../platform/clinic';
import { findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../../platform/http/page-cursor';
import { malformed } from '../../platform/http/problem';
import type { RemovedView } from '../../platform/http/updates/updates-page.dto';
import { isId } from '../../platform/http/validation';
import { findWritten, writeOnce } from '../../platform/write-once';
import { reassessAll, reassessPatient } from '../assessment/reassess-course';
import { lockAllPatients, lockPatient } from '../patients/lock-patient';
import type { CoverOverrideView, FindCoverOverridesQuery, OverrideCoverDto } from './authorizations.dto';
import { CoverOverride } from './cover-override.entity';
import { findCoverOverrides } from './cover-override.query';

@Injectable()
export class CoverOverridesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
  ) {}

  override(actor: SignedIn, dto: OverrideCoverDto): Promise<{ repeated: boolean; view: CoverOverrideView }> {
    if (!dto.patientId && !dto.payer) {
      throw malformed('/patientId', 'patient-or-payer', 'Name the patient or the payer whose cover differs');
    }
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const repeated = await writeOnce(tx, { kind: 'cover-override', id, body: dto }, async () => {
        await lockConcerned(tx, dto.patientId ?? null);
        await tx.insert(CoverOverride, { ...dto, id });
        await this.reassess(tx, dto.patientId ?? null);
      });
      return { repeated, view: await findWritten(tx, CoverOverride, id) };
    });
  }

  async find(query: FindCoverOverridesQuery): Promise<UpdatesPage<CoverOverrideView | RemovedView>> {
    const limit = query.limit ?? USUAL_LIMIT;
    const page = await startPage(this.work.db, 'coverage-overrides', query.cursor, [isId]);
    const search = { ...query, after: page.after?.[0], limit: limit + 1 };
    const rows = await findCoverOverrides(this.work.db, search);
    return updatesPage(page, rows, limit, (row) => [row.id]);
  }

  remove(actor: SignedIn, id: string): Promise<void> {
    return this.work.write(actor, async (tx) => {
      const { patientId } = await findOrRefuse(tx, CoverOverride, id, 'cover override');
      await lockConcerned(tx, patientId);
      await tx.delete(CoverOverride, { id });
      await this.reassess(tx, patientId);
    });
  }

  private async reassess(tx: EntityManager, patientId: string | null): Promise<void> {
    const clinic = await this.clinicNow.read(tx);
    if (patientId) await reassessPatient(tx, patientId, clinic);
    else await reassessAll(tx, clinic);
  }
}

/** A payer's override may bear on any patient. */
async function lockConcerned(tx: EntityManager, patientId: string | null): Promise<void> {
  if (patientId) await lockPatient(tx, patientId);
  else await lockAllPatients(tx);
}
