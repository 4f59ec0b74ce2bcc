import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { DayColumn } from '../../platform/database/columns';

export const CONTACT_CHANNELS = ['phone', 'sms', 'email', 'portal', 'letter', 'in-person'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];
export const CONTACT_OUTCOMES = [
  'agreed',
  'call-later',
  'no-answer',
  'declined',
  'moved',
  'deceased',
] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** A call or a message about the next session, and what came of it. The latest one says whether the course is snoozed. */
@Entity('contact')
export class Contact {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'course_id' }) courseId: string;
  @Column('timestamptz') at: Date;
  @Column('text') channel: ContactChannel;
  @Column('text') outcome: ContactOutcome;
  @DayColumn({ name: 'snooze_until_on', nullable: true }) snoozeUntilOn: PlainDate | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
}
