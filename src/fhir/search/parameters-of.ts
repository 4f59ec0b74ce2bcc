import type { ResourceKind } from '../resource-kind';
import { hasId, momentIn, type SearchParameter } from './search-parameter';

/** What a type is searched by: what every type is, and what is its own. */
export function parametersOf({ ids, parameters }: ResourceKind): Readonly<Record<string, SearchParameter>> {
  return {
    _id: {
      type: 'token',
      what: 'The id of the resource',
      read: (given) => hasId(ids, given.split(',')),
    },
    _lastUpdated: momentIn('r."updatedAt"', 'When it was last changed'),
    ...parameters,
  };
}
