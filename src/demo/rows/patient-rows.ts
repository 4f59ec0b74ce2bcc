import { addDays, type PlainDate } from '../../clinical/calendar';
import { findableText } from '../../records/patients/search/search-words';
import type { GivenSession } from './given-sessions';
import type { Person } from '../people';
import type { CoursePlan } from '../courses/plan';
import type { CourseRow, PatientRow } from './rows';
import { seededRandom } from '../seeded-random';

/** Birthdays lie within the year, so that nobody’s age depends on the day that the clinic is made. */
export function patientRow(
  { id, index }: { readonly id: string; readonly index: number },
  person: Person,
  courses: readonly { plan: CoursePlan; given: readonly GivenSession[] }[],
  today: PlainDate,
): PatientRow {
  const { key, familyName, givenName, sex, years, payer, kg, priorToxinTolerance, handedness } = person;
  const mrn = `D${10_200 + 7 * index}`;
  const sinceBirthday = seededRandom('birthday', key).whole(20, 330);
  const died = courses
    .flatMap(({ plan }) => plan.contacts ?? [])
    .find(({ outcome }) => outcome === 'deceased');
  const latest = courses
    .flatMap(({ given }) => given.map(({ counts }) => counts.session.performedOn))
    .toSorted()
    .at(-1);
  const phone = `+1 212 555 ${String(100 + 2 * index).padStart(4, '0')}`;
  return {
    id,
    mrn,
    familyName,
    givenName,
    birthDate: addDays(today, -Math.ceil(365.25 * years) - sinceBirthday),
    sex,
    phone,
    email: index % 3 === 0 ? `${key}@mail.example` : null,
    payer,
    referrerName: index % 2 === 0 ? 'Dr. Hana Petersen' : null,
    referrerAddress: index % 2 === 0 ? '14 Harbor Street\nNew York, NY 10004' : null,
    weightKg: kg ?? null,
    weightMeasuredOn: kg === undefined ? null : (latest ?? today),
    priorToxinTolerance: priorToxinTolerance ?? null,
    handedness: handedness ?? null,
    deceasedOn: died ? addDays(today, -died.daysAgo) : null,
    mergedInto: null,
    searchText: findableText({ familyName, givenName, mrn, phone }),
    version: 1,
  };
}

export function courseRow(
  { id, patientId }: Pick<CourseRow, 'id' | 'patientId'>,
  plan: CoursePlan,
  given: readonly GivenSession[],
  today: PlainDate,
): CourseRow {
  const { indication, side, etiology, diagnosisCode, interval, minInterval, override, ended } = plan;
  const first = given[0]?.counts.session;
  const last = given.at(-1)?.counts.session;
  return {
    id,
    patientId,
    indication,
    side: side ?? null,
    etiology: etiology ?? null,
    diagnosisCode,
    plannedProduct: plan.plannedProduct ?? last!.product,
    interval: interval ?? null,
    minInterval: minInterval ?? null,
    overrideDueOn: override ? addDays(today, override.inDays) : null,
    overrideReason: override?.reason ?? null,
    overrideSessionId: override ? last!.rootId : null,
    startedOn: first?.performedOn ?? addDays(today, -15),
    endedOn: ended ? addDays(today, -ended.daysAgo) : null,
    endReason: ended?.reason ?? null,
    reopenReason: null,
    changeReason: null,
    triedBefore: null,
    guidanceReason: null,
    secondDiagnosisCode: null,
    version: 1,
  };
}
