import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { aSession, registered, started } from '../support/builders';

let service: TestApp;
let patientId: string;
let courseId: string;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
beforeEach(async () => {
  patientId = await registered(service.neurologist, { birthDate: '1968-04-12' });
  courseId = await started(service.neurologist, { patientId });
});
afterAll(() => service.close());

const BLADDER = {
  givenOn: '2026-10-23',
  product: 'ona',
  units: 200,
  region: 'bladder',
  indication: 'overactive bladder',
  givenBy: 'urology',
  source: 'letter',
};
/** Spread, so that no muscle gets more than is usual there. */
const neck = (units: number) => [
  { muscle: 'trapezius', side: 'bilateral', units: 150 },
  { muscle: 'splenius_capitis', side: 'left', units: units - 150 },
];
const record = (given: object = {}) =>
  service.neurologist.post('/external-doses', { patientId, ...BLADDER, ...given });
const listed = async (query = '') =>
  (await service.neurologist.get(`/external-doses?patientId=${patientId}${query}`)).body.items;

async function checked(given: object = {}): Promise<{ code: string; severity: string; message: string }[]> {
  const session = aSession(courseId, { performedOn: '2026-11-23', ...given });
  const { status, body } = await service.neurologist.post('/sessions/check', session);
  expect(status).toBe(200);
  return body.findings;
}

it('is recorded once for one id, and answers what stands', async () => {
  const id = randomUUID();
  const answers = [await record({ id }), await record({ id }), await record({ id, units: 100 })];
  expect(answers.map(({ status }) => status)).toEqual([201, 200, 409]);
  expect(answers[0]!.body).toEqual({
    ...BLADDER,
    id,
    patientId,
    brand: null,
    note: null,
    withdrawnAt: null,
    withdrawReason: null,
    version: 1,
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
  });
  expect(answers[1]!.body).toEqual(answers[0]!.body);
});

it.each`
  given                                                         | product  | brand
  ${{ product: 'abo' }}                                         | ${'abo'} | ${null}
  ${{ product: undefined, brand: ' BOTOX Cosmetic' }}           | ${'ona'} | ${'BOTOX Cosmetic'}
  ${{ product: 'ona', brand: 'Botox Cosmetic' }}                | ${'ona'} | ${'Botox Cosmetic'}
  ${{ product: null, brand: 'Jeuveau', units: null }}           | ${null}  | ${'Jeuveau'}
  ${{ product: undefined, brand: 'no idea', units: undefined }} | ${null}  | ${'no idea'}
`('takes $given', async ({ given, product, brand }: { given: object; product: unknown; brand: unknown }) => {
  expect(await record(given)).toMatchObject({ status: 201, body: { product, brand } });
});

