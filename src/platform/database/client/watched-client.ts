import type { Socket } from 'node:net';
import { DatabaseError, type ClientConfig } from 'pg';
import { takesConnections } from '../connection/takes-connections';
import { forgetName } from './named-client';
import { CommitUnknown, NoAnswer } from '../faults/outcome';
import { PipelinedClient } from './pipelined-client';

/**
 * Our choice: with what goes before it, nobody waits for five seconds. PostgreSQL bounds no COMMIT by itself: one that waits for a
 * standby has waited 637 s in a trial.
 */
const COMMIT_MS = 4_000;
/** Our choice: a statement is without an answer for so long before it is asked whether anybody is there. */
const ASKED_EVERY_MS = 5_000;
/** PostgreSQL ends a statement of ours after 30 s: what is silent for longer will not speak. */
const LONGEST_MS = 35_000;

/** PostgreSQL's own function: unlike its words, its name is the same in every language. */
const WAITED_FOR_STANDBY = 'SyncRepWaitForLSN';
const READ_ONLY = '25006';
/** What a statement answers has other columns than when it was named: a migration beside us. */
const OUTDATED_STATEMENT = 'RevalidateCachedQuery';

/**
 * A connection that nobody waits for in vain: it hangs up when the database is frozen or gone without a word, when COMMIT takes
 * too long, when a COMMIT is acknowledged without being safe on a standby, and when its server takes no writes any more, so
 * that the pool makes a new one.
 */
export class WatchedClient extends PipelinedClient {
  private isUnsafe = false;

  constructor(private readonly config: ClientConfig = {}) {
    super(config);
    this.on('notice', ({ routine }) => {
      if (routine === WAITED_FOR_STANDBY) this.isUnsafe = true;
    });
  }

  override query(...sent: never[]): never {
    const answer = (super.query as (...sent: never[]) => unknown)(...sent);
    const watched = answer instanceof Promise ? this.watch(answer, sent[0]) : answer;
    return watched as never;
  }

  private async watch<T>(answer: Promise<T>, text: unknown): Promise<T> {
    const isCommit = text === 'COMMIT';
    const stopWaiting = isCommit ? this.waitForCommit() : this.askWhetherThere();
    try {
      const result = await answer;
      if (this.isUnsafe) throw new CommitUnknown('acknowledged without a standby');
      return result;
    } catch (error) {
      if (this.isUnsafe || (error as { code?: unknown }).code === READ_ONLY) this.hangUp();
      if ((error as { routine?: unknown }).routine === OUTDATED_STATEMENT) forgetName(text);
      if (isCommit && !isRefusal(error)) throw new CommitUnknown('COMMIT was not answered', { cause: error });
      throw error;
    } finally {
      stopWaiting();
    }
  }

  private waitForCommit(): () => void {
    const timer = setTimeout(
      () => this.hangUp(new NoAnswer(`no answer to COMMIT in ${COMMIT_MS} ms`)),
      COMMIT_MS,
    );
    return () => clearTimeout(timer);
  }

  private askWhetherThere(): () => void {
    const since = Date.now();
    let waits = true;
    const ask = async (): Promise<void> => {
      const silentMs = Date.now() - since;
      const isThere = silentMs < LONGEST_MS && (await takesConnections(this.config));
      if (!isThere && waits) this.hangUp(new NoAnswer(`no answer in ${silentMs} ms`));
    };
    const timer = setInterval(() => void ask(), ASKED_EVERY_MS);
    return () => {
      waits = false;
      clearInterval(timer);
    };
  }

  private hangUp(why?: Error): void {
    (this as unknown as { connection: { stream: Socket } }).connection.stream.destroy(why);
  }
}

/** The server refused the transaction; one that is stopped or fails in the middle of it says nothing of what becomes of it. */
function isRefusal(error: unknown): boolean {
  return error instanceof DatabaseError && !/^(57P|08|53|58|XX)/.test(error.code ?? '');
}
