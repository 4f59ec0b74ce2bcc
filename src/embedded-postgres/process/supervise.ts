import { pause } from './process-id';
import type { Server } from '../server';
import { shutDown } from '../server';
import { startErrorFrom } from '../start-error';

export interface SuperviseOptions {
  /** Starts the server again where it was. */
  relaunch(): Promise<Server>;
  /** Told of every server that is now in charge. */
  onServer(server: Server): void;
  log(message: string): void;
}

/** Pauses before the attempts to bring a server back, the last again and again; a minute without an end starts them anew. */
const PAUSES_MS = [0, 500, 1_000, 2_000, 4_000];
const STABLE_MS = 60_000;

/**
 * Keeps a server running: when it dies it is started again, as often as that takes. A disk may be freed, a folder brought back;
 * until then the service says 503, and its log why. Answers what stops this, and the server with it.
 */
export function supervise(first: Server, options: SuperviseOptions): () => Promise<void> {
  let stopping = false;
  let current: Server | undefined;
  const finished = keepRunning();
  return async () => {
    stopping = true;
    if (current) await shutDown(current);
    await finished;
  };

  async function keepRunning(): Promise<void> {
    let server = first;
    let attempts = 0;
    for (;;) {
      current = server;
      options.onServer(server);
      const since = Date.now();
      await server.ended;
      if (stopping) return;
      options.log(
        `The database server (process ${server.id.pid}) ended unexpectedly; starting it again on port ${server.port}.`,
      );
      if (Date.now() - since > STABLE_MS) attempts = 0;
      const next = await bringBack();
      if (!next) return;
      server = next;
      // Asked to stop while it was coming back.
      if (stopping) return shutDown(server);
    }

    async function bringBack(): Promise<Server | undefined> {
      let said = '';
      for (;;) {
        await pause(PAUSES_MS[Math.min(attempts, PAUSES_MS.length - 1)]!);
        if (stopping) return undefined;
        attempts += 1;
        try {
          return await options.relaunch();
        } catch (error) {
          const { message } = startErrorFrom(error, 'The database server does not come back');
          if (message !== said) options.log(`${message} It is tried again until it does.`);
          said = message;
        }
      }
    }
  }
}
