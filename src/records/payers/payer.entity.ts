import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScaleSlug } from '../../clinical/catalogue/scales';
import type { PayerException, PayerTerms } from '../../clinical/payers/payer-terms';
import type { UnitsLimit } from '../../clinical/payers/units-limit';

/** Who pays, under which names, and what they ask for before they do. */
@Entity('payer')
export class Payer implements PayerTerms {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text', { name: 'other_names', array: true }) otherNames: string[];
  @Column('integer', { name: 'lead_days', nullable: true }) leadDays: number | null;
  @Column('integer', { name: 'initial_months', nullable: true }) initialMonths: number | null;
  @Column('integer', { name: 'renewal_months', nullable: true }) renewalMonths: number | null;
  @Column('integer', { name: 'must_improve_pct', nullable: true }) mustImprovePct: number | null;
  @Column('text', { name: 'must_improve_scale', nullable: true }) mustImproveScale: ScaleSlug | null;
  @Column('integer', { name: 'must_fall_days', nullable: true }) mustFallDays: number | null;
  @Column('integer', { name: 'benefit_weeks', nullable: true }) benefitWeeks: number | null;
  @Column('integer', { name: 'treatments_shown', nullable: true }) treatmentsShown: number | null;
  @Column('boolean', { name: 'scales_shown', nullable: true }) scalesShown: boolean | null;
  @Column('integer', { name: 'tried_first', nullable: true }) triedFirst: number | null;
  @Column('integer', { name: 'min_days_apart', nullable: true }) minDaysApart: number | null;
  @Column('jsonb', { name: 'units_per_84_days' }) unitsPer84Days: UnitsLimit[];
  @Column('jsonb') exceptions: PayerException[];
  @Column('text') source: string;
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
