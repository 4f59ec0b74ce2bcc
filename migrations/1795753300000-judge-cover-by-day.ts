import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an authorization covers the next session is kept for each day from the due day on: who is overdue comes later. */
export class JudgeCoverByDay1795753300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table course_assessment add column cover jsonb;

      -- Until each is derived again: as it was on the due day, and not covered once the last authorization has ended.
      update course_assessment a set cover = jsonb_build_array(
          jsonb_build_object('fromOn', coalesce(a.due_on::text, '1900-01-01'), 'state', a.authorization_state,
            'gap', null, 'gapOn', null))
        || case when a.authorization_state in ('covered', 'units-short') then coalesce((
          select jsonb_build_array(jsonb_build_object('fromOn', (max(p.ends_on) + 1)::text,
            'state', 'expires-before-due', 'gap', 'ended', 'gapOn', max(p.ends_on)::text))
          from prior_authorization p join course c on c.id = a.course_id
          where p.patient_id = a.patient_id and p.product = c.planned_product
            and coalesce(p.indication, c.indication) = c.indication
          having max(p.ends_on) is not null), '[]') else '[]' end;

      alter table course_assessment alter column cover set not null;
      alter table course_assessment drop column authorization_state;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
