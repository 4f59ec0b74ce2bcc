import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicNow, type Clinic } from '../../platform/clinic';
import { findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SignedIn } from '../../platform/http/by.decorator';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../../platform/http/page-cursor';
import { Problem } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { claimOnce } from '../../platform/write-once';
import { isPlainDate } from '../../clinical/calendar';
import { Course } from '../courses/course.entity';
import { lockPatientToRead, refuseMoved } from '../patients/lock-patient';
import { Patient } from '../patients/patient.entity';
import { lockVialsOf, settleVials, stockFindings, withStock } from '../supply/at-sessions/session-vials';
import { begunFrom } from './judging/begun-from';
import { continuedSession } from './judging/continued-session';
import { fitInjector } from './injector';
import { judgedBy, judgeSession, refuseUnlessConfirmed, type Judged } from './judging/judge-session';
import { insertSession, rowOf } from './session-rows';
import { findSession, findSessions } from './session-view.query';
import { Session } from './session.entity';
import type {
  CheckSessionDto,
  FindSessionsQuery,
  LogSessionDto,
  SavedSessionView,
  SessionView,
} from './sessions.dto';
import { savedBefore, settle } from './settle-session';
import { contextFrom } from './judging/session-context.query';
import { readForSession } from './judging/read-for-session';
import { correctedFrom, type SessionContent } from './standing-session.query';

/** New sessions: may one be given, what was given, what stands on record. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
  ) {}

  log(actor: SignedIn, sent: LogSessionDto): Promise<{ repeated: boolean; view: SavedSessionView }> {
    const id = sent.id ?? randomUUID();
    const { courseId } = sent;
    return this.work.write(actor, async (tx) => {
      const claim = claimOnce(tx, 'session', id, sent);
      // Both go out with the claim; what they are refused for is told to whoever waits for them.
      const locking = lockPatientToRead(tx, courseId);
      const reading = readForSession(
        tx,
        { courseId, injectorId: sent.injectorId ?? actor.id },
        this.clinicNow,
      );
      for (const ahead of [locking, reading]) ahead.catch(() => undefined);
      if ((await claim) === 'repeated')
        return { repeated: true, view: await savedBefore(tx, id, await this.clinicNow.read(tx)) };
      const patient = await locking;
      const known = await reading;
      refuseMoved(known.course, patient);
      await lockVialsOf(tx, sent.vials);
      const dto = await withStock(tx, sent);
      const { clinic, course, isBooked } = known;
      const continued = await continuedSession(tx, dto.continuesId, dto, clinic.rules);
      const begun = await begunFrom(tx, dto, dto.product);
      const context = contextFrom(known.context, dto, { patient, course, continued }, clinic);
      const ofStock = await stockFindings(tx, dto, { patientId: patient.id });
      const judged = judgedBy(dto, { context, ofStock }, clinic);
      refuseAfterEnd(dto, course, judged);
      const findings = refuseUnlessConfirmed(judged.findings, dto);
      const { performedOn } = dto;
      const injectorId = fitInjector(known.injector, { performedOn, zone: clinic.zone });
      const continuesId = continued?.rootId ?? null;
      const session = { ...dto, id, rootId: id, courseId, injectorId, findings, continuesId, begun };
      const { recordedAt } = known;
      const recorded = { createdAt: recordedAt, updatedAt: recordedAt };
      const row = rowOf(session, recorded, { patientId: patient.id, continued });
      const stands = { rootId: id, isNew: true, isBooked, performedOn };
      const added = { row, to: known.context.courses, beside: known.beside, continuesId };
      // What follows from it is known before it is inserted, and goes out with it. Where it is refused, all that follows is.
      const [{ updatedAt }, view] = await Promise.all([
        insertSession(tx, session),
        settleVials(tx, { rootId: id, isNew: true, content: dto, movedBy: actor.id }).then(() =>
          settle(tx, { id, patientId: patient.id, courseId, stands, added }, clinic),
        ),
      ]);
      return { repeated: false, view: { ...view, updatedAt } };
    });
  }

  /** The same judgement as a save, nothing stored. */
  async check(sent: CheckSessionDto, clinic: Clinic): Promise<Judged> {
    const { db } = this.work;
    const course = await findOrRefuse(db, Course, sent.courseId, 'course');
    const dto = await withStock(db, sent);
    const patient = await db.findOneByOrFail(Patient, { id: course.patientId });
    const replaced = dto.replacesId ? await findOrRefuse(db, Session, dto.replacesId, 'session') : undefined;
    const rootId = replaced?.rootId;
    const named = dto.continuesId === undefined ? replaced?.continuesId : dto.continuesId;
    const continued = await continuedSession(db, named, { ...dto, rootId }, clinic.rules);
    await begunFrom(db, dto, dto.product, replaced);
    const corrected = replaced && (await correctedFrom(db, replaced));
    return judgeSession(db, dto, { patient, course, continued, corrected }, clinic);
  }

  async read(id: string): Promise<SessionView> {
    const session = await findSession(this.work.db, id);
    if (!session) throw new Problem('not-found', 'No such session.');
    const { patientId: _patientId, ...view } = session;
    return view;
  }

  async ofCourse(courseId: string, query: FindSessionsQuery): Promise<UpdatesPage<SessionView>> {
    await findOrRefuse(this.work.db, Course, courseId, 'course');
    const limit = query.limit ?? USUAL_LIMIT;
    const page = await startPage(this.work.db, 'sessions', query.cursor, [isPlainDate, isId]);
    const rows = await findSessions(this.work.db, {
      courseId,
      updatedSince: query.updatedSince,
      after: page.after,
      limit: limit + 1,
    });
    const views = rows.map(({ patientId: _patientId, ...view }) => view);
    return updatesPage(page, views, limit, (row) => [row.performedOn, row.id]);
  }
}

/** The check stops it as well; that its course has ended is a conflict, as for everything else that one would add to it. */
function refuseAfterEnd(
  { performedOn }: SessionContent,
  { endedOn }: Pick<Course, 'endedOn'>,
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
