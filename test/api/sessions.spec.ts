import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { aSession, logged, registered, started, PREEMPT } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const read = async (id: string) => (await service.neurologist.get(`/sessions/${id}`)).body;
const act = (id: string, verb: string, body?: object) =>
  service.neurologist.post(`/sessions/${id}/${verb}`, body ?? {});

describe('logging', () => {
  it('answers what was written, every number of units beside its product', async () => {
    const courseId = await started(service.neurologist);
    const vial = {
      lotNumber: 'C7654',
      expiresOn: '2027-05-31',
      vialUnits: 200,
      unitsDiscarded: 69.75,
      openedAt: '2026-09-14T13:00:00Z',
    };
    const injections = [
      { muscle: 'splenius_capitis', side: 'right', units: 80.25, sites: 3, volumeMl: 0.8, guidance: 'emg' },
      { muscle: 'trapezius', side: 'left', units: 50 },
    ];
    const sent = aSession(courseId, { performedOn: '2026-09-14', injections, vials: [vial], note: 'Calm.' });
    const { status, body } = await service.neurologist.post('/sessions', sent);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...sent,
      injections: [
        { ...injections[0], product: 'ona' },
        { product: 'ona', guidance: null, sites: null },
      ],
      vials: [{ ...vial, openedAt: '2026-09-14T13:00:00.000Z', product: 'ona' }],
    });
    expect(body).toMatchObject({
      totalUnits: 130.25,
      injectorId: service.neurologist.userId,
      state: 'completed',
      signedAt: null,
      version: 1,
      nextDueOn: '2026-12-07',
    });
    const { nextDueOn: _due, ...stored } = body;
    expect(await read(body.id)).toEqual(stored);
  });

  it('answers to the letter the same when it is sent again, what was confirmed and the points of a muscle included', async () => {
    const courseId = await started(service.neurologist);
    const points = [0.2, 0.3, 0.4, 0.5, 0.6].map((y) => ({ units: 45, y, x: 0.5 }));
    const sent = {
      ...aSession(courseId, {
        performedOn: '2026-09-14',
        injections: [{ units: 225, muscle: 'trapezius', side: 'left', points }],
        vials: [{ vialUnits: 100, lotNumber: 'C7654', expiresOn: '2027-05-31' }],
      }),
      id: randomUUID(),
      confirmed: [{ code: 'S23', reason: 'a very large muscle' }],
    };
    const first = await service.neurologist.post('/sessions', sent);
    expect(first).toMatchObject({
      status: 201,
      body: { findings: [{ code: 'S23', reason: 'a very large muscle' }, { code: 'S12' }] },
    });
    const again = await service.neurologist.post('/sessions', sent);
    expect(again.status).toBe(200);
    expect(JSON.stringify(again.body)).toBe(JSON.stringify(first.body));
  });

  it.each`
    given                                                                                                                 | pointer                   | why
    ${{ performedOn: '2026-02-29' }}                                                                                      | ${'/performedOn'}         | ${'no such day'}
    ${{ product: 'botox' }}                                                                                               | ${'/product'}             | ${'a brand is no slug'}
    ${{ injections: [] }}                                                                                                 | ${'/injections'}          | ${'nothing injected'}
    ${{ injections: [{ muscle: 'trapezius', side: 'left', units: 0 }] }}                                                  | ${'/injections/0/units'}  | ${'no units'}
    ${{ injections: [{ muscle: 'trapezius', side: 'left', units: 5.001 }] }}                                              | ${'/injections/0/units'}  | ${'thousandths of a unit'}
    ${{ injections: [{ muscle: 'trapezius', side: 'left', units: '5' }] }}                                                | ${'/injections/0/units'}  | ${'a number as text'}
    ${{ injections: [{ muscle: 'heart', side: 'left', units: 5 }] }}                                                      | ${'/injections/0/muscle'} | ${'no such muscle'}
    ${{ injections: [{ muscle: 'trapezius', side: 'both', units: 5 }] }}                                                  | ${'/injections/0/side'}   | ${'no such side'}
    ${{ injections: [{ muscle: 'trapezius', side: 'left', units: 5 }, { muscle: 'trapezius', side: 'left', units: 6 }] }} | ${'/injections/1'}        | ${'one muscle twice'}
    ${{ injections: [{ muscle: 'trapezius', side: 'left', units: 5, dose: 5 }] }}                                         | ${'/injections/0/dose'}   | ${'no field of ours'}
    ${{ vials: [{ lotNumber: '', expiresOn: '2027-01-01', vialUnits: 100 }] }}                                            | ${'/vials/0/lotNumber'}   | ${'no lot'}
    ${{ confirmed: [{ code: 'S02' }] }}                                                                                   | ${'/confirmed/0/reason'}  | ${'confirmed without a reason'}
    ${{ confirmed: [{ code: 'S99', reason: 'x' }] }}                                                                      | ${'/confirmed/0/code'}    | ${'no such rule'}
  `('$pointer is refused: $why', async ({ given, pointer }: { given: object; pointer: string }) => {
    const courseId = await started(service.neurologist);
    const answer = await service.neurologist.post('/sessions', aSession(courseId, { ...given }));
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  it.each`
    performedOn     | answer                                                        | why
    ${'2026-11-24'} | ${refusedFor('stop /performedOn future-day')}                 | ${'tomorrow'}
    ${'2026-11-23'} | ${{ status: 201, body: { performedOn: '2026-11-23' } }}       | ${'today'}
    ${'1968-04-12'} | ${refusedFor('stop /injections S04', 'confirm /product S10')} | ${'the day of birth: a child’s dose is objected to, not the day'}
    ${'1968-04-11'} | ${refusedFor('stop /performedOn before-birth')}               | ${'the day before'}
  `('on $performedOn: $why', async ({ performedOn, answer }: { performedOn: string; answer: object }) => {
    const courseId = await started(service.neurologist);
    const confirmed = ['S04', 'S10'].map((code) => ({ code, reason: 'entered from paper' }));
    const session = aSession(courseId, { performedOn, confirmed });
    expect(await service.neurologist.post('/sessions', session)).toMatchObject(answer);
  });

  it('an injector is a neurologist of this clinic', async () => {
    const courseId = await started(service.neurologist);
    const colleague = await service.signIn('neurologist');
    const log = (injectorId: string) =>
      service.neurologist.post('/sessions', aSession(courseId, { injectorId }));
    for (const nobody of [randomUUID(), service.scheduler.userId]) {
      expect(await log(nobody)).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/injectorId' }] },
      });
    }
    expect(await log(colleague.userId)).toMatchObject({
      status: 201,
      body: { injectorId: colleague.userId },
    });
  });
});

