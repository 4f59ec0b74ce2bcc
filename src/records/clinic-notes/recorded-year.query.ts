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
  const [year] = await db.query<RecordedYear[]>(YEAR, [addDays(to, -365), to]);
  return year && shouldAskWearOff(year, clinic.rules) ? year : undefined;
}

const YEAR = `
select count(*)::int as sessions,
  (count(*) filter (where exists (select from measurement m where m.session_id = s.root_id)))::int as "withScale",
  (count(*) filter (where coalesce(r.wore_off_on, r.still_effective_on) is not null))::int as "withLength"
from injection_session s left join response r on r.session_id = s.root_id
where s.performed_on > $1 and s.performed_on <= $2
  and s.voided_at is null and s.replaced_at is null and s.continues_id is null`;
