import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands beside the diagnosis on a claim: the paralysis of G35.- (V:ICD-G35), or the injury of a paralysis. */
export class WriteSecondDiagnosisCodes1795758540100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'alter table course add column second_diagnosis_code text check (char_length(second_diagnosis_code) between 3 and 8)',
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
