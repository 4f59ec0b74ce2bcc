import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClinicNow, type Clinic } from '../../platform/clinic';
import { findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SignedIn } from '../../platform/http/by.decorator';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../../platform/http/page-cursor';
import { Problem } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { isPlainDate } from '../../clinical/calendar';
import { Course } from '../courses/course.entity';
import { lockPatientOf } from '../patients/lock-patient';
import { Patient } from '../patients/patient.entity';
import { lockVialsOf, settleVials, withStock } from '../supply/session-vials';
import { begunFrom } from './begun-from';
import { continuedSession } from './continued-session';
import { injectorOf } from './injector';
import { judgeSession, refuseUnlessConfirmed, type Judged } from './judge-session';
import { insertSession } from './session-rows';
import { findSession, findSessions } from './session-view.query';
import { Session } from './session.entity';
import type {
  CheckSessionDto,
  FindSessionsQuery,
  LogSessionDto,
  SavedSessionView,
  SessionView,
} from './sessions.dto';
import { saved, settle, type Settled } from './settle-session';
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
    return this.work.write(actor, async (tx) => {
      let settled: Settled | undefined;
      const repeated = await writeOnce(tx, { kind: 'session', id, body: sent }, async () => {
        const { patient, course } = await lockPatientOf(tx, sent.courseId);
        await lockVialsOf(tx, sent.vials);
        const dto = await withStock(tx, sent);
        const clinic = await this.clinicNow.read(tx);
        const continued = await continuedSession(tx, dto.continuesId, dto, clinic.rules);
        const begun = await begunFrom(tx, dto, dto.product);
        const judged = await judgeSession(tx, dto, { patient, course, continued }, clinic);
        refuseAfterEnd(dto, course, judged);
        const findings = refuseUnlessConfirmed(judged.findings, dto);
        const injectorId = await injectorOf(tx, dto.injectorId ?? actor.id, {
          performedOn: dto.performedOn,
          zone: clinic.zone,
        });
        await insertSession(tx, {
          ...dto,
          id,
          rootId: id,
          courseId: course.id,
          injectorId,
          findings,
          continuesId: continued?.rootId ?? null,
          begun,
        });
        await settleVials(tx, { rootId: id, isNew: true, content: dto, movedBy: actor.id });
        const stands = { rootId: id, isNew: true, performedOn: dto.performedOn };
        settled = await settle(tx, { patient, course }, stands, clinic);
      });
      return { repeated, view: await saved(tx, id, settled) };
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
