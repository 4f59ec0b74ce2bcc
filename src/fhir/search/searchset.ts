import type { Bundle, BundleEntry, FhirResource } from 'fhir/r4';

interface Found {
  /** `https://clinic.example/fhir/R4`. */
  readonly base: string;
  readonly type: string;
  /** Of all pages; absent where they are too many to be counted. */
  readonly total: number | undefined;
  readonly matches: readonly FhirResource[];
  readonly included: readonly FhirResource[];
  readonly understood: readonly (readonly [name: string, value: string])[];
  readonly cursor: string | undefined;
  readonly nextCursor: string | null;
}

/** A page of a search as a Bundle. Of one that was found and comes along too, the match stands. */
export function searchset(found: Found): Bundle<FhirResource> {
  const { base, type, total, matches, included, understood, cursor, nextCursor } = found;
  const address = (at: string | undefined | null): string => {
    const query = new URLSearchParams(understood.map(([name, value]) => [name, value]));
    if (at != null) query.set('_cursor', at);
    return [`${base}/${type}`, query.toString()].filter(Boolean).join('?');
  };
  const shown = new Set<string>();
  const entries = (
    mode: 'match' | 'include',
    resources: readonly FhirResource[],
  ): BundleEntry<FhirResource>[] =>
    resources.flatMap((resource) => {
      const fullUrl = `${base}/${resource.resourceType}/${resource.id}`;
      if (shown.has(fullUrl)) return [];
      shown.add(fullUrl);
      return [{ fullUrl, resource, search: { mode } }];
    });
  const entry = [...entries('match', matches), ...entries('include', included)];
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    ...(total !== undefined && { total }),
    link: [
      { relation: 'self', url: address(cursor) },
      ...(nextCursor === null ? [] : [{ relation: 'next', url: address(nextCursor) }]),
    ],
    // FHIR knows no empty list.
    ...(entry.length > 0 && { entry }),
  };
}
