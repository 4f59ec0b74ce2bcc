import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../actor';

/** A person who signs in. Never deleted: the trail and the sessions name them. */
@Entity('app_user')
export class User {
  @PrimaryColumn('uuid') id: string;
  /** In lower case. */
  @Column('text') username: string;
  @Column('text', { name: 'display_name' }) displayName: string;
  /** The name as signed, with credentials; null: the display name. */
  @Column('text', { name: 'signs_as', nullable: true }) signsAs: string | null;
  @Column('text') role: Role;
  /** Read only where it is asked for by name; null: they sign in by a provider alone. */
  @Column('text', { name: 'password_hash', select: false, nullable: true }) passwordHash: string | null;
  /** Somebody else chose it: it opens nothing but the way to change it. */
  @Column('boolean', { name: 'must_change_password', default: false }) mustChangePassword: boolean;
  /** Since when signing in asks for a second factor. */
  @Column('timestamptz', { name: 'second_factor_at', nullable: true }) secondFactorAt: Date | null;
  /** An administrator removed it, and the user has not said yet that they know. */
  @Column('timestamptz', { name: 'second_factor_reset_at', nullable: true }) secondFactorResetAt: Date | null;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt: Date | null;
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
