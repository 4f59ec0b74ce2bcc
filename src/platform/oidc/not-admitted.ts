import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';

/**
 * Why somebody who comes from a provider is not let in.
 *
 * `not-begun`: not from this browser, or too late. `denied`: the provider says so. `code`: it does not take its own code
 * (again). `token`: what it sent is not for us, not of now or not by it. `unknown-ehr`, `unsuited`: an EHR that is not in the
 * settings, or cannot say who somebody is.
 */
export type Reason =
  | 'not-begun'
  | 'denied'
  | 'code'
  | 'token'
  | 'unreachable'
  | 'no-role'
  | 'disabled'
  | 'unknown-ehr'
  | 'unsuited';

export class NotAdmitted extends Error {
  constructor(
    readonly reason: Reason,
    readonly more: {
      /** The error's own code, for the trail: of the library or of the protocol. */
      readonly code?: string;
      readonly userId?: string;
      /** Who it is there, once that is certain. */
      readonly subject?: string;
      readonly cause?: unknown;
    } = {},
  ) {
    super(reason, { cause: more.cause });
  }
}

/** What went wrong on the way through a provider. */
export function notAdmittedBy(error: unknown): NotAdmitted {
  if (error instanceof NotAdmitted) return error;
  if (error instanceof AuthorizationResponseError)
    return new NotAdmitted('denied', { code: plain(error.error), cause: error });
  if (error instanceof ResponseBodyError)
    return new NotAdmitted('code', { code: plain(error.error), cause: error });
  if (error instanceof ClientError)
    return new NotAdmitted(error.code === 'OAUTH_TIMEOUT' ? 'unreachable' : 'token', {
      code: error.code,
      cause: error,
    });
  // What `fetch` throws where nobody answers.
  if (error instanceof TypeError && error.cause !== undefined)
    return new NotAdmitted('unreachable', { cause: error });
  throw error;
}

/** A code of the protocol, not what somebody typed into an address. */
function plain(code: string): string | undefined {
  return /^[a-z_]{1,60}$/.test(code) ? code : undefined;
}
