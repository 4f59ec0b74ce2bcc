import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { recordAudit } from '../../platform/audit/record-audit';
import { endSession } from '../../platform/auth/end-sessions';
import { findActor } from '../../platform/auth/find-actor.query';
import { LoginThrottle } from '../../platform/limits/login-throttle';
import { cookieIn, hashToken, makeToken, SESSION_COOKIE, type Carrier } from '../../platform/auth/token';
import { ClinicNow, type Clinic } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SignedIn } from '../../platform/http/by.decorator';
import { Problem } from '../../platform/http/problem';
import { askedSession } from '../patient-answers/asked-session';
import { insertAnswer } from '../patient-answers/insert-answer';
import { lockPatientOf } from '../patients/lock-patient';
import { makeCode, readCode } from './check-in-code';
import { CheckIn } from './check-in.entity';
import { checkInOf, patientAt, waitingCheckIn, type WaitingCheckIn } from './check-in.query';
import type { AnswerCheckInDto, CheckInView, OpenedCheckInView } from './check-ins.dto';

/** What guesses at codes are counted under; no user has a name like it. */
const GUESSES = 'check-in codes';

@Injectable()
export class CheckInsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
    private readonly throttle: LoginThrottle,
  ) {}

  /** A new code takes the place of one that was not answered. */
  start(actor: SignedIn, courseId: string): Promise<CheckInView> {
    return this.work.write(actor, async (tx) => {
      const { patient, course } = await lockPatientOf(tx, courseId);
      if (patient.deceasedOn) throw new Problem('conflict', 'This patient has died: there is nobody to ask.');
      if (course.endedOn)
        throw new Problem('conflict', `This course ended on ${course.endedOn}: there is nothing to ask.`);
      const clinic = await this.clinicNow.read(tx);
      const session = await askedSession(tx, courseId, { before: clinic.today });
      await tx.update(
        CheckIn,
        { courseId, answeredAt: IsNull(), replacedAt: IsNull() },
        { replacedAt: this.clock.now() },
      );
      const [id, code, expiresAt] = [randomUUID(), makeCode(), this.endOf(clinic)];
      const { rootId, performedOn } = session;
      await tx.insert(CheckIn, {
        id,
        courseId,
        sessionId: rootId,
        startedBy: actor.id,
        tokenHash: hashToken(code),
        expiresAt,
      });
      return { id, courseId, performedOn, code, expiresAt };
    });
  }

  /** Spends the code. Whoever of the clinic is signed in on this device is signed out of it. */
  async open(
    typed: string,
    carrier: Carrier,
    address: string,
  ): Promise<{ readonly token: string; readonly view: OpenedCheckInView }> {
    const work = async () => {
      const code = readCode(typed);
      const now = this.clock.now();
      const found =
        code === undefined ? undefined : await waitingCheckIn(this.work.db, code, { opened: false, now });
      return found && code && this.spend(found, code, carrier);
    };
    const opened = await this.throttle.attempt(
      { account: GUESSES, address },
      work,
      'Too many wrong codes were typed.',
    );
    if (opened) return opened;
    throw new Problem(
      'not-found',
      'This code is not known, was used already or has expired. Check what was typed, or ask for a new code.',
    );
  }

  async answer(carrier: Carrier, dto: AnswerCheckInDto): Promise<void> {
    const found = await checkInOf(this.work.db, carrier, this.clock.now());
    if (!found) throw ended();
    const { id, courseId, rootId, startedBy, startedByName } = found;
    await this.work.write(patientAt(found), async (tx) => {
      await lockPatientOf(tx, courseId);
      const { affected } = await tx.update(
        CheckIn,
        { id, answeredAt: IsNull(), replacedAt: IsNull() },
        { answeredAt: this.clock.now() },
      );
      if (affected !== 1) throw ended();
      const { today } = await this.clinicNow.read(tx);
      const session = await askedSession(tx, courseId, { sessionId: rootId, before: today });
      await insertAnswer(tx, session, dto, {
        id: randomUUID(),
        courseId,
        answeredOn: today,
        channel: 'tablet',
        askedBy: startedBy,
        askedByName: startedByName,
        today,
      });
    });
  }

  private spend(found: WaitingCheckIn, code: string, carrier: Carrier) {
    return this.work.write(patientAt(found), async (tx) => {
      const expiresAt = this.endOf(await this.clinicNow.read(tx));
      const token = makeToken('btc_');
      const { affected } = await tx.update(
        CheckIn,
        { id: found.id, tokenHash: hashToken(code), replacedAt: IsNull() },
        { tokenHash: hashToken(token), openedAt: this.clock.now(), expiresAt },
      );
      if (affected !== 1) return undefined;
      const session = cookieIn(carrier, SESSION_COOKIE);
      const signedIn = session === undefined ? undefined : await findActor(tx, session, this.clock.now());
      if (session !== undefined && signedIn) {
        await endSession(tx, session, this.clock.now());
        await recordAudit(tx, signedIn, { action: 'sign-out', subject: 'app_user', subjectId: signedIn.id });
      }
      const { givenName, product, performedOn } = found;
      return { token, view: { givenName, product, performedOn, expiresAt } };
    });
  }

  private endOf({ rules }: Clinic): Date {
    return new Date(this.clock.now().getTime() + rules['S22.check-in.minutes'] * 60_000);
  }
}

function ended(): Problem {
  return new Problem('unauthenticated', 'This check-in has ended. Ask the team for a new code.');
}
