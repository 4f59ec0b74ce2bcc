import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const ACCOUNTS = ['vial', 'supply', 'patient', 'waste'] as const;
/** From where and to where units go; one end is the vial. */
export type Account = (typeof ACCOUNTS)[number];

/** Units that went from one account to another: never edited, moved back where it was wrong. */
@Entity('vial_movement')
export class VialMovement {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'vial_id' }) vialId: string;
  @Column('text', { name: 'from_account' }) fromAccount: Account;
  @Column('text', { name: 'to_account' }) toAccount: Account;
  @Column('numeric', { precision: 8, scale: 2 }) units: number;
  @Column('uuid', { name: 'session_root_id', nullable: true }) sessionRootId: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { name: 'moved_by' }) movedBy: string;
  @Column({ type: 'timestamptz', name: 'moved_at', insert: false }) movedAt: Date;
}
