import type { BookingFinding } from '../../clinical/schedule/booking-check';
import type { Finding } from '../../clinical/finding';

const KINDS = {
  malformed: [400, 'The request is not right'],
  unauthenticated: [401, 'Sign in first'],
  'second-factor': [401, 'One more step'],
  forbidden: [403, 'Not allowed'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'No such method here'],
  'not-acceptable': [406, 'No such format'],
  'too-slow': [408, 'The request did not arrive in time'],
  conflict: [409, 'In conflict with what is stored'],
  gone: [410, 'Removed'],
  outdated: [412, 'Changed by somebody else meanwhile'],
  'too-large': [413, 'Too large'],
  'uri-too-long': [414, 'The address is too long'],
  'not-json': [415, 'Send JSON'],
  'not-expected': [417, 'No such expectation is met'],
  'wrong-host': [421, 'Not the service of that name'],
  'rule-broken': [422, 'A clinical rule speaks against it'],
  'version-required': [428, 'Name the version you change'],
  'too-many': [429, 'Too many attempts'],
  'headers-too-large': [431, 'The headers are too large'],
  internal: [500, 'Something went wrong here'],
  unavailable: [503, 'Not available for the moment'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemKind = keyof typeof KINDS;

/** One field that is wrong: where it stands in the request (JSON pointer), a stable code, and what to do. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** A refusal, answered as RFC 9457 `application/problem+json`. The detail says what to do. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;

  constructor(
    readonly kind: ProblemKind,
    readonly detail: string,
    readonly more: {
      errors?: readonly FieldError[];
      findings?: readonly (Finding | BookingFinding)[];
      retryAfterSeconds?: number;
      /** What was thrown beneath; for the log, never for the client. */
      cause?: unknown;
    } = {},
  ) {
    super(detail, more.cause === undefined ? undefined : { cause: more.cause });
    [this.status, this.title] = KINDS[kind];
  }

  toBody(instance: string): Record<string, unknown> {
    const { errors, findings } = this.more;
    return {
      type: `urn:problem:${this.kind}`,
      title: this.title,
      status: this.status,
      detail: this.detail,
      instance,
      ...(errors && { errors }),
      ...(findings && { findings }),
    };
  }
}

/** More are counted, not listed: nobody corrects a hundred fields by hand, and each costs the service a line. */
const MOST_ERRORS = 50;

/** The wrong fields of one request as a 400. */
export function shapeProblem(errors: readonly FieldError[]): Problem {
  const { length } = errors;
  const listed = errors.slice(0, MOST_ERRORS);
  if (length === 1) return new Problem('malformed', errors[0]!.message, { errors: listed });
  const rest = length > MOST_ERRORS ? `, the first ${MOST_ERRORS} of them` : '';
  return new Problem('malformed', `${length} fields are wrong: see errors${rest}.`, { errors: listed });
}

/** A single wrong field as a 400. */
export function malformed(pointer: string, code: string, message: string): Problem {
  return new Problem('malformed', message, { errors: [{ pointer, code, message }] });
}

/** A field that is well formed and contradicts what is on record, as a 409. */
export function contradicting(pointer: string, code: string, message: string): Problem {
  return new Problem('conflict', message, { errors: [{ pointer, code, message }] });
}

/** The problem kind for a bare HTTP status, as a framework gives it. */
export function problemKindOf(status: number): ProblemKind {
  const known = (Object.keys(KINDS) as ProblemKind[]).find((kind) => KINDS[kind][0] === status);
  return known ?? (status >= 400 && status < 500 ? 'malformed' : 'internal');
}
