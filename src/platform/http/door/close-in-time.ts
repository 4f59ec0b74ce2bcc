import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Requests under way have so long to finish; compose and systemd would end the service after 30 and 90 seconds. */
const GRACE_MS = 10_000;

/** Finishes the requests under way and closes. A client that sends or reads no further keeps nobody waiting. */
export async function closeInTime(app: NestFastifyApplication, graceMs = GRACE_MS): Promise<void> {
  const cut = setTimeout(() => app.getHttpServer().closeAllConnections(), graceMs);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
}
