import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { importing } from '../support/patients/importing';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const keep = (body: Record<string, unknown>) => service.admin.post('/imports/mappings', body);

const COLUMNS = { Nr: 'mrn', Nachname: 'familyName', Geburtstag: 'birthDate', Geschlecht: 'sex', Ort: null };
const FILE = 'Nr;Nachname;Geburtstag;Geschlecht;Ort\nM-1;Ahorn;13.04.1961;female;Bern\n';

it('a file of another program is refused, then read by the mapping that was kept', async () => {
  const refused = await importing(service, 'kind=patients&dryRun=true', FILE);
  expect(refused).toMatchObject({
    status: 400,
    body: { detail: expect.stringContaining('“Nr”, is none of ours') },
  });
  const kept = await keep({ kind: 'patients', name: 'Praxis', columns: COLUMNS });
  expect(kept).toMatchObject({ status: 201, body: { kind: 'patients', name: 'Praxis', columns: COLUMNS } });
  expect((await service.admin.get('/imports/mappings')).body.items).toEqual([kept.body]);
  for (const query of ['kind=patients', `kind=patients&mapping=${kept.body.id}`]) {
    const { status, body } = await importing(service, `${query}&dryRun=true`, FILE);
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        rows: { total: 1, new: 1, refused: 0 },
        notes: ['The columns were read by the mapping Praxis'],
      },
    });
  }
  const wrong = await importing(
    service,
    'kind=patients&dryRun=true',
    FILE.replace('13.04.1961', '31.04.1961'),
  );
  expect(wrong.body).toMatchObject({ rows: { refused: 1 }, problems: [{ row: 2, column: 'Geburtstag' }] });
  const ofAnother = await importing(service, `kind=courses&mapping=${kept.body.id}`, FILE);
  expect(ofAnother).toMatchObject({ status: 400, body: { errors: [{ pointer: '/mapping' }] } });
  expect((await service.admin.delete(`/imports/mappings/${kept.body.id}`)).status).toBe(204);
  expect((await importing(service, 'kind=patients&dryRun=true', FILE)).status).toBe(400);
  expect((await service.admin.delete(`/imports/mappings/${kept.body.id}`)).status).toBe(404);
});

it('is kept once, without a name too', async () => {
  const body = { id: randomUUID(), kind: 'sessions', columns: { Datum: 'performedOn' } };
  expect(await keep(body)).toMatchObject({ status: 201, body: { id: body.id, name: null } });
  expect(await keep(body)).toMatchObject({ status: 200, body: { id: body.id } });
  expect(await keep({ ...body, columns: { Tag: 'performedOn' } })).toMatchObject({ status: 409 });
});

it.each`
  body                                                      | pointer              | message
  ${{ kind: 'patients', columns: { Colour: 'colour' } }}    | ${'/columns/Colour'} | ${'take one of mrn, familyName, givenName'}
  ${{ kind: 'sessions', columns: { Nr: 'familyName' } }}    | ${'/columns/Nr'}     | ${'our columns of sessions: take one of mrn, indication'}
  ${{ kind: 'patients', columns: {} }}                      | ${'/columns'}        | ${'names 0 columns'}
  ${{ kind: 'patients', columns: ['mrn'] }}                 | ${'/columns'}        | ${'columns'}
  ${{ kind: 'patients' }}                                   | ${'/columns'}        | ${'columns'}
  ${{ kind: 'dragons', columns: { Nr: 'mrn' } }}            | ${'/kind'}           | ${'kind'}
  ${{ kind: 'patients', name: '', columns: { Nr: 'mrn' } }} | ${'/name'}           | ${'name'}
`('refuses $body at $pointer', async ({ body, pointer, message }) => {
  const answer = await keep(body as Record<string, unknown>);
  expect(answer).toMatchObject({
    status: 400,
    body: { errors: [{ pointer, message: expect.stringContaining(message as string) }] },
  });
});
