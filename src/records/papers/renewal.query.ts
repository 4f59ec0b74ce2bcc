import type { EntityManager } from 'typeorm';
import { latestOf, type PlainDate } from '../../clinical/calendar';
import { isOfPayer } from '../../clinical/cover/coverage';
import { triedLines } from '../../clinical/papers/appeal/tried-before';
import { payerNamed } from '../../clinical/payers/payer-names';
import { termsFor } from '../../clinical/payers/payer-terms';
import { askByOn } from '../../clinical/payers/renewal/ask-by';
import type { RenewalFacts } from '../../clinical/payers/renewal/demand';
import { payerMissing, renewalOf } from '../../clinical/payers/renewal/renewal';
import { unitsLimitFor } from '../../clinical/payers/units-limit';
import type { Clinic } from '../../platform/clinic';
import { User } from '../../platform/users/user.entity';
import { CourseAssessmentRow } from '../assessment/course-assessment.entity';
import { PriorAuthorization } from '../authorizations/authorization.entity';
import { findExternalDoses } from '../external-doses/external-dose.query';
import { allPayers } from '../payers/payers.query';
import type { Payer } from '../payers/payer.entity';
import { aboutCourse, ALL, treatmentsOf } from './paper-facts.query';
import type { RenewalView } from './renewal.dto';

type AboutCourse = Awaited<ReturnType<typeof aboutCourse>>;

/** What the payer of a course asks for before it pays on, filled from the record. @throws Problem 404 */
export async function renewalOfCourse(db: EntityManager, id: string, clinic: Clinic): Promise<RenewalView> {
  const about = await aboutCourse(db, id, clinic);
  const { facts, payer } = await renewalFactsOf(db, about, clinic, clinic.today);
  const { cover, listed } = await db.findOneByOrFail(CourseAssessmentRow, { courseId: id });
  const leadDays = payer?.leadDays ?? clinic.rules['payer.lead'];
  const needed = listed && cover.some(({ state }) => state !== 'not-needed');
  const dueOn = listed ? (about.common.course.forecast?.dueOn ?? null) : null;
  const { demands, missing } = renewalOf(facts);
  return {
    courseId: id,
    payer: payer?.name ?? facts.payer,
    payerId: payer?.id ?? null,
    source: payer?.source ?? null,
    needed,
    dueOn,
    askByOn: askByOn(dueOn, cover, leadDays),
    leadDays,
    months: (facts.isAuthorized ? facts.terms?.renewalMonths : facts.terms?.initialMonths) ?? null,
    demands,
    missing: [...payerMissing(facts), ...missing],
  };
}

/** A course as its payer sees it, as known on a day. */
export async function renewalFactsOf(
  db: EntityManager,
  about: AboutCourse,
  clinic: Pick<Clinic, 'today'>,
  asOf: PlainDate,
): Promise<{ readonly facts: RenewalFacts; readonly payer: Payer | undefined }> {
  const { common, likewise, bookedOn, handedness, triedBefore } = about;
  const { course, patient } = common;
  const { indication, plannedProduct: product } = course;
  const payers = await allPayers(db);
  const payer = about.payer === null ? undefined : payerNamed(about.payer, payers);
  const authorized = await db.findBy(PriorAuthorization, { patientId: patient.id, product });
  const treatments = treatmentsOf(about.facts).filter(({ performedOn }) => performedOn <= asOf);
  const elsewhere = (await findExternalDoses(db, { patientId: patient.id, limit: ALL }))
    .filter((dose) => dose.givenOn <= asOf && (dose.indication ?? indication) === indication)
    .toReversed();
  const facts: RenewalFacts = {
    asOf,
    payer: about.payer,
    terms: payer && termsFor(payer, { indication, product }),
    unitsLimit: payer && unitsLimitFor(payer.unitsPer84Days, { indication, product }),
    isAuthorized: authorized.some(
      (authorization) =>
        authorization.startsOn <= asOf &&
        (authorization.indication ?? indication) === indication &&
        isOfPayer(authorization, { patientId: patient.id, payer: about.payer }, payers),
    ),
    course: { ...course, handedness },
    treatments,
    given: likewise
      .flatMap(({ sessions }) => sessions)
      .filter((session) => session.product === product && session.performedOn <= asOf)
      .map(({ performedOn, totalUnits }) => ({ performedOn, units: totalUnits })),
    prescriber: await prescriberOf(db, about, asOf),
    nextOn: asOf < clinic.today ? null : (bookedOn ?? notBefore(clinic.today, course.forecast?.dueOn)),
    tried: triedLines({ course, treatments, elsewhere, triedBefore }),
  };
  return { facts, payer };
}

/** Whoever is overdue comes today at the soonest. */
function notBefore(today: PlainDate, dueOn: PlainDate | undefined): PlainDate | null {
  return dueOn ? latestOf(dueOn, today) : null;
}

async function prescriberOf(
  db: EntityManager,
  { facts }: AboutCourse,
  asOf: PlainDate,
): Promise<RenewalFacts['prescriber']> {
  const last = facts.sessions.findLast(({ performedOn }) => performedOn <= asOf);
  const user = last && (await db.findOneBy(User, { id: last.injectorId }));
  return user ? { name: user.signsAs ?? user.displayName, hasCredentials: user.signsAs !== null } : null;
}
