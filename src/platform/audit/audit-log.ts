import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor';
import { UnitOfWork } from '../database/unit-of-work';
import { recordAudit, recordReads } from './record-audit';

/** Records who saw what. Awaited before the answer is sent: what cannot be recorded is not shown. */
@Injectable()
export class AuditLog {
  constructor(private readonly work: UnitOfWork) {}

  /** A page or an answer about one patient was read. */
  read(actor: Actor, subject: string, subjectId: string, patientId: string): Promise<void> {
    return recordAudit(this.work.db, actor, { action: 'read', subject, subjectId, patientId });
  }

  /** A list that names patients was read. */
  readMany(actor: Actor, subject: string, patientIds: readonly string[]): Promise<void> {
    return recordReads(this.work.db, actor, subject, patientIds);
  }

  /** A report left the service; `detail` says with which filters. Recorded before its first row. */
  export(actor: Actor, subject: string, detail: Readonly<Record<string, unknown>> = {}): Promise<void> {
    return recordAudit(this.work.db, actor, { action: 'export', subject, detail });
  }
}
