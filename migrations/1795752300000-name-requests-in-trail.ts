import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which request an entry comes from: whoever writes says it as they say who they are. Null: the service itself. */
export class NameRequestsInTrail1795752300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table audit_entry add column request_id uuid
        default nullif(current_setting('clinic.request_id', true), '')::uuid;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
