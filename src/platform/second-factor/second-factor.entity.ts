import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a user's app makes its codes from. It is set up once `app_user` says so. */
@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn('uuid', { name: 'user_id' }) userId: string;
  /** In base 32. Read only where it is asked for by name. */
  @Column('text', { select: false }) secret: string;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  /** The half minute of the latest code that was used. */
  @Column('integer', { name: 'last_counter' }) lastCounter: number;
}

/** Opens once in place of a code. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'user_id' }) userId: string;
  /** SHA-256; its 80 random bits need no salt and no slow hash. */
  @Column('bytea', { name: 'code_hash', select: false }) codeHash: Buffer;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
}
