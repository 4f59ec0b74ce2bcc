import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { ToxinProduct } from '../../clinical/units';
import { DayColumn } from '../../platform/database/columns';

export const SUPPLIERS = ['clinic', 'pharmacy'] as const;
/** The clinic's own stock, or a pharmacy's vial for one patient. */
export type Supplier = (typeof SUPPLIERS)[number];

/** Vials of one product, size and expiry. Units are those of the product. */
@Entity('lot')
export class Lot {
  @PrimaryColumn('uuid') id: string;
  @Column('text') product: ToxinProduct;
  @Column('text', { name: 'lot_number' }) lotNumber: string;
  @DayColumn({ name: 'expires_on' }) expiresOn: PlainDate;
  @Column('numeric', { name: 'vial_units', precision: 8, scale: 2 }) vialUnits: number;
  @Column('text', { nullable: true }) gtin: string | null;
  @Column('text') supplier: Supplier;
  @Column('uuid', { name: 'patient_id', nullable: true }) patientId: string | null;
  @DayColumn({ name: 'ordered_on', nullable: true }) orderedOn: PlainDate | null;
  @DayColumn({ name: 'shipped_on', nullable: true }) shippedOn: PlainDate | null;
  @DayColumn({ name: 'arrived_on', nullable: true }) arrivedOn: PlainDate | null;
  @Column('text', { nullable: true }) fridge: string | null;
  @Column('timestamptz', { name: 'held_at', nullable: true }) heldAt: Date | null;
  @Column('text', { name: 'hold_reason', nullable: true }) holdReason: string | null;
  @Column('timestamptz', { name: 'released_at', nullable: true }) releasedAt: Date | null;
  @Column('uuid', { name: 'released_by', nullable: true }) releasedBy: string | null;
  @Column('text', { name: 'release_reason', nullable: true }) releaseReason: string | null;
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
