import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { DeclineFlag } from '../../clinical/watch/decline-flag';
import type { FlagStatus } from '../../clinical/review/review-path';
import type { TrendTier } from '../../clinical/watch/trend-state';
import { DayColumn } from '../../platform/database/columns';

/** A question to a neurologist, with what it was asked from. Only a review closes it. */
@Entity('review_flag')
export class ReviewFlag {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'course_id' }) courseId: string;
  @Column('text') tier: TrendTier;
  @Column('text') cause: string;
  @Column('text') status: FlagStatus;
  /** Whether what is known today still shows it. */
  @Column('boolean') shown: boolean;
  @DayColumn({ name: 'opens_on' }) opensOn: PlainDate;
  @Column('jsonb') content: DeclineFlag;
  @Column('text', { name: 'rules_version' }) rulesVersion: string;
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
