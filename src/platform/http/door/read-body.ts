import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { refuseHostileBody } from '../validating/hostile-text';
import { malformed, Problem } from '../problem';
import { limitBodies, limitsOf, takesCsv, takesForm } from './body-limits';

/** One way to read a body: JSON in UTF-8, as it was sent, no larger than any request of ours; a file of rows only where one is asked for. */
export function readJsonOnly(fastify: FastifyInstance): void {
  limitBodies(fastify);
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser(JSON_TYPES, { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (isEncoded(request.headers['content-encoding'])) return done(ENCODED);
    if (body.length === 0) return done(null, undefined);
    if (!isUtf8(body)) return done(malformed('', 'encoding', 'The body is not valid UTF-8'));
    void parse(request, body.toString('utf8'), (error, value: unknown) => {
      if (error) return done(malformed('', 'json', 'The body is not valid JSON'));
      try {
        refuseHostileBody(value, limitsOf(request));
        done(null, value);
      } catch (problem) {
        done(problem as Problem);
      }
    });
  });
  fastify.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (!takesCsv(request)) return done(new Problem('not-json', SEND_JSON));
    done(isEncoded(request.headers['content-encoding']) ? ENCODED : null, body);
  });
  fastify.addContentTypeParser(FORM_TYPE, { parseAs: 'string' }, (request, body: string, done) => {
    if (!takesForm(request)) return done(new Problem('not-json', SEND_JSON));
    done(null, formOf(new URLSearchParams(body)));
  });
}

/** A list of what is named several times. */
function formOf(fields: URLSearchParams): Readonly<Record<string, string | string[]>> {
  return Object.fromEntries(
    [...new Set(fields.keys())].map((name) => {
      const all = fields.getAll(name);
      return [name, all.length === 1 ? all[0]! : all];
    }),
  );
}

const FORM_TYPE = 'application/x-www-form-urlencoded';
/** FHIR sends its own. */
const JSON_TYPES = ['application/json', 'application/fhir+json'];

const SEND_JSON = 'Send the body as JSON with the header content-type: application/json.';

/** A compressed body may be a thousand times larger than what was sent: none is unpacked. */
const ENCODED = new Problem(
  'not-json',
  'Send the body as it is, without content-encoding: none is unpacked.',
);

function isEncoded(encoding: string | undefined): boolean {
  return encoding !== undefined && encoding.trim().toLowerCase() !== 'identity';
}
