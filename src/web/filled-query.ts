import type { Type } from '@nestjs/common';
import { validationPipe } from '../platform/http/validating/validation-pipe';

/** The query of a screen: as of the API, but a field of its form that was left empty asks for nothing. */
export async function filledQuery<T>(
  query: Readonly<Record<string, unknown>>,
  metatype: Type<T>,
): Promise<T> {
  return (await validationPipe().transform(filled(query), { type: 'query', metatype })) as T;
}

/** The same address with some parts of its query changed; an empty or missing part leaves it. */
export function addressWith(
  path: string,
  query: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, string | undefined>> = {},
): string {
  const parts = Object.entries(filled({ ...query, ...changes })).filter(
    (part): part is [string, string] => typeof part[1] === 'string',
  );
  return parts.length === 0 ? path : `${path}?${new URLSearchParams(parts).toString()}`;
}

/** What was filled in. */
function filled(query: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '' && value !== undefined));
}
