import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { HoldConcerns } from '../../clinical/safety/hold-concerns';
import { DayColumn } from '../../platform/database/columns';

/** No session before its end: a pregnancy, an infection, a wish of the patient. */
@Entity('hold')
export class Hold {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'course_id' }) courseId: string;
  @DayColumn({ name: 'from_on' }) fromOn: PlainDate;
  @DayColumn({ name: 'until_on' }) untilOn: PlainDate;
  @Column('text') reason: string;
  /** Its course alone, or every course of the patient. */
  @Column('text') concerns: HoldConcerns;
  @Column('timestamptz', { name: 'lifted_at', nullable: true }) liftedAt: Date | null;
  @Column('text', { name: 'lift_reason', nullable: true }) liftReason: string | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
