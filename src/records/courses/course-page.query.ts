import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { courseTrend } from '../../clinical/assess-course';
import { givenSessions } from '../../clinical/course/course-history';
import type { Measurement } from '../../clinical/treated-session';
import type { ToxinProduct } from '../../clinical/units';
import { besideIndication } from '../../clinical/watch/change-point/beside-indication';
import type { JudgedSession } from '../../clinical/watch/trend-state';
import { displayNames } from '../../platform/users/user.query';
import { Problem } from '../../platform/http/problem';
import { findAdverseEvents } from '../adverse-events/adverse-event.query';
import type { AdverseEventView } from '../adverse-events/adverse-events.dto';
import type { Clinic } from '../../platform/clinic';
import { courseFactsOf, type CourseFacts, type SessionFacts } from '../assessment/course-history.query';
import { findCourses } from './course.query';
import type { CourseView } from './courses.dto';
import type { PatientAnswerRow } from '../patient-answers/patient-answer.entity';
import { answersAbout } from '../patient-answers/waiting-answer.query';
import { Patient } from '../patients/patient.entity';
import { findFlags } from '../reviews/flag-view.query';
import type { FlagView } from '../reviews/flags.dto';

/** Everything that the course's page shows. */
export interface CoursePageFacts {
  readonly course: CourseView;
  readonly patient: Patient;
  readonly sessions: readonly GivenSession[];
  readonly events: readonly AdverseEventView[];
  /** The newest first. */
  readonly flags: readonly FlagView[];
  /** Names of those who treated and reviewed, by their id. */
  readonly people: ReadonlyMap<string, string>;
  readonly clinic: Clinic;
}

/** One given session as the charts draw it. Units stand beside their product and are drawn on no common scale. */
export interface ChartSession {
  /** Counted from 1 in the order of the days. */
  readonly number: number;
  readonly sessionId: string;
  readonly performedOn: PlainDate;
  readonly product: ToxinProduct;
  /** Of all its parts. */
  readonly totalUnits: number;
  /** What completed it or touched it up, in the order of the days. */
  readonly parts: readonly Pick<SessionFacts, 'sessionId' | 'performedOn' | 'totalUnits'>[];
  readonly evidence: JudgedSession;
  /** Whose usual it is judged beside: who never had benefit has none of their own. */
  readonly usualOf: 'patient' | 'indication';
  /** The first session of the stretch that is judged by one usual: type B and long-acting type A each start anew. */
  readonly epochSession: number;
  readonly measurements: readonly Measurement[];
}

/** A given session with its response, its evidence, and who gave it. */
export interface GivenSession extends ChartSession {
  readonly injectorId: string;
  /** Itself and what continues it, where that waits for a signature. */
  readonly unsigned: readonly Pick<SessionFacts, 'sessionId' | 'performedOn' | 'version'>[];
  readonly response: CourseFacts['sessions'][number]['response'];
  /** What the patient said of it that nobody has confirmed, the latest first. */
  readonly answers: readonly PatientAnswerRow[];
}

const ALL = 500;

export async function coursePageFacts(
  db: EntityManager,
  id: string,
  clinic: Clinic,
): Promise<CoursePageFacts> {
  const [course] = await findCourses(db, { id, limit: 1 }, clinic);
  if (!course) throw new Problem('not-found', 'There is no such course.');
  const patient = await db.findOneByOrFail(Patient, { id: course.patientId });
  const ofPatient = await courseFactsOf(db, [course.patientId]);
  const facts = ofPatient.find(({ courseId }) => courseId === id);
  const answers = await answersAbout(db, facts?.sessions.map(({ rootId }) => rootId) ?? []);
  const sessions = facts ? givenWithEvidence(facts, answers, clinic) : [];
  const events = await findAdverseEvents(db, { courseId: id, limit: ALL });
  const flags = await findFlags(db, { courseId: id, limit: ALL }, clinic);
  const ids = [
    ...sessions.map(({ injectorId }) => injectorId),
    ...flags.flatMap(({ reviews }) => reviews.map(({ reviewedBy }) => reviewedBy)),
  ];
  return {
    course,
    patient,
    sessions,
    events: events.toSorted((a, b) => (a.onsetOn < b.onsetOn ? 1 : -1)),
    flags: flags.toSorted((a, b) => Number(b.createdAt) - Number(a.createdAt)),
    people: await displayNames(db, ids),
    clinic,
  };
}

/** The same evidence that flags are made from, session by session. */
function givenWithEvidence(
  facts: CourseFacts,
  answers: readonly PatientAnswerRow[],
  { courseRules }: Clinic,
): GivenSession[] {
  const { indication } = facts.history;
  const given = givenSessions(facts.history);
  const { trend } = courseTrend(facts.history, courseRules);
  const epochOf = (i: number) => trend.states[i]!.epochSession;
  const neverHadBenefit = (epoch: number) =>
    trend.states.findLast(({ epochSession }) => epochSession === epoch)?.tier === 'primary';
  const besideUsual = (i: number): Pick<ChartSession, 'evidence' | 'usualOf'> => {
    const evidence = trend.sessions[i]!;
    if (!neverHadBenefit(epochOf(i))) return { evidence, usualOf: 'patient' };
    const { product } = facts.sessions[epochOf(i) - 1]!;
    return {
      evidence: besideIndication(evidence, { indication, product }, courseRules),
      usualOf: 'indication',
    };
  };
  return facts.sessions.map((session, i) => ({
    number: i + 1,
    sessionId: session.sessionId,
    performedOn: session.performedOn,
    product: session.product,
    totalUnits: session.totalUnits,
    parts: facts.parts.filter(({ continuesId }) => continuesId === session.rootId),
    injectorId: session.injectorId,
    unsigned: facts.unsigned.filter(
      ({ rootId, continuesId }) => rootId === session.rootId || continuesId === session.rootId,
    ),
    response: session.response,
    answers: answers.filter(({ sessionId, outcome }) => sessionId === session.rootId && outcome === null),
    measurements: given[i]?.response?.measurements ?? [],
    ...besideUsual(i),
    epochSession: epochOf(i),
  }));
}
