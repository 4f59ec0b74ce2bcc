import { Get, Query, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadsNothing } from '../../platform/audit/reads';
import { cameFrom } from '../../platform/auth/came-from';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Problem } from '../../platform/http/problem';
import { LAUNCH_COOKIE } from '../../platform/oidc/flow-cookie';
import { AllowAnyone } from '../../platform/permissions';
import { SmartService } from '../../platform/smart/smart.service';
import { launchedPatient } from '../../records/patients/launched-patient.query';
import { launchPath } from '../arriving/launch-path';
import { Screen } from '../screen.decorator';
import { backAt, keepFlow, orNotAdmitted, siteOf, takeFlow, welcome } from '../arriving/way-back';

/** An EHR starts the service with the patient who is open there. */
@Screen('launch')
export class LaunchScreen {
  constructor(
    private readonly smart: SmartService,
    private readonly work: UnitOfWork,
    private readonly adapter: HttpAdapterHost,
  ) {}

  @Get()
  @AllowAnyone()
  @ReadsNothing('leads to the EHR')
  async begin(
    @Query() { iss, launch }: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isGiven(iss) || !isGiven(launch))
      throw new Problem('malformed', 'An EHR starts this service, with iss and launch: open it from there.');
    await orNotAdmitted(reply, async () => {
      const back = `${siteOf(request)}/launch/callback`;
      const { address, flow } = await this.smart.begin({ iss, launch }, back, cameFrom(request));
      keepFlow(this.adapter, { request, reply, name: LAUNCH_COOKIE, flow });
      void reply.redirect(address.href, 303);
    });
  }

  /** What is shown of the patient is read by the page to which this leads. */
  @Get('callback')
  @AllowAnyone()
  @ReadsNothing('signs in and leads on')
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const flow = takeFlow(this.adapter, { request, reply, name: LAUNCH_COOKIE });
    await orNotAdmitted(reply, async () => {
      const { token, role, arrival } = await this.smart.finish(backAt(request), flow, cameFrom(request));
      const { recordNumbers } = arrival;
      const next = launchPath(role, recordNumbers, await launchedPatient(this.work.db, recordNumbers));
      welcome(this.adapter, { request, reply, token, next });
    });
  }
}

/** Our choice: longer is no address and no name of a launch. */
const LONGEST = 2000;

function isGiven(text: unknown): text is string {
  return typeof text === 'string' && text !== '' && text.length <= LONGEST;
}
