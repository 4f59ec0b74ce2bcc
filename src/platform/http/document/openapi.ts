import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { FOR_ANYONE } from '../../permissions';

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** The problems that any operation may answer, beside those of its method. */
const ALWAYS = [400, 401, 403, 404, 406, 409, 413, 414, 415, 422, 429, 431, 500, 503];
const WITH_VERSION = [412, 428];

const PROBLEM = '#/components/schemas/Problem';

/** The document of the API: what the controllers and DTOs say, and the one way in which everything is refused. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Botulinum toxin clinic')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addServer('/', 'This service')
    .addBearerAuth({ type: 'http', description: 'A session of POST /auth/login, or an API token' }, 'bearer')
    .addSecurityRequirements('bearer');
  for (const [name, description] of TAGS) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  document.components ??= {};
  document.components.schemas = { ...document.components.schemas, Problem: PROBLEM_SCHEMA };
  for (const schema of Object.values(document.components.schemas)) {
    flattenValueLists(schema);
    nameFormats(schema);
  }
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (!operation) continue;
      markPublic(operation);
      const changesVersion = operation.parameters?.some(
        (parameter) => 'name' in parameter && parameter.name === 'If-Match',
      );
      const writesOnce = '200' in operation.responses && '201' in operation.responses;
      const refusals = [...ALWAYS, ...(changesVersion ? WITH_VERSION : []), ...(writesOnce ? [410] : [])];
      for (const status of refusals) {
        operation.responses[status] ??= {
          description: DESCRIPTIONS[status]!,
          content: { 'application/problem+json': { schema: { $ref: PROBLEM } } },
        };
      }
      operation.description ??= operation.summary;
    }
  }
  return document;
}

/** Where nobody needs to be signed in, the document says that no token is asked for. */
function markPublic(operation: { security?: unknown[]; [FOR_ANYONE]?: true }): void {
  if (!operation[FOR_ANYONE]) return;
  delete operation[FOR_ANYONE];
  operation.security = [];
}

interface ObjectSchema {
  properties?: Record<string, Record<string, unknown>>;
  required?: string[];
}

/** Of a list of named values the Swagger plugin makes a list in a list, which alone knows whether it may be left out. */
function flattenValueLists(schema: ObjectSchema | object): void {
  if (!('properties' in schema)) return;
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const inner = field.items as Record<string, unknown> | undefined;
    if (inner?.type !== 'array' || !('required' in inner)) continue;
    const { required, ...list } = inner;
    Object.assign(field, list);
    if (required === false) leaveOut(schema, name);
  }
}

function leaveOut(schema: ObjectSchema, name: string): void {
  const left = schema.required?.filter((field) => field !== name) ?? [];
  if (left.length > 0) schema.required = left;
  else delete schema.required;
}

/** A field's name says what its text is: `…On` a day, `…Id` a UUID, `version` a whole number. */
function nameFormats(schema: ObjectSchema | object): void {
  if (!('properties' in schema)) return;
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const types = [field.type].flat();
    const isPlainText = types.includes('string') && !field.format && !field.enum;
    if (isPlainText && /(On|Date|overdueFrom|asOf|snoozedUntil)$/.test(name)) field.format = 'date';
    if (isPlainText && /^(id|.+Id)$/.test(name) && name !== 'ruleId' && field.maxLength === undefined)
      field.format = 'uuid';
    if (types.includes('number') && name === 'version') field.type = 'integer';
  }
}

const DESCRIPTION = `The record, the due list and the decline watch of a clinic that gives botulinum toxin.

A day is \`YYYY-MM-DD\` on the clinic's calendar, its field ends in \`On\`; a moment is RFC 3339 in UTC, its field ends in
\`At\`. A client may send its own \`id\` with a POST: sending the same body twice writes once (201, then 200). Rows that
change carry \`version\`; a PATCH names it in \`If-Match\`. Units belong to the product beside them and are never compared
across products. Refusals are \`application/problem+json\` and say what to do.`;

const TAGS: readonly (readonly [string, string])[] = [
  ['sign in', 'Who one is'],
  ['users', 'People and scripts that may use the service'],
  ['patients', 'Identity and contact'],
  ['courses', 'One patient and one indication, with when the next session is due and why'],
  ['sessions', 'What was injected'],
  ['papers', 'Notes, letters and sheets from the record'],
  ['protocols', 'What a session may start from'],
  ['supply', 'Lots and vials: what is here, what was drawn from which, and who got of a lot'],
  ['responses', 'What became of a session'],
  ['patients’ answers', 'What patients say between sessions, by telephone or on the tablet'],
  ['adverse events', 'Side effects'],
  ['external doses', 'Toxin given elsewhere'],
  ['assessments', 'Decisions without storing'],
  ['flags', 'What a neurologist should look at'],
  ['due list', 'Who is due'],
  ['worklists', 'What waits for somebody'],
  ['appointments and contacts', 'Booking and calling'],
  ['cover', 'Prior authorizations, and what needs one'],
  ['catalogue', 'Indications, products, muscles, scales and rules with their sources'],
  ['clinic settings', 'What this clinic sets'],
  ['clinic learning', 'What the clinic’s own courses tell the watch'],
  ['imports', 'Files of another system, read in'],
  ['messages', 'What a hospital tells (HL7 v2), and what waits for a person'],
  ['reports', 'De-identified exports'],
  ['audit', 'Who read or changed what'],
  ['health', 'For the machines that watch the service'],
];

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The request is not right: `errors` says which field and what to do',
  401: 'Nobody is signed in',
  403: 'The role may not do this',
  404: 'There is none, or none one may know of',
  406: 'No such format',
  409: 'In conflict with what is stored',
  410: 'This id was written before and has been removed since: take a new one',
  412: 'Changed by somebody else meanwhile: read it again',
  413: 'Larger than any request of ours: send less at once',
  414: 'The address is too long',
  415: 'The body is not JSON',
  422: 'A clinical rule speaks against it: `findings` says which',
  428: 'If-Match is missing',
  429: 'Too many attempts or requests: wait as long as Retry-After says',
  431: 'The headers are too large',
  500: 'The service failed; nothing was written',
  503: 'Not available for the moment; nothing was written',
};

const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'A refusal, RFC 9457',
  required: ['type', 'title', 'status', 'detail', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri', example: 'urn:problem:malformed' },
    title: { type: 'string', example: 'The request is not right' },
    status: { type: 'integer', example: 400 },
    detail: {
      type: 'string',
      description: 'What to do',
      example: 'performedOn must be a day that exists, written YYYY-MM-DD',
    },
    instance: { type: 'string', example: '/api/v1/sessions' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: {
          pointer: {
            type: 'string',
            description: 'JSON pointer into the request',
            example: '/injections/2/units',
          },
          code: { type: 'string', example: 'min' },
          message: { type: 'string', example: 'units must not be less than 0.01' },
        },
      },
    },
    findings: { type: 'array', items: { $ref: '#/components/schemas/FindingView' } },
  },
} as const as never;
