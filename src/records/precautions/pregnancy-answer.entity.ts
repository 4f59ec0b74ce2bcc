import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { PregnancyAnswerWord } from '../../clinical/precautions/pregnancy';
import { DayColumn } from '../../platform/database/columns';

/** What a patient answered when asked about pregnancy. */
@Entity('pregnancy_answer')
export class PregnancyAnswerRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'patient_id' }) patientId: string;
  @DayColumn({ name: 'asked_on' }) askedOn: PlainDate;
  @Column('text') answer: PregnancyAnswerWord;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
}
