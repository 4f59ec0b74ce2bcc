import type { FastifyRequest } from 'fastify';

/** Where a client gets its token, as it found us; its assertion is for this address alone. */
export function tokenAddress({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return `${protocol}://${host}/auth/smart/token`;
}
