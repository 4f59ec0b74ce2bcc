import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { SYSTEM } from '../platform/actor';
import { ClinicNow } from '../platform/clinic';
import { ClinicSetting } from '../platform/clinic-setting.entity';
import { Clock } from '../platform/clock';
import { readConfig } from '../platform/config';
import { dataSourceOptions } from '../platform/database/data-source';
import { openDatabaseBeside } from '../platform/database/open-database';
import { nameActor } from '../platform/database/unit-of-work';
import { RECORDS } from '../records/records.module';
import type { CourseChange } from '../records/assessment/course-change';
import { lockAllPatients } from '../records/patients/lock-patient';
import { reassessAll, type Reassessed } from '../records/assessment/reassess-course';

/** Undoes everything when nothing is to be applied. */
class DryRun extends Error {
  constructor(readonly done: Reassessed) {
    super('Nothing was applied');
  }
}

/** Makes every derived row again and prints how many changed; `--dry-run` prints what would change and applies nothing. */
async function main(): Promise<void> {
  const dryRun = process.argv.includes('--dry-run');
  const config = readConfig(process.env);
  const database = await openDatabaseBeside(config);
  const dataSource = await new DataSource({
    ...dataSourceOptions(database.url),
    entities: [ClinicSetting, ...RECORDS],
  }).initialize();
  try {
    const done = await dataSource
      .transaction(async (tx) => {
        await nameActor(tx, SYSTEM);
        await tx.query('set local statement_timeout = 0');
        await lockAllPatients(tx);
        const clinic = await new ClinicNow(new Clock(), config).read(tx);
        const reassessed = await reassessAll(tx, clinic);
        if (dryRun) throw new DryRun(reassessed);
        return reassessed;
      })
      .catch((error: unknown) => {
        if (error instanceof DryRun) return error.done;
        throw error;
      });
    for (const change of done.changes) console.log(lineOf(change));
    console.log(
      `${done.courses} courses, ${done.changed} derived rows ${dryRun ? 'would change' : 'changed'}`,
    );
  } finally {
    await dataSource.destroy();
    await database.close();
  }
}

function lineOf({ courseId, due, flag }: CourseChange): string {
  const moved = due ? `due ${due.from ?? 'never'} -> ${due.to ?? 'never'}` : '';
  const flagged = flag ? `flag ${flag.tier} ${flag.change}` : '';
  return [`course ${courseId}`, moved, flagged].filter(Boolean).join('  ');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error && error.name === 'StartError' ? error.message : error);
  process.exitCode = 1;
});
