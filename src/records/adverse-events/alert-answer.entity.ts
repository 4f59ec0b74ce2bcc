import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a neurologist did about an alert. */
export const ALERT_DECISIONS = ['reassured', 'seen', 'sent-to-hospital', 'not-from-toxin'] as const;
export type AlertDecision = (typeof ALERT_DECISIONS)[number];

/** The answer to one alert; a side effect that becomes graver afterwards asks for another one. */
@Entity('alert_answer')
export class AlertAnswer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'adverse_event_id' }) adverseEventId: string;
  @Column('uuid', { name: 'session_id' }) sessionId: string;
  @Column('integer', { name: 'alert_round' }) alertRound: number;
  @Column('text') decision: AlertDecision;
  @Column('text') note: string;
  @Column('uuid', { name: 'answered_by' }) answeredBy: string;
  @Column('timestamptz', { name: 'answered_at' }) answeredAt: Date;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
}
