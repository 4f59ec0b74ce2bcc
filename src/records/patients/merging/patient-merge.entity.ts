import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../../clinical/calendar';
import type { MovedTable } from './moved-rows.query';

/** Two records of one person that became one: what went over, and whether it was undone. */
@Entity('patient_merge')
export class PatientMerge {
  @PrimaryColumn('uuid') id: string;
  /** The record that was given up. */
  @Column('uuid', { name: 'patient_id' }) patientId: string;
  /** The record that goes on. */
  @Column('uuid', { name: 'into_id' }) intoId: string;
  @Column('text') reason: string;
  @Column('uuid', { name: 'merged_by' }) mergedBy: string;
  @Column({ type: 'timestamptz', name: 'merged_at', insert: false }) mergedAt: Date;
  /** The ids of the rows that went over, by table. */
  @Column('jsonb') moved: Readonly<Record<MovedTable, readonly string[]>>;
  /** The birth date that went over, because the record that goes on had none. */
  @Column('date', { name: 'carried_birth_date', nullable: true }) carriedBirthDate: PlainDate | null;
  @Column('uuid', { name: 'undone_by', nullable: true }) undoneBy: string | null;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt: Date | null;
  @Column('text', { name: 'undo_reason', nullable: true }) undoReason: string | null;
}
