import type { ClientBase } from 'pg';

/** A cursor whose connection dies may never say so, nor ever finish closing: this does. */
export function connectionLoss(client: ClientBase): { happened: Promise<never>; forget(): void } {
  let lose!: () => void;
  const happened = new Promise<never>((_, reject) => {
    lose = () => reject(Object.assign(new Error('The database went away'), { code: 'ECONNRESET' }));
  });
  client.once('end', lose);
  return { happened, forget: () => void client.off('end', lose) };
}
