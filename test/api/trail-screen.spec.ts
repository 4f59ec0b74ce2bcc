import { startApp, type Client, type TestApp } from '../support/app';
import { registered } from '../support/builders';

let service: TestApp;
let known: { ada: string; ben: string; one: string };
let listEntry: number;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  const { scheduler } = service;
  known = {
    ada: await registered(scheduler, { familyName: 'Trailmann', givenName: 'Ada' }),
    ben: await registered(scheduler, { familyName: 'Trailmann', givenName: 'Ben' }),
    one: await registered(scheduler, { familyName: 'Solo', givenName: null }),
  };
  await scheduler.get(`/patients/${known.one}`);
  await scheduler.get('/patients?q=trailmann');
  const { body } = await service.admin.get('/audit?action=read&subject=patient&limit=1');
  listEntry = body.items[0].id;
});
afterAll(() => service.close());

async function trail(query: string, client: Client = service.admin): Promise<string> {
  const answer = await fetch(`${service.url}/audit?${query}`, {
    headers: { accept: 'text/html', authorization: `Bearer ${client.token}` },
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

/** Whom the latest look at the trail is recorded to have named. */
async function namedLast(): Promise<string[]> {
  const { body } = await service.admin.get('/audit?action=read&subject=audit_entry&limit=1');
  return body.items[0].patientIds.toSorted();
}

it.each`
  q                | shown                     | hidden         | why
  ${'trailm ada'}  | ${'Trailmann, Ada'}       | ${'Solo'}      | ${'parts of a name'}
  ${'SOLO'}        | ${'Solo</a>'}             | ${'Trailmann'} | ${'one name, in capitals'}
  ${'nobody-here'} | ${'Nothing in the trail'} | ${'Solo'}      | ${'nobody is called so'}
`('entries are found by $why', async ({ q, shown, hidden }: Record<string, string>) => {
  const html = await trail(`q=${encodeURIComponent(q!)}`);
  expect(html.includes(shown!)).toBe(true);
  expect(html.includes(hidden!)).toBe(false);
});

it('a name and an id: the entries that are of both', async () => {
  const both = await trail(`q=trailmann&patientId=${known.ben}&action=insert`);
  expect([both.includes('Trailmann, Ben'), both.includes('Trailmann, Ada')]).toEqual([true, false]);
  expect(await trail(`q=solo&patientId=${known.ben}`)).toContain('Nothing in the trail');
});

it('a list is one entry, and unfolds to the names of those whom it showed', async () => {
  const folded = await trail('q=trailmann&action=read&subject=patient');
  expect(folded).toContain('A list of 2 patients');
  expect(folded).toContain(`open=${listEntry}#entry-${listEntry}`);
  expect(folded).not.toContain('Trailmann, Ada');
  expect(await namedLast()).toEqual([]);
  const unfolded = await trail(`q=trailmann&action=read&subject=patient&open=${listEntry}`);
  expect(unfolded.indexOf('Trailmann, Ada')).toBeGreaterThan(0);
  expect(unfolded.indexOf('Trailmann, Ben')).toBeGreaterThan(unfolded.indexOf('Trailmann, Ada'));
  expect(await namedLast()).toEqual([known.ada, known.ben].toSorted());
});

it('entries of a record that was merged are found by the name of the one that goes on', async () => {
  const { neurologist } = service;
  const [kept, given] = [
    await registered(neurologist, { familyName: 'Keepsake', givenName: 'Kim' }),
    await registered(neurologist, { familyName: 'Forgone', givenName: 'Kim' }),
  ];
  const merged = await neurologist.post(`/patients/${given}/merge`, {
    intoId: kept,
    reason: 'the same person, registered twice',
  });
  expect(merged.status).toBe(201);
  const html = await trail('q=keepsake&action=insert&subject=patient');
  expect([html.includes('Keepsake, Kim'), html.includes('Forgone, Kim')]).toEqual([true, true]);
});

it('more patients than can be meant: it says so', async () => {
  await service.work.write({ id: service.admin.userId, name: 'test', role: 'admin' }, (tx) =>
    tx.query(`insert into patient (id, mrn, family_name, sex, search_text)
      select gen_random_uuid(), 'MANY-' || n, 'Manyfold', 'unknown', ' manyfold' from generate_series(1, 51) n`),
  );
  const html = await trail('q=manyfold');
  expect(html).toContain('More than 50 patients fit “manyfold”');
});
