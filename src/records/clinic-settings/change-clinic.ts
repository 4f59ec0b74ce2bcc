import type { EntityManager } from 'typeorm';
import type { Clinic, ClinicNow } from '../../platform/clinic';
import { ClinicSetting } from '../../platform/clinic-setting.entity';
import { lockAllPatients } from '../patients/lock-patient';
import { reassessAll, type Reassessed } from '../assessment/reassess-course';

export interface ChangedClinic {
  readonly stored: ClinicSetting;
  readonly clinic: Clinic;
  readonly done: Reassessed;
}

/**
 * Changes what the clinic judges with, and assesses every course again in the same transaction. All
 * patients are locked before the settings are read.
 *
 * @throws the reason of `waiting` once nobody waits for it any more.
 */
export async function changeClinic(
  tx: EntityManager,
  clinicNow: ClinicNow,
  waiting: AbortSignal,
  change: (row: ClinicSetting) => ClinicSetting | Promise<ClinicSetting>,
): Promise<ChangedClinic> {
  await lockAllPatients(tx);
  const row = await lockSettings(tx);
  await tx.update(ClinicSetting, { id: true }, { ...(await change(row)), version: row.version + 1 });
  const stored = await tx.findOneByOrFail(ClinicSetting, { id: true });
  const clinic = clinicNow.of(stored);
  return { stored, clinic, done: await reassessAll(tx, clinic, { waiting }) };
}

/** Alone: a change writes the whole row. */
export function lockSettings(tx: EntityManager): Promise<ClinicSetting> {
  return tx.findOneOrFail(ClinicSetting, { where: { id: true }, lock: { mode: 'pessimistic_write' } });
}

/** What papers bear, and when visits take place: no course is judged by it. */
const JUDGES_NOTHING: readonly string[] = [
  'name',
  'address',
  'phone',
  'openingHours',
  'visitLengths',
] satisfies (keyof ClinicSetting)[];

export function judgesNothing(changes: object): boolean {
  return Object.keys(changes).every((key) => JUDGES_NOTHING.includes(key));
}
