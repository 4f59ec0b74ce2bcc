import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An appointment that another system has told of, and the numbers by which it knows it. */
@Entity('hl7_appointment')
export class Hl7AppointmentRow {
  @PrimaryColumn('uuid') id: string;
  /** Application and facility, `HIS|GENERAL`. */
  @Column('text') sender: string;
  /** SCH-1: the number of whoever asked for it. */
  @Column('text', { name: 'placer_id', nullable: true }) placerId: string | null;
  /** SCH-2: the number of whoever booked it. */
  @Column('text', { name: 'filler_id', nullable: true }) fillerId: string | null;
  @Column('uuid', { name: 'appointment_id' }) appointmentId: string;
  @Column('uuid', { name: 'course_id' }) courseId: string;
  /** As a message left it: another version was written here since. */
  @Column('integer', { name: 'appointment_version' }) appointmentVersion: number;
  /** When what was told last took place. */
  @Column('timestamptz', { name: 'told_at' }) toldAt: Date;
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
