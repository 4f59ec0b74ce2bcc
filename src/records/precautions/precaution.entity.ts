import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { DayColumn } from '../../platform/database/columns';

/** What asks for care with a toxin, and on which days. */
@Entity('patient_precaution')
export class PrecautionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'patient_id' }) patientId: string;
  @Column('text') code: string;
  @DayColumn({ name: 'started_on', nullable: true }) startedOn: PlainDate | null;
  /** The first day on which it no longer held. */
  @DayColumn({ name: 'ended_on', nullable: true }) endedOn: PlainDate | null;
  @DayColumn({ name: 'asked_on' }) askedOn: PlainDate;
  @Column('numeric', { nullable: true, precision: 6, scale: 2 }) value: number | null;
  @Column('text', { nullable: true }) source: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
