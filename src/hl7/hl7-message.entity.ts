import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * `done`: written. `same`: on record already. `overtaken`: newer facts are on record. `waiting`: for a person. `refused`: its
 * sender was told why.
 */
export const HL7_STATES = ['done', 'same', 'overtaken', 'waiting', 'dismissed', 'refused'] as const;
export type Hl7State = (typeof HL7_STATES)[number];

@Entity('hl7_message')
export class Hl7MessageRow {
  @PrimaryColumn('uuid') id: string;
  /** Application and facility, `HIS|GENERAL`. */
  @Column('text') sender: string;
  @Column('text', { name: 'control_id' }) controlId: string;
  /** `ADT^A08`. */
  @Column('text') type: string;
  /** When what it tells took place. */
  @Column('timestamptz', { name: 'occurred_at', nullable: true }) occurredAt: Date | null;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('text') text: string;
  /** SHA-256 of the bytes. */
  @Column('bytea') digest: Buffer;
  @Column('text') state: Hl7State;
  /** Why it waits or was refused, or what was left out. */
  @Column('text', { nullable: true }) reason: string | null;
  /** What its sender was told. */
  @Column('text') answer: string;
  @Column('uuid', { name: 'patient_id', nullable: true }) patientId: string | null;
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
