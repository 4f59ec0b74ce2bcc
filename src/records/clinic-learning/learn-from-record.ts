import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { RULES_VERSION, type RuleValues } from '../../clinical/rules';
import { learnClinic, type ClinicLearning } from '../../clinical/watch/learning/learn-clinic';
import { learningChanges } from '../../clinical/watch/learning/learning-change';
import type { Clinic } from '../../platform/clinic';
import { ClinicLearningRow } from './clinic-learning.entity';
import { sampledCourses } from './clinic-learning.query';

/** Courses judged before others may have the processor: some hundredths of a second. */
const AT_ONCE = 20;

/** What do the clinic's courses say of it now? Reads only; lets other work go on in between. */
export async function learnFromRecord(db: EntityManager, { rules }: Clinic): Promise<ClinicLearning> {
  const courses = await sampledCourses(db, rules['R.learning.sample']);
  const steps = learnClinic(courses, rules, 'learned');
  let step = steps.next();
  for (let done = 1; !step.done; done += 1) {
    if (done % AT_ONCE === 0) await setImmediate();
    step = steps.next();
  }
  return step.value;
}

/**
 * Keeps what was learned: as a new version where it says something new, which is proposed where it differs from what is
 * judged with; else only what was counted by it. Nothing is judged with it before a person accepts it.
 *
 * @returns the version that now stands for it.
 */
export async function keepLearning(
  tx: EntityManager,
  { learned, alarms }: ClinicLearning,
  { rules, now }: { readonly rules: RuleValues; readonly now: Date },
): Promise<ClinicLearningRow> {
  await tx.query('lock table clinic_learning in share row exclusive mode');
  const [newest] = await tx.find(ClinicLearningRow, { order: { version: 'DESC' }, take: 1 });
  if (newest && learningChanges(learned, newest.learned, rules).length === 0) {
    await tx.update(ClinicLearningRow, { id: newest.id }, { alarms, checkedAt: now });
    return tx.findOneByOrFail(ClinicLearningRow, { id: newest.id });
  }
  const standing = await tx.findOneBy(ClinicLearningRow, { state: 'accepted' });
  await tx.update(ClinicLearningRow, { state: 'proposed' }, { state: 'superseded' });
  const version = (newest?.version ?? 0) + 1;
  const id = randomUUID();
  await tx.insert(ClinicLearningRow, {
    id,
    version,
    state: learningChanges(learned, standing?.learned, rules).length > 0 ? 'proposed' : 'same',
    learned: { ...learned, noise: { ...learned.noise, version: `learned ${version}` } },
    alarms,
    rulesVersion: RULES_VERSION,
    madeAt: now,
    checkedAt: now,
    decidedBy: null,
    decidedAt: null,
  });
  return tx.findOneByOrFail(ClinicLearningRow, { id });
}
