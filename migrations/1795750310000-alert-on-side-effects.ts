import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Swallowing, breathing or distant weakness: an alert that stays open until a neurologist has answered it. */
export class AlertOnSideEffects1795750310000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Of what stood before, only what has not passed raises an alert: nobody acts, so the trail is left out.
    await db.query(`
      alter table adverse_event
        add column alert text constraint adverse_event_alert_known
          check (alert in ('swallowing', 'breathing', 'distant-weakness')),
        -- Grows when what was answered becomes graver: then it is to be answered again.
        add column alert_round integer not null default 1;
      alter table adverse_event disable trigger user;
      update adverse_event set alert = case
          when kind ~ 'swallow|dysphag|chok|aspirat' then 'swallowing'
          when kind ~ 'dyspn|breath(?!y)|respirat' then 'breathing'
          when kind ~ 'weakness_elsewhere|generali[sz]ed_weakness' then 'distant-weakness' end
        where resolved_on is null;
      alter table adverse_event enable trigger user;

      create table alert_answer (
        id uuid primary key,
        adverse_event_id uuid not null references adverse_event (id),
        -- The first version of the event's session, as the event has it.
        session_id uuid not null references injection_session (id),
        alert_round integer not null,
        decision text not null check (decision in ('reassured', 'seen', 'sent-to-hospital', 'not-from-toxin')),
        note text not null check (length(note) between 1 and 2000),
        answered_by uuid not null references app_user (id),
        answered_at timestamptz not null,
        constraint alert_answered_once unique (adverse_event_id, alert_round)
      );
      create index adverse_event_alert on adverse_event (id) where alert is not null;
      create trigger audit after insert or update or delete on alert_answer
        for each row execute function audit_change();
      create trigger kept before truncate on alert_answer for each statement execute function refuse_truncate();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
