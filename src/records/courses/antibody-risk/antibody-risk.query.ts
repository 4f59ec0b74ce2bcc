import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../../clinical/calendar';
import { antibodyRisk, type AntibodyRisk, type OtherToxin } from '../../../clinical/review/antibody-risk';
import type { RuleValues } from '../../../clinical/rules';
import { doseOf, type ToxinProduct } from '../../../clinical/units';

interface Given {
  readonly patientId: string;
  /** Null: given elsewhere. */
  readonly courseId: string | null;
  readonly performedOn: PlainDate;
  readonly product: ToxinProduct | null;
  readonly units: number | null;
}

/** What is known to raise the risk of antibodies, by course; nothing for one in which nothing was given. */
export async function antibodyRisksOf(
  db: EntityManager,
  courses: readonly { readonly id: string; readonly patientId: string }[],
  rules: RuleValues,
): Promise<ReadonlyMap<string, AntibodyRisk>> {
  const patientIds = [...new Set(courses.map(({ patientId }) => patientId))];
  if (patientIds.length === 0) return new Map();
  const byPatient = new Map(patientIds.map((id): [string, Given[]] => [id, []]));
  for (const given of await db.query<Given[]>(GIVEN, [patientIds]))
    byPatient.get(given.patientId)!.push(given);
  return new Map(
    courses.flatMap(({ id, patientId }): [string, AntibodyRisk][] => {
      const ofPatient = byPatient.get(patientId)!;
      const own = ofPatient.filter(({ courseId }) => courseId === id).flatMap(givenToxin);
      const others: OtherToxin[] = ofPatient.filter(({ courseId }) => courseId !== id);
      const risk = antibodyRisk(own, others, rules);
      return risk ? [[id, risk]] : [];
    }),
  );
}

function givenToxin({ performedOn, product, units }: Given) {
  return product === null || units === null ? [] : [{ performedOn, dose: doseOf(product, units) }];
}

/** Sessions that count, each for itself, and doses that somebody else gave. */
const GIVEN = `
select c.patient_id as "patientId", c.id as "courseId", s.performed_on as "performedOn", s.product,
  (select sum(i.units) from injection i where i.session_id = s.id) as units
from injection_session s join course c on c.id = s.course_id
where c.patient_id = any($1::uuid[]) and s.voided_at is null and s.replaced_at is null
union all
select e.patient_id, null, e.given_on, e.product, e.units
from external_dose e
where e.patient_id = any($1::uuid[]) and e.withdrawn_at is null`;
