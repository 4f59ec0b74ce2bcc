import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { Problem } from '../platform/http/problem';

export const FHIR_JSON = 'application/fhir+json';
const TAKEN = [FHIR_JSON, 'application/json', 'text/json', 'application/json+fhir'];

/** Can the client read what we write? `_format` decides before the Accept header. */
export function takesFhirJson(format: unknown, accept: string | undefined): boolean {
  if (typeof format === 'string' && format !== '') {
    const named = format.split(';', 1)[0]!.replace(' ', '+').trim();
    return named === 'json' || TAKEN.includes(named);
  }
  return new Negotiator({ headers: { accept } }).mediaType(TAKEN) !== undefined;
}

/** @throws Problem 406 for a client that does not take FHIR as JSON. */
@Injectable()
export class FhirFormatGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { query, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (takesFhirJson((query as { _format?: unknown })._format, headers.accept)) return true;
    throw new Problem(
      'not-acceptable',
      `Resources come as ${FHIR_JSON} alone: ask for that, or for any format.`,
    );
  }
}
