import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import statics from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module';
import { TrailSealer } from './platform/audit/chain/trail-sealer';
import type { Config } from './platform/config';
import { showDocument } from './platform/http/document/api-document';
import { ASSETS_FOLDER } from './platform/http/assets-folder';
import { USUAL } from './platform/http/door/body-limits';
import { answerBrokenRequest, answerOddRequests, BARE_HEADERS } from './platform/http/door/broken-requests';
import { guardDoor } from './platform/http/door/guard-door';
import { readJsonOnly } from './platform/http/door/read-body';
import { SECURITY_HEADERS } from './platform/http/door/security-headers';
import { sendProblem, toProblem } from './platform/http/problems/problem.filter';
import { validationPipe } from './platform/http/validating/validation-pipe';
import { serviceLogger } from './platform/log/log';

/** Our choice: who sends slower than this, or reads nothing for so long, is cut off. */
const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  checkedEvery: 5_000,
  silentLine: 300_000,
} as const;

/** The application, ready to listen: one adapter, one filter, one way to read a body. */
export async function createServer(config: Config, databaseUrl: string): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    // Ours alone: what a client sends would stand in the trail.
    genReqId: () => randomUUID(),
    bodyLimit: USUAL.kilobytes * 1024,
    requestTimeout: PATIENCE.requestTimeout,
    connectionTimeout: PATIENCE.silentLine,
    http: {
      headersTimeout: PATIENCE.headersTimeout,
      requestTimeout: PATIENCE.requestTimeout,
      connectionsCheckingInterval: PATIENCE.checkedEvery,
      requireHostHeader: false,
    },
    trustProxy: config.trustedProxy ?? false,
    // Closing waits for requests under way, not for browsers that keep a line open.
    forceCloseConnections: 'idle',
    // The door answers, as a problem.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply.headers(BARE_HEADERS), toProblem(error), request.url),
    clientErrorHandler: answerBrokenRequest,
  } as never);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(config, databaseUrl), adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: serviceLogger(),
  });
  const fastify = app.getHttpAdapter().getInstance();
  answerOddRequests(app.getHttpServer());
  app.get(TrailSealer).sealAfterAnswers(fastify);
  guardDoor(fastify, config.allowedHosts);
  readJsonOnly(fastify);
  app.useGlobalPipes(validationPipe());
  app.useSecurityHeaders(SECURITY_HEADERS);
  app.enableCsrfProtection();
  await serveAssets(app);
  showDocument(app);
  return app;
}

/**
 * Built files keep their address for good, which changes with their content, and lie there compressed. Screens are compressed
 * on their way.
 */
async function serveAssets(app: NestFastifyApplication): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    // A step above the default: the page of a session stays below 100 kB.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
    globalDecompression: false,
    threshold: 1024,
    customTypes: /^text\/(html|css|javascript)|^application\/javascript/,
  });
  await app.register(statics, {
    root: ASSETS_FOLDER,
    prefix: '/assets/',
    decorateReply: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
  });
}
