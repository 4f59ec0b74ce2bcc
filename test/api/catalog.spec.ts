import { startApp, type TestApp } from '../support/app';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const slugs = (items: { slug: string }[]) => items.map(({ slug }) => slug);

it.each`
  catalog          | some                                                            | least
  ${'indications'} | ${['chronic_migraine', 'hemifacial_spasm', 'spasticity_upper']} | ${14}
  ${'products'}    | ${['ona', 'abo', 'inco', 'rima', 'daxi']}                       | ${5}
  ${'muscles'}     | ${['splenius_capitis', 'orbicularis_oculi_upper_lid']}          | ${100}
  ${'scales'}      | ${['mas', 'tsui', 'twstrs_total']}                              | ${10}
  ${'precautions'} | ${['pregnant', 'myasthenia_gravis']}                            | ${10}
`(
  'every role reads the $catalog',
  async ({ catalog, some, least }: { catalog: string; some: string[]; least: number }) => {
    for (const client of [service.neurologist, service.scheduler, service.reporting, service.admin]) {
      const { status, body } = await client.get(`/catalog/${catalog}`);
      expect({ status, rulesVersion: body.rulesVersion }).toEqual({
        status: 200,
        rulesVersion: expect.any(String),
      });
      expect(slugs(body.items)).toEqual(expect.arrayContaining(some));
      expect(body.items.length).toBeGreaterThanOrEqual(least);
    }
  },
);

it('every rule shows its number, its unit and where it comes from, and only what is not verified is a setting', async () => {
  const { items } = (await service.reporting.get('/catalog/rules')).body;
  for (const rule of items) {
    expect(rule).toMatchObject({
      id: expect.any(String),
      text: expect.any(String),
      source: expect.stringMatching(/^(V:|M|P)/),
      value: rule.defaultValue,
    });
    expect({ id: rule.id, settable: rule.settable }).toEqual({
      id: rule.id,
      settable: !rule.source.startsWith('V:'),
    });
  }
  expect(items.length).toBeGreaterThan(50);
});

it.each`
  path                    | found
  ${'muscles?q=SCM'}      | ${'sternocleidomastoid'}
  ${'muscles?q=splenius'} | ${'splenius_capitis'}
  ${'indications?q=migr'} | ${'chronic_migraine'}
  ${'products?q=dysport'} | ${'abo'}
`('$path finds $found', async ({ path, found }: { path: string; found: string }) => {
  const { items } = (await service.neurologist.get(`/catalog/${path}`)).body;
  expect(slugs(items)).toContain(found);
  expect(items.length).toBeLessThan(10);
});

it('another catalogue there is none: the refusal names those there are', async () => {
  const answer = await service.neurologist.get('/catalog/potions');
  expect(answer).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/catalog' }], detail: expect.stringContaining('muscles') },
  });
});
