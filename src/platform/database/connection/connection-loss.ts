import type { Socket } from 'node:net';
import type { Client, ClientBase } from 'pg';
import { takesConnections } from './takes-connections';

/** Our choice: the database has said nothing for so long before it is asked beside this line whether it is there. */
const ASKED_EVERY_MS = 5_000;

/**
 * A cursor whose connection dies may never say so, nor ever finish closing: this does. A database that is frozen keeps its
 * line open and says nothing more, and its own limits of time stand still with it: then this hangs up.
 */
export function connectionLoss(client: ClientBase): { happened: Promise<never>; forget(): void } {
  let lose!: () => void;
  const happened = new Promise<never>((_, reject) => {
    lose = () => reject(Object.assign(new Error('The database went away'), { code: 'ECONNRESET' }));
  });
  happened.catch(() => undefined);
  client.once('end', lose);
  const { host, port, user, password, database, ssl, connection } = client as Client & {
    readonly connection: { readonly stream: Socket };
  };
  let heard = -1;
  const ask = async (): Promise<void> => {
    const before = heard;
    heard = connection.stream.bytesRead;
    if (heard !== before || (await takesConnections({ host, port, user, password, database, ssl }))) return;
    if (connection.stream.bytesRead !== heard) return;
    lose();
    connection.stream.destroy();
  };
  const timer = setInterval(() => void ask(), ASKED_EVERY_MS);
  return {
    happened,
    forget() {
      clearInterval(timer);
      client.off('end', lose);
    },
  };
}
