import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/actor';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow, type Clinic } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { changeRow, findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { refuseUnlessVersion, versionRequired } from '../../platform/http/if-match';
import { readCursor, toPage, USUAL_LIMIT, type Page } from '../../platform/http/page-cursor';
import { malformed, Problem } from '../../platform/http/problem';
import { isPlainDate, type PlainDate } from '../../clinical/calendar';
import { passedByMove } from '../../clinical/days-in-order';
import type { AnsweredFinding } from '../../clinical/session-check/confirmation';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { CourseAssessmentRow } from '../assessment/course-assessment.entity';
import { Course } from '../courses/course.entity';
import { reassessPatient } from '../assessment/reassess-course';
import { factsAfterSession } from '../assessment/dated-facts.query';
import { lockPatientOf } from '../patients/lock-patient';
import { Patient } from '../patients/patient.entity';
import { Response } from '../responses/response.entity';
import { attendOn } from '../scheduling/end-arrangements';
import { alsoChanged } from './also-changed';
import { continuedSession, refuseUnlessStillContinued, refuseWhileContinued } from './continued-session';
import { injectorOf } from './injector';
import { judgeSession, refuseUnlessConfirmed, type Judged } from './judge-session';
import { insertSession, mergedContent, replaceInjections, replaceVials } from './session-rows';
import { findSessions } from './session-view.query';
import { correctedFrom, type SessionContent } from './standing-session.query';
import { Session } from './session.entity';
import type {
  AmendSessionDto,
  ChangeSessionDto,
  CheckSessionDto,
  FindSessionsQuery,
  LogSessionDto,
  SavedSessionView,
  SessionView,
} from './sessions.dto';

