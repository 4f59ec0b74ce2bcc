import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MoreThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow } from '../../platform/clinic';
import { findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { readCursor, toPage, USUAL_LIMIT, type Page } from '../../platform/http/page-cursor';
import { malformed } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { reassessAll, reassessPatient } from '../assessment/reassess-course';
import { lockAllPatients, lockPatient } from '../patients/lock-patient';
import type { CoverOverrideView, FindCoverOverridesQuery, OverrideCoverDto } from './authorizations.dto';
import { CoverOverride } from './cover-override.entity';

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
      return { repeated, view: await tx.findOneByOrFail(CoverOverride, { id }) };
    });
  }

  async find(query: FindCoverOverridesQuery): Promise<Page<CoverOverrideView>> {
    const limit = query.limit ?? USUAL_LIMIT;
    const [after] = readCursor('coverage-overrides', query.cursor, [isId]) ?? [];
    const { patientId, updatedSince } = query;
    const rows = await this.work.db.find(CoverOverride, {
      where: {
        ...(patientId && { patientId }),
        ...(updatedSince && { createdAt: MoreThanOrEqual(new Date(updatedSince)) }),
        ...(after && { id: MoreThan(after) }),
      },
      order: { id: 'ASC' },
      take: limit + 1,
    });
    return toPage(
      'coverage-overrides',
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
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
