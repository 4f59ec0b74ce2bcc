import { Client, DatabaseError, type ClientConfig } from 'pg';

const ASKED_FOR_MS = 5_000;

/** Is anybody there? Whatever a server says, it is. */
export async function takesConnections(config: ClientConfig): Promise<boolean> {
  const client = new Client({ ...config, connectionTimeoutMillis: ASKED_FOR_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    return error instanceof DatabaseError;
  } finally {
    void client.end().catch(() => undefined);
  }
}
