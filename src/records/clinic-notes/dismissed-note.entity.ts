import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a clinic is told once. */
export const CLINIC_NOTES = ['ask-wear-off'] as const;
export type ClinicNote = (typeof CLINIC_NOTES)[number];

/** A note that somebody of the clinic has read and put away, for everybody. */
@Entity('dismissed_note')
export class DismissedNote {
  @PrimaryColumn('text') note: ClinicNote;
  @Column('uuid', { name: 'dismissed_by' }) dismissedBy: string;
  @Column('timestamptz', { name: 'dismissed_at' }) dismissedAt: Date;
}
