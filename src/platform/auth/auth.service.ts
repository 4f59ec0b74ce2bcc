import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { recordAudit } from '../audit/record-audit';
import type { SignedIn } from '../http/by.decorator';
import { Clock } from '../clock';
import { UnitOfWork } from '../database/unit-of-work';
import { malformed, Problem } from '../http/problem';
import { rememberDevice } from '../sign-ins/known-device';
import type { ChangeOwnPasswordDto, LoginDto, LoginView, MeView } from './auth.dto';
import type { CameFrom } from './came-from';
import { Credentials } from './credentials';
import { endOtherSessions, endSession } from './end-sessions';
import { actorOf, openSession } from './open-session';
import { hashPassword } from '../users/password';
import { lockProven } from '../users/lock-proven';
import { refuseWeakPassword } from '../users/password-strength';
import { prefixOf } from './token';
import { User } from '../users/user.entity';

/** What signing in gives: to the client, and to its cookies. */
export interface NewSession {
  readonly login: LoginView & { readonly token: string };
  /** What makes a browser known the next time; a program has no use for it. */
  readonly deviceToken?: string;
}

@Injectable()
export class AuthService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly credentials: Credentials,
  ) {}

  async login(dto: LoginDto, from: CameFrom): Promise<NewSession> {
    const { user, spent } = await this.credentials.atTheDoor(dto, from);
    const { address, device, isBrowser, deviceToken } = from;
    const now = this.clock.now();
    const { known, ...session } = await this.work.write(actorOf(user), async (tx) => {
      await lockProven(tx, user);
      const opened = await openSession(tx, user, { now, address, device, detail: { secondFactor: spent } });
      const browser = { id: randomUUID(), userId: user.id, deviceToken };
      return { ...opened, known: isBrowser ? await rememberDevice(tx, browser, now) : undefined };
    });
    const { displayName, role } = user;
    const view = { id: user.id, username: user.username, displayName, role };
    return { login: { ...session, user: view }, deviceToken: known };
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

  async me({ id, name, role, owes }: SignedIn): Promise<MeView> {
    const user = await this.work.db.findOneBy(User, { id });
    return { id, username: user?.username ?? null, displayName: name, role, owes: owes ?? null };
  }

  /** Signs the user out everywhere else. */
  async changePassword(
    actor: SignedIn,
    { currentPassword, newPassword }: ChangeOwnPasswordDto,
    token: string,
    address: string,
  ): Promise<void> {
    const user = await this.credentials.again(actor, currentPassword, address);
    refuseWeakPassword('/newPassword', newPassword, user);
    if (newPassword.normalize('NFKC') === currentPassword.normalize('NFKC'))
      throw malformed('/newPassword', 'unchanged', 'This is the password you have. Take another one.');
    const passwordHash = await hashPassword(newPassword);
    await this.work.write(actor, async (tx) => {
      const { version } = await lockProven(tx, user);
      await tx.update(
        User,
        { id: user.id },
        { passwordHash, mustChangePassword: false, version: version + 1 },
      );
      await endOtherSessions(tx, user.id, this.clock.now(), token);
    });
  }
}
