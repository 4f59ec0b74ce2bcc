import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { isInterval } from '../../../src/clinical/due/due-settings';

const FILE = join(__dirname, '../../../openapi.json');

interface OpenApi {
  components?: { schemas: Record<string, { additionalProperties?: unknown }> };
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema?: object }> }> }>
  >;
}

const document = (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : { paths: {} }) as OpenApi;
for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
  // Clients must bear new fields; our own answers have none that the document does not know, nor does a body.
  if (/(View|Page|Dto)$/.test(name)) schema.additionalProperties ??= false;
}
const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema(document, 'openapi.json');
// That it leads forward, and how far, has no word in JSON Schema.
ajv.addFormat('duration', isInterval);

/** Does `openapi.json` allow such a body? */
export function ifDocumented(schema: string, body: unknown): boolean {
  const allows = ajv.getSchema(`openapi.json#/components/schemas/${schema}`);
  if (!allows) throw new Error(`openapi.json knows no ${schema}`);
  return allows(body) === true;
}

/** @throws Error unless `openapi.json` describes this answer of this operation. */
export function refuseUndocumented(method: string, path: string, status: number, body: unknown): void {
  const asked = `/api/v1${path.split('?')[0]}`;
  const template = Object.keys(document.paths)
    .toSorted((a, b) => parametersIn(a) - parametersIn(b))
    .find((known) => patternOf(known).test(asked));
  if (!template) {
    if (status === 404) return;
    throw new Error(`openapi.json knows no ${asked}`);
  }
  const response = document.paths[template]?.[method.toLowerCase()]?.responses[String(status)];
  if (!response) {
    if (status === 404 && !document.paths[template]?.[method.toLowerCase()]) return;
    throw new Error(
      `openapi.json knows no ${status} of ${method} ${template}: ${JSON.stringify(body).slice(0, 500)}`,
    );
  }
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  const content = response.content ?? {};
  if (!(type in content))
    throw new Error(`openapi.json knows no ${type} for ${status} of ${method} ${template}`);
  const pointer = [
    'paths',
    template,
    method.toLowerCase(),
    'responses',
    String(status),
    'content',
    type,
    'schema',
  ]
    .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const validate = ajv.getSchema(`openapi.json#/${pointer}`);
  if (!validate) throw new Error(`openapi.json has no schema for ${status} of ${method} ${template}`);
  if (!validate(body)) {
    throw new Error(
      `${method} ${asked} answers ${status} otherwise than openapi.json says: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(body).slice(0, 1000)}`,
    );
  }
}

function parametersIn(template: string): number {
  return template.split('{').length;
}

function patternOf(template: string): RegExp {
  const pattern = template.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{[^}]+\}/g, '[^/]+');
  return new RegExp(`^${pattern}$`);
}
