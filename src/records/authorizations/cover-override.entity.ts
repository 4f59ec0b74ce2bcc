import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CoverageClass, IndicationSlug } from '../../clinical/catalogue/indications';
import type { ToxinProduct } from '../../clinical/units';

/** What a payer, or a patient's contract, covers otherwise than is usual for the indication. */
@Entity('cover_override')
export class CoverOverride {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'patient_id', nullable: true }) patientId: string | null;
  @Column('text', { nullable: true }) payer: string | null;
  @Column('text', { nullable: true }) indication: IndicationSlug | null;
  @Column('text', { nullable: true }) product: ToxinProduct | null;
  @Column('text') coverage: CoverageClass;
  @Column('text') reason: string;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
}
