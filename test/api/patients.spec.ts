import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { aPatient, registered } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const WEIGHT = { kg: 24.5, measuredOn: '2026-11-20' };

describe('registering', () => {
  it('answers the patient as it stands, with what was left out as null', async () => {
    const sent = aPatient({ familyName: '  Nguyễn ', phone: undefined, email: 'a.nguyen@example.org' });
    const { status, body } = await service.neurologist.post('/patients', sent);
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        ...sent,
        id: expect.any(String),
        familyName: 'Nguyễn',
        phone: null,
        payer: null,
        referrerName: null,
        referrerAddress: null,
        deceasedOn: null,
        weight: null,
        precautions: [],
        priorToxinTolerance: null,
        handedness: null,
        mergedInto: null,
        openAlerts: [],
        version: 1,
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
      },
    });
    expect((await service.neurologist.get(`/patients/${body.id}`)).body).toEqual(body);
  });

  it('writes once for one id: 201, then 200 with the same answer; another body is 409', async () => {
    const body = aPatient({ id: randomUUID().toUpperCase() });
    const first = await service.scheduler.post('/patients', body);
    const again = await service.scheduler.post('/patients', { ...body });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    const other = await service.scheduler.post('/patients', { ...body, givenName: 'Other' });
    expect(other).toMatchObject({ status: 409, body: { type: 'urn:problem:conflict' } });
  });

  it('a record number belongs to one patient', async () => {
    const { mrn } = aPatient();
    await registered(service.neurologist, { mrn });
    const second = await service.neurologist.post('/patients', aPatient({ mrn }));
    expect(second).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('record number') },
    });
  });

  it.each`
    field                  | value                                     | why
    ${'birthDate'}         | ${'2026-02-30'}                           | ${'no such day'}
    ${'birthDate'}         | ${'2026-1-5'}                             | ${'not in two digits'}
    ${'birthDate'}         | ${'20261122'}                             | ${'without hyphens'}
    ${'birthDate'}         | ${'2026-W10'}                             | ${'a week'}
    ${'birthDate'}         | ${'1968-04-12T10:00:00Z'}                 | ${'a moment'}
    ${'birthDate'}         | ${''}                                     | ${'empty'}
    ${'birthDate'}         | ${'2026-11-24'}                           | ${'tomorrow'}
    ${'mrn'}               | ${'   '}                                  | ${'nothing but spaces'}
    ${'familyName'}        | ${'x'.repeat(201)}                        | ${'201 characters'}
    ${'sex'}               | ${'F'}                                    | ${'not in the list'}
    ${'phone'}             | ${'call my daughter'}                     | ${'no number'}
    ${'email'}             | ${'not an address'}                       | ${'no address'}
    ${'id'}                | ${'17'}                                   | ${'no UUID'}
    ${'nickname'}          | ${'Ada'}                                  | ${'no field of ours'}
    ${'deceasedOn'}        | ${'2026-01-01'}                           | ${'not at registering'}
    ${'precautions'}       | ${['tall']}                               | ${'no such precaution'}
    ${'precautions'}       | ${'dysphagia'}                            | ${'not a list'}
    ${'weight/kg'}         | ${{ kg: 0, measuredOn: '2026-11-20' }}    | ${'no weight'}
    ${'weight/measuredOn'} | ${{ kg: 24.5, measuredOn: '2026-11-24' }} | ${'tomorrow'}
    ${'weight/measuredOn'} | ${{ kg: 24.5, measuredOn: '1968-04-11' }} | ${'before birth'}
    ${'weight/unit'}       | ${{ ...WEIGHT, unit: 'lb' }}              | ${'no field of ours'}
  `('$field is refused: $why', async ({ field, value }: { field: string; value: unknown }) => {
    const { status, body } = await service.neurologist.post(
      '/patients',
      aPatient({ [field.split('/')[0]!]: value }),
    );
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { pointer: `/${field}`, code: expect.any(String), message: expect.any(String) },
    ]);
  });
});

