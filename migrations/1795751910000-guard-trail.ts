import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who only reads and adds to the trail adds to it what a service says of itself: reads, exports, sign-ins, refusals. Changes
 * are entered by the trigger alone, as the owner. The owner is not bound by this.
 */
export class GuardTrail1795751910000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter function public.audit_change() security definer;
      revoke all on function public.audit_change() from public;

      alter table public.audit_entry enable row level security;
      create policy entries_are_read on public.audit_entry for select using (true);
      create policy acts_are_added on public.audit_entry for insert
        with check (action not in ('insert', 'update', 'delete') and before is null and after is null);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
