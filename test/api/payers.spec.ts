import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { logged, PREEMPT, registered, started } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const keep = (given: object) =>
  service.scheduler.post('/payers', { source: 'letter of 2 November 2026', ...given });
const aName = (): string => `Plan ${randomUUID().slice(0, 8)}`;
const NOTHING = {
  initialMonths: null,
  renewalMonths: null,
  mustImprovePct: null,
  mustImproveScale: null,
  mustFallDays: null,
  benefitWeeks: null,
  treatmentsShown: null,
  scalesShown: null,
  triedFirst: null,
  minDaysApart: null,
};

it.each`
  name               | source         | asked
  ${'Medicare'}      | ${'V:NOR-PA'}  | ${{ treatmentsShown: 2, scalesShown: true, minDaysApart: 84 }}
  ${'eviCore'}       | ${'V:EV205'}   | ${{ initialMonths: 12, benefitWeeks: 8 }}
  ${'Magellan'}      | ${'V:MYO-MAG'} | ${{}}
  ${'Credence Blue'} | ${'V:DAX-CB'}  | ${{ unitsPer84Days: [{ product: 'daxi', indication: null, billingUnits: 300 }] }}
`('$name is on the list, with its source', async ({ name, source, asked }) => {
  const { body } = await service.reporting.get('/payers?limit=500');
  const payer = body.items.find((row: { name: string }) => row.name === name);
  expect(payer).toMatchObject({ ...asked, version: 1 });
  expect(payer.source).toContain(source);
});

it('eviCore asks of migraine half the days, of nothing else', async () => {
  const { body } = await service.neurologist.get('/payers?limit=500');
  const { exceptions } = body.items.find((row: { name: string }) => row.name === 'eviCore');
  expect(exceptions).toContainEqual({
    ...NOTHING,
    indication: 'chronic_migraine',
    product: null,
    initialMonths: 6,
    mustImprovePct: 50,
    mustImproveScale: 'mmd',
    triedFirst: 2,
  });
});

it('is kept, and read back with what it does not say as null', async () => {
  const name = aName();
  const made = await keep({ name: `  ${name} `, exceptions: [{ product: 'rima', minDaysApart: 84 }] });
  expect(made).toMatchObject({ status: 201 });
  expect(made.body).toEqual({
    ...NOTHING,
    id: made.body.id,
    name,
    otherNames: [],
    leadDays: null,
    unitsPer84Days: [],
    exceptions: [{ ...NOTHING, indication: null, product: 'rima', minDaysApart: 84 }],
    source: 'letter of 2 November 2026',
    version: 1,
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
  });
  expect((await service.admin.get(`/payers/${made.body.id}`)).body).toEqual(made.body);
  expect(await service.admin.get(`/payers/${randomUUID()}`)).toMatchObject({ status: 404 });
});

it('changes what is named, and takes back what is null', async () => {
  const name = aName();
  const { body } = await keep({ name, otherNames: ['Old Plan'], leadDays: 21, renewalMonths: 6 });
  const changed = await service.admin.patch(`/payers/${body.id}`, 1, { leadDays: null, renewalMonths: 12 });
  expect(changed).toMatchObject({
    status: 200,
    body: { name, otherNames: ['Old Plan'], leadDays: null, renewalMonths: 12, version: 2 },
  });
  expect(await service.admin.patch(`/payers/${body.id}`, 1, { leadDays: 7 })).toMatchObject({ status: 412 });
});

it.each`
  given                                                                                   | pointer                | why
  ${{ name: ' ' }}                                                                        | ${'/name'}             | ${'no name'}
  ${{ otherNames: 'BCBS' }}                                                               | ${'/otherNames'}       | ${'other names that are no list'}
  ${{ otherNames: ['  '] }}                                                               | ${'/otherNames'}       | ${'another name that is none'}
  ${{ source: undefined }}                                                                | ${'/source'}           | ${'no source'}
  ${{ leadDays: -1 }}                                                                     | ${'/leadDays'}         | ${'before zero'}
  ${{ leadDays: 366 }}                                                                    | ${'/leadDays'}         | ${'more than a year'}
  ${{ mustImprovePct: 101 }}                                                              | ${'/mustImprovePct'}   | ${'more than all'}
  ${{ exceptions: [{ initialMonths: 6 }] }}                                               | ${'/exceptions/0'}     | ${'an exception for nothing'}
  ${{ unitsPer84Days: [1, 2].map((billingUnits) => ({ product: 'ona', billingUnits })) }} | ${'/unitsPer84Days/1'} | ${'two limits for the same'}
`('$why is refused at $pointer', async ({ given, pointer }) => {
  const { status, body } = await keep({ name: aName(), ...given });
  expect({ status, errors: body.errors }).toMatchObject({ status: 400, errors: [{ pointer }] });
});

it('refuses a name of another payer, in whatever letters, and says whose it is', async () => {
  const name = aName();
  const other = `Other ${name}`;
  await keep({ name, otherNames: [other] });
  expect(await keep({ name: other.toUpperCase() })).toMatchObject({
    status: 409,
    body: { errors: [{ pointer: '/name', code: 'name-taken' }], detail: expect.stringContaining(name) },
  });
  const { body } = await keep({ name: aName() });
  expect(
    await service.scheduler.patch(`/payers/${body.id}`, 1, { otherNames: ['Fine', `  ${name}  `] }),
  ).toMatchObject({ status: 409, body: { errors: [{ pointer: '/otherNames/1' }] } });
});

it('what is typed as another name of the patient’s payer is its authorization, from the day that the list says so', async () => {
  const { neurologist, scheduler } = service;
  const [name, card] = [aName(), aName()];
  const patientId = await registered(neurologist, { payer: card });
  const courseId = await started(neurologist, { patientId, indication: 'chronic_migraine' });
  await logged(neurologist, courseId, { performedOn: '2026-09-14', injections: PREEMPT });
  const typed = `  ${name.toUpperCase()}`;
  const granted = await scheduler.post('/authorizations', {
    patientId,
    payer: typed,
    product: 'ona',
    number: randomUUID(),
    startsOn: '2026-10-01',
    endsOn: '2027-09-30',
  });
  const says = async () => {
    const { body } = await neurologist.get(`/courses/${courseId}`);
    return [body.authorization, body.authorizationGap?.code];
  };
  expect(await says()).toEqual(['missing', 'other-insurer']);
  const { body: payer } = await keep({ name, otherNames: [card.toLowerCase()] });
  expect(await says()).toEqual(['covered', undefined]);
  const page = await scheduler.get(`/authorizations/${granted.body.id}`);
  expect(page.body.payer).toBe(typed.trim());
  await scheduler.patch(`/payers/${payer.id}`, 1, { otherNames: [] });
  expect(await says()).toEqual(['missing', 'other-insurer']);
});

it('a state of cover for a payer holds for whom the payer goes by another name', async () => {
  const { neurologist, scheduler } = service;
  const [name, card] = [aName(), aName()];
  const patientId = await registered(neurologist, { payer: card });
  const courseId = await started(neurologist, { patientId, indication: 'chronic_migraine' });
  await logged(neurologist, courseId, { performedOn: '2026-09-14', injections: PREEMPT });
  await scheduler.post('/coverage-overrides', { payer: name, coverage: 'usual', reason: 'contract of 2026' });
  const says = async () => (await neurologist.get(`/courses/${courseId}`)).body.authorization;
  expect(await says()).toBe('missing');
  await keep({ name, otherNames: [card] });
  expect(await says()).toBe('not-needed');
});
