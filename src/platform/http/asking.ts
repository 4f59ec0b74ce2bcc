import type { FastifyRequest } from 'fastify';
import type { Permission } from '../permissions';
import type { SignedIn } from './by.decorator';

/** A request, with what has been found out about it on its way. */
export type Asking = Omit<FastifyRequest, 'params' | 'query'> & {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Who asks, as `AuthGuard` found out; nobody where anybody may. */
  actor?: SignedIn;
  /** What the handler asks for. */
  permission?: Permission;
  /** It wrote nothing: what it asks for was done before. */
  repeated?: boolean;
};
