import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RefusalLog } from '../platform/audit/refusal-log';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { toProblem } from '../platform/http/problems/problem.filter';
import { Refusal } from './parts/page/refusal';
import { sendScreen } from './render';
import { whoLooks } from './arriving/who-looks';

/** A refusal as a screen: whoever is not signed in goes to sign in and comes back, whoever owes something to where it is done. */
@Catch()
export class ScreenFilter implements ExceptionFilter {
  private readonly log = new Logger('Screen');

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly refusals: RefusalLog,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error);
    if (problem.status === 401) {
      void reply.redirect(`/login?next=${encodeURIComponent(request.url)}`, 303);
      return;
    }
    const actor = await whoLooks(request, this.work, this.clock);
    if (problem.status === 403 && actor?.owes) {
      void reply.redirect('/account', 303);
      return;
    }
    if (problem.status >= 500)
      this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const { retryAfterSeconds } = problem.more;
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
    await this.refusals.record(request, problem.status);
    sendScreen(reply, <Refusal problem={problem} actor={actor} />, problem.status);
  }
}
