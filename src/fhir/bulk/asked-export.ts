import { INDICATION_SLUGS, type IndicationSlug } from '../../clinical/catalogue/indications';
import { malformed, Problem, shapeProblem, type FieldError } from '../../platform/http/problem';
import { isMoment } from '../../platform/http/validating/day-shapes';
import { mayRead, refuseUnlessRead, type Reader } from '../may-read';
import type { ResourceKind } from '../resource-kind';
import { readSearch } from '../search/read-search';
import type { Condition } from '../search/search-parameter';
import { bearsPatients } from './of-patients';

/** Of whom: everything, all patients, or those with a course of one indication. */
export type ExportLevel = 'system' | 'patient' | 'group';

export interface AskedExport {
  readonly level: ExportLevel;
  /** Of a group. */
  readonly indication?: IndicationSlug;
  readonly types: readonly string[];
  /** Only what changed since then. */
  readonly since?: string;
  /** `Procedure?status=completed`: of those of one type, any has to be met. */
  readonly typeFilters: readonly string[];
}

export interface KickOff {
  readonly level: ExportLevel;
  readonly group?: string;
  /** Names with their values, from the address or from Parameters. */
  readonly given: readonly (readonly [name: string, value: string])[];
  /** `Prefer: handling=lenient`. */
  readonly lenient: boolean;
}

const FORMATS = ['application/fhir+ndjson', 'application/ndjson', 'ndjson'];
const KNOWN = ['_type', '_since', '_typeFilter', '_outputFormat', '_format'];

/**
 * What does somebody ask for as a whole? Without `_type`, every type that their role may read.
 *
 * @throws Problem 400 that names every parameter that is wrong, 403 for a type that the role may not read, 404 for a group
 * that is none.
 */
export function readKickOff(
  { level, group, given, lenient }: KickOff,
  kinds: readonly ResourceKind[],
  reader: Reader,
): AskedExport {
  const errors: FieldError[] = [];
  const wrong = (name: string, message: string): void => {
    errors.push({ pointer: `/${name}`, code: 'export-parameter', message });
  };
  const of = (name: string): string[] => given.flatMap(([one, value]) => (one === name ? [value] : []));
  const indication = level === 'group' ? groupOf(group) : undefined;
  const there = kinds.filter((kind) => level === 'system' || bearsPatients(kind));
  const named = of('_type').flatMap((types) => types.split(','));
  const types = new Set(named.map((type) => type.trim()).filter((type) => type !== ''));
  for (const type of types)
    if (!there.some((kind) => kind.type === type))
      wrong('_type', `_type=${type} is not exported here; there are: ${listed(there)}`);
  const since = of('_since').at(-1);
  if (since !== undefined && !isMoment(since))
    wrong('_since', '_since must be a moment with its offset such as 2026-11-23T14:30:00Z');
  for (const format of of('_outputFormat'))
    if (!FORMATS.includes(format.replace(' ', '+')))
      wrong('_outputFormat', `_outputFormat=${format}: files come as ${FORMATS[0]} alone`);
  if (!lenient)
    for (const name of new Set(given.map(([one]) => one)))
      if (!KNOWN.includes(name))
        wrong(name, `${name} is not known here: leave it out, or send Prefer: handling=lenient`);
  if (errors.length > 0) throw shapeProblem(errors);

  const wanted = there.filter(({ type }) => types.size === 0 || types.has(type));
  const closed = wanted.filter((kind) => !mayRead(reader, kind));
  if (types.size > 0 && closed.length > 0) refuseUnlessRead(reader, closed[0]!);
  const open = wanted.filter((kind) => !closed.includes(kind));
  const typeFilters = of('_typeFilter').flatMap((filter) => filter.split(/,(?=[A-Z]\w*\?)/));
  for (const kind of open) filterConditions(kind, kinds, typeFilters);
  refuseFiltersOfOthers(typeFilters, open);
  return { level, indication, types: open.map(({ type }) => type), since, typeFilters };
}

function listed(kinds: readonly ResourceKind[]): string {
  return kinds.map(({ type }) => type).join(', ');
}

/** An id knows no underscore: that of `cervical_dystonia` may be written with a dash. */
function groupOf(id = ''): IndicationSlug {
  const found = INDICATION_SLUGS.find((slug) => slug === id.replaceAll('-', '_'));
  if (found !== undefined) return found;
  throw new Problem('not-found', `There is no Group ${id}; there are: ${INDICATION_SLUGS.join(', ')}.`);
}

/** The conditions of each filter of this type. */
export function filterConditions(
  kind: ResourceKind,
  kinds: readonly ResourceKind[],
  typeFilters: readonly string[],
): (readonly Condition[])[] {
  return typeFilters
    .filter((filter) => filter.startsWith(`${kind.type}?`))
    .map((filter) => {
      const query: Record<string, string[]> = {};
      for (const [name, value] of new URLSearchParams(filter.slice(kind.type.length + 1)))
        (query[name] ??= []).push(value);
      for (const name of Object.keys(query))
        if (['_count', '_cursor', '_include', '_revinclude'].includes(name))
          throw malformed(
            '/_typeFilter',
            'export-parameter',
            `_typeFilter: ${name} does not filter: leave it out`,
          );
      return readSearch(kind, kinds, query, true).conditions;
    });
}

function refuseFiltersOfOthers(typeFilters: readonly string[], open: readonly ResourceKind[]): void {
  const other = typeFilters.find((filter) => !open.some(({ type }) => filter.startsWith(`${type}?`)));
  if (other !== undefined)
    throw malformed(
      '/_typeFilter',
      'export-parameter',
      `_typeFilter=${other} filters nothing that is exported: it begins with one of ${listed(open)} and a question mark`,
    );
}
