import type { FastifyRequest } from 'fastify';

export const FHIR_PATH = 'fhir/R4';

/** Where the client found us: references of its Bundles begin so. */
export function baseOf({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return `${protocol}://${host}/${FHIR_PATH}`;
}
