import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address that opens one injector's times to whatever calendar asks for it. */
@Entity('calendar_feed')
export class CalendarFeed {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'user_id' }) userId: string;
  /** SHA-256 of the secret in the address, which nobody but its owner has. */
  @Column('bytea', { name: 'token_hash', select: false }) tokenHash: Buffer;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
}
