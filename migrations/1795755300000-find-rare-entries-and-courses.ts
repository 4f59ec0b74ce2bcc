import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is rare is found without reading all: entries of the trail by an action, a subject or a request that hardly occurs,
 * and courses of the due list by what few of them have. What is common needs no index: a page of it is soon full.
 */
export class FindRareEntriesAndCourses1795755300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index audit_entry_action on audit_entry (action, id) where action not in ('insert', 'update', 'read');
      create index audit_entry_subject on audit_entry (subject, id)
        where subject not in ('patient', 'course', 'injection_session', 'injection', 'response', 'due_list', 'session');
      create index audit_entry_request on audit_entry (request_id) where request_id is not null;

      create index course_assessment_indication on course_assessment (indication, due_on, course_id)
        where listed and due_on is not null;
      create index course_assessment_injector on course_assessment (injector_id, due_on, course_id)
        where listed and due_on is not null;
      create index course_assessment_cover on course_assessment using gin (cover jsonb_path_ops) where listed;
      create index course_assessment_snoozed on course_assessment (snoozed_until_on)
        where listed and snoozed_until_on is not null;
      create index course_assessment_refused on course_assessment (refused_on) where listed and refused_on is not null;
      create index course_product on course (planned_product);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
