import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { DayColumn } from '../../platform/database/columns';

/** A vial that was opened for a session. Units are those of the session's product. */
@Entity('session_vial')
export class SessionVial {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId: string;
  @PrimaryColumn('integer') position: number;
  /** A vial of the clinic's stock; null: typed. */
  @Column('uuid', { name: 'vial_id', nullable: true }) vialId: string | null;
  @Column('text', { name: 'lot_number' }) lotNumber: string;
  @DayColumn({ name: 'expires_on' }) expiresOn: PlainDate;
  @Column('numeric', { name: 'vial_units', precision: 8, scale: 2 }) vialUnits: number;
  @Column('timestamptz', { name: 'opened_at', nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { name: 'reconstituted_at', nullable: true }) reconstitutedAt: Date | null;
  @Column('numeric', { name: 'diluent_ml', precision: 6, scale: 2, nullable: true }) diluentMl: number | null;
  @Column('numeric', { name: 'units_discarded', precision: 8, scale: 2, nullable: true }) unitsDiscarded:
    number | null;
}
