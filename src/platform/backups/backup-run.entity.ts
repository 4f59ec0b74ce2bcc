import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A backup that was taken and restored for a try, or the reason why there is none. */
@Entity('backup_run')
export class BackupRun {
  @PrimaryColumn('uuid') id: string;
  @Column('timestamptz', { name: 'begun_at' }) begunAt: Date;
  @Column('timestamptz', { name: 'ended_at' }) endedAt: Date;
  @Column('boolean') good: boolean;
  @Column('text', { nullable: true }) file: string | null;
  @Column('bigint', { nullable: true }) bytes: number | null;
  @Column('boolean') encrypted: boolean;
  @Column('text', { nullable: true }) failure: string | null;
}
