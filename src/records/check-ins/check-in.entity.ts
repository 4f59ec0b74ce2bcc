import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Three questions to one patient on the clinic's tablet: begun by a person of the clinic, opened once, answered once. */
@Entity('check_in')
export class CheckIn {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'course_id' }) courseId: string;
  /** The first version of the session that is asked about. */
  @Column('uuid', { name: 'session_id' }) sessionId: string;
  @Column('uuid', { name: 'started_by' }) startedBy: string;
  /** SHA-256 of what opens it next: the code until the tablet has it, then the tablet's own token. */
  @Column('bytea', { name: 'token_hash', select: false }) tokenHash: Buffer;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'opened_at', nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  /** A later one for the same course took its place. */
  @Column('timestamptz', { name: 'replaced_at', nullable: true }) replacedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
}
