import type { HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_HOURS } from '../../platform/auth/open-session';
import { cookieIn, SESSION_COOKIE } from '../../platform/auth/token';
import { cookieFor, cookieName } from '../../platform/http/cookie';
import { FLOW_MINUTES, flowText, readFlow, type Flow } from '../../platform/oidc/flow-cookie';
import { NotAdmitted } from '../../platform/oidc/not-admitted';
import { NotAdmittedPage, STATUS_OF } from '../parts/account/not-admitted-page';
import { SignedInPage } from '../parts/account/signed-in-page';
import { sendScreen } from '../render';

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** As providers have it on their lists; they send nobody to another. */
export function siteOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`;
}

/** The address at which somebody came back, with all that was put into it. */
export function backAt(request: FastifyRequest): URL {
  return new URL(request.url, siteOf(request));
}

/** It comes back with a navigation from the provider's site, as the session's cookie must not. */
export function keepFlow(
  { httpAdapter }: HttpAdapterHost,
  { request, reply, name, flow }: Exchange & { readonly name: string; readonly flow: Flow },
): void {
  httpAdapter.setCookie(reply, cookieName(request, name), flowText(flow), {
    ...cookieFor(request),
    sameSite: 'lax',
    maxAge: FLOW_MINUTES * 60,
  });
}

/** Once, whatever comes of it. */
export function takeFlow(
  { httpAdapter }: HttpAdapterHost,
  { request, reply, name }: Exchange & { readonly name: string },
): Flow | undefined {
  httpAdapter.clearCookie(reply, cookieName(request, name), cookieFor(request));
  return readFlow(cookieIn(request, name));
}

/**
 * Signed in, and on to a page of ours. A redirect would still be a step from the provider's site, without the session's
 * cookie; a page of ours goes on with it.
 */
export function welcome(
  { httpAdapter }: HttpAdapterHost,
  { request, reply, token, next }: Exchange & { readonly token: string; readonly next: string },
): void {
  httpAdapter.setCookie(reply, cookieName(request, SESSION_COOKIE), token, {
    ...cookieFor(request),
    maxAge: SESSION_HOURS * 3600,
  });
  void reply.header('refresh', `0;url=${next}`);
  sendScreen(reply, <SignedInPage next={next} />);
}

/** Does the work, or says on a page why somebody is not let in. */
export async function orNotAdmitted(reply: FastifyReply, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof NotAdmitted)) throw error;
    sendScreen(reply, <NotAdmittedPage reason={error.reason} />, STATUS_OF[error.reason]);
  }
}
