import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

interface View {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}
const viewsOf = async (who: 'scheduler' | 'neurologist'): Promise<View[]> =>
  (await service[who].get('/me/views')).body.items as View[];

it('keeps a view under a name for the one who keeps it, once, until they remove it', async () => {
  const { scheduler, neurologist } = service;
  expect(await viewsOf('scheduler')).toEqual([]);
  const view = {
    id: randomUUID(),
    name: ' Botox, no authorization ',
    query: 'product=ona&authorization=missing',
  };
  const kept = await scheduler.post('/me/views', view);
  expect(kept).toMatchObject({ status: 201, body: { ...view, name: 'Botox, no authorization' } });
  expect((await scheduler.post('/me/views', view)).status).toBe(200);
  await scheduler.post('/me/views', { name: 'All', query: '' });
  expect((await viewsOf('scheduler')).map(({ name }) => name)).toEqual(['All', 'Botox, no authorization']);
  expect(await viewsOf('neurologist')).toEqual([]);

  expect((await neurologist.delete(`/me/views/${view.id}`)).status).toBe(404);
  expect((await scheduler.delete(`/me/views/${view.id}`)).status).toBe(204);
  expect((await scheduler.delete(`/me/views/${view.id}`)).status).toBe(404);
  expect((await viewsOf('scheduler')).map(({ name }) => name)).toEqual(['All']);
  expect((await scheduler.post('/me/views', view)).status).toBe(410);
});

it('keeps two people’s views of one name, and of one person none', async () => {
  const { scheduler, neurologist } = service;
  expect((await scheduler.post('/me/views', { name: 'Mine', query: 'queue=to-call' })).status).toBe(201);
  expect((await neurologist.post('/me/views', { name: 'Mine', query: 'queue=to-call' })).status).toBe(201);
  expect(await scheduler.post('/me/views', { name: 'MINE', query: 'queue=booked' })).toMatchObject({
    status: 409,
    body: { detail: 'You have a view “MINE” already: take another name, or remove that one.' },
  });
});

it.each`
  body                                          | pointer     | why
  ${{ query: 'queue=to-call' }}                 | ${'/name'}  | ${'no name'}
  ${{ name: '  ', query: '' }}                  | ${'/name'}  | ${'an empty name'}
  ${{ name: 'a'.repeat(61), query: '' }}        | ${'/name'}  | ${'a long name'}
  ${{ name: 'x' }}                              | ${'/query'} | ${'no query'}
  ${{ name: 'x', query: 'q=Lindqvist' }}        | ${'/query'} | ${'the name of a patient'}
  ${{ name: 'x', query: 'patientId=1' }}        | ${'/query'} | ${'a patient'}
  ${{ name: 'x', query: 'from=2026-11-23' }}    | ${'/query'} | ${'a day'}
  ${{ name: 'x', query: 'queue=to-call#here' }} | ${'/query'} | ${'what no address holds'}
  ${{ name: 'x', query: 'queue' }}              | ${'/query'} | ${'a filter without a value'}
`('refuses a view with $why', async ({ body, pointer }: { body: object; pointer: string }) => {
  expect(await service.scheduler.post('/me/views', body)).toMatchObject({
    status: 400,
    body: { errors: [{ pointer }] },
  });
});

it('holds forty views of one person', async () => {
  const { neurologist } = service;
  const before = (await viewsOf('neurologist')).length;
  for (let n = before; n < 40; n += 1)
    expect((await neurologist.post('/me/views', { name: `View ${n}`, query: '' })).status).toBe(201);
  expect((await neurologist.post('/me/views', { name: 'One more', query: '' })).status).toBe(409);
  const [first] = await viewsOf('neurologist');
  await neurologist.delete(`/me/views/${first!.id}`);
  expect((await neurologist.post('/me/views', { name: 'One more', query: '' })).status).toBe(201);
});