it.each`
  given                                 | pointer         | why
  ${{ givenOn: '2026-11-24' }}          | ${'/givenOn'}   | ${'tomorrow'}
  ${{ givenOn: '1968-04-11' }}          | ${'/givenOn'}   | ${'before birth'}
  ${{ product: undefined }}             | ${'/product'}   | ${'neither product nor brand'}
  ${{ brand: 'Dysport' }}               | ${'/brand'}     | ${'two products'}
  ${{ brand: 'Jeuveau' }}               | ${'/brand'}     | ${'a brand that is not this product'}
  ${{ product: undefined, brand: ' ' }} | ${'/brand'}     | ${'no brand'}
  ${{ product: 'botox' }}               | ${'/product'}   | ${'not in the list'}
  ${{ units: 0 }}                       | ${'/units'}     | ${'nothing was given'}
  ${{ units: '200' }}                   | ${'/units'}     | ${'a text'}
  ${{ source: 'web' }}                  | ${'/source'}    | ${'not in the list'}
  ${{ source: undefined }}              | ${'/source'}    | ${'nobody told'}
  ${{ region: '' }}                     | ${'/region'}    | ${'empty'}
  ${{ patientId: 'her' }}               | ${'/patientId'} | ${'no UUID'}
`('$pointer is refused: $why', async ({ given, pointer }: { given: object; pointer: string }) => {
  expect(await record(given)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
});

it('knows no dose of nobody', async () => {
  expect((await record({ patientId: randomUUID() })).status).toBe(404);
});

it('counts in S03 by product, and the finding names it', async () => {
  await record();
  const over = await checked({ injections: neck(201) });
  expect(over).toMatchObject([{ code: 'S03', severity: 'confirm' }]);
  expect(over[0]!.message).toContain('with 200 U Botox given elsewhere (bladder) on 2026-10-23');
  expect(await checked({ injections: neck(200) })).toEqual([]);
});

it('is refused and confirmed as any other finding when the session is saved', async () => {
  await record();
  const session = aSession(courseId, {
    performedOn: '2026-11-23',
    injections: neck(201),
  });
  expect((await service.neurologist.post('/sessions', session)).status).toBe(422);
  const confirmed = [{ code: 'S03', reason: 'agreed with urology' }];
  expect((await service.neurologist.post('/sessions', { ...session, confirmed })).status).toBe(201);
});

it.each`
  given                                                                | codes      | why
  ${{ region: 'neck', units: 20 }}                                     | ${['S02']} | ${'the same region'}
  ${{ region: null, indication: 'cervical_dystonia', units: 20 }}      | ${['S02']} | ${'the same indication'}
  ${{ region: null, indication: null, units: 20 }}                     | ${['S02']} | ${'nobody knows where'}
  ${{ units: null }}                                                   | ${['S03']} | ${'nobody knows how much'}
  ${{ product: 'abo' }}                                                | ${['S09']} | ${'another product'}
  ${{ product: null, brand: 'Letybo', region: 'forehead', units: 20 }} | ${['S09']} | ${'a product that is not ours'}
  ${{ units: 20 }}                                                     | ${[]}      | ${'little, in another region'}
  ${{ givenOn: '2026-08-31', units: null, product: 'abo' }}            | ${[]}      | ${'84 days ago'}
`('$given: $codes, $why', async ({ given, codes }: { given: object; codes: string[] }) => {
  expect((await record(given)).status).toBe(201);
  expect((await checked()).map(({ code }) => code)).toEqual(codes);
});

it('counts for this patient alone', async () => {
  await record();
  courseId = await started(service.neurologist);
  expect(await checked({ injections: neck(300) })).toEqual([]);
});

it('changes with its version: the letter says how much it was', async () => {
  const { body } = await record({ units: null, product: undefined, brand: 'Jeuveau' });
  const path = `/external-doses/${body.id}`;
  const change = { units: 100, product: 'ona', source: 'letter' };
  const changed = await service.neurologist.patch(path, 1, change);
  expect(changed).toMatchObject({
    status: 200,
    body: { units: 100, product: 'ona', brand: null, source: 'letter', region: 'bladder', version: 2 },
  });
  expect((await service.neurologist.patch(path, 1, change)).status).toBe(412);
  const tomorrow = await service.neurologist.patch(path, 2, { givenOn: '2026-11-24' });
  expect(tomorrow).toMatchObject({ status: 400, body: { errors: [{ pointer: '/givenOn' }] } });
});

it('is withdrawn with a reason: it stays in the record and counts no more', async () => {
  const { body } = await record({ units: null });
  const withdrawn = await service.neurologist.patch(`/external-doses/${body.id}`, 1, {
    withdrawReason: 'was another patient',
  });
  expect(withdrawn).toMatchObject({
    status: 200,
    body: { withdrawReason: 'was another patient', withdrawnAt: expect.any(String) },
  });
  expect(await checked()).toEqual([]);
  expect(await listed()).toEqual([]);
  expect(await listed('&updatedSince=2026-01-01T00:00:00Z')).toHaveLength(1);
  const back = await service.neurologist.patch(`/external-doses/${body.id}`, 2, { withdrawReason: null });
  expect(back).toMatchObject({ status: 200, body: { withdrawnAt: null } });
  expect((await checked()).map(({ code }) => code)).toEqual(['S03']);
});

it('is listed a page at a time, the latest first', async () => {
  for (const givenOn of ['2025-01-01', '2026-01-01', '2025-01-01']) await record({ givenOn });
  const first = await service.neurologist.get(`/external-doses?patientId=${patientId}&limit=2`);
  const second = await service.neurologist.get(
    `/external-doses?patientId=${patientId}&limit=2&cursor=${first.body.nextCursor}`,
  );
  const items = [...first.body.items, ...second.body.items];
  expect(items.map(({ givenOn }) => givenOn)).toEqual(['2026-01-01', '2025-01-01', '2025-01-01']);
  expect(new Set(items.map(({ id }) => id)).size).toBe(3);
  expect(second.body.nextCursor).toBeNull();
});

it.each`
  change                          | status | said                                                            | why
  ${{ birthDate: '2026-10-23' }}  | ${200} | ${undefined}                                                    | ${'born that day'}
  ${{ birthDate: '2026-10-24' }}  | ${409} | ${'Toxin given elsewhere is on record for 2026-10-23, before'}  | ${'born the day after'}
  ${{ deceasedOn: '2026-10-22' }} | ${409} | ${'Toxin given elsewhere is on record for 2026-10-23, after a'} | ${'dead the day before'}
`('lies within a life, whichever is entered first: $why', async ({ change, status, said }) => {
  const unknown = await registered(service.neurologist, { birthDate: null });
  expect((await record({ patientId: unknown })).status).toBe(201);
  const answer = await service.neurologist.patch(`/patients/${unknown}`, 1, change);
  expect({ status: answer.status, said: answer.body.errors?.[0]?.message }).toEqual({
    status,
    said: said && expect.stringContaining(said),
  });
});
