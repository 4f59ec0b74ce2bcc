import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../platform/actor';
import type { AskedExport } from './asked-export';

/** What somebody asked for as a whole. */
@Entity('fhir_export')
export class BulkExport {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'actor_id' }) actorId: string;
  @Column('text', { name: 'actor_name' }) actorName: string;
  @Column('text', { name: 'actor_role' }) actorRole: Role;
  /** The address that was asked. */
  @Column('text') request: string;
  @Column('jsonb') asked: AskedExport;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt: Date;
  @Column({ type: 'text', insert: false }) status: 'asked' | 'made' | 'failed';
  @Column({ type: 'integer', insert: false }) attempts: number;
  @Column({ type: 'integer', name: 'types_done', insert: false }) typesDone: number;
  @Column('integer', { name: 'types_total' }) typesTotal: number;
  /** What to give as `_since` the next time. */
  @Column({ type: 'timestamptz', name: 'transaction_time', nullable: true, insert: false })
  transactionTime: Date | null;
}

/** One file of it, compressed. */
@Entity('fhir_export_file')
export class BulkExportFile {
  @PrimaryColumn('uuid', { name: 'export_id' }) exportId: string;
  /** `Patient-1.ndjson`. */
  @PrimaryColumn('text') name: string;
  @Column('text') type: string;
  @Column('boolean') removed: boolean;
  @Column('integer') count: number;
  @Column('uuid', { name: 'patient_ids', array: true }) patientIds: string[];
  @Column('bytea', { select: false }) content: Buffer;
}
