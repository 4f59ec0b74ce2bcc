import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../actor';

/** What a script signs in with. */
@Entity('api_token')
export class ApiToken {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') role: Role;
  /** SHA-256 of the token, which nobody but its bearer has. */
  @Column('bytea', { name: 'token_hash', select: false }) tokenHash: Buffer;
  /** The actor who made it: a user, or a token itself. */
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  /** The person who answers for it: who made it, or made the token that made it. */
  @Column('uuid', { name: 'maker_id', nullable: true }) makerId: string | null;
  /** Who lent it a role that its maker does not have. */
  @Column('uuid', { name: 'approved_by', nullable: true }) approvedBy: string | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
}
