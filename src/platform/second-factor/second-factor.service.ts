import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { renderSVG } from 'uqr';
import { Credentials } from '../auth/credentials';
import { signOutEverywhere } from '../auth/end-sessions';
import { Clock } from '../clock';
import { UnitOfWork } from '../database/unit-of-work';
import type { SignedIn } from '../http/by.decorator';
import { malformed, Problem } from '../http/problem';
import { SignInSetting } from '../sign-ins/sign-in-setting.entity';
import { lockProven } from '../users/lock-proven';
import { User } from '../users/user.entity';
import { hashOfTyped, makeRecoveryCodes } from './recovery-code';
import type { NewSecondFactorView, RecoveryCodesView, SecondFactorView } from './second-factor.dto';
import { RecoveryCode, SecondFactor } from './second-factor.entity';
import { secondFactorOf } from './second-factor.query';
import { lockFactor } from './second-step';
import { counterOf, newSecret, totpUri } from './totp';

/** Setting a second factor up, and doing without it. That it is on or off is told by the row of the user, and so by the trail. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly credentials: Credentials,
  ) {}

  read(actor: SignedIn): Promise<SecondFactorView> {
    return secondFactorOf(this.work.db, actor);
  }

  /** Beginning again takes the place of what was not confirmed. */
  async begin(actor: SignedIn, password: string, address: string): Promise<NewSecondFactorView> {
    const proven = await this.credentials.again(actor, password, address);
    const { id: userId, username } = proven;
    const secret = newSecret();
    await this.work.write(actor, async (tx) => {
      const user = await lockProven(tx, proven);
      if (user.secondFactorAt !== null)
        throw new Problem('conflict', 'You have a second factor. Remove it first, then set up another.');
      await tx.delete(SecondFactor, { userId });
      await tx.insert(SecondFactor, { userId, secret, lastCounter: -1 });
    });
    const uri = totpUri(secret, username);
    return { secret, uri, qrSvg: renderSVG(uri) };
  }

  confirm(actor: SignedIn, code: string): Promise<RecoveryCodesView> {
    return this.work.write(actor, async (tx) => {
      const now = this.clock.now();
      const user = await lockOne(tx, actor.id);
      const factor = user && (await lockFactor(tx, actor.id));
      if (!factor || !user || user.secondFactorAt !== null)
        throw new Problem('conflict', 'There is nothing to confirm: begin with POST /me/second-factor.');
      const counter = counterOf(code, { ...factor, now });
      if (counter === undefined)
        throw malformed(
          '/code',
          'wrong-code',
          'code is not the one of this moment. Type the six digits that the app shows now; if they are refused again, set the clock of that device right.',
        );
      await tx.update(SecondFactor, { userId: user.id }, { lastCounter: counter });
      await changeUser(tx, user, { secondFactorAt: now, secondFactorResetAt: null });
      return { recoveryCodes: await newRecoveryCodes(tx, user.id) };
    });
  }

  async renewCodes(actor: SignedIn, password: string, address: string): Promise<RecoveryCodesView> {
    const proven = await this.credentials.again(actor, password, address);
    return this.work.write(actor, async (tx) => {
      const user = await lockProven(tx, proven);
      refuseWithout(user);
      await changeUser(tx, user, {});
      return { recoveryCodes: await newRecoveryCodes(tx, user.id) };
    });
  }

  async remove(actor: SignedIn, password: string, address: string): Promise<void> {
    const proven = await this.credentials.again(actor, password, address);
    await this.work.write(actor, async (tx) => {
      const user = await lockProven(tx, proven);
      refuseWithout(user);
      const { secondFactorRoles } = await tx.findOneByOrFail(SignInSetting, { id: true });
      if (secondFactorRoles.includes(user.role))
        throw new Problem(
          'conflict',
          `The clinic asks everybody of the role ${user.role} for a second factor. For another device ask an administrator to remove the old one.`,
        );
      await forget(tx, user, null);
    });
  }

  async resetSeen(actor: SignedIn): Promise<void> {
    await this.work.write(actor, async (tx) => {
      const user = await lockOne(tx, actor.id);
      if (user?.secondFactorResetAt) await changeUser(tx, user, { secondFactorResetAt: null });
    });
  }

  /** A lost device may be in somebody's hands: the user is signed out everywhere. */
  reset(actor: SignedIn, id: string): Promise<void> {
    return this.work.write(actor, async (tx) => {
      const user = await lockUser(tx, id);
      refuseWithout(user);
      const now = this.clock.now();
      await forget(tx, user, now);
      await signOutEverywhere(tx, id, now);
    });
  }
}

/** The user before the factor: whoever locks both does it in this order. A script's token is no user. */
async function lockOne(tx: EntityManager, id: string): Promise<User | undefined> {
  return (await tx.findOne(User, { where: { id }, lock: { mode: 'for_no_key_update' } })) ?? undefined;
}

async function lockUser(tx: EntityManager, id: string): Promise<User> {
  const user = await lockOne(tx, id);
  if (user === undefined) throw new Problem('not-found', 'No such user.');
  return user;
}

function refuseWithout({ secondFactorAt }: User): void {
  if (secondFactorAt === null) throw new Problem('conflict', 'There is no second factor.');
}

type Changes = Partial<Pick<User, 'secondFactorAt' | 'secondFactorResetAt'>>;

async function changeUser(tx: EntityManager, { id, version }: User, changes: Changes): Promise<void> {
  await tx.update(User, { id }, { ...changes, version: version + 1 });
}

async function forget(tx: EntityManager, user: User, resetAt: Date | null): Promise<void> {
  await tx.delete(SecondFactor, { userId: user.id });
  await tx.delete(RecoveryCode, { userId: user.id });
  await changeUser(tx, user, { secondFactorAt: null, secondFactorResetAt: resetAt });
}

async function newRecoveryCodes(tx: EntityManager, userId: string): Promise<string[]> {
  const codes = makeRecoveryCodes();
  await tx.delete(RecoveryCode, { userId, usedAt: IsNull() });
  await tx.insert(
    RecoveryCode,
    codes.map((code) => ({ id: randomUUID(), userId, codeHash: hashOfTyped(code)!, usedAt: null })),
  );
  return codes;
}
