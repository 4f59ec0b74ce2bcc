import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a row was removed; a trigger on its table keeps it, so that a copy elsewhere can drop it too. */
@Entity('removed_row')
export class RemovedRow {
  /** The table that it was in. */
  @PrimaryColumn('text') subject: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'patient_id', nullable: true }) patientId: string | null;
  @Column({ type: 'timestamptz', name: 'removed_at', insert: false }) removedAt: Date;
}
