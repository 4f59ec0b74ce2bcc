import { malformed, shapeProblem, type FieldError } from '../../platform/http/problem';
import type { ResourceKind } from '../resource-kind';
import { readIncludes, type Included } from './includes';
import { hasId, momentIn, type Condition, type SearchParameter } from './search-parameter';

const USUAL_COUNT = 50;
const MOST = 500;

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

export interface Search {
  readonly conditions: readonly Condition[];
  /** How many a page; 0: only how many there are. */
  readonly count: number;
  readonly cursor: string | undefined;
  readonly includes: readonly Included[];
  /** What was understood, as the links of the answer repeat it. */
  readonly understood: readonly (readonly [name: string, value: string])[];
}

export type GivenQuery = Readonly<Record<string, unknown>>;

/**
 * What does a search ask for?
 *
 * A parameter that this type does not know is left out, or refused where the client asks for `handling=strict`. One
 * without a value says nothing. Several of one name have all to be met. A modifier is never left out: without it the
 * answer would be another one.
 *
 * @throws Problem 400 that names every parameter that is wrong.
 */
export function readSearch(
  kind: ResourceKind,
  kinds: readonly ResourceKind[],
  query: GivenQuery,
  strict: boolean,
): Search {
  const given = pairsOf(query);
  const known = parametersOf(kind);
  const errors: FieldError[] = [];
  const conditions: Condition[] = [];
  const understood: (readonly [string, string])[] = [];
  for (const [name, value] of given) {
    if (Object.hasOwn(OF_THE_ANSWER, name)) {
      if (name !== '_cursor') understood.push([name, value]);
      continue;
    }
    const wrong = readOne(name, value);
    if (wrong !== undefined) errors.push({ pointer: `/${name}`, code: 'search-parameter', message: wrong });
  }

  function readOne(name: string, value: string): string | undefined {
    const [base, modifier] = name.split(':', 2) as [string, string | undefined];
    const parameter = Object.hasOwn(known, base) ? known[base] : undefined;
    if (parameter === undefined)
      return strict ? `${kind.type} is not searched by ${name}: ${Object.keys(known).join(', ')}` : undefined;
    if (modifier !== undefined && modifier !== parameter.to?.type)
      return `${name}: this modifier is not known, search by ${base} alone`;
    const condition = parameter.read(value);
    if (typeof condition === 'string') return `${name} ${condition}`;
    conditions.push(condition);
    understood.push([name, value]);
    return undefined;
  }

  if (errors.length > 0) throw shapeProblem(errors);
  const of = (name: string): string[] => given.flatMap(([one, value]) => (one === name ? [value] : []));
  return {
    conditions,
    count: countOf(of('_count')),
    cursor: of('_cursor')[0],
    includes: readIncludes(kind, kinds, { _include: of('_include'), _revinclude: of('_revinclude') }),
    understood,
  };
}

const OF_THE_ANSWER: Readonly<Record<string, true>> = {
  _count: true,
  _cursor: true,
  _include: true,
  _revinclude: true,
  _format: true,
};

function pairsOf(query: GivenQuery): [string, string][] {
  return Object.entries(query).flatMap(([name, given]) =>
    [given].flat().flatMap((value): [string, string][] => {
      if (typeof value !== 'string') throw malformed(`/${name}`, 'search-parameter', `${name} must be text`);
      return value === '' ? [] : [[name, value]];
    }),
  );
}

function countOf([given]: readonly string[]): number {
  if (given === undefined) return USUAL_COUNT;
  if (!/^\d{1,9}$/.test(given))
    throw malformed('/_count', 'search-parameter', `_count must be a whole number from 0 to ${MOST}`);
  return Math.min(Number(given), MOST);
}