describe('changing', () => {
  it('changes what is sent, takes back what is null, leaves the rest', async () => {
    const { body: before } = await service.neurologist.post('/patients', aPatient({ payer: 'Acme' }));
    const changed = await service.scheduler.patch(`/patients/${before.id}`, 1, {
      phone: null,
      familyName: 'Married',
    });
    const { updatedAt, ...rest } = (await service.neurologist.get(`/patients/${before.id}`)).body;
    expect(changed.status).toBe(200);
    expect(rest).toEqual({
      ...before,
      familyName: 'Married',
      phone: null,
      version: 2,
      updatedAt: undefined,
    });
    expect(updatedAt > before.updatedAt).toBe(true);
  });

  it.each`
    ifMatch      | status | why
    ${undefined} | ${428} | ${'missing'}
    ${'"2"'}     | ${412} | ${'not this version'}
    ${'"0"'}     | ${412} | ${'never a version'}
    ${'1'}       | ${400} | ${'without quotes'}
    ${'"one"'}   | ${400} | ${'no number'}
    ${'*'}       | ${400} | ${'any'}
    ${'W/"1"'}   | ${400} | ${'weak'}
    ${'"1"'}     | ${200} | ${'the version read'}
  `('If-Match $why: $status', async ({ ifMatch, status }: { ifMatch?: string; status: number }) => {
    const id = await registered(service.neurologist);
    const answer = await fetch(`${service.url}/api/v1/patients/${id}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${service.neurologist.token}`,
        'content-type': 'application/json',
        ...(ifMatch && { 'if-match': ifMatch }),
      },
      body: JSON.stringify({ phone: '+1 555 0100' }),
    });
    expect(answer.status).toBe(status);
    expect((await service.neurologist.get(`/patients/${id}`)).body.version).toBe(status === 200 ? 2 : 1);
  });

  it.each`
    change                          | pointer
    ${{ deceasedOn: '2026-11-24' }} | ${'/deceasedOn'}
    ${{ deceasedOn: '1968-04-11' }} | ${'/deceasedOn'}
    ${{ birthDate: '2026-11-24' }}  | ${'/birthDate'}
    ${{ familyName: null }}         | ${'/familyName'}
    ${{ id: randomUUID() }}         | ${'/id'}
    ${{ version: 7 }}               | ${'/version'}
  `('refuses $change', async ({ change, pointer }: { change: object; pointer: string }) => {
    const id = await registered(service.neurologist);
    const { status, body } = await service.neurologist.patch(`/patients/${id}`, 1, change);
    expect({ status, pointers: body.errors.map((error: { pointer: string }) => error.pointer) }).toEqual({
      status: 400,
      pointers: [pointer],
    });
  });
});

describe('what is clinical', () => {
  const clinical = {
    weight: WEIGHT,
    precautions: ['dysphagia'],
    priorToxinTolerance: true,
    handedness: 'left',
  };

  it('a scheduler and an administrator do not see; a neurologist does', async () => {
    const id = await registered(service.neurologist, clinical);
    expect((await service.neurologist.get(`/patients/${id}`)).body).toMatchObject(clinical);
    for (const client of [service.scheduler, service.admin]) {
      const one = await client.get(`/patients/${id}`);
      const list = await client.get('/patients?limit=500');
      const again = client === service.scheduler ? await client.patch(`/patients/${id}`, 1, {}) : one;
      expect([one.status, list.status, again.status]).toEqual([200, 200, 200]);
      expect(JSON.stringify([one.body, list.body, again.body])).not.toMatch(
        /weight|precaution|tolerance|dysphagia|handedness/i,
      );
    }
  });

  it.each`
    change
    ${{ weight: WEIGHT }}
    ${{ weight: null }}
    ${{ precautions: [] }}
    ${{ precautions: ['pregnant'] }}
    ${{ priorToxinTolerance: null }}
    ${{ handedness: 'right' }}
  `('a scheduler does not write $change', async ({ change }: { change: Record<string, unknown> }) => {
    const id = await registered(service.neurologist, clinical);
    expect(await service.scheduler.patch(`/patients/${id}`, 1, change)).toMatchObject({ status: 403 });
    expect(await service.scheduler.post('/patients', aPatient(change))).toMatchObject({ status: 403 });
    expect((await service.neurologist.get(`/patients/${id}`)).body).toMatchObject(clinical);
  });
});
