import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from '../platform/by.decorator';
import { toProblem } from '../platform/problem.filter';
import { Page } from './parts/page';
import { sendScreen } from './render';

/** A refusal as a screen: whoever is not signed in goes to sign in and comes back. */
@Catch()
export class ScreenFilter implements ExceptionFilter {
  private readonly log = new Logger('Screen');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest & { actor?: SignedIn }>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error);
    if (problem.status === 401) {
      void reply.redirect(`/login?next=${encodeURIComponent(request.url)}`, 303);
      return;
    }
    if (problem.status >= 500)
      this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    sendScreen(
      reply,
      <Page title={problem.title} actor={request.actor}>
        <div class="notice notice-bad">
          <p>{problem.detail}</p>
          <p>
            <a href="/">Go to the start</a>
          </p>
        </div>
      </Page>,
      problem.status,
    );
  }
}
