import openapi from '../../openapi.json';
import { send, startApp, type TestApp } from '../support/app';
import { oneOfEach, type ExistingThings } from '../support/patients/existing';
import { RIGHT } from '../support/right-bodies';

let service: TestApp;
let made: ExistingThings;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  made = await oneOfEach(service);
});
afterAll(() => service.close());

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const SCHEMAS = openapi.components.schemas as unknown as Readonly<Record<string, Schema>>;

function resolved(schema: Schema): Schema {
  const [part] = schema.allOf ?? schema.oneOf ?? schema.anyOf ?? [];
  if (schema.$ref) return SCHEMAS[schema.$ref.split('/').at(-1)!]!;
  return part ? resolved(part) : schema;
}

/** Of a body only what the document marks as required, in what stands in it too. */
function onlyRequired(value: unknown, schema: Schema): unknown {
  const { properties = {}, required = [], items } = resolved(schema);
  if (Array.isArray(value)) return value.map((part) => onlyRequired(part, items ?? {}));
  if (typeof value !== 'object' || value === null || Object.keys(properties).length === 0) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => required.includes(name))
      .map(([name, part]) => [name, onlyRequired(part, properties[name]!)]),
  );
}

/** Where the document marks a field of this body as required, as JSON pointers. */
function requiredIn(value: unknown, schema: Schema, at = ''): string[] {
  const { properties = {}, required = [], items } = resolved(schema);
  if (Array.isArray(value))
    return value.slice(0, 1).flatMap((part) => requiredIn(part, items ?? {}, `${at}/0`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    ...(required.includes(name) ? [`${at}/${name}`] : []),
    ...requiredIn(part, properties[name] ?? {}, `${at}/${name}`),
  ]);
}

function without(body: object, pointer: string): object {
  const copy = structuredClone(body) as Record<string, unknown>;
  const path = pointer.slice(1).split('/');
  let holder = copy;
  for (const name of path.slice(0, -1)) holder = holder[name] as Record<string, unknown>;
  delete holder[path.at(-1)!];
  return copy;
}

interface Asked {
  readonly method: string;
  readonly path: string;
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

const OPERATIONS = Object.keys(RIGHT).flatMap((name) => {
  const [method, path] = name.split(' ') as [string, string];
  const methods = (openapi.paths as unknown as Record<string, Record<string, Operation>>)[`/api/v1${path}`]!;
  const schema = methods[method.toLowerCase()]!.requestBody?.content['application/json']?.schema;
  return schema ? [{ name, method, path, schema }] : [];
});

/** What a body needs beside what is marked: one thing or the other, or what its other fields ask for. */
const NEEDED_AS_WELL: Readonly<Record<string, readonly string[]>> = {
  // The code on the box says all four.
  'POST /lots': ['/product', '/lotNumber', '/expiresOn', '/vialUnits'],
  'POST /vials': ['/lotId'],
  'POST /external-doses': ['/product'],
  'POST /coverage-overrides': ['/patientId'],
  'POST /patients/{id}/precautions': ['/value'],
  'POST /courses': ['/etiology'],
  // Or where its keys are.
  'POST /smart-clients': ['/jwks'],
  // No field is amiss: it names the record itself.
  'POST /patients/{id}/merge': ['/intoId'],
};

interface Refused {
  readonly errors?: readonly { readonly pointer: string }[];
}

/** Which fields are refused, if the request is not right. */
async function refusedIn({ method, path }: Asked, body: unknown): Promise<string[]> {
  const admin =
    /^\/(users|api-tokens|smart-clients|imports|clinic-settings|sign-in-settings|clinic-learning)/.test(path);
  const answer = await send(service.url, method, made.address(path), {
    body,
    headers: {
      authorization: `Bearer ${(admin ? service.admin : service.neurologist).token}`,
      'if-match': '"1"',
    },
  });
  expect(answer.status).toBeLessThan(500);
  return answer.status === 400 ? (answer.body as Refused).errors!.map(({ pointer }) => pointer) : [];
}

describe.each(OPERATIONS)('$name', ({ name, schema, ...asked }) => {
  it('takes a body of nothing but what the document marks as required', async () => {
    expect(await refusedIn(asked, onlyRequired(RIGHT[name]!(made), schema))).toEqual(
      NEEDED_AS_WELL[name] ?? [],
    );
  });

  it('refuses a body without any one of those', async () => {
    const body = RIGHT[name]!(made);
    const taken: string[] = [];
    for (const pointer of requiredIn(body, schema)) {
      const refused = await refusedIn(asked, without(body, pointer));
      if (!refused.includes(pointer)) taken.push(pointer);
    }
    expect(taken).toEqual([]);
  });
});
