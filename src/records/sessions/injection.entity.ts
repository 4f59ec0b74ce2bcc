import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Guidance } from '../../clinical/catalogue/guidance';
import type { InjectionSide } from '../../clinical/catalogue/muscles';
import type { InjectionPoint } from '../../clinical/doses/injection-points';

/** What one muscle got on one side. Units are those of the session's product. */
@Entity('injection')
export class Injection {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId: string;
  @PrimaryColumn('integer') position: number;
  @Column('text') muscle: string;
  @Column('text') side: InjectionSide;
  @Column('numeric', { precision: 8, scale: 2 }) units: number;
  @Column('integer', { nullable: true }) sites: number | null;
  @Column('numeric', { name: 'volume_ml', precision: 6, scale: 2, nullable: true }) volumeMl: number | null;
  @Column('text', { nullable: true }) guidance: Guidance | null;
  /** Where in it, and what each place got; empty: not told. */
  @Column('jsonb') points: InjectionPoint[];
}
