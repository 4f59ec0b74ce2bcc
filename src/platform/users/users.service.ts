import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { SignedIn } from '../http/by.decorator';
import { Clock } from '../clock';
import { findOrRefuse } from '../database/change-row';
import { UnitOfWork } from '../database/unit-of-work';
import { refuseUnlessVersion } from '../http/if-match';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../http/page-cursor';
import { Problem } from '../http/problem';
import { writeOnce } from '../write-once';
import { endTokensOf } from '../api-tokens/end-tokens';
import { createUser, USERNAME } from './create-user';
import { signOutEverywhere } from '../auth/end-sessions';
import { hashPassword, passwordFits } from './password';
import { refuseWeakPassword } from './password-strength';
import { User } from './user.entity';
import type { ChangedUserView, ChangeUserDto, CreateUserDto, UserView, FindUsersQuery } from './users.dto';

@Injectable()
export class UsersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  create(
    actor: SignedIn,
    { id = randomUUID(), password, ...user }: CreateUserDto,
  ): Promise<{ repeated: boolean; view: UserView }> {
    refuseWeakPassword('/password', password, user);
    return this.work.write(actor, async (tx) => {
      const repeated = await writeOnce(tx, { kind: 'user', id, body: user }, () =>
        createUser(tx, { id, password, mustChangePassword: true, ...user }),
      );
      if (repeated) await refuseOtherPassword(tx, id, password);
      return { repeated, view: userView(await tx.findOneByOrFail(User, { id })) };
    });
  }

  async find({ cursor, updatedSince, limit = USUAL_LIMIT }: FindUsersQuery): Promise<UpdatesPage<UserView>> {
    const page = await startPage(this.work.db, 'users', cursor, [(part) => USERNAME.test(part)]);
    const rows = await this.work.db.find(User, {
      where: {
        ...(updatedSince && { updatedAt: MoreThanOrEqual(new Date(updatedSince)) }),
        ...(page.after && { username: MoreThan(page.after[0]!) }),
      },
      order: { username: 'ASC' },
      take: limit + 1,
    });
    return updatesPage(page, rows.map(userView), limit, ({ username }) => [username]);
  }

  async read(id: string): Promise<UserView> {
    return userView(await findOrRefuse(this.work.db, User, id, 'user'));
  }

  async change(
    actor: SignedIn,
    id: string,
    version: number,
    { password, disabled, ...changes }: ChangeUserDto,
  ): Promise<ChangedUserView> {
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    return this.work.write(actor, async (tx) => {
      const { user, otherAdmins } = await lockWithAdmins(tx, id);
      refuseUnlessVersion(user.version, version);
      if (password !== undefined) refuseWeakPassword('/password', password, { ...user, ...changes });
      const now = this.clock.now();
      const disabledAt =
        disabled === undefined ? user.disabledAt : disabled ? (user.disabledAt ?? now) : null;
      const next = { role: changes.role ?? user.role, disabledAt };
      if (isAdmin(user) && !isAdmin(next) && otherAdmins === 0) {
        throw new Problem(
          'conflict',
          'This is the last administrator who can sign in. Make another one first.',
        );
      }
      // What somebody sets for themselves is theirs.
      const mustChangePassword = passwordHash === undefined ? undefined : id !== actor.id;
      const set = { ...changes, disabledAt, passwordHash, mustChangePassword, version: version + 1 };
      await tx.update(User, { id }, set);
      if (passwordHash !== undefined || disabledAt !== null) await signOutEverywhere(tx, id, now);
      const leaves = disabledAt !== null || next.role !== user.role;
      const endedTokens = leaves ? await endTokensOf(tx, id, now) : [];
      return { ...userView(await tx.findOneByOrFail(User, { id })), endedTokens };
    });
  }
}

/** The password is not part of the stored hash of the body, so it is compared with the one that was set. */
async function refuseOtherPassword(tx: EntityManager, id: string, password: string): Promise<void> {
  const { passwordHash } = await tx.findOneOrFail(User, { where: { id }, select: { passwordHash: true } });
  if (passwordHash !== null && (await passwordFits(passwordHash, password))) return;
  throw new Problem(
    'conflict',
    'This id was used before with another password. Change the password of that user, or take a new id.',
  );
}

/** Locked with the administrators: of two who take each other's role away at once, the second finds that theirs is the last. */
async function lockWithAdmins(tx: EntityManager, id: string): Promise<{ user: User; otherAdmins: number }> {
  const locked = await tx.find(User, {
    where: [{ id }, { role: 'admin', disabledAt: IsNull() }],
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
  const user = locked.find((row) => row.id === id);
  if (user === undefined) throw new Problem('not-found', 'No such user.');
  return { user, otherAdmins: locked.filter((row) => row.id !== id && isAdmin(row)).length };
}

function isAdmin({ role, disabledAt }: Pick<User, 'role' | 'disabledAt'>): boolean {
  return role === 'admin' && disabledAt === null;
}

function userView(row: User): UserView {
  const { disabledAt, secondFactorAt, secondFactorResetAt: _reset, passwordHash: _hash, ...user } = row;
  return { ...user, disabled: disabledAt !== null, secondFactor: secondFactorAt !== null };
}
