import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { recordAudit } from '../audit/record-audit';
import { signOutEverywhere } from '../auth/end-sessions';
import { LoginSession } from '../auth/login-session.entity';
import { Clock } from '../clock';
import { findOrRefuse } from '../database/change-row';
import { UnitOfWork } from '../database/unit-of-work';
import type { SignedIn } from '../http/by.decorator';
import { Problem } from '../http/problem';
import { User } from '../users/user.entity';
import type { EndedSignInsView, SignInList } from './sign-ins.dto';
import { signInsOf } from './sign-ins.query';
import type { Given } from '../http/updates/whole-list.dto';

/** Where people are signed in, and how that ends before its time. */
@Injectable()
export class SignInsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async find(actor: SignedIn): Promise<Given<SignInList>> {
    return { items: await signInsOf(this.work.db, actor, this.clock.now()) };
  }

  end(actor: SignedIn, id: string): Promise<void> {
    return this.work.write(actor, async (tx) => {
      const ended = await this.endThose(tx, { id, userId: actor.id });
      if (ended === 0) throw new Problem('not-found', 'You are not signed in there, or no longer.');
      await told(tx, actor, actor.id, ended);
    });
  }

  endOthers(actor: SignedIn): Promise<EndedSignInsView> {
    return this.work.write(actor, async (tx) => {
      const others = actor.signInId === undefined ? {} : { id: Not(actor.signInId) };
      const ended = await this.endThose(tx, { ...others, userId: actor.id });
      if (ended > 0) await told(tx, actor, actor.id, ended);
      return { ended };
    });
  }

  signOut(actor: SignedIn, userId: string): Promise<EndedSignInsView> {
    return this.work.write(actor, async (tx) => {
      await findOrRefuse(tx, User, userId, 'user');
      const ended = await signOutEverywhere(tx, userId, this.clock.now());
      await told(tx, actor, userId, ended);
      return { ended };
    });
  }

  private async endThose(tx: EntityManager, which: FindOptionsWhere<LoginSession>): Promise<number> {
    const { affected } = await tx.update(
      LoginSession,
      { ...which, endedAt: IsNull() },
      { endedAt: this.clock.now() },
    );
    return affected ?? 0;
  }
}

/** Whose sign-ins somebody ended, and how many. */
async function told(tx: EntityManager, actor: SignedIn, userId: string, ended: number): Promise<void> {
  await recordAudit(tx, actor, {
    action: 'sign-out',
    subject: 'app_user',
    subjectId: userId,
    detail: { ended },
  });
}
