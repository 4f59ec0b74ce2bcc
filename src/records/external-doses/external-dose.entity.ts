import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { ElsewhereSource } from '../../clinical/elsewhere/told-dose';
import type { ToxinProduct } from '../../clinical/units';
import { DayColumn } from '../../platform/database/columns';

/** Toxin that somebody else gave to a patient, in the words in which it was told. */
@Entity('external_dose')
export class ExternalDose {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'patient_id' }) patientId: string;
  @DayColumn({ name: 'given_on' }) givenOn: PlainDate;
  /** Null: none of our products. */
  @Column('text', { nullable: true }) product: ToxinProduct | null;
  @Column('text', { nullable: true }) brand: string | null;
  /** Null: not known. */
  @Column('numeric', { precision: 8, scale: 2, nullable: true }) units: number | null;
  @Column('text', { nullable: true }) region: string | null;
  @Column('text', { nullable: true }) indication: string | null;
  @Column('text', { name: 'given_by', nullable: true }) givenBy: string | null;
  @Column('text') source: ElsewhereSource;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @Column('text', { name: 'withdraw_reason', nullable: true }) withdrawReason: string | null;
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
