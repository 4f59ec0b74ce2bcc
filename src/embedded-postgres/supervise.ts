import { pause } from './process-id';
import type { Server } from './server';
import { shutDown } from './server';
import { StartError, startErrorFrom } from './start-error';

export interface SuperviseOptions {
  /** Starts the server again where it was. */
  relaunch(): Promise<Server>;
  /** Told of every server that is now in charge. */
  onServer(server: Server): void;
  /** Told once, when the server cannot be brought back. */
  onLost(reason: StartError): void;
  log(message: string): void;
}

/** Pauses before the attempts to bring a server back; one that stayed up for a minute starts the count anew. */
const PAUSES_MS = [0, 500, 1_000, 2_000, 4_000];
const STABLE_MS = 60_000;

/** Keeps a server running: when it dies it is started again. Answers what stops this, and the server with it. */
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
    let failures = 0;
    for (;;) {
      current = server;
      options.onServer(server);
      const since = Date.now();
      await server.ended;
      if (stopping) return;
      options.log(
        `The database server (process ${server.id.pid}) ended unexpectedly; starting it again on port ${server.port}.`,
      );
      if (Date.now() - since > STABLE_MS) failures = 0;
      const next = await bringBack();
      if (!next) return;
      server = next;
      // Asked to stop while it was coming back.
      if (stopping) return shutDown(server);
    }

    async function bringBack(): Promise<Server | undefined> {
      let reason: StartError | undefined;
      while (failures < PAUSES_MS.length) {
        await pause(PAUSES_MS[failures] ?? 0);
        if (stopping) return undefined;
        failures += 1;
        try {
          return await options.relaunch();
        } catch (error) {
          reason = startErrorFrom(error, 'The database server does not come back');
          options.log(reason.message);
        }
      }
      options.onLost(reason ?? new StartError('The database server keeps ending; it is not started again.'));
      return undefined;
    }
  }
}
