import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RefusalLog } from '../../audit/refusal-log';
import { databaseProblem, failed, isDatabaseError } from '../../database/faults/database-problem';
import { FullDisk } from '../../database/faults/full-disk';
import { driverErrorOf } from '../../database/faults/outcome';
import { USUAL } from '../door/body-limits';
import { operationOutcome } from './operation-outcome';
import { Problem, problemKindOf } from '../problem';

const SAID_AGAIN_MS = 10_000;
/** Where nobody says more: as clients ask again by themselves. */
const RETRY_AFTER_S = 5;

/** Answers everything that is thrown as `application/problem+json`, or as an OperationOutcome where FHIR is read. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');
  private readonly saidUntil = new Map<string, number>();

  constructor(
    private readonly refusals: RefusalLog,
    private readonly disk: FullDisk,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    this.disk.note(error);
    const problem = toProblem(error, request.routeOptions.bodyLimit);
    if (problem.status >= 500 && !hasGone(request)) this.say(request, problem, error);
    await this.refusals.record(request, problem.status);
    sendProblem(http.getResponse<FastifyReply>(), problem, request.url);
  }

  /** A fault of ours with all that is known of it; an outage in a line, and again while it lasts. */
  private say({ method, url }: FastifyRequest, { kind, detail }: Problem, error: unknown): void {
    if (kind === 'internal') return this.log.error(`${method} ${pathOf(url)}: ${describe(error)}`);
    const now = performance.now();
    if (now < (this.saidUntil.get(detail) ?? 0)) return;
    this.saidUntil.set(detail, now + SAID_AGAIN_MS);
    const why = error instanceof Problem ? error.cause : error;
    const reason = why === undefined ? '' : ` (${reasonOf(why)})`;
    this.log.error(`${method} ${pathOf(url)} is answered 503: ${detail}${reason}`);
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
  const { retryAfterSeconds = problem.status === 503 ? RETRY_AFTER_S : undefined } = problem.more;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  const path = pathOf(url);
  const [type, body] = path.startsWith(FHIR)
    ? ['application/fhir+json', operationOutcome(problem)]
    : ['application/problem+json', problem.toBody(path)];
  void reply
    .status(problem.status)
    .header('content-type', `${type}; charset=utf-8`)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(body));
}

/** Below it refusals are resources too. */
const FHIR = '/fhir/';

/** `bodyLimit`: the bytes that the body of this request may have. */
export function toProblem(error: unknown, bodyLimit = USUAL.kilobytes * 1024): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return fromStatus(error.getStatus(), error, bodyLimit);
  if (isDatabaseError(error)) return databaseProblem(error);
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number') return fromStatus(status, error as Error, bodyLimit);
  return failed(error);
}

function fromStatus(status: number, cause: Error, bodyLimit: number): Problem {
  const kind = problemKindOf(status);
  if (kind === 'too-large')
    return new Problem(kind, `The body is larger than ${bodyLimit / 1024} KiB: send less at once.`, {
      cause,
    });
  return kind === 'internal' ? failed(cause) : new Problem(kind, ADVICE[kind] ?? cause.message, { cause });
}

const ADVICE: Partial<Record<string, string>> = {
  'not-json': 'Send the body as JSON with the header content-type: application/json.',
  'not-found': 'Nothing is at this address. /api/docs lists what there is.',
};

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = withoutValues(error, error.stack ?? error.message);
  return error.cause === undefined ? own : `${own}\ncaused by ${describe(error.cause)}`;
}

/** Of a value that it cannot take the database says which: it may be a name. */
function withoutValues(error: Error, said: string): string {
  const { code } = driverErrorOf(error) as { code?: unknown };
  if (typeof code !== 'string' || !code.startsWith('22')) return said;
  const quoted = /".*"/s.exec(error.message)?.[0];
  return quoted === undefined ? said : said.replace(quoted, '"…"');
}

/** The innermost words, on one line. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  const { code } = driverErrorOf(error) as { code?: string };
  return `${code === undefined ? '' : `${code} `}${error.message.split('\n', 1)[0]}`;
}

/** The secret of a calendar's address is neither logged nor said again. */
const SECRET_IN_PATH = /(\/calendar-feeds\/).+/;

/** The path alone: a query string may hold a name and is never logged or echoed. */
function pathOf(url: string): string {
  return url.split('?', 1)[0]!.replace(SECRET_IN_PATH, '$1…');
}
