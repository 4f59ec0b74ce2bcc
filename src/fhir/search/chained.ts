import type { ResourceKind } from '../resource-kind';
import { parametersOf } from './parameters-of';
import type { Condition } from './search-parameter';

/** A condition on what a resource refers to; `through` is the kind that is looked at for it. */
export interface Chained {
  readonly condition: Condition;
  readonly through: ResourceKind;
}

const CHAIN = /^(\w[\w-]*)(?::(\w+))?\.(.+)$/;

/** `patient.identifier`, `patient:Patient.identifier`: a parameter of what one is referred to by. */
export function isChain(name: string): boolean {
  return CHAIN.test(name);
}

/**
 * What does a chained parameter ask for? One step: what the reference leads to is searched by a parameter of its own.
 *
 * It is never left out: without it the answer would be another one. Text: what is wrong with it. Source: FHIR R4, 3.1.1.4.7.
 */
export function chained(
  kind: ResourceKind,
  kinds: readonly ResourceKind[],
  name: string,
  value: string,
): Chained | string {
  const [, base = '', type, further = ''] = CHAIN.exec(name) ?? [];
  const known = parametersOf(kind);
  const to = Object.hasOwn(known, base) ? known[base]!.to : undefined;
  const through = kinds.find((other) => other.type === to?.type);
  if (to === undefined || through === undefined)
    return `${name}: ${kind.type} has no reference ${base} to search through`;
  if (type !== undefined && type !== to.type) return `${name}: ${base} leads to ${to.type} alone`;
  const theirs = parametersOf(through);
  const parameter = Object.hasOwn(theirs, further) ? theirs[further] : undefined;
  if (parameter === undefined)
    return `${name}: ${to.type} is not searched by ${further}, but by ${Object.keys(theirs).join(', ')}`;
  const inner = parameter.read(value);
  if (typeof inner === 'string') return `${name} ${inner}`;
  const condition: Condition = (given, clinic) =>
    `${to.column} in (select r.id from (${through.from(given, clinic)}) r where ${inner(given, clinic)})`;
  return { condition, through };
}