@Injectable()
export class SessionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
  ) {}

  log(actor: SignedIn, dto: LogSessionDto): Promise<{ repeated: boolean; view: SavedSessionView }> {
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      let also: string[] = [];
      const repeated = await writeOnce(tx, { kind: 'session', id, body: dto }, async () => {
        const { patient, course } = await lockPatientOf(tx, dto.courseId);
        const clinic = await this.clinicNow.read(tx);
        const continued = await continuedSession(tx, dto.continuesId, dto, clinic.rules);
        const judged = await judgeSession(tx, dto, { patient, course, continued }, clinic);
        refuseAfterEnd(dto, course, judged);
        const findings = refuseUnlessConfirmed(judged.findings, dto);
        const injectorId = await injectorOf(tx, dto.injectorId ?? actor.id, visitOf(dto, clinic));
        await insertSession(tx, {
          ...dto,
          id,
          rootId: id,
          courseId: course.id,
          injectorId,
          findings,
          continuesId: continued?.rootId ?? null,
        });
        also = await settle(tx, { patient, course }, dto.performedOn, clinic);
      });
      return { repeated, view: await saved(tx, id, also) };
    });
  }

  /** The same judgement as a save, nothing stored. */
  async check(dto: CheckSessionDto, clinic: Clinic): Promise<Judged> {
    const { db } = this.work;
    const course = await findOrRefuse(db, Course, dto.courseId, 'course');
    const patient = await db.findOneByOrFail(Patient, { id: course.patientId });
    const replaced = dto.replacesId ? await findOrRefuse(db, Session, dto.replacesId, 'session') : undefined;
    const rootId = replaced?.rootId;
    const named = dto.continuesId === undefined ? replaced?.continuesId : dto.continuesId;
    const continued = await continuedSession(db, named, { ...dto, rootId }, clinic.rules);
    const corrected = replaced && (await correctedFrom(db, replaced));
    return judgeSession(db, dto, { patient, course, continued, corrected }, clinic);
  }

  change(actor: SignedIn, id: string, version: number, dto: ChangeSessionDto): Promise<SavedSessionView> {
    return this.writeTo(actor, id, async (tx, { session, patient, course, clinic }) => {
      if (session.signedAt)
        throw new Problem(
          'conflict',
          'This session is signed and cannot change. Amend it with a reason, or void it.',
        );
      refuseUnlessVersion(session.version, version);
      const content = await mergedContent(tx, session, dto);
      await refusePassing(tx, session, content.performedOn, { patient, course });
      const continued = await stillContinued(tx, session, content, dto.continuesId, clinic);
      const of = { patient, course, continued, corrected: await correctedFrom(tx, session) };
      const findings = await judge(tx, content, of, clinic);
      const injectorId = await correctedInjector(tx, session, dto.injectorId, visitOf(content, clinic));
      const { performedOn, product } = content;
      const note = dto.note === undefined ? session.note : dto.note;
      const continuesId = continued?.rootId ?? null;
      const changes = { performedOn, product, injectorId, note, findings, continuesId };
      await changeRow(tx, Session, id, version, changes);
      if (dto.injections) await replaceInjections(tx, id, content);
      if (dto.vials) await replaceVials(tx, id, content);
    });
  }

  /** Signs the version that was seen. To sign it again changes nothing. */
  async sign(
    actor: SignedIn,
    id: string,
    version: number,
  ): Promise<{ repeated: boolean; view: SavedSessionView }> {
    let repeated = false;
    const view = await this.writeTo(actor, id, async (tx, { session }) => {
      repeated = session.signedAt !== null && [session.signedVersion, session.version].includes(version);
      if (repeated) return;
      refuseUnlessVersion(session.version, version);
      await sign(tx, id, version, actor, this.clock.now());
    });
    return { repeated, view };
  }

  /** A new row that replaces the signed one; responses and adverse events stay with the session. */
  amend(
    actor: SignedIn,
    id: string,
    dto: AmendSessionDto,
  ): Promise<{ repeated: boolean; view: SavedSessionView }> {
    const newId = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      let also: string[] = [];
      const claim = { kind: 'session', id: newId, body: { replacesId: id, ...dto } };
      const repeated = await writeOnce(tx, claim, async () => {
        also = await this.replace(tx, actor, id, newId, dto);
      });
      return { repeated, view: await saved(tx, newId, also) };
    });
  }

  /** What is signed cannot change any more; of what is not, the version that was seen is named. */
  void(actor: SignedIn, id: string, version: number | undefined, reason: string): Promise<SavedSessionView> {
    return this.writeTo(actor, id, async (tx, { session }) => {
      if (version !== undefined) refuseUnlessVersion(session.version, version);
      else if (!session.signedAt) throw versionRequired();
      await refuseWhileContinued(tx, session);
      await changeRow(tx, Session, id, session.version, {
        voidedAt: this.clock.now(),
        voidedBy: actor.id,
        voidReason: reason,
      });
    });
  }

  async read(id: string): Promise<SessionView> {
    const [session] = await findSessions(this.work.db, { id, limit: 1 });
    if (!session) throw new Problem('not-found', 'No such session.');
    const { patientId: _patientId, ...view } = session;
    return view;
  }

  async ofCourse(courseId: string, query: FindSessionsQuery): Promise<Page<SessionView>> {
    await findOrRefuse(this.work.db, Course, courseId, 'course');
    const limit = query.limit ?? USUAL_LIMIT;
    const after = readCursor('sessions', query.cursor, [isPlainDate, isId]);
    const rows = await findSessions(this.work.db, {
      courseId,
      updatedSince: query.updatedSince,
      after,
      limit: limit + 1,
    });
    return toPage(
      'sessions',
      rows,
      limit,
      (row) => [row.performedOn, row.id],
      ({ patientId: _patientId, ...view }) => view,
    );
  }

  private async replace(
    tx: EntityManager,
    actor: SignedIn,
    id: string,
    newId: string,
    dto: AmendSessionDto,
  ): Promise<string[]> {
    const { session, patient, course } = await lockSession(tx, id);
    if (!session.signedAt)
      throw new Problem('conflict', 'This session is not signed yet: change it with PATCH.');
    if (dto.courseId && dto.courseId !== session.courseId) {
      throw malformed(
        '/courseId',
        'other-course',
        'An amendment stays in its course: void this session and log it in the other course',
      );
    }
    const clinic = await this.clinicNow.read(tx);
    await refusePassing(tx, session, dto.performedOn, { patient, course });
    const continued = await stillContinued(tx, session, dto, dto.continuesId, clinic);
    const of = { patient, course, continued, corrected: await correctedFrom(tx, session) };
    const findings = await judge(tx, dto, of, clinic);
    const injectorId = await correctedInjector(tx, session, dto.injectorId, visitOf(dto, clinic));
    await changeRow(tx, Session, id, session.version, { replacedAt: this.clock.now() });
    const { rootId, courseId } = session;
    await insertSession(tx, {
      ...dto,
      id: newId,
      rootId,
      courseId,
      injectorId,
      findings,
      replacesId: id,
      continuesId: continued?.rootId ?? null,
      amendReason: dto.reason,
    });
    await sign(tx, newId, 1, actor, this.clock.now());
    return settle(tx, { patient, course }, dto.performedOn, clinic);
  }

  /** Changes the current version of a session with its patient locked. */
  private writeTo(
    actor: SignedIn,
    id: string,
    write: (tx: EntityManager, on: LockedSession & { clinic: Clinic }) => Promise<void>,
  ): Promise<SavedSessionView> {
    return this.work.write(actor, async (tx) => {
      const locked = await lockSession(tx, id);
      const clinic = await this.clinicNow.read(tx);
      await write(tx, { ...locked, clinic });
      const { performedOn } = await tx.findOneByOrFail(Session, { id });
      const moved = performedOn !== locked.session.performedOn;
      const also = await settle(tx, locked, moved ? performedOn : undefined, clinic);
      return saved(tx, id, also);
    });
  }
}

