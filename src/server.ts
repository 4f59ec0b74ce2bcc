import { isUtf8 } from 'node:buffer';
import type { Socket } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module';
import compress from '@fastify/compress';
import statics from '@fastify/static';
import { ASSETS_FOLDER } from './platform/http/assets-folder';
import { showDocument } from './platform/http/api-document';
import type { Config } from './platform/config';
import { refuseHostileText, refuseHostileUrl } from './platform/http/hostile-text';
import { serviceLogger } from './platform/log';
import { malformed, Problem } from './platform/http/problem';
import { sendProblem, toProblem } from './platform/http/problem.filter';
import { validationPipe } from './platform/http/validation-pipe';

const BODY_LIMIT = 256 * 1024;

/** The application, ready to listen: one adapter, one filter, one way to read a body. */
export async function createServer(config: Config, databaseUrl: string): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    // Closing waits for requests under way, not for browsers that keep a line open.
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, toProblem(error), request.url),
    clientErrorHandler: answerBrokenRequest,
  } as never);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(config, databaseUrl), adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: serviceLogger(),
  });
  readJsonOnly(app.getHttpAdapter().getInstance());
  app.useGlobalPipes(validationPipe());
  app.useSecurityHeaders(SECURITY_HEADERS);
  app.enableCsrfProtection();
  await serveAssets(app);
  showDocument(app);
  return app;
}

/** Built files keep their address for good: it changes with their content. Screens are compressed on their way. */
async function serveAssets(app: NestFastifyApplication): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    customTypes: /^text\/(html|css|javascript)|^application\/javascript/,
  });
  await app.register(statics, {
    root: ASSETS_FOLDER,
    prefix: '/assets/',
    decorateReply: false,
    immutable: true,
    maxAge: '365d',
  });
}

/** In a clinic's network the service often speaks plain HTTP: nothing here forces https. */
const SECURITY_HEADERS = {
  strictTransportSecurity: false,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'style-src': ["'self'"],
      'script-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
    },
  },
} as const;

function readJsonOnly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (body.length === 0) return done(null, undefined);
    if (!isUtf8(body)) return done(malformed('', 'encoding', 'The body is not valid UTF-8'));
    void parse(request, body.toString('utf8'), (error, value: unknown) => {
      if (error) return done(malformed('', 'json', 'The body is not valid JSON'));
      try {
        refuseHostileText(value);
        done(null, value);
      } catch (problem) {
        done(problem as Problem);
      }
    });
  });
  fastify.addHook('onRequest', async (request, reply) => {
    refuseHostileUrl(request.url);
    void reply.header('cache-control', 'no-store');
  });
}

function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const problem = tooLarge
    ? new Problem('headers-too-large', 'The headers are too large: send fewer or shorter ones.')
    : new Problem('malformed', 'This is not a readable HTTP request.');
  const body = JSON.stringify(problem.toBody('/'));
  socket.end(
    `HTTP/1.1 ${problem.status} ${problem.title}\r\ncontent-type: application/problem+json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
