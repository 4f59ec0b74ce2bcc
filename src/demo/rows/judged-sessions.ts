import { addDays, daysBetween, type PlainDate } from '../../clinical/calendar';
import type { SideEffectOnRecord } from '../../clinical/safety/side-effect-kinds';
import { earlierDose, proposeSession } from '../../clinical/session-check/propose-session';
import type { EarlierDose, SessionContext } from '../../clinical/session-check/proposed-session';
import type { RuleValues } from '../../clinical/rules';
import { checkSession } from '../../clinical/session-check/session-check';
import type { Person } from '../people';
import type { CoursePlan } from '../courses/plan';
import type { PatientRow, PrecautionOfDemo, PregnancyAnswerOfDemo, SessionRows } from './rows';
import type { GivenSession } from './given-sessions';

/** A course of one patient, before its sessions are held against the rules. */
export interface CourseGiven {
  readonly plan: CoursePlan;
  readonly given: readonly GivenSession[];
}

/**
 * Every entry of a patient's sessions with what spoke against it on its day, and why the neurologist went on: what the
 * service would have stored. Each was judged beside the sessions that were on record then.
 */
export function judgeSessions(
  patient: PatientOnRecord,
  courses: readonly CourseGiven[],
  { rules, zone }: { rules: RuleValues; zone: string },
): SessionRows[] {
  const entries = courses.flatMap(({ plan, given }) => given.map((one) => ({ plan, one })));
  entries.sort((a, b) => (dayOf(a.one) < dayOf(b.one) ? -1 : dayOf(a.one) > dayOf(b.one) ? 1 : 0));
  const sideEffects = courses.flatMap(sideEffectsOf);
  const onRecord: OnRecord[] = [];
  return entries.flatMap(({ plan, one }) => {
    const context = { ...patient, plan, zone, sideEffects };
    const before = [...onRecord];
    onRecord.push({ plan, rows: one.counts });
    const twice = one.others.filter(({ session }) => session.rootId !== one.rootId);
    const earlierVersions = one.others.filter(({ session }) => session.rootId === one.rootId);
    return [
      ...earlierVersions.map((rows) => judged(rows, { ...context, onRecord: before }, rules)),
      judged(one.counts, { ...context, onRecord: before }, rules),
      ...twice.map((rows) => judged(rows, { ...context, onRecord: [...onRecord] }, rules)),
    ];
  });
}

interface OnRecord {
  readonly plan: CoursePlan;
  readonly rows: SessionRows;
}

/** A patient with everything that their sessions are judged by. */
export interface PatientOnRecord {
  readonly person: Person;
  readonly patient: PatientRow;
  readonly precautions: readonly PrecautionOfDemo[];
  readonly pregnancyAnswers: readonly PregnancyAnswerOfDemo[];
}

interface Circumstances extends PatientOnRecord {
  readonly plan: CoursePlan;
  readonly zone: string;
  readonly sideEffects: readonly SideEffectOnRecord[];
  readonly onRecord: readonly OnRecord[];
}

function judged(rows: SessionRows, of: Circumstances, rules: RuleValues): SessionRows {
  const { session, injections, vials } = rows;
  const proposed = proposeSession({
    performedOn: session.performedOn,
    product: session.product,
    injections: injections.map(({ muscle, side, units, sites }) => ({
      muscle,
      side,
      units,
      sites: sites ?? undefined,
    })),
    // Their hours are left out: made up on the same morning they say nothing, and take long to judge.
    vials: vials.map(({ lotNumber, expiresOn, vialUnits, unitsDiscarded }) => ({
      lotNumber,
      expiresOn,
      vialUnits,
      unitsDiscarded: unitsDiscarded ?? undefined,
    })),
  });
  const findings = checkSession(proposed, contextOf(session.performedOn, of), rules).map((finding) => {
    const reason = finding.severity === 'confirm' ? of.plan.reasons?.[finding.code] : undefined;
    return reason === undefined ? finding : { ...finding, reason };
  });
  return { ...rows, session: { ...session, findings } };
}

function contextOf(day: PlainDate, of: Circumstances): SessionContext {
  const { person, patient, precautions, pregnancyAnswers, plan, zone, onRecord, sideEffects } = of;
  const visits = onRecord.map(({ rows }) => rows.session.performedOn).filter((before) => before < day);
  return {
    sideEffects,
    indication: plan.indication,
    courseSide: plan.side,
    etiology: plan.etiology,
    handedness: patient.handedness,
    diagnosisCode: plan.diagnosisCode,
    birthDate: patient.birthDate,
    sex: patient.sex,
    weight: weightThen(patient, day),
    precautions: precautions.map((each) => askedAsOf(day, visits.toSorted().at(-1), each)),
    pregnancyAnswers,
    priorToxinTolerance: person.priorToxinTolerance ?? onRecord.length > 0,
    today: day,
    zone,
    clinicMinimum: plan.minInterval,
    earlierDoses: onRecord.map((one) => doseOf(one, plan)),
  };
}

/** Each was asked about at every visit; the record keeps the latest. */
function askedAsOf(
  day: PlainDate,
  lastVisit: PlainDate | undefined,
  precaution: PrecautionOfDemo,
): PrecautionOfDemo {
  if (precaution.startedOn) return precaution;
  return { ...precaution, askedOn: lastVisit ?? day };
}

/** Each was answered before the next session. */
function sideEffectsOf({ plan: { events = [] }, given }: CourseGiven): SideEffectOnRecord[] {
  return events.map(({ session, kind, severity, afterDays }) => {
    const { id, performedOn } = given[session - 1]!.counts.session;
    const onsetOn = addDays(performedOn, afterDays);
    return { sessionId: id, kind, severity, serious: false, onsetOn, unanswered: false };
  });
}

const GROWTH_A_YEAR = 0.09;

/** A child was weighed at every visit; the record keeps the latest weight. */
function weightThen({ weightKg, weightMeasuredOn }: PatientRow, day: PlainDate): SessionContext['weight'] {
  if (weightKg === null || weightMeasuredOn === null) return null;
  const years = daysBetween(day, weightMeasuredOn) / 365;
  return { kg: Math.round(weightKg * (1 - GROWTH_A_YEAR * years) * 10) / 10, measuredOn: day };
}

function doseOf({ plan, rows: { session, injections } }: OnRecord, judgedPlan: CoursePlan): EarlierDose {
  return earlierDose({
    sessionId: session.id,
    courseId: session.courseId,
    sameCourse: plan === judgedPlan,
    indication: plan.indication,
    performedOn: session.performedOn,
    product: session.product,
    units: injections.reduce((sum, { units }) => sum + units, 0),
    muscles: injections,
  });
}

function dayOf({ counts }: GivenSession): PlainDate {
  return counts.session.performedOn;
}
