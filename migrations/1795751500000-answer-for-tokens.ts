import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person answers for each token, and whoever holds a clinical role lends it; none is valid for longer than a year. */
export class AnswerForTokens1795751500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`select set_config('clinic.actor_id', '00000000-0000-4000-8000-000000000001', true),
      set_config('clinic.actor_name', 'system', true), set_config('clinic.actor_role', 'system', true)`);
    await db.query(`
      alter table api_token
        -- The person who made it, or made the token that made it. Without one it opens nothing.
        add column maker_id uuid references app_user (id),
        add column approved_by uuid references app_user (id),
        add column approved_at timestamptz,
        add constraint api_token_approval check ((approved_by is null) = (approved_at is null));
      create index api_token_maker on api_token (maker_id) where revoked_at is null;
      create index api_token_approver on api_token (approved_by) where revoked_at is null;

      with recursive made as (
        select t.id, u.id as maker_id from api_token t join app_user u on u.id = t.created_by
        union all
        select t.id, made.maker_id from api_token t join made on made.id = t.created_by
      )
      update api_token t
      set maker_id = made.maker_id, expires_at = least(t.expires_at, now() + interval '366 days')
      from made where made.id = t.id;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
