import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AlarmFigures } from '../../clinical/watch/learning/alarm-budget';
import type { LearnedClinic } from '../../clinical/watch/learning/learned-clinic';

export const LEARNING_STATES = ['same', 'proposed', 'accepted', 'superseded', 'withdrawn'] as const;
export type LearningState = (typeof LEARNING_STATES)[number];

/** One version of what the clinic learned from its own courses. */
@Entity('clinic_learning')
export class ClinicLearningRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') state: LearningState;
  @Column('jsonb') learned: LearnedClinic;
  @Column('jsonb') alarms: AlarmFigures;
  @Column('text', { name: 'rules_version' }) rulesVersion: string;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  /** When the same was last found. */
  @Column('timestamptz', { name: 'checked_at' }) checkedAt: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
}
