import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { Handedness } from '../../clinical/catalogue/anatomy/handedness';
import { DayColumn } from '../../platform/database/columns';

export const SEXES = ['female', 'male', 'other', 'unknown'] as const;
export type Sex = (typeof SEXES)[number];

@Entity('patient')
export class Patient {
  @PrimaryColumn('uuid') id: string;
  @Column('text') mrn: string;
  @Column('text', { name: 'family_name' }) familyName: string;
  /** None of whoever has one name only. */
  @Column('text', { name: 'given_name', nullable: true }) givenName: string | null;
  /** Null: nobody knows it. */
  @DayColumn({ name: 'birth_date', nullable: true }) birthDate: PlainDate | null;
  @Column('text') sex: Sex;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) payer: string | null;
  /** Whoever sent the patient; letters go there. */
  @Column('text', { name: 'referrer_name', nullable: true }) referrerName: string | null;
  @Column('text', { name: 'referrer_address', nullable: true }) referrerAddress: string | null;
  @Column('numeric', { name: 'weight_kg', nullable: true, precision: 5, scale: 2 }) weightKg: number | null;
  @DayColumn({ name: 'weight_measured_on', nullable: true }) weightMeasuredOn: PlainDate | null;
  @Column('boolean', { name: 'prior_toxin_tolerance', nullable: true }) priorToxinTolerance: boolean | null;
  @Column('text', { nullable: true }) handedness: Handedness | null;
  @DayColumn({ name: 'deceased_on', nullable: true }) deceasedOn: PlainDate | null;
  /** The record of the same person that goes on in its place. */
  @Column('uuid', { name: 'merged_into', nullable: true }) mergedInto: string | null;
  /** What the search finds a patient by (`findableText`). */
  @Column('text', { name: 'search_text' }) searchText: string;
  @Column('integer') version: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false }) updatedAt: Date;
}
