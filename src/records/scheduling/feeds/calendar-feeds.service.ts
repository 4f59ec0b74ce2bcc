import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { LoginThrottle } from '../../../platform/limits/login-throttle';
import { hashToken, makeToken } from '../../../platform/auth/token';
import { Clock } from '../../../platform/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SignedIn } from '../../../platform/http/by.decorator';
import { Problem } from '../../../platform/http/problem';
import { User } from '../../../platform/users/user.entity';
import { CalendarFeed } from './calendar-feed.entity';
import type { CalendarFeedView, NewCalendarFeedView } from './calendar-feeds.dto';
import { calendarFeedOf, ownerOfFeed, visitsForFeed } from './calendar-feeds.query';
import { feedFile } from './feed-file';

/** How long ago a visit may be that a calendar still shows. */
const SHOWN_BACK_MS = 31 * 86_400_000;

@Injectable()
export class CalendarFeedsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly throttle: LoginThrottle,
  ) {}

  read(actor: SignedIn): Promise<CalendarFeedView> {
    return calendarFeedOf(this.work.db, actor);
  }

  /** A new address takes the place of the one before, which opens nothing any more. */
  make(actor: SignedIn): Promise<NewCalendarFeedView> {
    return this.work.write(actor, async (tx) => {
      await this.revokeAll(tx, actor.id);
      const [id, secret] = [randomUUID(), makeToken('btf_')];
      await tx.insert(CalendarFeed, { id, userId: actor.id, tokenHash: hashToken(secret), revokedAt: null });
      const { createdAt } = await tx.findOneByOrFail(CalendarFeed, { id });
      return { path: `/api/v1/calendar-feeds/${secret}.ics`, since: createdAt };
    });
  }

  revoke(actor: SignedIn): Promise<void> {
    return this.work.write(actor, (tx) => this.revokeAll(tx, actor.id));
  }

  /** Guesses are counted by what is guessed: a calendar that still asks for a revoked address stops nobody else’s. */
  async file(secret: string, address: string): Promise<string> {
    const tokenHash = hashToken(secret);
    const injectorId = await this.throttle.attempt(
      { account: `calendar feed ${tokenHash.toString('hex')}`, address },
      () => ownerOfFeed(this.work.db, tokenHash),
      'This calendar was asked for too often without a right address.',
    );
    if (injectorId === undefined)
      throw new Problem(
        'not-found',
        'There is no such calendar. Make a new address under Your account, and subscribe to that.',
      );
    const from = new Date(this.clock.now().getTime() - SHOWN_BACK_MS);
    return feedFile(await visitsForFeed(this.work.db, { injectorId, from }));
  }

  /** After the lock on the user: of two who ask at once, one follows the other. */
  private async revokeAll(tx: EntityManager, userId: string): Promise<void> {
    await tx.findOneOrFail(User, { where: { id: userId }, lock: { mode: 'pessimistic_write' } });
    await tx.update(CalendarFeed, { userId, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
  }
}
