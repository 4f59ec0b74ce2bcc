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
  @Column('text') value: string;
  @DayColumn({ name: 'measured_on' }) measuredOn: PlainDate;
}
