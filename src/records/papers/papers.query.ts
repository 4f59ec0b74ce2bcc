import { IsNull, type EntityManager } from 'typeorm';
import { followUpOf } from '../../clinical/due/follow-up';
import { aftercareSheet } from '../../clinical/papers/aftercare';
import { referralLetter } from '../../clinical/papers/referral-letter';
import { visitNote } from '../../clinical/papers/visit-note';
import type { Clinic } from '../../platform/clinic';
import { findOrRefuse } from '../../platform/database/change-row';
import { Problem } from '../../platform/http/problem';
import { findAdverseEvents } from '../adverse-events/adverse-event.query';
import { Session } from '../sessions/session.entity';
import { findSession, findSessions } from '../sessions/session-view.query';
import { withAllWaste } from '../supply/at-sessions/session-waste.query';
import { aboutCourse, ALL, momentText, paperView, signingNames, treatmentsOf } from './paper-facts.query';
import type { PaperView } from './papers.dto';

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
      takenOver: session.origin === 'import',
      isReplaced: session.state === 'replaced',
      continues: continues ?? null,
      parts: continues ? [] : parts.toReversed(),
    },
    before: before && treatmentsOf(facts)[index - 1],
    eventsBefore: events,
    isLatest: index === facts.sessions.length - 1,
  });
  return paperView(paper, about.common);
}

/** What the patient takes home after a session. @throws Problem 409 for a void session. */
export async function aftercareOf(db: EntityManager, id: string, clinic: Clinic): Promise<PaperView> {
  const { session, common, facts, index } = await aboutSession(db, id, clinic);
  const first = facts.sessions[index] ?? session;
  const followUp = followUpOf(first.performedOn, common.course.indication, clinic.rules);
  const isLatest = index === facts.sessions.length - 1;
  return paperView(aftercareSheet({ ...common, session, followUp, isLatest }), common);
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
    isLatestSigned: ofLatest.every(({ signedAt, origin }) => signedAt !== null || origin === 'import'),
    events: events.toSorted((a, b) => (a.onsetOn < b.onsetOn ? 1 : -1)),
    today: clinic.today,
    signature: people.get(writerId) ?? null,
  });
  return paperView(paper, common);
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
