import 'reflect-metadata';
import { DataSource, type EntityManager } from 'typeorm';
import { keepBudget } from '../clinical/watch/learning/alarm-budget';
import { learningChanges } from '../clinical/watch/learning/learning-change';
import { learningText } from '../clinical/watch/learning/learning-words';
import { SYSTEM } from '../platform/actor';
import { ClinicNow, sentClinic, type Clinic } from '../platform/clinic';
import { ClinicSetting } from '../platform/clinic-setting.entity';
import { Clock } from '../platform/clock';
import { readConfig } from '../platform/config';
import { dataSourceOptions } from '../platform/database/data-source';
import { openDatabaseBeside } from '../platform/database/open-database';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { RECORDS } from '../records/records.module';
import type { ClinicLearningRow, LearningState } from '../records/clinic-learning/clinic-learning.entity';
import { keepLearning, learnFromRecord } from '../records/clinic-learning/learn-from-record';
import type { CourseChange } from '../records/assessment/course-change';
import { lockAllPatients } from '../records/patients/lock-patient';
import { reassessAll } from '../records/assessment/reassess-course';
import { assessingInThreads } from '../records/assessment/threads/assessing-threads';

/**
 * Makes every derived row again and learns from the clinic's own courses; prints what changed and what is proposed.
 * `--dry-run` prints the same and stores nothing. Interrupted while it derives, it ends with nothing changed.
 */
async function main(): Promise<void> {
  const dryRun = process.argv.includes('--dry-run');
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop);
  const config = readConfig(process.env);
  const clock = new Clock();
  const clinicNow = new ClinicNow(clock, config);
  const database = await openDatabaseBeside(config);
  const dataSource = await new DataSource({
    ...dataSourceOptions(database.url),
    entities: [ClinicSetting, ...RECORDS],
  }).initialize();
  const work = new UnitOfWork(dataSource);
  const write = <T>(todo: (tx: EntityManager) => Promise<T>) =>
    dryRun ? work.tryOut(SYSTEM, todo) : work.write(SYSTEM, todo);
  try {
    const done = await write(async (tx) => {
      await tx.query('set local statement_timeout = 0');
      await lockAllPatients(tx);
      const settings = await tx.findOneByOrFail(ClinicSetting, { id: true });
      const clinic = clinicNow.of(settings);
      const sent = sentClinic(settings, clinic);
      const inThreads = await assessingInThreads(tx, { url: database.url, clinic: sent });
      return reassessAll(tx, clinic, { waiting: stopping.signal, told: eachTenth() }, inThreads);
    });
    process.off('SIGINT', stop);
    for (const change of done.changes) console.log(lineOf(change));
    console.log(
      `${done.courses} courses, ${done.changed} derived rows ${dryRun ? 'would change' : 'changed'}`,
    );
    const clinic = await clinicNow.read(work.db);
    const learning = await learnFromRecord(work.db, clinic);
    const learned = await write((tx) =>
      keepLearning(tx, learning, { rules: clinic.rules, now: clock.now() }),
    );
    console.log(`learned ${learned.version}: ${WORDS[learned.state]}`);
    for (const text of newsOf(learned, clinic)) console.log(`  ${text}`);
  } finally {
    await dataSource.destroy();
    await database.close();
  }
}

const stopping = new AbortController();

/** Says how far it is, a line each tenth of the way, apart from what it prints at its end. */
function eachTenth(): (patients: number, of: number) => void {
  let printed = 0;
  return (patients, of) => {
    const tenth = Math.floor((patients * 10) / of);
    if (tenth > printed && patients < of) console.error(`${patients} of ${of} patients`);
    printed = tenth;
  };
}

function newsOf({ state, learned, alarms }: ClinicLearningRow, { rules, courseRules }: Clinic): string[] {
  const changes = state === 'proposed' ? learningChanges(learned, courseRules.learned, rules) : [];
  return [...changes.map(learningText), keepBudget(alarms, rules).text];
}

const WORDS: Readonly<Record<LearningState, string>> = {
  proposed: 'proposed, judged with once an administrator accepts it',
  same: 'nothing other than what is judged with',
  accepted: 'accepted, judged with',
  superseded: 'given way to a later one',
  withdrawn: 'withdrawn by an administrator',
};

function lineOf({ courseId, due, flag }: CourseChange): string {
  const moved = due ? `due ${due.from ?? 'never'} -> ${due.to ?? 'never'}` : '';
  const flagged = flag ? `flag ${flag.tier} ${flag.change}` : '';
  return [`course ${courseId}`, moved, flagged].filter(Boolean).join('  ');
}

main().catch((error: unknown) => {
  if (stopping.signal.aborted && error === stopping.signal.reason) {
    console.error('Interrupted: nothing was changed.');
    process.exitCode = 130;
    return;
  }
  console.error(error instanceof Error && error.name === 'StartError' ? error.message : error);
  process.exitCode = 1;
});
