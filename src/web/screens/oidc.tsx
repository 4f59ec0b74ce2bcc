import { Get, Query, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadsNothing } from '../../platform/audit/reads';
import { cameFrom } from '../../platform/auth/came-from';
import { SESSION_HOURS } from '../../platform/auth/open-session';
import { cookieIn, SESSION_COOKIE } from '../../platform/auth/token';
import { cookieFor, cookieName } from '../../platform/http/cookie';
import { FLOW_COOKIE, FLOW_MINUTES, flowText, readFlow } from '../../platform/oidc/flow-cookie';
import { NotAdmitted } from '../../platform/oidc/not-admitted';
import { OidcService } from '../../platform/oidc/oidc.service';
import { AllowAnyone } from '../../platform/permissions';
import { NotAdmittedPage, STATUS_OF } from '../parts/account/not-admitted-page';
import { SignedInPage } from '../parts/account/signed-in-page';
import { sendScreen } from '../render';
import { Screen } from '../screen.decorator';
import { pathOfThisSite } from './login';

/** Signing in by a provider: there, and back to where one wanted to go. */
@Screen('auth/oidc')
export class OidcScreen {
  constructor(
    private readonly oidc: OidcService,
    private readonly adapter: HttpAdapterHost,
  ) {}

  @Get()
  @AllowAnyone()
  @ReadsNothing('leads to the provider')
  async begin(
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await orNotAdmitted(reply, async () => {
      const { address, flow } = await this.oidc.begin(callbackOf(request).href);
      const text = flowText({ ...flow, next: pathOfThisSite(query['next']) });
      // It comes back with a navigation from the provider's site, as the session's cookie must not.
      this.adapter.httpAdapter.setCookie(reply, cookieName(request, FLOW_COOKIE), text, {
        ...cookieFor(request),
        sameSite: 'lax',
        maxAge: FLOW_MINUTES * 60,
      });
      void reply.redirect(address.href, 303);
    });
  }

  @Get('callback')
  @AllowAnyone()
  @ReadsNothing('signs in')
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const flow = readFlow(cookieIn(request, FLOW_COOKIE));
    const { httpAdapter } = this.adapter;
    // Once, whatever comes of it.
    httpAdapter.clearCookie(reply, cookieName(request, FLOW_COOKIE), cookieFor(request));
    await orNotAdmitted(reply, async () => {
      const back = callbackOf(request);
      back.search = new URL(request.url, back).search;
      const token = await this.oidc.finish(back, flow, cameFrom(request));
      httpAdapter.setCookie(reply, cookieName(request, SESSION_COOKIE), token, {
        ...cookieFor(request),
        maxAge: SESSION_HOURS * 3600,
      });
      const next = pathOfThisSite(flow?.next);
      // A redirect would still be a step from the provider's site, without the session's cookie; a page of ours goes on with it.
      void reply.header('refresh', `0;url=${next}`);
      sendScreen(reply, <SignedInPage next={next} />);
    });
  }
}

async function orNotAdmitted(reply: FastifyReply, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof NotAdmitted)) throw error;
    sendScreen(reply, <NotAdmittedPage reason={error.reason} />, STATUS_OF[error.reason]);
  }
}

/** As the provider has it on its list; it sends nobody to another. */
function callbackOf({ protocol, host }: FastifyRequest): URL {
  return new URL(`${protocol}://${host}/auth/oidc/callback`);
}
