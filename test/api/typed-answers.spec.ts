import { PassThrough } from 'node:stream';
import openapi from '../../openapi.json';
import { seedCommand } from '../../src/commands/seed';
import { CATALOGS } from '../../src/records/catalog/catalog.dto';
import { startApp, type TestApp } from '../support/app';
import { createTestDatabase } from '../support/database';
import { ifDocumented } from '../support/walks/documented';

let service: TestApp;
beforeAll(async () => {
  const database = await createTestDatabase('typed');
  const said = new PassThrough();
  const env = { DATABASE_URL: database.url, DEMO_PASSWORD: 'chosen by us' };
  expect(await seedCommand(env, { output: said, errors: said })).toBe(0);
  service = await startApp({ database });
});
afterAll(() => service?.close());

interface Given {
  readonly id: string;
  readonly performedOn: string;
  readonly product: string;
  readonly totalUnits: number;
  readonly voidedAt: string | null;
}

interface Shown {
  readonly id: string;
  readonly indication: string;
  readonly trend: { readonly tier: string | null } | null;
}

async function everyCourse(): Promise<Shown[]> {
  const { items } = (
    await service.neurologist.get('/due-list?limit=200&status=due,overdue,upcoming,not-due,lapsed')
  ).body;
  const courses: Shown[] = [];
  for (const { courseId } of items as { courseId: string }[])
    courses.push((await service.neurologist.get<Shown>(`/courses/${courseId}`)).body);
  return courses;
}

/** Of a recorded response what a history may say of one. */
const TOLD = [
  'assessedOn',
  'woreOffOn',
  'stillEffectiveOn',
  'improvementPct',
  'pgic',
  'measurements',
] as const;

async function historyOf(courseId: string): Promise<object[]> {
  const { neurologist } = service;
  const { items } = (await neurologist.get<{ items: Given[] }>(`/courses/${courseId}/sessions`)).body;
  const history: object[] = [];
  for (const { id, performedOn, product, totalUnits, voidedAt } of items) {
    if (voidedAt !== null) continue;
    const { status, body } = await neurologist.get(`/sessions/${id}/response`);
    const response = status === 200 ? Object.fromEntries(TOLD.map((name) => [name, body[name]])) : null;
    history.push({ performedOn, product, totalUnits, response });
  }
  return history;
}

// The client of the suite holds every answer against openapi.json and knows no field that the document does not name.
it('courses of the demo clinic, and previews of their histories, answer the trend that the document types', async () => {
  const courses = await everyCourse();
  expect(courses.length).toBeGreaterThan(20);
  const shown = { trend: 0, flag: 0, effectWindow: 0 };
  for (const { id, indication } of courses) {
    const { status, body } = await service.neurologist.post('/assessments/preview', {
      indication,
      sessions: await historyOf(id),
    });
    expect({ id, status }).toEqual({ id, status: 200 });
    for (const name of ['trend', 'flag', 'effectWindow'] as const) if (body[name] !== null) shown[name] += 1;
  }
  expect(Math.min(...Object.values(shown))).toBeGreaterThan(0);
  const tiers = new Set(courses.map(({ trend }) => trend && trend.tier));
  expect(tiers).toContain(null);
  expect(tiers).toContain('review');
});

it.each(CATALOGS)(
  'the catalogue of %s says which it is, and each row is as its schema says',
  async (name) => {
    const { status, body } = await service.reporting.get(`/catalog/${name}`);
    expect({ status, catalog: body.catalog }).toEqual({ status: 200, catalog: name });
    const schemas = openapi.components.schemas as unknown as Record<
      string,
      { properties: { catalog?: { enum: string[] }; items?: { items: { $ref: string } } } }
    >;
    const answer = Object.values(schemas).find(({ properties }) => properties?.catalog?.enum[0] === name)!;
    const row = answer.properties.items!.items.$ref.split('/').at(-1)!;
    for (const item of body.items as object[]) {
      expect(ifDocumented(row, item)).toBe(true);
      expect(ifDocumented(row, { ...item, source: 1, another: true })).toBe(false);
      for (const [field] of Object.entries(item).slice(0, 2))
        expect(ifDocumented(row, { ...item, [field]: undefined })).toBe(false);
    }
  },
);

it('nothing of a trend, a preview or a catalogue is an object of anything', () => {
  const schemas = openapi.components.schemas as unknown as Record<string, object>;
  const seen = new Set<string>();
  const untyped: string[] = [];
  const look = (schema: unknown, at: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { $ref, type, properties, additionalProperties } = schema as Record<string, unknown>;
    if (typeof $ref === 'string') {
      const name = $ref.split('/').at(-1)!;
      if (!seen.has(name)) {
        seen.add(name);
        look(schemas[name], name);
      }
      return;
    }
    if ([type].flat().includes('object') && !properties && !additionalProperties) untyped.push(at);
    if (additionalProperties === true) untyped.push(at);
    for (const [name, part] of Object.entries(schema)) look(part, `${at}.${name}`);
  };
  look(openapi.paths['/api/v1/catalog/{catalog}'].get.responses['200'], 'catalog');
  for (const name of ['CourseView', 'PreviewView']) look(schemas[name], name);
  expect(untyped).toEqual([]);
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'TrendView',
      'PreviewFlagView',
      'EffectWindowView',
      'ScaleRowView',
      'RuleRowView',
    ]),
  );
});
