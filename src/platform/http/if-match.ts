import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { malformed, Problem } from './problem';

/**
 * `@IfMatch() version: number` in a handler that changes a row: the version that the caller has seen.
 *
 * Missing it is a 428; a value that is no whole number in quotes is a 400.
 */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    readIfMatch(
      context.switchToHttp().getRequest<{ headers: { 'if-match'?: string } }>().headers['if-match'],
    ),
  [describeHeader],
);

/**
 * `@MayMatch() version: number | undefined`: as `@IfMatch()` where it stands on the row whether a version must be named.
 */
export const MayMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext) => {
    const { headers } = context.switchToHttp().getRequest<{ headers: { 'if-match'?: string } }>();
    return headers['if-match'] === undefined ? undefined : readIfMatch(headers['if-match']);
  },
  [describeOptionalHeader],
);

export function readIfMatch(header: string | undefined): number {
  if (header === undefined) throw versionRequired();
  const quoted = /^\s*"(0|[1-9]\d{0,8})"\s*$/.exec(header);
  if (!quoted) {
    throw malformed('/If-Match', 'if-match', 'If-Match takes one version in quotes, as in If-Match: "1"');
  }
  return Number(quoted[1]);
}

export function versionRequired(): Problem {
  return new Problem(
    'version-required',
    'Name the version you have read in the header If-Match, in quotes: If-Match: "1".',
  );
}

/** @throws Problem 412 unless the update hit its row: `where id and version` finds none once somebody else was quicker. */
export function refuseOutdated(affected: number | null | undefined): void {
  if (affected === 0) {
    throw new Problem(
      'outdated',
      'Somebody else changed this meanwhile. Read it again and send your change with the new version.',
    );
  }
}

/** @throws Problem 412 unless the row, read under its lock, still has the version that the caller names. */
export function refuseUnlessVersion(current: number, named: number): void {
  refuseOutdated(current === named ? 1 : 0);
}

function describeHeader(target: object, key: string | symbol | undefined): void {
  describe(target, key, true);
}

function describeOptionalHeader(target: object, key: string | symbol | undefined): void {
  describe(target, key, false);
}

function describe(target: object, key: string | symbol | undefined, required: boolean): void {
  const handler = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
  if (key === undefined || handler === undefined) return;
  ApiHeader({
    name: 'If-Match',
    description: 'The version you have read, in quotes.',
    required,
    example: '"1"',
    schema: { pattern: '^"(0|[1-9][0-9]{0,8})"$' },
  })(target, key, handler);
}
