import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFlagsAndReviews1795300500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table review_flag (
        id uuid primary key,
        course_id uuid not null references course (id),
        tier text not null check (tier in ('watch', 'review', 'primary')),
        cause text not null,
        status text not null check (status in ('open', 'reviewed')),
        -- Whether what is known today still shows it: a flag closes by a review only.
        shown boolean not null,
        opens_on date not null,
        content jsonb not null,
        rules_version text not null,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create unique index review_flag_one_open on review_flag (course_id) where status = 'open';
      create index review_flag_course on review_flag (course_id, created_at);
      create index review_flag_updated on review_flag (updated_at);
      create trigger review_flag_touch before update on review_flag for each row execute function touch_updated_at();
      create trigger audit after insert or update or delete on review_flag
        for each row execute function audit_change();

      create table review (
        id uuid primary key,
        flag_id uuid not null references review_flag (id),
        course_id uuid not null references course (id),
        decision text not null check (decision in ('keep-watching', 'adjust', 'test', 'switch', 'stop', 'dismiss')),
        reason text not null check (length(reason) between 1 and 2000),
        planned_product text check (planned_product in ('ona', 'abo', 'inco', 'rima', 'daxi')),
        prior_tolerance text,
        test text,
        test_result text,
        reviewed_by uuid not null,
        reviewed_at timestamptz not null,
        ordinal bigint generated always as identity,
        check ((decision = 'switch') = (planned_product is not null)),
        check ((test is null) = (test_result is null))
      );
      create index review_flag_reviews on review (flag_id, ordinal);
      create index review_course on review (course_id, ordinal);
      create trigger audit after insert or update or delete on review
        for each row execute function audit_change();

      create function keep_review() returns trigger language plpgsql as $$
      begin
        raise exception 'A review stays as it was given: % is refused', lower(tg_op) using errcode = 'CL002';
      end $$;
      create trigger review_stays before update or delete on review for each row execute function keep_review();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
