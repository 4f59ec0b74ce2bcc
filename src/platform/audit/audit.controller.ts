import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Clinic } from '../clinic';
import { UnitOfWork } from '../database/unit-of-work';
import { Now } from '../http/now.decorator';
import { startPage, updatesPage, USUAL_LIMIT } from '../http/page-cursor';
import { Costs } from '../limits/costly';
import { Allow } from '../permissions';
import { patientsOf, type AuditEntry } from './audit-entry.entity';
import { AuditPage, AuditQuery, type AuditEntryView } from './audit.dto';
import { findAuditEntries } from './audit.query';
import { Reads } from './reads';
import { changedFields, shownValues, showsValues } from './shown-values';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly work: UnitOfWork) {}

  /** Who read or changed what, and when; the newest first. */
  @Get()
  @Allow('audit.read')
  @Costs('search')
  @Reads('audit_entry', ({ items }: AuditPage, { query }) => ({
    patients: items.filter(showsValues).map(({ patientId }) => patientId),
    detail: { ...query },
  }))
  async find(@Query() query: AuditQuery, @Now() { zone }: Clinic): Promise<AuditPage> {
    const limit = query.limit ?? USUAL_LIMIT;
    const page = await startPage(this.work.db, 'audit', query.cursor, [(part) => /^\d{1,15}$/.test(part)]);
    const search = { ...query, beforeId: page.after && Number(page.after[0]), limit: limit + 1 };
    const rows = await findAuditEntries(this.work.db, search, zone);
    return updatesPage(page, rows.map(view), limit, ({ id }) => [String(id)]);
  }
}

function view({ actorId, actorName, actorRole, before, after, ...entry }: AuditEntry): AuditEntryView {
  const { subject } = entry;
  return {
    ...entry,
    patientIds: patientsOf(entry),
    actor: { id: actorId, name: actorName, role: actorRole },
    changed: changedFields(before, after),
    before: shownValues(subject, before),
    after: shownValues(subject, after),
  };
}
