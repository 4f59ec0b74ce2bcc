import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryFailedError } from 'typeorm';
import { RefusalLog } from '../audit/refusal-log';
import { databaseProblem } from '../database/database-problem';
import { USUAL } from './door/body-limits';
import { Problem, problemKindOf } from './problem';

/** Answers everything that is thrown as `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  constructor(private readonly refusals: RefusalLog) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = toProblem(error, request.routeOptions.bodyLimit);
    if (problem.status >= 500 && !hasGone(request))
      this.log.error(`${request.method} ${pathOf(request.url)}: ${describe(error)}`);
    await this.refusals.record(request, problem.status);
    sendProblem(http.getResponse<FastifyReply>(), problem, request.url);
  }
}

/** The line was closed in the middle of the body: nobody waits for an answer, and nothing of ours failed. */
function hasGone({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete;
}

export function sendProblem(reply: FastifyReply, problem: Problem, url: string): void {
  if (reply.sent || reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  const { retryAfterSeconds } = problem.more;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem.toBody(pathOf(url))));
}

/** `bodyLimit`: the bytes that the body of this request may have. */
export function toProblem(error: unknown, bodyLimit = USUAL.kilobytes * 1024): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return fromStatus(error.getStatus(), error, bodyLimit);
  if (error instanceof QueryFailedError || isConnectionError(error)) return databaseProblem(error);
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number') return fromStatus(status, error as Error, bodyLimit);
  return new Problem('internal', FAILED, { cause: error });
}

function fromStatus(status: number, cause: Error, bodyLimit: number): Problem {
  const kind = problemKindOf(status);
  if (kind === 'too-large')
    return new Problem(kind, `The body is larger than ${bodyLimit / 1024} KiB: send less at once.`, {
      cause,
    });
  return new Problem(kind, kind === 'internal' ? FAILED : (ADVICE[kind] ?? cause.message), { cause });
}

const FAILED = 'The service failed. Nothing was written. Tell the administrator when this happened.';

const ADVICE: Partial<Record<string, string>> = {
  'not-json': 'Send the body as JSON with the header content-type: application/json.',
  'not-found': 'Nothing is at this address. /api/docs lists what there is.',
};

function isConnectionError(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return (
    typeof code === 'string' &&
    /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|57P0\d|08\w{3}|53\d{3})$/.test(code)
  );
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\ncaused by ${describe(error.cause)}`;
}

/** The path alone: a query string may hold a name and is never logged or echoed. */
function pathOf(url: string): string {
  return url.split('?', 1)[0]!;
}
