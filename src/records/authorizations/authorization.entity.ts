import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import type { ToxinProduct } from '../../clinical/units';
import { DayColumn } from '../../platform/database/columns';

/** A payer's consent to treat, in billing units of its product. */
@Entity('prior_authorization')
export class PriorAuthorization {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'patient_id' }) patientId: string;
  @Column('text') payer: string;
  @Column('text') product: ToxinProduct;
  @Column('text', { nullable: true }) indication: IndicationSlug | null;
  @Column('text') number: string;
  @DayColumn({ name: 'starts_on' }) startsOn: PlainDate;
  @DayColumn({ name: 'ends_on' }) endsOn: PlainDate;
  @Column('integer', { name: 'billing_units_approved', nullable: true }) billingUnitsApproved: number | null;
  @Column('integer', { name: 'sessions_approved', nullable: true }) sessionsApproved: number | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
