import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { SYSTEM } from '../actor';
import { Clock } from '../clock';
import { UnitOfWork } from '../database/unit-of-work';
import { Problem } from '../http/problem';
import { hashOfTyped } from './recovery-code';
import { RecoveryCode, SecondFactor } from './second-factor.entity';
import { counterOf } from './totp';

/** What opened the second step. */
export type SpentCode = 'code' | 'recovery-code';

/**
 * Our choice: so many wrong codes a day of one account, wherever they come from. Three codes in a million are right at a
 * time; whoever types them has the password already (NIST SP 800-63B, 5.2.2: at most a hundred).
 */
const WRONG_CODES = 20;
const DAY_S = 86_400;

/** The second step of signing in: a code of the app, or a recovery code, once. */
@Injectable()
export class SecondStep {
  private readonly wrong = new RateLimiterMemory({ points: WRONG_CODES, duration: DAY_S });

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Spends a code; undefined when it is wrong or was spent before.
   *
   * @throws Problem 429 after too many wrong ones.
   */
  async spend(userId: string, code: string): Promise<SpentCode | undefined> {
    await this.wrong.consume(userId).catch((refused: unknown) => {
      throw refused instanceof RateLimiterRes ? tooMany(refused) : refused;
    });
    const spent = await this.work.write(SYSTEM, (tx) => this.spendWithin(tx, userId, code));
    if (spent !== undefined) await this.wrong.delete(userId);
    return spent;
  }

  /** Of two at once with the same code the second finds it spent: the row is locked. */
  private async spendWithin(tx: EntityManager, userId: string, code: string): Promise<SpentCode | undefined> {
    const now = this.clock.now();
    const factor = await lockFactor(tx, userId);
    if (factor === undefined) return undefined;
    const counter = counterOf(code, { ...factor, now });
    if (counter !== undefined) {
      await tx.update(SecondFactor, { userId }, { lastCounter: counter });
      return 'code';
    }
    const codeHash = hashOfTyped(code);
    if (codeHash === undefined) return undefined;
    const { affected } = await tx.update(
      RecoveryCode,
      { userId, codeHash, usedAt: IsNull() },
      { usedAt: now },
    );
    return affected === 1 ? 'recovery-code' : undefined;
  }
}

/** With its secret. */
export async function lockFactor(tx: EntityManager, userId: string): Promise<SecondFactor | undefined> {
  const found = await tx.findOne(SecondFactor, {
    where: { userId },
    select: { userId: true, secret: true, lastCounter: true },
    lock: { mode: 'pessimistic_write' },
  });
  return found ?? undefined;
}

function tooMany({ msBeforeNext }: RateLimiterRes): Problem {
  return new Problem(
    'too-many',
    'Too many wrong codes for this account today. Whoever typed them has the password: change it, or ask an administrator.',
    { retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) },
  );
}
