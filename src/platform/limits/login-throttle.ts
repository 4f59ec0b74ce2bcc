import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../http/problem';

const WINDOW_MINUTES = 15;
/** Failures within a window, our choice. The pair stops guessing, the account a guess from many places, the address a guess at many accounts. */
export const FAILURES = { pair: 5, account: 20, address: 50 } as const;

export interface Attempt {
  readonly account: string;
  readonly address: string;
  /** A device of this very account, or its open session: it has a count of its own. */
  readonly knownAs?: string;
  /** The account signed in from this address lately. */
  readonly isKnownAddress?: boolean;
}

/**
 * Slows down whoever guesses passwords.
 *
 * An attempt is counted before it is made and given back when it succeeds, so that many at once get no more tries than one
 * after another. Attempts of one account from one address take turns: signing in ten times at once is no guessing.
 *
 * Whoever guesses must not lock a colleague out (ASVS 5.0, 6.1.1): a device that is known of this account is counted by
 * itself, and from an address where it signed in lately the guesses from elsewhere do not count.
 */
@Injectable()
export class LoginThrottle {
  private readonly limits = {
    pair: limiter(FAILURES.pair),
    account: limiter(FAILURES.account),
    address: limiter(FAILURES.address),
  };
  private readonly turns = new Map<string, Promise<unknown>>();

  /**
   * `work` answers undefined for a failure; `refusal` says of what there were too many.
   *
   * @throws Problem 429 with the seconds to wait, without doing `work`.
   */
  attempt<T>(
    { account, address, knownAs, isKnownAddress = false }: Attempt,
    work: () => Promise<T | undefined>,
    refusal = 'Too many failed attempts to sign in.',
  ): Promise<T | undefined> {
    const pair = JSON.stringify(knownAs === undefined ? [account, address] : [account, 'known', knownAs]);
    return this.inTurn(pair, async () => {
      const counts: Count[] = [[this.limits.pair, pair]];
      if (knownAs === undefined && !isKnownAddress) counts.push([this.limits.account, account]);
      if (knownAs === undefined) counts.push([this.limits.address, address]);
      await takeAll(counts, refusal);
      const result = await work().catch(async (error: unknown) => {
        await giveBack(counts);
        throw error;
      });
      if (result !== undefined) {
        await giveBack(counts);
        await this.limits.pair.delete(pair);
      }
      return result;
    });
  }

  private async inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.turns.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.turns.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.turns.get(key) === mine) this.turns.delete(key);
    }
  }
}

type Count = readonly [limit: RateLimiterMemory, key: string];

function limiter(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: WINDOW_MINUTES * 60 });
}

async function takeAll(counts: readonly Count[], refusal: string): Promise<void> {
  const taken: Count[] = [];
  for (const count of counts) {
    taken.push(count);
    const [limit, key] = count;
    try {
      await limit.consume(key);
    } catch (refused) {
      await giveBack(taken);
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw tooMany(refusal, Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
    }
  }
}

async function giveBack(counts: readonly Count[]): Promise<void> {
  for (const [limit, key] of counts) await limit.reward(key);
}

function tooMany(refusal: string, seconds: number): Problem {
  const minutes = Math.ceil(seconds / 60);
  return new Problem(
    'too-many',
    `${refusal} Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    { retryAfterSeconds: seconds },
  );
}
