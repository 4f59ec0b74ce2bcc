import type { FastifyRequest } from 'fastify';

/** Secure only over https: inside a clinic the service often speaks plain http, and the cookie must come back there too. */
export function cookieFor(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' } as const;
}
