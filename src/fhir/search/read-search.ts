import { malformed, shapeProblem, type FieldError } from '../../platform/http/problem';
import type { ResourceKind } from '../resource-kind';
import { chained, isChain } from './chained';
import { readIncludes, type Included } from './includes';
import { parametersOf } from './parameters-of';
import type { Condition } from './search-parameter';

const USUAL_COUNT = 50;
const MOST = 500;

export interface Search {
  readonly conditions: readonly Condition[];
  /** How many a page; 0: only how many there are. */
  readonly count: number;
  readonly cursor: string | undefined;
  readonly includes: readonly Included[];
  /** Of what else something is learned: kinds that conditions look at, by a chain. */
  readonly through: readonly ResourceKind[];
  /** What was understood, as the links of the answer repeat it. */
  readonly understood: readonly (readonly [name: string, value: string])[];
}

export type GivenQuery = Readonly<Record<string, unknown>>;

/**
 * What does a search ask for?
 *
 * A parameter that this type does not know is left out, or refused where the client asks for `handling=strict`. One
 * without a value says nothing. Several of one name have all to be met. A modifier, a chain and `_has` are never left out:
 * without them the answer would be another one.
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
  const through: ResourceKind[] = [];
  const understood: (readonly [string, string])[] = [];
  for (const [name, value] of given) {
    if (Object.hasOwn(OF_THE_ANSWER, name)) {
      if (isUnderstood(name, value)) understood.push([name, value]);
      else if (strict && name === '_summary')
        errors.push({ pointer: '/_summary', code: 'search-parameter', message: NO_SUMMARY });
      continue;
    }
    const wrong = readOne(name, value);
    if (wrong !== undefined) errors.push({ pointer: `/${name}`, code: 'search-parameter', message: wrong });
  }

  function readOne(name: string, value: string): string | undefined {
    if (name.startsWith('_has:'))
      return `${name} is not known here: search the other type, and then ${kind.type} by _id`;
    if (isChain(name)) {
      const chain = chained(kind, kinds, name, value);
      if (typeof chain === 'string') return chain;
      conditions.push(chain.condition);
      through.push(chain.through);
      understood.push([name, value]);
      return undefined;
    }
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
    through,
    count: of('_summary').includes('count') ? 0 : countOf(of('_count')),
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
  _summary: true,
};

/** Of summaries the count alone; the place is named by the links themselves. */
function isUnderstood(name: string, value: string): boolean {
  return name === '_summary' ? ['count', 'false'].includes(value) : name !== '_cursor';
}

const NO_SUMMARY = '_summary is count or false here: resources come whole';

/** What stands in the address and in a form: all of it is asked for. */
export function bothOf(query: GivenQuery, form: GivenQuery = {}): GivenQuery {
  const names = new Set([...Object.keys(query), ...Object.keys(form)]);
  return Object.fromEntries(
    [...names].map((name) => [name, [query[name], form[name]].flat().filter((given) => given !== undefined)]),
  );
}

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
