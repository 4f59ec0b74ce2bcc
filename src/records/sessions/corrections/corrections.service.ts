import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AnsweredFinding } from '../../../clinical/session-check/corrections/confirmation';
import { ClinicNow, type Clinic } from '../../../platform/clinic';
import { Clock } from '../../../platform/clock';
import { refuseEnded } from '../../../platform/users/refuse-ended';
import { changeRow } from '../../../platform/database/change-row';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SignedIn } from '../../../platform/http/by.decorator';
import { refuseUnlessVersion, versionRequired } from '../../../platform/http/if-match';
import { malformed, Problem } from '../../../platform/http/problem';
import { writeOnce } from '../../../platform/write-once';
import { lockVialsOf, settleVials, withStock } from '../../supply/at-sessions/session-vials';
import { begunFrom } from '../judging/begun-from';
import { refuseWhileContinued, stillContinued } from '../judging/continued-session';
import { correctedInjector } from '../injector';
import { judgeSession, refuseUnlessConfirmed } from '../judging/judge-session';
import { insertSession, mergedContent, replaceInjections, replaceVials } from '../session-rows';
import { Session } from '../session.entity';
import type { AmendSessionDto, ChangeSessionDto, SavedSessionView } from '../sessions.dto';
import { savedBefore, settle } from '../settle-session';
import { correctedFrom, type SessionContent } from '../standing-session.query';
import { lockSession, type LockedSession } from './lock-session';
import { refusePassing } from './refuse-passing';

/** What becomes of a session once it is logged: changed, signed, amended, voided. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
  ) {}

  change(actor: SignedIn, id: string, version: number, dto: ChangeSessionDto): Promise<SavedSessionView> {
    return this.writeTo(actor, id, async (tx, { session, patient, course, clinic }) => {
      if (session.signedAt)
        throw new Problem(
          'conflict',
          'This session is signed and cannot change. Amend it with a reason, or void it.',
        );
      refuseUnlessVersion(session.version, version);
      const merged = await mergedContent(tx, session, dto);
      await lockVialsOf(tx, merged.vials, session.rootId);
      const content = dto.vials ? await withStock(tx, merged) : merged;
      await refusePassing(tx, { session, patient, course }, content.performedOn);
      const { continuesId: asked } = dto;
      const continued = await stillContinued(tx, session, { ...content, continuesId: asked }, clinic);
      const of = { patient, course, continued, corrected: await correctedFrom(tx, session) };
      const findings = await judge(tx, content, of, clinic);
      const injectorId = await correctedInjector(tx, session, dto.injectorId, {
        performedOn: content.performedOn,
        zone: clinic.zone,
      });
      const { performedOn, product } = content;
      const note = dto.note === undefined ? session.note : dto.note;
      const continuesId = continued?.rootId ?? null;
      const begun = await begunFrom(tx, dto, product, session);
      const changes = { performedOn, product, injectorId, note, findings, continuesId, ...begun };
      await changeRow(tx, Session, { id, version }, changes);
      if (dto.injections) await replaceInjections(tx, id, content);
      if (dto.vials) await replaceVials(tx, id, content);
      await settleVials(tx, { rootId: session.rootId, content, movedBy: actor.id });
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
      await sign(tx, { id, version }, actor, this.clock.now());
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
      let view: SavedSessionView | undefined;
      const claim = { kind: 'session', id: newId, body: { replacesId: id, ...dto } };
      const repeated = await writeOnce(tx, claim, async () => {
        view = await this.replace(tx, actor, { id, newId }, dto);
      });
      return { repeated, view: view ?? (await savedBefore(tx, newId, await this.clinicNow.read(tx))) };
    });
  }

  /** What is signed cannot change any more; of what is not, the version that was seen is named. */
  void(actor: SignedIn, id: string, version: number | undefined, reason: string): Promise<SavedSessionView> {
    return this.writeTo(actor, id, async (tx, { session }) => {
      if (version !== undefined) refuseUnlessVersion(session.version, version);
      else if (!session.signedAt) throw versionRequired();
      await refuseWhileContinued(tx, session);
      await lockVialsOf(tx, [], session.rootId);
      await settleVials(tx, { rootId: session.rootId, content: null, movedBy: actor.id });
      await changeRow(tx, Session, session, {
        voidedAt: this.clock.now(),
        voidedBy: actor.id,
        voidReason: reason,
      });
    });
  }

  private async replace(
    tx: EntityManager,
    actor: SignedIn,
    { id, newId }: { readonly id: string; readonly newId: string },
    sent: AmendSessionDto,
  ): Promise<SavedSessionView> {
    const { session, patient, course } = await lockSession(tx, id);
    if (!session.signedAt)
      throw new Problem('conflict', 'This session is not signed yet: change it with PATCH.');
    if (sent.courseId && sent.courseId !== session.courseId) {
      throw malformed(
        '/courseId',
        'other-course',
        'An amendment stays in its course: void this session and log it in the other course',
      );
    }
    const clinic = await this.clinicNow.read(tx);
    await lockVialsOf(tx, sent.vials, session.rootId);
    const dto = await withStock(tx, sent);
    await refusePassing(tx, { session, patient, course }, dto.performedOn);
    const continued = await stillContinued(tx, session, { ...dto, continuesId: sent.continuesId }, clinic);
    const of = { patient, course, continued, corrected: await correctedFrom(tx, session) };
    const findings = await judge(tx, dto, of, clinic);
    const injectorId = await correctedInjector(tx, session, dto.injectorId, {
      performedOn: dto.performedOn,
      zone: clinic.zone,
    });
    await changeRow(tx, Session, session, { replacedAt: this.clock.now() });
    const { rootId, courseId, origin } = session;
    await insertSession(tx, {
      ...dto,
      id: newId,
      rootId,
      courseId,
      injectorId,
      findings,
      replacesId: id,
      continuesId: continued?.rootId ?? null,
      begun: await begunFrom(tx, dto, dto.product, session),
      amendReason: dto.reason,
      origin,
    });
    await settleVials(tx, { rootId, content: dto, movedBy: actor.id });
    await sign(tx, { id: newId, version: 1 }, actor, this.clock.now());
    const stands = { rootId, performedOn: dto.performedOn };
    return settle(tx, { id: newId, patientId: patient.id, courseId, stands }, clinic);
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
      const { rootId, voidedAt, performedOn } = await tx.findOneByOrFail(Session, { id });
      const moved = voidedAt !== null || performedOn !== locked.session.performedOn;
      const stands = { rootId, performedOn: voidedAt ? null : performedOn };
      const of = { id, patientId: locked.patient.id, courseId: locked.course.id };
      return settle(tx, { ...of, stands: moved ? stands : null }, clinic);
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

async function sign(
  tx: EntityManager,
  { id, version }: Pick<Session, 'id' | 'version'>,
  actor: SignedIn,
  at: Date,
): Promise<void> {
  const changes = {
    signedAt: at,
    signedBy: actor.id,
    signedVersion: version,
  };
  await changeRow(tx, Session, { id, version }, changes);
  await refuseEnded(tx, actor);
}
