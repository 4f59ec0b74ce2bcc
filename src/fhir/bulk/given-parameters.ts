import { malformed } from '../../platform/http/problem';

const VALUES = ['valueString', 'valueInstant', 'valueDateTime', 'valueCode', 'valueUri'];

/**
 * Names with their values: of the address, and of a body that is Parameters.
 *
 * @throws Problem 400 for a body that is something else.
 */
export function givenIn(query: unknown, body: unknown): (readonly [name: string, value: string])[] {
  const ofAddress = Object.entries((query ?? {}) as Record<string, unknown>).flatMap(([name, given]) =>
    [given].flat().map((value) => [name, String(value)] as const),
  );
  return [...ofAddress, ...inBody(body)].filter(([, value]) => value !== '');
}

function inBody(body: unknown): (readonly [string, string])[] {
  if (body === undefined || body === null) return [];
  const { resourceType, parameter = [] } = body as { resourceType?: unknown; parameter?: unknown };
  if (resourceType !== 'Parameters' || !Array.isArray(parameter))
    throw malformed(
      '',
      'export-parameter',
      'The body must be a resource of the type Parameters, or left out',
    );
  return parameter.map((entry: unknown, index) => {
    const given = (entry ?? {}) as Record<string, unknown>;
    const value = VALUES.map((name) => given[name]).find((text) => typeof text === 'string');
    if (typeof given.name !== 'string' || value === undefined)
      throw malformed(
        `/parameter/${index}`,
        'export-parameter',
        `Parameter ${index + 1} must have a name and a value such as valueString`,
      );
    return [given.name, value] as const;
  });
}
