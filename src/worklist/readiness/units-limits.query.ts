import type { EntityManager } from 'typeorm';
import { addDays, type PlainDate } from '../../clinical/calendar';
import type { IndicationSlug } from '../../clinical/catalogue/indications';
import { payerNamed } from '../../clinical/payers/payer-names';
import { COUNTED_DAYS, unitsLimitFor } from '../../clinical/payers/units-limit';
import type { VisitUnits } from '../../clinical/readiness/units-limit-item';
import type { ToxinProduct } from '../../clinical/units';
import { allPayers } from '../../records/payers/payers.query';

interface PaidVisit {
  readonly courseId: string;
  readonly patientId: string;
  readonly indication: IndicationSlug;
  readonly product: ToxinProduct;
  /** As it was typed. */
  readonly payer: string | null;
  readonly on: PlainDate;
  readonly unitsPlanned: number | null;
}

interface Dose {
  readonly patientId: string;
  readonly indication: IndicationSlug;
  readonly product: ToxinProduct;
  readonly performedOn: PlainDate;
  readonly units: number;
}

/** What payers pay for in 84 days, by the course of a visit that such a limit is for. */
export async function limitsOfVisits(
  db: EntityManager,
  visits: readonly PaidVisit[],
): Promise<ReadonlyMap<string, VisitUnits>> {
  const payers = await allPayers(db);
  const limited = visits.flatMap((visit) => {
    const payer = visit.payer === null ? undefined : payerNamed(visit.payer, payers);
    const limit = payer && unitsLimitFor(payer.unitsPer84Days, visit);
    return limit ? [{ visit, payer: payer.name, limit: limit.billingUnits }] : [];
  });
  if (limited.length === 0) return new Map();
  const first = limited.map(({ visit }) => visit.on).toSorted()[0]!;
  const doses = await db.query<Dose[]>(DOSES, [
    limited.map(({ visit }) => visit.patientId),
    addDays(first, 1 - COUNTED_DAYS),
  ]);
  return new Map(
    limited.map(({ visit, payer, limit }) => {
      const given = doses.filter(
        ({ patientId, indication, product }) =>
          patientId === visit.patientId && indication === visit.indication && product === visit.product,
      );
      return [visit.courseId, { payer, limit, given, unitsPlanned: visit.unitsPlanned }];
    }),
  );
}

/** What was given to some patients since a day. */
const DOSES = `
select c.patient_id as "patientId", c.indication, s.product, s.performed_on as "performedOn",
  (select sum(i.units)::float from injection i where i.session_id = s.id) as units
from course c join injection_session s on s.course_id = c.id and s.voided_at is null and s.replaced_at is null
where c.patient_id = any($1::uuid[]) and s.performed_on >= $2::date`;
