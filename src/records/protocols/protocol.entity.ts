import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import type { ProtocolRow } from '../../clinical/protocols/protocol';
import type { ToxinProduct } from '../../clinical/units';

/** One version of a protocol of the clinic. A change is a new row; sessions name the version that they began from. */
@Entity('protocol')
export class ProtocolVersion {
  @PrimaryColumn('uuid') id: string;
  @PrimaryColumn('integer') version: number;
  @Column('text') name: string;
  @Column('text') indication: IndicationSlug;
  @Column('text') product: ToxinProduct;
  @Column('jsonb') rows: ProtocolRow[];
  @Column('numeric', { name: 'vial_units', precision: 8, scale: 2, nullable: true }) vialUnits: number | null;
  @Column('numeric', { name: 'diluent_ml', precision: 6, scale: 2, nullable: true }) diluentMl: number | null;
  /** No longer offered. */
  @Column('boolean') retired: boolean;
  @Column('uuid', { name: 'made_by' }) madeBy: string;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
}
