import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

const BUILT = join(__dirname, '../../../../../openapi.json');

/** The committed document, from the build as from the sources. */
export const DOCUMENT_FILE = existsSync(BUILT) ? BUILT : join(__dirname, '../../../../openapi.json');

/** Shows the API to a person at /api/docs and to a program at /api/openapi.json, as it was committed. */
export function showDocument(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  SwaggerModule.setup(
    'api/docs',
    app,
    () => JSON.parse(readFileSync(DOCUMENT_FILE, 'utf8')) as OpenAPIObject,
    {
      jsonDocumentUrl: 'api/openapi.json',
      yamlDocumentUrl: 'api/openapi.yaml',
      customSiteTitle: 'Botulinum toxin clinic: API',
    },
  );
  // The page of the library styles itself inline.
  fastify.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/docs')) {
      void reply.header(
        'content-security-policy',
        "default-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
      );
    }
  });
}
