import type { Socket } from 'node:net';
import type { ClientConfig } from 'pg';
import { NamedClient } from './named-client';

/** What TypeORM says. It is refused only where the connection is lost, and then what follows it is as well. */
const START = 'START TRANSACTION';

/**
 * Sends a statement without waiting for the answer to the one before, and in one packet what is asked in one go: who asks
 * several things at once, as `Promise.all` does, waits once. The database still answers them in turn, each as a statement of
 * its own. Nobody waits for the start of a transaction.
 */
export class PipelinedClient extends NamedClient {
  private isHeldBack = false;

  constructor(config: ClientConfig = {}) {
    super({ ...config, pipeline: true });
  }

  override query(...sent: never[]): never {
    this.holdBack();
    const answer = (super.query as (...sent: never[]) => unknown)(...sent);
    return (sent[0] === START ? started(answer) : answer) as never;
  }

  /** Until nothing more is asked: what waits for nothing goes on before the next tick. */
  private holdBack(): void {
    if (this.isHeldBack) return;
    const { stream } = (this as unknown as { connection: { stream: Socket } }).connection;
    this.isHeldBack = true;
    stream.cork();
    process.nextTick(() => {
      this.isHeldBack = false;
      stream.uncork();
    });
  }
}

function started(answer: unknown): unknown {
  if (!(answer instanceof Promise)) return answer;
  answer.catch(() => undefined);
  return Promise.resolve({ command: 'START', rowCount: null, rows: [] });
}
