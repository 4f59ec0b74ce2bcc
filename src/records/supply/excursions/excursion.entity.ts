import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A refrigerator left its range: its lots are on hold until somebody releases them. */
@Entity('temperature_excursion')
export class Excursion {
  @PrimaryColumn('uuid') id: string;
  @Column('text') fridge: string;
  @Column('timestamptz', { name: 'noticed_at' }) noticedAt: Date;
  @Column('numeric', { name: 'temperature_c', precision: 4, scale: 1 }) temperatureC: number;
  @Column('text', { nullable: true }) note: string | null;
  /** What lay there then. */
  @Column('uuid', { name: 'lot_ids', array: true }) lotIds: string[];
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
}
