import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import type { MeasurementPhase } from '../../clinical/treated-session';
import { DayColumn } from '../../platform/database/columns';

/** One scale at one phase of a session's cycle. The value is kept as recorded: a number, or the label of an ordinal scale. */
@Entity('measurement')
export class MeasurementRow {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId: string;
  @PrimaryColumn('text') scale: string;
  @PrimaryColumn('text') phase: MeasurementPhase;
  /** The muscle group that it was taken of; empty: of the whole. */
  @PrimaryColumn('text', { name: 'muscle_group' }) of: string;
  @Column('text') value: string;
  /** What a total is made of, in the order of the instrument. */
  @Column('integer', { array: true, nullable: true }) domains: number[] | null;
  @DayColumn({ name: 'measured_on' }) measuredOn: PlainDate;
}
