import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A signature names the version of the row that it signs. Signing raised the version by one, and so did replacing or
 * voiding what was signed: nothing else changes a signed row, so the version that was signed follows from these.
 */
export class NameSignedVersion1795750700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table injection_session add column signed_version integer;

      alter table injection_session disable trigger user;
      update injection_session
      set signed_version = greatest(1, version - 1 - (replaced_at is not null)::int - (voided_at is not null)::int)
      where signed_at is not null;
      alter table injection_session enable trigger user;

      alter table injection_session
        add constraint injection_session_signed_version_check
          check ((signed_at is null) = (signed_version is null) and signed_version >= 1);
      create index injection_session_unsigned on injection_session (performed_on, id)
        where signed_at is null and voided_at is null and replaced_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
