import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/actor';
import { findEnabledUser } from '../../platform/users/user.query';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow, type Clinic } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { changeRow, findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { refuseUnlessVersion, versionRequired } from '../../platform/http/if-match';
import { readCursor, toPage, USUAL_LIMIT, type Page } from '../../platform/http/page-cursor';
import { malformed, Problem } from '../../platform/http/problem';
import { isPlainDate } from '../../clinical/calendar';
import type { AnsweredFinding } from '../../clinical/session-check/confirmation';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { CourseAssessmentRow } from '../assessment/course-assessment.entity';
import { Course } from '../courses/course.entity';
import { reassessPatient } from '../assessment/reassess-course';
import { Response } from '../responses/response.entity';
import { lockPatientOf } from '../patients/lock-patient';
import { Patient } from '../patients/patient.entity';
import { judgeSession, refuseUnlessConfirmed, type Judged, type SessionContent } from './judge-session';
import { continuedSession, refuseUnlessStillContinued, refuseWhileContinued } from './continued-session';
import { insertSession, mergedContent, replaceInjections, replaceVials } from './session-rows';
import { findSessions } from './session-view.query';
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
      const repeated = await writeOnce(tx, { kind: 'session', id, body: dto }, async () => {
        const { patient, course } = await lockPatientOf(tx, dto.courseId);
        const clinic = await this.clinicNow.read(tx);
        const continued = await continuedSession(tx, dto.continuesId, dto, clinic.rules);
        const judged = await judgeSession(tx, dto, { patient, course, continued }, clinic);
        refuseAfterEnd(dto, course, judged);
        const findings = refuseUnlessConfirmed(judged.findings, dto);
        const injectorId = await injectorOf(tx, actor, dto.injectorId);
        const continuesId = continued?.rootId ?? null;
        await insertSession(tx, {
          ...dto,
          id,
          rootId: id,
          courseId: course.id,
          injectorId,
          findings,
          continuesId,
        });
        await reassessPatient(tx, patient.id, clinic);
      });
      return { repeated, view: await saved(tx, id) };
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
    return judgeSession(db, dto, { patient, course, exceptRootId: rootId, continued }, clinic);
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
      const continued = await stillContinued(tx, session, content, dto.continuesId, clinic);
      const of = { patient, course, exceptRootId: session.rootId, continued };
      const findings = await judge(tx, content, of, clinic);
      const injectorId = await injectorOf(tx, actor, dto.injectorId ?? session.injectorId);
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
      const claim = { kind: 'session', id: newId, body: { replacesId: id, ...dto } };
      const repeated = await writeOnce(tx, claim, () => this.replace(tx, actor, id, newId, dto));
      return { repeated, view: await saved(tx, newId) };
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
  ): Promise<void> {
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
    const continued = await stillContinued(tx, session, dto, dto.continuesId, clinic);
    const of = { patient, course, exceptRootId: session.rootId, continued };
    const findings = await judge(tx, dto, of, clinic);
    const injectorId = await injectorOf(tx, actor, dto.injectorId ?? session.injectorId);
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
    await reassessPatient(tx, patient.id, clinic);
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
      await reassessPatient(tx, locked.patient.id, clinic);
      return saved(tx, id);
    });
  }
}

async function judge(
  tx: EntityManager,
  content: SessionContent,
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
  throw new Problem('conflict', `This course ended on ${endedOn}. Start a new course for further sessions.`, {
    findings,
  });
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

async function injectorOf(tx: EntityManager, actor: Actor, injectorId: string | undefined): Promise<string> {
  const user = await findEnabledUser(tx, injectorId ?? actor.id);
  if (user?.role === 'neurologist') return user.id;
  throw malformed('/injectorId', 'not-a-neurologist', 'injectorId must name a neurologist of this clinic');
}

function sign(tx: EntityManager, id: string, version: number, actor: Actor, at: Date): Promise<void> {
  return changeRow(tx, Session, id, version, {
    signedAt: at,
    signedBy: actor.id,
    signedVersion: version,
  });
}

async function saved(tx: EntityManager, id: string): Promise<SavedSessionView> {
  const [session] = await findSessions(tx, { id, limit: 1 });
  if (!session) throw new Problem('not-found', 'No such session.');
  const { patientId: _patientId, ...view } = session;
  const { dueOn } = await tx.findOneByOrFail(CourseAssessmentRow, { courseId: view.courseId });
  return { ...view, nextDueOn: dueOn };
}
