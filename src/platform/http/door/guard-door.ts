import type { FastifyInstance } from 'fastify';
import { answering } from '../../log/request-id';
import { refuseHostileUrl } from '../validating/hostile-text';
import { Problem } from '../problem';
import { refuseWrongHost } from './hosts';

const YEAR_S = 365 * 24 * 60 * 60;

/** Before anything is looked up: an address that can be read, a name that is ours; and nothing is kept on the way back. */
export function guardDoor(fastify: FastifyInstance, allowedHosts: readonly string[]): void {
  let isStopping = false;
  fastify.addHook('preClose', async () => {
    isStopping = true;
  });
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    if (isStopping)
      throw new Problem(
        'unavailable',
        'The service is stopping. Nothing was written: send it again in a moment.',
      );
    void reply.header('cache-control', 'no-store');
    // Only where it came over TLS: in a clinic's network the service often speaks plain HTTP, and must go on to.
    if (request.protocol === 'https') void reply.header('strict-transport-security', `max-age=${YEAR_S}`);
    const { headersDistinct, httpVersion } = request.raw;
    const named = { hosts: headersDistinct.host ?? [], host: request.host, version: httpVersion };
    refuseWrongHost(named, allowedHosts);
    refuseHostileUrl(request.url);
  });
  // Once the body is there: it arrives in events of the line, which know of no request.
  fastify.addHook('preHandler', (request, _reply, done) => answering(request.id, done));
}
