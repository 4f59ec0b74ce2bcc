import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From signing in to signing out, or to the end of a working day. */
@Entity('login_session')
export class LoginSession {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'user_id' }) userId: string;
  /** Of somebody who came from a provider: who they are there. */
  @Column('uuid', { name: 'identity_id', nullable: true }) identityId: string | null;
  /** SHA-256 of the token, which nobody but its bearer has. */
  @Column('bytea', { name: 'token_hash', select: false }) tokenHash: Buffer;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  /** To the minute. */
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt: Date;
  @Column('text', { nullable: true }) address: string | null;
  /** What was signed in with, in words. */
  @Column('text', { nullable: true }) device: string | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
