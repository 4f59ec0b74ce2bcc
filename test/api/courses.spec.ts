import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { aCourse, logged, registered, started, voids } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

/** A course whose latest session was on 14 September: due on 7 December. */
async function treated(given?: Record<string, unknown>): Promise<string> {
  const courseId = await started(service.neurologist, given);
  await logged(service.neurologist, courseId, { performedOn: '2026-09-14' });
  return courseId;
}

async function course(id: string, asOf?: string) {
  return (await service.neurologist.get(`/courses/${id}${asOf ? `?asOf=${asOf}` : ''}`)).body;
}

async function change(id: string, changes: object) {
  return service.neurologist.patch(`/courses/${id}`, (await course(id)).version, changes);
}

describe('starting', () => {
  it.each`
    indication            | given                                          | pointer              | why
    ${'hemifacial_spasm'} | ${{}}                                          | ${'/side'}           | ${'the spasm has a side'}
    ${'hemifacial_spasm'} | ${{ side: 'left' }}                            | ${undefined}         | ${'the side is told'}
    ${'hemifacial_spasm'} | ${{ side: 'midline' }}                         | ${'/side'}           | ${'not a side of a face'}
    ${'chronic_migraine'} | ${{ side: 'left' }}                            | ${'/side'}           | ${'migraine has no side'}
    ${'spasticity_upper'} | ${{ side: 'left' }}                            | ${'/etiology'}       | ${'spasticity has a cause'}
    ${'spasticity_upper'} | ${{ side: 'left', etiology: 'stroke' }}        | ${undefined}         | ${'the cause is told'}
    ${'spasticity_lower'} | ${{ etiology: 'cerebral_palsy' }}              | ${undefined}         | ${'the side may be left out'}
    ${'blepharospasm'}    | ${{ etiology: 'stroke' }}                      | ${'/etiology'}       | ${'takes no cause'}
    ${'wry_neck'}         | ${{}}                                          | ${'/indication'}     | ${'not in the catalogue'}
    ${'tremor'}           | ${{ plannedProduct: 'botox' }}                 | ${'/plannedProduct'} | ${'a brand is no slug'}
    ${'tremor'}           | ${{ interval: '12 weeks' }}                    | ${'/interval'}       | ${'no ISO 8601 duration'}
    ${'tremor'}           | ${{ interval: 'P0D' }}                         | ${'/interval'}       | ${'no time at all'}
    ${'tremor'}           | ${{ diagnosisCode: 'tremor' }}                 | ${'/diagnosisCode'}  | ${'no code'}
    ${'tremor'}           | ${{ diagnosisCode: 'G25.0', startedOn: null }} | ${undefined}         | ${'null is left out'}
  `(
    '$indication $given: $why',
    async ({ indication, given, pointer }: { indication: string; given: object; pointer?: string }) => {
      const patientId = await registered(service.neurologist);
      const answer = await service.neurologist.post('/courses', aCourse(patientId, { indication, ...given }));
      expect(answer.status).toBe(pointer ? 400 : 201);
      if (pointer) expect(answer.body.errors).toMatchObject([{ pointer }]);
      else expect(answer.body).toMatchObject({ status: 'active', dueStatus: 'no-session', forecast: null });
    },
  );

  it('one open course a patient, indication and side; after its end a new one', async () => {
    const { neurologist } = service;
    const patientId = await registered(neurologist);
    const face = (side: string) => aCourse(patientId, { indication: 'hemifacial_spasm', side });
    const left = await neurologist.post('/courses', face('left'));
    const right = await neurologist.post('/courses', face('right'));
    const again = await neurologist.post('/courses', face('left'));
    expect([left.status, right.status, again.status]).toEqual([201, 201, 409]);
    expect(again.body.detail).toMatch(/already has an open course/);
    await neurologist.post(`/courses/${left.body.id}/end`, { on: '2026-11-23', reason: 'moved away' });
    expect((await neurologist.post('/courses', face('left'))).status).toBe(201);
  });

  it('writes once for one id', async () => {
    const body = aCourse(await registered(service.neurologist), { id: randomUUID() });
    const answers = [
      await service.neurologist.post('/courses', body),
      await service.neurologist.post('/courses', body),
      await service.neurologist.post('/courses', { ...body, plannedProduct: 'abo' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 409]);
    expect(answers[1]!.body).toEqual(answers[0]!.body);
  });

  it.each`
    patientId       | status
    ${randomUUID()} | ${404}
    ${'nobody'}     | ${400}
  `(
    'for the patient $patientId: $status',
    async ({ patientId, status }: { patientId: string; status: number }) => {
      expect((await service.neurologist.post('/courses', aCourse(patientId))).status).toBe(status);
    },
  );
});

describe('the due day', () => {
  it.each`
    changes                                                            | dueOn           | basis                | why
    ${{}}                                                              | ${'2026-12-07'} | ${'usual-interval'}  | ${'12 weeks'}
    ${{ interval: 'P16W' }}                                            | ${'2027-01-04'} | ${'course-interval'} | ${'the interval of this course'}
    ${{ interval: 'P10W' }}                                            | ${'2026-12-07'} | ${'course-interval'} | ${'never before the shortest interval'}
    ${{ interval: 'P3M' }}                                             | ${'2026-12-14'} | ${'course-interval'} | ${'months keep the day of the month'}
    ${{ minInterval: 'P13W' }}                                         | ${'2026-12-14'} | ${'usual-interval'}  | ${'the payer asks for longer'}
    ${{ overrideDueOn: '2026-12-21', overrideReason: 'on a journey' }} | ${'2026-12-21'} | ${'override'}        | ${'a clinician decides'}
    ${{ overrideDueOn: '2026-11-30', overrideReason: 'in pain' }}      | ${'2026-12-07'} | ${'override'}        | ${'moved to the earliest day'}
  `(
    '$changes: $dueOn ($why)',
    async ({ changes, dueOn, basis }: { changes: object; dueOn: string; basis: string }) => {
      const id = await treated();
      expect(await change(id, changes)).toMatchObject({ status: 200, body: { forecast: { dueOn, basis } } });
    },
  );

  it('is given for any day that is asked about', async () => {
    const id = await treated();
    const seen = await Promise.all(
      ['2026-11-06', '2026-11-07', '2026-12-07', '2027-01-03', '2027-01-04', '2027-12-08'].map((day) =>
        course(id, day),
      ),
    );
    expect(seen.map(({ asOf, dueStatus, daysOverdue }) => [asOf, dueStatus, daysOverdue])).toEqual([
      ['2026-11-06', 'not-due', 0],
      ['2026-11-07', 'upcoming', 0],
      ['2026-12-07', 'due', 0],
      ['2027-01-03', 'due', 0],
      ['2027-01-04', 'overdue', 1],
      ['2027-12-08', 'lapsed', 339],
    ]);
  });

  it('says why in words, the deciding reason of each day first', async () => {
    const id = await treated();
    await service.neurologist.post(`/courses/${id}/holds`, { untilOn: '2026-12-28', reason: 'antibiotics' });
    const { forecast } = await course(id);
    expect(forecast).toMatchObject({
      earliestOn: '2026-12-28',
      dueOn: '2026-12-28',
      basis: 'usual-interval',
    });
    const first = forecast.reasons.find(({ field }: { field: string }) => field === 'earliestOn');
    expect(first).toMatchObject({ code: 'hold', text: expect.stringContaining('antibiotics') });
  });

  it.each`
    changes                                       | pointer              | why
    ${{ overrideDueOn: '2026-12-21' }}            | ${'/overrideReason'} | ${'without a reason'}
    ${{ overrideReason: 'a reason for nothing' }} | ${'/overrideDueOn'}  | ${'a reason without a day'}
    ${{ interval: 'P11Y' }}                       | ${'/interval'}       | ${'more than ten years'}
    ${{ indication: 'tremor' }}                   | ${'/indication'}     | ${'an indication does not change'}
    ${{ plannedProduct: null }}                   | ${'/plannedProduct'} | ${'a product is needed'}
  `('refuses $changes: $why', async ({ changes, pointer }: { changes: object; pointer: string }) => {
    const id = await treated();
    expect(await change(id, changes)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  it('an override is spent by the next session, and lives again when that one is voided', async () => {
    const { neurologist } = service;
    const id = await treated();
    const override = { overrideDueOn: '2027-01-11', overrideReason: 'on a journey' };
    await change(id, override);
    const next = await logged(neurologist, id, {
      performedOn: '2026-11-23',
      confirmed: [{ code: 'S02', reason: 'back early, in pain' }],
    });
    expect(await course(id)).toMatchObject({
      overrideDueOn: null,
      overrideReason: null,
      forecast: { anchorOn: '2026-11-23', dueOn: '2027-02-15', basis: 'usual-interval' },
    });
    const reworded = await change(id, { overrideReason: 'on a long journey' });
    expect(reworded.body.forecast).toMatchObject({ dueOn: '2027-02-15', basis: 'usual-interval' });
    await voids(neurologist, next);
    expect(await course(id)).toMatchObject({
      overrideDueOn: '2027-01-11',
      overrideReason: 'on a long journey',
      forecast: { anchorOn: '2026-09-14', dueOn: '2027-01-11', basis: 'override' },
    });
    const back = await change(id, { overrideDueOn: null });
    expect(back.body).toMatchObject({
      overrideDueOn: null,
      overrideReason: null,
      forecast: { dueOn: '2026-12-07' },
    });
  });
});

describe('what is treated', () => {
  const FACE = { indication: 'hemifacial_spasm', side: 'left' };

  it.each`
    given                                                        | says              | why
    ${{ ...FACE, diagnosisCode: 'G51.32' }}                      | ${[]}             | ${'the code of that side'}
    ${{ ...FACE, diagnosisCode: 'G51.31' }}                      | ${[/G51\.32/]}    | ${'the other side: says what fits'}
    ${{ indication: 'cervical_dystonia', diagnosisCode: 'G35' }} | ${[/2025-10-01/]} | ${'no longer valid'}
    ${{ indication: 'sialorrhea', diagnosisCode: 'K11.7' }}      | ${[]}             | ${'the glands'}
  `('$given: $why', async ({ given, says }: { given: object; says: RegExp[] }) => {
    const id = await started(service.neurologist, given as Record<string, unknown>);
    expect((await course(id)).contradictions).toEqual(says.map((said) => expect.stringMatching(said)));
  });

  it('another side needs a reason once a session has been given; the code may follow it', async () => {
    const injections = [{ muscle: 'orbicularis_oculi', side: 'left', units: 20 }];
    const id = await started(service.neurologist, { ...FACE, diagnosisCode: 'G51.32' });
    expect(await change(id, { side: 'right' })).toMatchObject({
      status: 200,
      body: { side: 'right', contradictions: [expect.stringMatching(/^G51\.32 /)] },
    });
    expect(await change(id, { side: 'left' })).toMatchObject({ status: 200, body: { contradictions: [] } });
    await logged(service.neurologist, id, { injections });
    expect(await change(id, { side: 'right' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/reason', code: 'reason-required' }] },
    });
    expect(await change(id, { side: 'left' })).toMatchObject({ status: 200 });
    const reason = 'begun with the sides exchanged';
    expect(await change(id, { side: 'right', diagnosisCode: 'G51.31', reason })).toMatchObject({
      status: 200,
      body: { side: 'right', diagnosisCode: 'G51.31', changeReason: reason, contradictions: [] },
    });
    expect(await change(id, { plannedProduct: 'inco' })).toMatchObject({
      status: 200,
      body: { plannedProduct: 'inco', changeReason: reason },
    });
  });

  it.each`
    given                                                    | changes                   | pointer        | why
    ${{ indication: 'hemifacial_spasm', side: 'left' }}      | ${{ side: null }}         | ${'/side'}     | ${'the spasm has a side'}
    ${{ indication: 'chronic_migraine' }}                    | ${{ side: 'left' }}       | ${'/side'}     | ${'migraine has none'}
    ${{ indication: 'spasticity_upper', etiology: 'other' }} | ${{ etiology: null }}     | ${'/etiology'} | ${'spasticity has a cause'}
    ${{ indication: 'tremor' }}                              | ${{ etiology: 'stroke' }} | ${'/etiology'} | ${'tremor takes no cause'}
    ${{ indication: 'tremor' }}                              | ${{ side: 'midline' }}    | ${'/side'}     | ${'not a side of a course'}
  `(
    'refuses $changes of $given: $why',
    async ({
      given,
      changes,
      pointer,
    }: {
      given: Record<string, unknown>;
      changes: object;
      pointer: string;
    }) => {
      const id = await started(service.neurologist, given);
      expect(await change(id, changes)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
    },
  );

  it('two open courses of one side stay refused', async () => {
    const patientId = await registered(service.neurologist);
    await started(service.neurologist, { patientId, ...FACE });
    const right = await started(service.neurologist, { patientId, ...FACE, side: 'right' });
    expect((await change(right, { side: 'left' })).status).toBe(409);
  });
});