async function judge(
  tx: EntityManager,
  content: SessionContent & { readonly reason?: string },
  of: Parameters<typeof judgeSession>[2],
  clinic: Clinic,
): Promise<AnsweredFinding[]> {
  const { findings } = await judgeSession(tx, content, of, clinic);
  return refuseUnlessConfirmed(findings, content);
}

/** The check stops it as well; that its course has ended is a conflict, as for everything else that one would add to it. */
function refuseAfterEnd(
  { performedOn }: SessionContent,
  { endedOn }: Course,
  { findings }: Pick<Judged, 'findings'>,
): void {
  if (!endedOn || performedOn < endedOn) return;
  throw new Problem(
    'conflict',
    `This course ended on ${endedOn}. Reopen it if it was ended by mistake; else start a new course for further sessions.`,
    {
      findings,
    },
  );
}

/** What a session continues once it is changed; left out, what it continued before. */
async function stillContinued(
  tx: EntityManager,
  session: Session,
  { performedOn, product }: Pick<SessionContent, 'performedOn' | 'product'>,
  continuesId: string | null | undefined,
  { rules }: Clinic,
): Promise<Session | null> {
  const { courseId, rootId } = session;
  const changed = { performedOn, product, courseId, rootId };
  const named = continuesId === undefined ? session.continuesId : continuesId;
  const continued = await continuedSession(tx, named, changed, rules);
  if (continued && (await tx.existsBy(Response, { sessionId: rootId })))
    throw new Problem(
      'conflict',
      'This session has a response of its own, and the response of a treatment belongs to its first session.',
    );
  await refuseUnlessStillContinued(tx, changed, rules);
  return continued;
}

interface LockedSession {
  readonly session: Session;
  readonly patient: Patient;
  readonly course: Course;
}

/** The version of a session that counts, its patient locked. */
async function lockSession(tx: EntityManager, id: string): Promise<LockedSession> {
  const found = await findOrRefuse(tx, Session, id, 'session');
  const of = await lockPatientOf(tx, found.courseId);
  const session = await tx.findOneByOrFail(Session, { id });
  if (session.voidedAt) throw new Problem('conflict', 'This session is void.');
  if (session.replacedAt)
    throw new Problem('conflict', 'This session has been amended already. Take the newest version.');
  return { session, ...of };
}

function visitOf({ performedOn }: Pick<SessionContent, 'performedOn'>, { zone }: Clinic) {
  return { performedOn, zone };
}

/** A correction keeps who injected, whatever has become of them since; another one is held to the rule. */
async function correctedInjector(
  tx: EntityManager,
  session: Session,
  sent: string | undefined,
  visit: { performedOn: PlainDate; zone: string },
): Promise<string> {
  if (sent === undefined || sent === session.injectorId) return session.injectorId;
  return injectorOf(tx, sent, visit);
}

/** A session moves past nothing that followed from it, nor out of its course. @throws Problem 409 naming each. */
async function refusePassing(
  tx: EntityManager,
  { rootId, performedOn }: Session,
  to: PlainDate,
  { patient, course }: { patient: Patient; course: Course },
): Promise<void> {
  if (to === performedOn) return;
  const passed = passedByMove(performedOn, to, {
    followed: await factsAfterSession(tx, rootId),
    courseStartedOn: course.startedOn,
    courseEndedOn: course.endedOn,
    deceasedOn: patient.deceasedOn,
  });
  if (passed.length === 0) return;
  throw new Problem('conflict', passed[0]!.message, {
    errors: passed.map((error) => ({ pointer: '/performedOn', ...error })),
  });
}

/** Derives the patient's courses again and ends what was arranged for this session; says what has ended. */
async function settle(
  tx: EntityManager,
  { patient, course }: { patient: Patient; course: Course },
  performedOn: PlainDate | undefined,
  clinic: Clinic,
): Promise<string[]> {
  const before = await tx.findOneByOrFail(CourseAssessmentRow, { courseId: course.id });
  const attended = performedOn ? await attendOn(tx, course.id, performedOn, clinic.zone) : 0;
  await reassessPatient(tx, patient.id, clinic);
  if (!performedOn) return [];
  const after = await tx.findOneByOrFail(CourseAssessmentRow, { courseId: course.id });
  return alsoChanged(before, after, { attended, performedOn });
}

function sign(tx: EntityManager, id: string, version: number, actor: Actor, at: Date): Promise<void> {
  return changeRow(tx, Session, id, version, {
    signedAt: at,
    signedBy: actor.id,
    signedVersion: version,
  });
}

async function saved(tx: EntityManager, id: string, also: string[]): Promise<SavedSessionView> {
  const [session] = await findSessions(tx, { id, limit: 1 });
  if (!session) throw new Problem('not-found', 'No such session.');
  const { patientId: _patientId, ...view } = session;
  const { dueOn } = await tx.findOneByOrFail(CourseAssessmentRow, { courseId: view.courseId });
  return { ...view, nextDueOn: dueOn, ...(also.length > 0 && { alsoChanged: also }) };
}
