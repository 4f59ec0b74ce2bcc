import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../actor';

/** One row: what this clinic asks of whoever signs in. */
@Entity('sign_in_setting')
export class SignInSetting {
  @PrimaryColumn('boolean') id: boolean;
  /** Who asks for nothing for so long is signed out. */
  @Column('jsonb', { name: 'idle_minutes' }) idleMinutes: Record<Role, number>;
  /** Everybody of these has a second factor, or sets one up before anything else. */
  @Column('text', { name: 'second_factor_roles', array: true }) secondFactorRoles: Role[];
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
