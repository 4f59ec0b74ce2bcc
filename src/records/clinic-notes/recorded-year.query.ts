import type { EntityManager } from 'typeorm';
import { shouldAskWearOff, type RecordedYear } from '../../clinical/asking/ask-wear-off';
import { addDays } from '../../clinical/calendar';
import type { Clinic } from '../../platform/clinic';
import { DismissedNote } from './dismissed-note.entity';

/** Ours (P), and not settable: by then most effects are over, so the wear-off day could have been asked. */
const OVER_AFTER_DAYS = 84;

/** What the clinic recorded of a year, where it should be told what asking for the wear-off day would bring. */
export async function untoldYear(db: EntityManager, clinic: Clinic): Promise<RecordedYear | undefined> {
  if (await db.existsBy(DismissedNote, { note: 'ask-wear-off' })) return undefined;
  const to = addDays(clinic.today, -OVER_AFTER_DAYS);
  const days = [addDays(to, -365), to];
  const enough = clinic.rules['S22.note.scales'];
  const [taken] = await db.query<{ scales: number }[]>(SCALES, [...days, enough]);
  if (taken!.scales < enough) return undefined;
  const [year] = await db.query<RecordedYear[]>(YEAR, days);
  return year && shouldAskWearOff(year, clinic.rules) ? year : undefined;
}

const OF_YEAR = `s.performed_on > $1 and s.performed_on <= $2
  and s.voided_at is null and s.replaced_at is null and s.continues_id is null`;

/** Of how many a scale was taken, as far as it matters: most clinics take none, and for the rest the whole year is read. */
const SCALES = `
select count(*)::int as scales from (
  select from injection_session s
  where ${OF_YEAR} and exists (select from measurement m where m.session_id = s.root_id) limit $3) enough`;

const YEAR = `
select count(*)::int as sessions,
  (count(*) filter (where exists (select from measurement m where m.session_id = s.root_id)))::int as "withScale",
  (count(*) filter (where coalesce(r.wore_off_on, r.still_effective_on) is not null))::int as "withLength"
from injection_session s left join response r on r.session_id = s.root_id
where ${OF_YEAR}`;
