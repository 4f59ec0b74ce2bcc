import type { FastifyRequest } from 'fastify';

type Carrier = Pick<FastifyRequest, 'protocol'>;

/** Secure only over https: inside a clinic the service often speaks plain http, and the cookie must come back there too. */
export function cookieFor(request: Carrier) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(request) } as const;
}

/** Over https the name itself says that no neighbour under the same domain, and nobody on the way, has set it. */
export function cookieName(request: Carrier, name: string): string {
  return isSecure(request) ? `__Host-${name}` : name;
}

function isSecure({ protocol }: Carrier): boolean {
  return protocol === 'https';
}
