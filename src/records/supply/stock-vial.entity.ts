import { Column, Entity, PrimaryColumn } from 'typeorm';

export const STORAGES = ['refrigerator', 'room'] as const;
export type Storage = (typeof STORAGES)[number];

/** One vial of a lot. What it holds is the sum of its movements. */
@Entity('vial')
export class StockVial {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'lot_id' }) lotId: string;
  @Column('text', { nullable: true }) serial: string | null;
  @Column('timestamptz', { name: 'opened_at', nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { name: 'reconstituted_at', nullable: true }) reconstitutedAt: Date | null;
  @Column('numeric', { name: 'diluent_ml', precision: 6, scale: 2, nullable: true }) diluentMl: number | null;
  @Column('text', { nullable: true }) storage: Storage | null;
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
