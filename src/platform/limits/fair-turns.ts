import { Injectable } from '@nestjs/common';
import { Problem } from '../http/problem';

/** Our choice: so many may wait of one user or token. */
export const MOST_WAITING = 100;

type Turn = () => void;

/**
 * What takes all of the processor is done one after another, a turn for each who waits, and leaves everybody else as much
 * time as it took: eight long previews at once hold nobody's page up for longer than one.
 */
@Injectable()
export class FairTurns {
  /** Who waits, the next one first, and what they wait with. */
  private readonly queues = new Map<string, Turn[]>();
  private busy = false;

  /** @throws Problem 429 when too many of the same `who` wait already. */
  take<T>(who: string, work: () => T): Promise<T> {
    const queue = this.queues.get(who) ?? [];
    if (queue.length >= MOST_WAITING) return Promise.reject(tooMany());
    this.queues.set(who, queue);
    return new Promise<T>((resolve, reject) => {
      queue.push(() => {
        try {
          resolve(work());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      if (!this.busy) this.next();
    });
  }

  private next(): void {
    const [who, queue] = this.queues.entries().next().value ?? [];
    this.busy = queue !== undefined;
    if (who === undefined || queue === undefined) return;
    // Whoever has had a turn comes behind all others who wait.
    this.queues.delete(who);
    const turn = queue.shift();
    if (queue.length > 0) this.queues.set(who, queue);
    const began = performance.now();
    turn?.();
    setTimeout(() => this.next(), performance.now() - began);
  }
}

function tooMany(): Problem {
  return new Problem(
    'too-many',
    `${MOST_WAITING} of these requests are waiting already. Send one after the other.`,
    { retryAfterSeconds: 1 },
  );
}