describe('while unsigned', () => {
  it('changes with PATCH: what is sent, and the due day with it', async () => {
    const courseId = await started(service.neurologist);
    const id = await logged(service.neurologist, courseId, { performedOn: '2026-09-14', note: 'first' });
    const before = await read(id);
    const { status, body } = await service.neurologist.patch(`/sessions/${id}`, 1, {
      performedOn: '2026-09-21',
    });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        performedOn: '2026-09-21',
        note: 'first',
        injections: before.injections,
        version: 2,
        nextDueOn: '2026-12-14',
      },
    });
    expect((await service.neurologist.patch(`/sessions/${id}`, 1, { note: 'late' })).status).toBe(412);
  });

  it('does not carry the units of one product over to another', async () => {
    const courseId = await started(service.neurologist);
    const vials = [{ lotNumber: 'C1', expiresOn: '2027-01-01', vialUnits: 200 }];
    const id = await logged(service.neurologist, courseId, { vials });
    const patch = (body: object) => service.neurologist.patch(`/sessions/${id}`, 1, body);
    const injections = [{ muscle: 'trapezius', side: 'right', units: 250 }];
    expect(await patch({ product: 'abo' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/injections' }, { pointer: '/vials' }] },
    });
    expect(await patch({ product: 'abo', injections })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/vials' }] },
    });
    expect(await patch({ product: 'abo', injections, vials: [] })).toMatchObject({
      status: 200,
      body: { product: 'abo', totalUnits: 250 },
    });
  });

  it('is not amended', async () => {
    const courseId = await started(service.neurologist);
    const id = await logged(service.neurologist, courseId);
    expect((await act(id, 'amend', { ...aSession(courseId), reason: 'typing error' })).status).toBe(409);
  });
});

it('units of two products are two totals, whatever course they are given in', async () => {
  const patientId = await registered(service.neurologist);
  const neck = await started(service.neurologist, { patientId });
  const head = await started(service.neurologist, { patientId, indication: 'chronic_migraine' });
  await logged(service.neurologist, neck, {
    performedOn: '2026-11-02',
    product: 'abo',
    injections: [
      { muscle: 'splenius_capitis', side: 'left', units: 450 },
      { muscle: 'levator_scapulae', side: 'left', units: 450 },
    ],
  });
  const { body } = await service.neurologist.post(
    '/sessions/check',
    aSession(head, {
      performedOn: '2026-11-23',
      injections: PREEMPT,
    }),
  );
  expect(body.totals).toMatchObject({
    product: 'ona',
    units: 155,
    cumulative: { product: 'ona', units: 155 },
  });
  expect(body.findings.map(({ code }: { code: string }) => code)).toEqual(['S09']);
});

/** The answer with these findings and no other, each as `severity pointer code`. */
function refusedFor(...findings: string[]): object {
  const objects = findings.map((finding) => {
    const [severity, pointer, code] = finding.split(' ');
    return { severity, pointer, code };
  });
  return { status: 422, body: { findings: objects } };
}
