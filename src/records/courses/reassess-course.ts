import type { EntityManager } from 'typeorm';
import { assessCourse } from '../../clinical/assess-course';
import type { PlainDate } from '../../clinical/calendar';
import { RULES_VERSION } from '../../clinical/rules';
import { toxinUnits, type Dose } from '../../clinical/units';
import type { Clock } from '../../platform/clock';
import type { Config } from '../../platform/config';
import { coverFactsOf, coverOn, type CoverFacts } from '../authorizations/cover.query';
import { clinicSettings, type ClinicSettings } from '../clinic-settings/settings.query';
import { courseFactsOf, type CourseFacts } from './course-history.query';
import { crossCourseMinimum, historyOf } from './stored-history';

/** Patients assessed in one go when everything is: bounds the memory, not the result. */
const BATCH = 500;

/**
 * Makes the derived rows of a patient's courses again, in the transaction of what changed: a session, a response, a
 * hold, an authorization of one course may bear on another. Returns how many rows changed.
 */
export async function reassessPatient(
  tx: EntityManager,
  patientId: string,
  config: Config,
  clock: Clock,
): Promise<number> {
  const settings = await clinicSettings(tx, config.clinicZone);
  return reassessPatients(tx, [patientId], settings, clock.today(settings.zone));
}

/** Makes every derived row again. Returns how many rows changed. */
export async function reassessAll(tx: EntityManager, config: Config, clock: Clock): Promise<number> {
  const settings = await clinicSettings(tx, config.clinicZone);
  const today = clock.today(settings.zone);
  const ids = (await tx.query<{ id: string }[]>('select id from patient order by id')).map((row) => row.id);
  let changed = 0;
  for (let from = 0; from < ids.length; from += BATCH) {
    changed += await reassessPatients(tx, ids.slice(from, from + BATCH), settings, today);
  }
  return changed;
}

async function reassessPatients(
  tx: EntityManager,
  patientIds: readonly string[],
  settings: ClinicSettings,
  today: PlainDate,
): Promise<number> {
  const facts = await courseFactsOf(tx, patientIds);
  const cover = await coverFactsOf(tx, patientIds);
  const byPatient = new Map(patientIds.map((id): [string, CourseFacts[]] => [id, []]));
  for (const one of facts) byPatient.get(one.patientId)!.push(one);
  const rows = facts.map((one) => assessmentRow(one, byPatient.get(one.patientId)!, cover, settings, today));
  const [{ changed }] = await tx.query<[{ changed: number }]>(UPSERT, [JSON.stringify(rows)]);
  return changed;
}

function assessmentRow(
  facts: CourseFacts,
  ofPatient: readonly CourseFacts[],
  cover: CoverFacts,
  settings: ClinicSettings,
  today: PlainDate,
): Record<string, unknown> {
  const across = settings.crossCourseMinimum
    ? crossCourseMinimum(facts, ofPatient, settings.courseRules)
    : undefined;
  const { forecast, effectWindow, trend } = assessCourse(
    historyOf(facts, across),
    today,
    settings.courseRules,
  );
  const last = facts.sessions.at(-1);
  const holdUntilOn =
    facts.holds
      .map((hold) => hold.untilOn)
      .sort()
      .at(-1) ?? null;
  return {
    course_id: facts.courseId,
    patient_id: facts.patientId,
    indication: facts.indication,
    side: facts.side,
    listed: facts.endedOn === null && facts.deceasedOn === null,
    injector_id: last?.injectorId ?? null,
    anchor_on: forecast?.anchorOn ?? null,
    earliest_on: forecast?.earliestOn ?? null,
    due_on: forecast?.dueOn ?? null,
    last_on_time_on: forecast?.lastOnTimeOn ?? null,
    overdue_from: forecast?.overdueFrom ?? null,
    book_on: forecast?.bookOn ?? null,
    basis: forecast?.basis ?? null,
    reasons: forecast?.reasons ?? [],
    hold_until_on: holdUntilOn,
    snoozed_until_on: facts.lastContact?.snoozeUntilOn ?? null,
    last_contact_at: facts.lastContact?.at ?? null,
    last_contact_outcome: facts.lastContact?.outcome ?? null,
    authorization_state: coverOn(forecast?.dueOn ?? today, facts, plannedDose(facts), cover),
    trend,
    effect_window: effectWindow,
    rules_version: RULES_VERSION,
  };
}

/** The next dose is expected to be the last one, as long as the product stays the same. */
function plannedDose({ plannedProduct, sessions }: CourseFacts): Dose | undefined {
  const last = sessions.at(-1);
  if (last?.product !== plannedProduct) return undefined;
  return { product: plannedProduct, units: toxinUnits(plannedProduct, last.totalUnits) } as Dose;
}

const COLUMNS = [
  'patient_id',
  'indication',
  'side',
  'listed',
  'injector_id',
  'anchor_on',
  'earliest_on',
  'due_on',
  'last_on_time_on',
  'overdue_from',
  'book_on',
  'basis',
  'reasons',
  'hold_until_on',
  'snoozed_until_on',
  'last_contact_at',
  'last_contact_outcome',
  'authorization_state',
  'trend',
  'effect_window',
  'rules_version',
];

const UPSERT = `
with made as (select * from jsonb_populate_recordset(null::course_assessment, $1::jsonb)),
changed as (
  insert into course_assessment as stored (course_id, ${COLUMNS.join(', ')}, assessed_at)
  select course_id, ${COLUMNS.join(', ')}, clock_timestamp() from made
  on conflict (course_id) do update set ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')},
    assessed_at = excluded.assessed_at
  where (${COLUMNS.map((name) => `stored.${name}`).join(', ')})
    is distinct from (${COLUMNS.map((name) => `excluded.${name}`).join(', ')})
  returning 1)
select count(*)::int as changed from changed`;
