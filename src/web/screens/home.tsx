import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Role } from '../../platform/actor';
import { ReadsNothing } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Allow } from '../../platform/permissions';
import { Screen } from '../screen.decorator';

const START: Readonly<Record<Role, string>> = {
  neurologist: '/my-day',
  scheduler: '/due',
  reporting: '/reports',
  admin: '/settings',
};

/** The start: where each role's day begins. */
@Screen()
export class HomeScreen {
  @Get('/')
  @Allow('self.read')
  @ReadsNothing('leads on')
  start(@By() actor: SignedIn, @Res() reply: FastifyReply): void {
    void reply.redirect(START[actor.role], 303);
  }
}
