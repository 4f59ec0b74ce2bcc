import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ResistanceTest, TestResult } from '../../clinical/review/resistance-tests';
import type { PriorTolerance, ReviewDecision } from '../../clinical/review/review-path';
import type { ToxinProduct } from '../../clinical/units';

/** What a neurologist decided on a flag, and why. It stays as it was given. */
@Entity('review')
export class Review {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'flag_id' }) flagId: string;
  @Column('uuid', { name: 'course_id' }) courseId: string;
  @Column('text') decision: ReviewDecision;
  @Column('text') reason: string;
  @Column('text', { name: 'planned_product', nullable: true }) plannedProduct: ToxinProduct | null;
  @Column('text', { name: 'prior_tolerance', nullable: true }) priorTolerance: PriorTolerance | null;
  @Column('text', { nullable: true }) test: ResistanceTest | null;
  @Column('text', { name: 'test_result', nullable: true }) testResult: TestResult['result'] | null;
  @Column('uuid', { name: 'reviewed_by' }) reviewedBy: string;
  @Column('timestamptz', { name: 'reviewed_at' }) reviewedAt: Date;
  /** The order in which reviews were given. */
  @Column({ type: 'bigint', insert: false, update: false }) ordinal: number;
}
