import { shapeProblem, type FieldError } from '../../platform/http/problem';
import type { ResourceKind } from '../resource-kind';
import type { Target } from './search-parameter';

/** Resources of `kind` that come along, by a reference: one that the page holds, or one to the page. */
export interface Included {
  readonly kind: ResourceKind;
  readonly to: Target;
  readonly by: 'named-by-page' | 'names-page';
}

type Asked = Readonly<Record<'_include' | '_revinclude', readonly string[]>>;

/**
 * What comes along with the resources of a page? `_include=Procedure:patient`, `_revinclude=Procedure:patient`.
 *
 * @throws Problem 400 for one that leads nowhere, with those that there are.
 */
export function readIncludes(
  kind: ResourceKind,
  kinds: readonly ResourceKind[],
  { _include, _revinclude }: Asked,
): Included[] {
  const errors: FieldError[] = [];
  const found = [
    ..._include.map((given) => lookUp('_include', given, forward(kind, kinds))),
    ..._revinclude.map((given) => lookUp('_revinclude', given, backward(kind, kinds))),
  ];

  function lookUp(name: string, given: string, known: ReadonlyMap<string, Included>): Included[] {
    const [type, parameter, target] = given.split(':');
    const one = known.get(`${type}:${parameter}`);
    const leadsTo = one?.by === 'names-page' ? kind.type : one?.kind.type;
    if (one !== undefined && (target === undefined || target === leadsTo)) return [one];
    const there = [...known.keys()].join(', ') || 'none';
    errors.push({
      pointer: `/${name}`,
      code: 'search-parameter',
      message: `${name}=${given} leads nowhere from ${kind.type}; there are: ${there}`,
    });
    return [];
  }

  if (errors.length > 0) throw shapeProblem(errors);
  return found.flat();
}

export function forward(kind: ResourceKind, kinds: readonly ResourceKind[]): Map<string, Included> {
  return new Map(
    referencesOf(kind).flatMap(({ name, to }): [string, Included][] => {
      const target = kinds.find(({ type }) => type === to.type);
      return target ? [[`${kind.type}:${name}`, { kind: target, to, by: 'named-by-page' }]] : [];
    }),
  );
}

export function backward(kind: ResourceKind, kinds: readonly ResourceKind[]): Map<string, Included> {
  return new Map(
    kinds.flatMap((source) =>
      referencesOf(source)
        .filter(({ to }) => to.type === kind.type)
        .map(({ name, to }): [string, Included] => [
          `${source.type}:${name}`,
          { kind: source, to, by: 'names-page' },
        ]),
    ),
  );
}

function referencesOf({ parameters }: ResourceKind): { name: string; to: Target }[] {
  return Object.entries(parameters).flatMap(([name, { to }]) => (to ? [{ name, to }] : []));
}
