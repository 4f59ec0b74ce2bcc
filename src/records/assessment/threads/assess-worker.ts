import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { DataSource, type EntityManager } from 'typeorm';
import { arrivedClinic } from '../../../platform/clinic';
import { dataSourceOptions } from '../../../platform/database/data-source';
import { CourseAssessmentRow } from '../course-assessment.entity';
import { assessPatients } from '../reassess-course';
import { toSave } from '../save-assessed';
import type { ThreadJob } from './assessing-threads';

/*
 * A thread that assesses courses: it is sent the ids of patients and answers what is to be written of them. What it fails by
 * ends it, and is told by that to whoever started it.
 */

const { url, snapshot, clinic: sent } = workerData as ThreadJob;
const clinic = arrivedClinic(sent);
const reading = startReading();

parentPort!.on('message', (patientIds: readonly string[]) => void assess(patientIds));

async function assess(patientIds: readonly string[]): Promise<void> {
  const db = await reading;
  parentPort!.postMessage(toSave(db, await assessPatients(db, patientIds, clinic)), []);
}

async function startReading(): Promise<EntityManager> {
  const options = { ...dataSourceOptions(url), entities: [CourseAssessmentRow], migrations: [] };
  const { manager } = (await new DataSource(options).initialize()).createQueryRunner();
  await manager.queryRunner!.startTransaction('REPEATABLE READ');
  await manager.query('set transaction read only');
  await manager.query(`set transaction snapshot '${snapshot}'`);
  // It may wait for its turn as long as the one that writes takes.
  await manager.query('set local idle_in_transaction_session_timeout = 0');
  await manager.query('set local statement_timeout = 0');
  return manager;
}
