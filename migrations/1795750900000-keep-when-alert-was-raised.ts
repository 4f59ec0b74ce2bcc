import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An alert keeps the moment at which it was raised, whatever is changed of its side effect afterwards. */
export class KeepWhenAlertWasRaised1795750900000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Raised with the event, or by the last change that made it graver: of that one only the latest change is known.
    // Nobody acts here, so the trail is left out.
    await db.query(`
      alter table adverse_event add column alert_raised_at timestamptz;
      alter table adverse_event disable trigger user;
      update adverse_event
        set alert_raised_at = case when alert_round = 1 then created_at else updated_at end
        where alert is not null;
      alter table adverse_event enable trigger user;
      alter table adverse_event add constraint adverse_event_alert_raised
        check ((alert is null) = (alert_raised_at is null));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
