import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { PlainDate } from '../../../clinical/calendar';
import { Patient } from '../patient.entity';
import { phoneDigits, spellingsOf, whySame, type Identity, type Sameness } from './why-same';

export interface PossibleDuplicate {
  readonly patient: Patient;
  readonly why: readonly Sameness[];
  /** The last session here. */
  readonly lastVisitOn: PlainDate | null;
}

/** More would be no question any more. */
const MOST_ASKED = 20;
/** A name that hundreds have is compared with as many. */
const MOST_COMPARED = 500;

/** Who is on record already and may be this person; the likeliest first. */
export async function possibleDuplicates(db: EntityManager, asked: Identity): Promise<PossibleDuplicate[]> {
  const compared = await candidates(db, asked);
  const found = compared
    .filter(({ mergedInto }) => mergedInto === null)
    .map((patient) => ({ patient, why: whySame(asked, patient) }))
    .filter(({ why }) => why.length > 0)
    .toSorted((a, b) => b.why.length - a.why.length)
    .slice(0, MOST_ASKED);
  const visits = await lastVisits(
    db,
    found.map(({ patient }) => patient.id),
  );
  return found.map((patient) => ({ ...patient, lastVisitOn: visits.get(patient.patient.id) ?? null }));
}

/** Whoever has something in common with this person at first sight, found by an index. */
async function candidates(db: EntityManager, asked: Identity): Promise<Patient[]> {
  const either = new Either(db.createQueryBuilder(Patient, 'patient'));
  if (asked.birthDate) either.or('birth_date = :birthDate', { birthDate: asked.birthDate });
  if (asked.mrn) either.orHolds([spellingsOf(asked.mrn)]);
  if (asked.phone) either.orHolds([[lastDigits(asked.phone)].filter(Boolean)]);
  const names = [asked.familyName, asked.givenName].filter((name) => name != null && name !== '');
  if (names.length > 0) either.orHolds(names.map((name) => spellingsOf(name!)));
  return either.some
    ? either.found.orderBy('family_name collate people').addOrderBy('id').limit(MOST_COMPARED).getMany()
    : [];
}

/** Conditions of which one is enough. */
class Either {
  some = false;
  private values = 0;

  constructor(readonly found: SelectQueryBuilder<Patient>) {}

  or(condition: string, values: Record<string, unknown>): void {
    this.found.orWhere(condition, values);
    this.some = true;
  }

  /** What patients are searched by holds one of the spellings of each. */
  orHolds(each: readonly (readonly string[])[]): void {
    if (each.some((spellings) => spellings.length === 0)) return;
    const all = new Brackets((where) =>
      each.forEach((spellings) => {
        const name = `held${(this.values += 1)}`;
        where.andWhere(`search_text like any(:${name})`, {
          [name]: spellings.map((spelling) => `%${spelling}%`),
        });
      }),
    );
    this.found.orWhere(all);
    this.some = true;
  }
}

/** As many of the last digits as a number always has, so that it is found with and without what is dialled before. */
function lastDigits(phone: string): string {
  return phoneDigits(phone).slice(-7);
}

async function lastVisits(
  db: EntityManager,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, PlainDate>> {
  const rows = await db.query<{ patientId: string; on: PlainDate }[]>(LAST_VISITS, [patientIds]);
  return new Map(rows.map(({ patientId, on }) => [patientId, on]));
}

const LAST_VISITS = `
select c.patient_id as "patientId", max(s.performed_on) as "on"
from course c join injection_session s on s.course_id = c.id and s.voided_at is null and s.replaced_at is null
where c.patient_id = any($1::uuid[])
group by c.patient_id`;
