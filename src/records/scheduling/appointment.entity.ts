import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BookingWarning } from '../../clinical/schedule/booking-check';

export const APPOINTMENT_STATUSES = ['booked', 'attended', 'no-show', 'cancelled'] as const;
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

@Entity('appointment')
export class Appointment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'course_id' }) courseId: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  @Column('integer', { name: 'duration_min' }) durationMin: number;
  @Column('text') status: AppointmentStatus;
  @Column('text', { nullable: true }) note: string | null;
  /** Why it was cancelled with what it was about: the patient died, the course ended. */
  @Column('text', { name: 'cancel_reason', nullable: true }) cancelReason: string | null;
  /** The first version of the session that alone tells that they came; null: the desk has told it, or they have not. */
  @Column('uuid', { name: 'attended_session_id', nullable: true, select: false })
  attendedSessionId: string | null;
  /** The first appointment of the visit that this one is part of; null: a visit of its own. */
  @Column('uuid', { name: 'visit_id', nullable: true }) visitId: string | null;
  /** With whom, where somebody was named. */
  @Column('uuid', { name: 'injector_id', nullable: true }) injectorId: string | null;
  /** Agreed to be called when an earlier time is free. */
  @Column('boolean', { name: 'call_earlier' }) callEarlier: boolean;
  /** What spoke against the time when it was booked. */
  @Column('jsonb') warnings: BookingWarning[];
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
