import type { Type } from '@nestjs/common';
import { validationPipe } from '../platform/http/validation';

/** The query of a screen: as of the API, but a field of its form that was left empty asks for nothing. */
export async function filledQuery<T>(
  query: Readonly<Record<string, unknown>>,
  metatype: Type<T>,
): Promise<T> {
  const filled = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
  return (await validationPipe().transform(filled, { type: 'query', metatype })) as T;
}

/** The same address with some parts of its query changed; an empty or missing part leaves it. */
export function addressWith(
  path: string,
  query: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, string | undefined>> = {},
): string {
  const parts = Object.entries({ ...query, ...changes }).filter(
    (part): part is [string, string] => typeof part[1] === 'string' && part[1] !== '',
  );
  return parts.length === 0 ? path : `${path}?${new URLSearchParams(parts).toString()}`;
}
