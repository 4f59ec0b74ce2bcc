import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A hold has a first day, and keeps its course waiting or every course of the patient. */
export class SayWhomAHoldConcerns1795750300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // What stood before is read from its words once, here: nobody acts, so the trail is left out.
    await db.query(`
      alter table hold add column from_on date, add column concerns text;
      alter table hold disable trigger user;
      update hold set
        from_on = least(until_on,
          (created_at at time zone coalesce((select zone from clinic_setting), current_setting('TimeZone')))::date),
        concerns = case when reason ~* ('\\m(pregnan|gravid|breast[ -]?fe|lactat|post-?partum|infect|sep(sis|tic)|fever|febrile'
          || '|pneumoni|antibiot|aminoglycosid|gentami|swallow|dysphag|aspirat|chok|breath(ing|less|\\M)|dyspn|respirat'
          || '|surg(ery|ical)|operation|an(a?e|æ)sth|hospital|admi(tted|ssion)|chemotherap|myastheni|allerg|anaphyla)')
          then 'patient' else 'course' end;
      alter table hold enable trigger user;
      alter table hold alter column from_on set not null, alter column concerns set not null,
        add constraint hold_concerns_known check (concerns in ('course', 'patient')),
        add constraint hold_days check (from_on <= until_on);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
