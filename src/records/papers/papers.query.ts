import { In, IsNull, type EntityManager } from 'typeorm';
import { dayIn } from '../../clinical/calendar';
import { dayText } from '../../clinical/due/due-text';
import { followUpOf } from '../../clinical/due/follow-up';
import { aftercareSheet } from '../../clinical/papers/aftercare';
import type { PaperCourse, PaperTreatment } from '../../clinical/papers/course-lines';
import type { Letterhead, Paper, PaperPatient } from '../../clinical/papers/paper';
import { referralLetter } from '../../clinical/papers/referral-letter';
import { visitNote } from '../../clinical/papers/visit-note';
import type { Clinic } from '../../platform/clinic';
import { findOrRefuse } from '../../platform/database/change-row';
import { Problem } from '../../platform/http/problem';
import { User } from '../../platform/users/user.entity';
import { findAdverseEvents } from '../adverse-events/adverse-event.query';
import { courseFactsOf, type CourseFacts } from '../assessment/course-history.query';
import { findCourses } from '../courses/course.query';
import { Patient } from '../patients/patient.entity';
import { Session } from '../sessions/session.entity';
import { findSession, findSessions } from '../sessions/session-view.query';
import { withAllWaste } from '../supply/session-waste.query';
import type { PaperView } from './papers.dto';

const ALL = 500;

/** The note of a visit. @throws Problem 409 for a void session, which has none. */
export async function visitNoteOf(db: EntityManager, id: string, clinic: Clinic): Promise<PaperView> {
  const { session, ...about } = await aboutSession(db, id, clinic);
  const { facts, index } = about;
  const treatment = facts.sessions[index];
  const before = facts.sessions[index - 1];
  const others = await findSessions(db, { courseId: session.courseId, limit: ALL });
  const people = await signingNames(db, [session.injectorId, session.signedBy]);
  const continues = others.find(({ id: of }) => of === session.continuesId);
  const parts = others.filter(({ continuesId }) => continuesId === treatment?.sessionId);
  const events = before ? await findAdverseEvents(db, { sessionId: before.sessionId, limit: ALL }) : [];
  const vials = await withAllWaste(db, session);
  const paper = visitNote({
    ...about.common,
    session: {
      ...session,
      vials: vials.map((vial) => ({
        ...vial,
        madeUp: vial.reconstitutedAt && momentText(vial.reconstitutedAt, clinic.zone),
      })),
      injector: people.get(session.injectorId) ?? null,
      signed: session.signedAt && {
        by: people.get(session.signedBy ?? '') ?? '',
        at: momentText(session.signedAt, clinic.zone),
      },
      isReplaced: session.state === 'replaced',
      continues: continues ?? null,
      parts: continues ? [] : parts.toReversed(),
    },
    before: before && treatmentsOf(facts)[index - 1],
    eventsBefore: events,
    isLatest: index === facts.sessions.length - 1,
  });
  return view(paper, about.common);
}

/** What the patient takes home after a session. @throws Problem 409 for a void session. */
export async function aftercareOf(db: EntityManager, id: string, clinic: Clinic): Promise<PaperView> {
  const { session, common, facts, index } = await aboutSession(db, id, clinic);
  const first = facts.sessions[index] ?? session;
  const followUp = followUpOf(first.performedOn, common.course.indication, clinic.rules);
  const isLatest = index === facts.sessions.length - 1;
  return view(aftercareSheet({ ...common, session, followUp, isLatest }), common);
}

/** The letter of a course to whoever sent the patient, signed by whoever writes it. */
export async function referralLetterOf(
  db: EntityManager,
  id: string,
  clinic: Clinic,
  writerId: string,
): Promise<PaperView> {
  const { common, facts, referrer } = await aboutCourse(db, id, clinic);
  const latest = facts.sessions.at(-1);
  const given = await findSessions(db, { courseId: id, limit: ALL });
  const ofLatest = given.filter(
    (session) => session.id === latest?.sessionId || session.continuesId === latest?.sessionId,
  );
  const events = await findAdverseEvents(db, { courseId: id, limit: ALL });
  const people = await signingNames(db, [writerId]);
  const paper = referralLetter({
    ...common,
    referrer,
    treatments: treatmentsOf(facts),
    injections: latest ? ofLatest.toReversed().flatMap(({ injections }) => injections) : [],
    isLatestSigned: ofLatest.every(({ signedAt }) => signedAt !== null),
    events: events.toSorted((a, b) => (a.onsetOn < b.onsetOn ? 1 : -1)),
    today: clinic.today,
    signature: people.get(writerId) ?? null,
  });
  return view(paper, common);
}

async function aboutSession(db: EntityManager, id: string, clinic: Clinic) {
  const { rootId } = await findOrRefuse(db, Session, id, 'session');
  const found = await findSession(db, id);
  const session = found!;
  const counting = await db.findOneByOrFail(Session, { rootId, replacedAt: IsNull() });
  if (session.state === 'voided' || counting.voidedAt) {
    throw new Problem('conflict', 'This session is void: nothing is written about it for others.');
  }
  const about = await aboutCourse(db, session.courseId, clinic);
  const root = counting.continuesId ?? rootId;
  const index = about.facts.sessions.findIndex((given) => given.rootId === root);
  return { ...about, session, index };
}

interface Common {
  readonly clinic: Letterhead;
  readonly patient: PaperPatient & { readonly id: string };
  readonly course: PaperCourse;
}

async function aboutCourse(db: EntityManager, id: string, clinic: Clinic) {
  const [course] = await findCourses(db, { id, limit: 1 }, clinic);
  if (!course) throw new Problem('not-found', 'There is no such course.');
  const patient = await db.findOneByOrFail(Patient, { id: course.patientId });
  const facts = (await courseFactsOf(db, [patient.id])).find(({ courseId }) => courseId === id)!;
  const { id: patientId, mrn, familyName, givenName, birthDate, deceasedOn } = patient;
  const common: Common = {
    clinic: clinic.letterhead,
    patient: { id: patientId, mrn, familyName, givenName, birthDate },
    course: {
      ...course,
      deceasedOn,
      holds: course.holds.filter(({ liftedAt, untilOn }) => !liftedAt && untilOn > clinic.today),
      booked: course.booked && momentText(course.booked.startsAt, clinic.zone),
    },
  };
  return { common, facts, referrer: { name: patient.referrerName, address: patient.referrerAddress } };
}

function treatmentsOf({ sessions, history }: CourseFacts): PaperTreatment[] {
  return sessions.map(({ performedOn, product, totalUnits }, i) => ({
    performedOn,
    product,
    totalUnits,
    response: history.sessions[i]!.response,
  }));
}

async function signingNames(
  db: EntityManager,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const users = await db.findBy(User, { id: In(ids.filter((id) => id !== null)) });
  return new Map(users.map(({ id, signsAs, displayName }) => [id, signsAs ?? displayName]));
}

/** "26 Nov 2026, 14:30" on the clinic's wall. */
function momentText(moment: Date, zone: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${dayText(dayIn(zone, moment))}, ${clock.format(moment)}`;
}

function view(paper: Paper, { clinic, patient }: Common): PaperView {
  const parts = paper.parts.map(({ heading, lines }) => ({ heading, lines: [...lines] }));
  return { ...paper, clinic, patient, parts, missing: [...paper.missing] };
}
