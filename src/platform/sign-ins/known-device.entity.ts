import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser in which a user has signed in. It opens nothing; whoever guesses elsewhere cannot lock it out. */
@Entity('known_device')
export class KnownDevice {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'user_id' }) userId: string;
  /** SHA-256 of what its cookie holds. */
  @Column('bytea', { name: 'token_hash', select: false }) tokenHash: Buffer;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column('timestamptz', { name: 'last_used_at' }) lastUsedAt: Date;
}
