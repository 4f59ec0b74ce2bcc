import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../../clinical/calendar';
import { DayColumn } from '../../../platform/database/columns';

/** Not to be called before a day: no call, and nothing was said. The latest of these and the contacts decides. */
@Entity('snooze')
export class Snooze {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'course_id' }) courseId: string;
  /** Null takes back what was arranged before. */
  @DayColumn({ name: 'until_on', nullable: true }) untilOn: PlainDate | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz') at: Date;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
}
