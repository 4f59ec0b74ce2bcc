import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor';
import { NOBODY, recordAudit } from '../audit/record-audit';
import type { SignedIn } from '../http/by.decorator';
import { Clock } from '../clock';
import { UnitOfWork } from '../database/unit-of-work';
import { malformed, Problem } from '../http/problem';
import type { ChangeOwnPasswordDto, LoginDto, LoginView, MeView } from './auth.dto';
import { endSession, endSessionsOf } from './end-sessions';
import { LoginSession } from './login-session.entity';
import { LoginThrottle } from './login-throttle';
import { checkNobodysPassword, hashPassword, passwordFits } from '../users/password';
import { refuseWeakPassword } from '../users/password-strength';
import { hashToken, makeToken, prefixOf } from './token';
import { User } from '../users/user.entity';

/** A long working day; nobody signs in twice on one, and nobody is still signed in on the next. */
export const SESSION_HOURS = 12;

@Injectable()
export class AuthService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly throttle: LoginThrottle,
  ) {}

  /** The same answer, and as late, whether the user name is unknown, the password wrong or the user disabled. */
  async login({ username, password }: LoginDto, address: string): Promise<LoginView> {
    const user = await this.throttle.attempt(username, address, () =>
      this.verify(username, password, address),
    );
    if (user === undefined) throw new Problem('unauthenticated', 'The user name or the password is wrong.');
    const token = makeToken('bts_');
    const id = randomUUID();
    const expiresAt = new Date(this.clock.now().getTime() + SESSION_HOURS * 3_600_000);
    await this.work.write(actorOf(user), async (tx) => {
      await tx.insert(LoginSession, { id, userId: user.id, tokenHash: hashToken(token), expiresAt });
      await recordAudit(tx, actorOf(user), {
        action: 'sign-in',
        subject: 'app_user',
        subjectId: user.id,
        detail: { address, sessionId: id },
      });
    });
    const { displayName, role } = user;
    return { token, expiresAt, user: { id: user.id, username: user.username, displayName, role } };
  }

  async logout(actor: SignedIn, token: string): Promise<void> {
    if (prefixOf(token) !== 'bts_') {
      throw new Problem('conflict', 'A token for scripts does not sign out: an administrator deletes it.');
    }
    await this.work.write(actor, async (tx) => {
      await endSession(tx, token, this.clock.now());
      await recordAudit(tx, actor, { action: 'sign-out', subject: 'app_user', subjectId: actor.id });
    });
  }

  async me(actor: SignedIn): Promise<MeView> {
    const user = await this.work.db.findOneBy(User, { id: actor.id });
    return { id: actor.id, username: user?.username ?? null, displayName: actor.name, role: actor.role };
  }

  /** Guessing the current password is slowed down like guessing at the door. Signs the user out everywhere else. */
  async changePassword(
    actor: SignedIn,
    { currentPassword, newPassword }: ChangeOwnPasswordDto,
    token: string,
    address: string,
  ): Promise<void> {
    const known = await this.work.db.findOneBy(User, { id: actor.id });
    if (known === null) throw new Problem('forbidden', 'A token for scripts has no password.');
    const user = await this.throttle.attempt(known.username, address, () =>
      this.verify(known.username, currentPassword, address),
    );
    if (user === undefined) throw new Problem('forbidden', 'The current password is wrong.');
    refuseWeakPassword('/newPassword', newPassword, known);
    if (newPassword.normalize('NFKC') === currentPassword.normalize('NFKC'))
      throw malformed('/newPassword', 'unchanged', 'This is the password you have. Take another one.');
    const passwordHash = await hashPassword(newPassword);
    await this.work.write(actor, async (tx) => {
      await tx.update(User, { id: user.id }, { passwordHash, version: () => 'version + 1' });
      await endSessionsOf(tx, user.id, this.clock.now(), token);
    });
  }

  private async verify(username: string, password: string, address: string): Promise<User | undefined> {
    const user = await this.work.db
      .createQueryBuilder(User, 'user')
      .addSelect('user.passwordHash')
      .where({ username })
      .getOne();
    const fits = user
      ? await passwordFits(user.passwordHash, password)
      : await checkNobodysPassword(password);
    if (user && fits && user.disabledAt === null) return user;
    // An unknown user name is not kept: it may be a password typed into the wrong field.
    await recordAudit(this.work.db, NOBODY, {
      action: 'sign-in-failed',
      subject: 'app_user',
      subjectId: user?.id,
      detail: { address },
    });
    return undefined;
  }
}

function actorOf(user: User): Actor {
  return { id: user.id, name: user.displayName, role: user.role };
}
