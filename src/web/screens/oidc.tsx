import { Get, Query, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadsNothing } from '../../platform/audit/reads';
import { cameFrom } from '../../platform/auth/came-from';
import { FLOW_COOKIE } from '../../platform/oidc/flow-cookie';
import { OidcService } from '../../platform/oidc/oidc.service';
import { AllowAnyone } from '../../platform/permissions';
import { Screen } from '../screen.decorator';
import { backAt, keepFlow, orNotAdmitted, siteOf, takeFlow, welcome } from '../arriving/way-back';
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
      const begun = await this.oidc.begin(`${siteOf(request)}/auth/oidc/callback`);
      const flow = { ...begun.flow, next: pathOfThisSite(query['next']) };
      keepFlow(this.adapter, { request, reply, name: FLOW_COOKIE, flow });
      void reply.redirect(begun.address.href, 303);
    });
  }

  @Get('callback')
  @AllowAnyone()
  @ReadsNothing('signs in')
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const flow = takeFlow(this.adapter, { request, reply, name: FLOW_COOKIE });
    await orNotAdmitted(reply, async () => {
      const token = await this.oidc.finish(backAt(request), flow, cameFrom(request));
      welcome(this.adapter, { request, reply, token, next: pathOfThisSite(flow?.next) });
    });
  }
}
