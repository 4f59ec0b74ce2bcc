import { Injectable } from '@nestjs/common';
import { NOBODY, recordAudit } from '../audit/record-audit';
import { Clock } from '../clock';
import { UnitOfWork } from '../database/unit-of-work';
import type { SignedIn } from '../http/by.decorator';
import { Problem } from '../http/problem';
import { knownWhere } from '../sign-ins/known-device';
import { checkNobodysPassword, passwordFits } from '../users/password';
import { User } from '../users/user.entity';
import { SecondStep, type SpentCode } from '../second-factor/second-step';
import type { LoginDto } from './auth.dto';
import type { CameFrom } from './came-from';
import { LoginThrottle } from '../limits/login-throttle';

/** Is it who they say? Guessing is slowed down, at the door as with a session found open. */
@Injectable()
export class Credentials {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly throttle: LoginThrottle,
    private readonly second: SecondStep,
  ) {}

  /**
   * The user of a name and a password, and of a code where they have a second factor.
   *
   * @throws Problem 401, the same and as late whether the user name is unknown, the password wrong or the user disabled;
   *   of another kind when the password is right and a code missing or wrong.
   */
  async atTheDoor(
    { username, password, code }: LoginDto,
    { address, deviceToken }: CameFrom,
  ): Promise<{ user: User; spent?: SpentCode }> {
    const known = await knownWhere(this.work.db, { username, address, deviceToken }, this.clock.now());
    const attempt = {
      account: username,
      address,
      knownAs: known?.deviceId ?? undefined,
      isKnownAddress: known?.isKnownAddress,
    };
    let wrongCode = false;
    const found = await this.throttle.attempt(attempt, async () => {
      const user = await this.verify(username, password, address);
      if (user === undefined || user.secondFactorAt === null) return user && { user };
      if (code === undefined) throw askForCode();
      const spent = await this.second.spend(user.id, code);
      if (spent !== undefined) return { user, spent };
      wrongCode = true;
      await this.recordFailure(address, user.id, { secondFactor: 'wrong-code' });
      return undefined;
    });
    if (found !== undefined) return found;
    if (wrongCode) throw new Problem('second-factor', WRONG_CODE);
    throw new Problem('unauthenticated', 'The user name or the password is wrong.');
  }

  /**
   * Whoever is signed in, once they have given their password again.
   *
   * @throws Problem 403 for a wrong one, and for a script, which has none.
   */
  async again(actor: SignedIn, password: string, address: string): Promise<User> {
    const known = await this.work.db.findOneBy(User, { id: actor.id });
    if (known === null) throw new Problem('forbidden', 'A token for scripts has no password.');
    const { username } = known;
    if (actor.byProvider) throw new Problem('forbidden', NO_PASSWORD);
    const attempt = { account: username, address, knownAs: 'signed in' };
    const user = await this.throttle.attempt(attempt, () => this.verify(username, password, address));
    if (user === undefined) throw new Problem('forbidden', 'The current password is wrong.');
    return user;
  }

  private async verify(username: string, password: string, address: string): Promise<User | undefined> {
    const user = await this.work.db
      .createQueryBuilder(User, 'user')
      .addSelect('user.passwordHash')
      .where({ username })
      .getOne();
    // Whoever signs in by a provider alone has none that fits.
    const fits =
      user && user.passwordHash !== null
        ? await passwordFits(user.passwordHash, password)
        : await checkNobodysPassword(password);
    if (user && fits && user.disabledAt === null) return user;
    // An unknown user name is not kept: it may be a password typed into the wrong field.
    await this.recordFailure(address, user?.id);
    return undefined;
  }

  private recordFailure(address: string, subjectId?: string, more: object = {}): Promise<void> {
    return recordAudit(this.work.db, NOBODY, {
      action: 'sign-in-failed',
      subject: 'app_user',
      subjectId,
      detail: { address, ...more },
    });
  }
}

const NO_PASSWORD =
  'You signed in by your provider: your password and your second factor are there, not here.';

const WRONG_CODE =
  'This code is wrong or was used already. Wait for the next one of your app, or take a recovery code that you have not used.';

function askForCode(): Problem {
  return new Problem(
    'second-factor',
    'Give the six digits that your authenticator app shows now, or a recovery code: send the same again with code.',
  );
}
