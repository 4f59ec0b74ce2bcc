import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problem } from '../platform/http/problem';
import { sendProblem, toProblem } from '../platform/http/problems/problem.filter';
import { Refusal } from './parts/page/refusal';
import { sendScreen } from './render';
import { whoLooks } from './arriving/who-looks';

/** An address at which nothing is: a screen for whoever looks with a browser, a problem for a program. */
@Catch(NotFoundException)
export class UnknownAddressFilter implements ExceptionFilter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async catch(error: NotFoundException, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const { method, url, headers } = request;
    const reply = http.getResponse<FastifyReply>();
    const looking = method === 'GET' && headers.accept?.includes('text/html') && !url.startsWith('/api/');
    if (!looking) return sendProblem(reply, toProblem(error), url);
    const actor = await whoLooks(request, this.work, this.clock);
    sendScreen(reply, <Refusal problem={NO_SCREEN} actor={actor} />, NO_SCREEN.status);
  }
}

const NO_SCREEN = new Problem(
  'not-found',
  'There is no screen at this address. It may be mistyped, or the link is an old one.',
);
