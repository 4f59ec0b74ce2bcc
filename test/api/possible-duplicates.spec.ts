import { startApp, type Client, type TestApp } from '../support/app';
import { aPatient, logged, registered, started } from '../support/builders';

const NORA = {
  familyName: 'Uxtester',
  givenName: 'Nora',
  birthDate: '1971-03-04',
  phone: '+1 212 555 7140',
  mrn: 'DUP1',
};

let service: TestApp;
let noraId: string;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  noraId = await registered(service.scheduler, NORA);
});
afterAll(() => service.close());

function ask(asked: object, client: Client = service.scheduler) {
  return client.get(`/patients/possible-duplicates?${new URLSearchParams(asked as Record<string, string>)}`);
}

it.each`
  asked                                                                               | why
  ${{ familyName: 'uxtester', givenName: 'NORA', birthDate: '1971-03-04' }}           | ${['name', 'birth-date']}
  ${{ familyName: 'Uxtester', givenName: 'Nora', birthDate: '', phone: '', mrn: '' }} | ${['name']}
  ${{ familyName: 'Üxtester', givenName: 'Nora', birthDate: '1971-04-03' }}           | ${['name']}
  ${{ familyName: 'Uxtster', givenName: 'Nora', birthDate: '1971-03-04' }}            | ${['name', 'birth-date']}
  ${{ birthDate: '1971-03-04' }}                                                      | ${['birth-date']}
  ${{ phone: '212 555-7140' }}                                                        | ${['phone']}
  ${{ mrn: 'dup 1' }}                                                                 | ${['mrn']}
  ${{ mrn: ' Dup1 ' }}                                                                | ${['mrn']}
  ${{ mrn: 'DUP-1' }}                                                                 | ${['mrn']}
`('$asked is asked about: $why', async ({ asked, why }: { asked: object; why: string[] }) => {
  const { status, body } = await ask(asked);
  expect(status).toBe(200);
  expect(body.items).toEqual([
    { patient: expect.objectContaining({ id: noraId, mrn: 'DUP1' }), why, lastVisitOn: null },
  ]);
});

it.each`
  asked
  ${{ familyName: 'Uxtester', givenName: 'Peter', birthDate: '1999-01-01', phone: '+1 646 555 0000', mrn: 'DUP12' }}
  ${{ familyName: 'Nobody', birthDate: '1971-03-04' }}
  ${{ phone: '7140' }}
  ${{ mrn: 'DUP' }}
  ${{ familyName: '%' }}
`('$asked is nobody on record', async ({ asked }: { asked: object }) => {
  expect(await ask(asked)).toMatchObject({ status: 200, body: { items: [] } });
});

it.each`
  asked                          | code
  ${{}}                          | ${undefined}
  ${{ familyName: '  ' }}        | ${undefined}
  ${{ birthDate: '1971-02-30' }} | ${'is-plain-date'}
`('$asked is answered 400', async ({ asked, code }: { asked: object; code?: string }) => {
  const { status, body } = await ask(asked);
  expect(status).toBe(400);
  expect(body.errors?.[0].code).toBe(code);
});

it('the likeliest stand first, each with their last session; clinical facts are for neurologists', async () => {
  const twin = { familyName: 'Zweimal', givenName: 'Ute' };
  const other = await registered(service.scheduler, { ...twin, birthDate: '1950-01-01' });
  const one = await registered(service.scheduler, { ...twin, birthDate: '1960-01-01' });
  const courseId = await started(service.neurologist, { patientId: one });
  await logged(service.neurologist, courseId, { performedOn: '2026-05-04' });
  await logged(service.neurologist, courseId, { performedOn: '2026-08-31' });
  const asked = { ...twin, birthDate: '1960-01-01' };
  const seen = await ask(asked);
  expect(
    seen.body.items.map(({ patient, ...rest }: { patient: { id: string } }) => ({ id: patient.id, ...rest })),
  ).toEqual([
    { id: one, why: ['name', 'birth-date'], lastVisitOn: '2026-08-31' },
    { id: other, why: ['name'], lastVisitOn: null },
  ]);
  expect(seen.body.items[0].patient).not.toHaveProperty('precautions');
  const { body: forAdmin } = await ask(asked, service.admin);
  expect(forAdmin.items[0]).toEqual({
    patient: expect.objectContaining({ id: one }),
    why: ['name', 'birth-date'],
  });
  const { body } = await ask(asked, service.neurologist);
  expect(body.items[0].patient).toMatchObject({ id: one, precautions: [] });
});

describe('a record number belongs to one patient', () => {
  it.each(['DUP1', 'dup1', 'DUP 1', ' d u p 1'])('“%s” is taken', async (mrn) => {
    const { status, body } = await service.scheduler.post('/patients', aPatient({ mrn }));
    expect(status).toBe(409);
    expect(body.detail).toContain('Another patient has this record number');
    expect(body.errors).toMatchObject([{ pointer: '/mrn', code: 'taken' }]);
  });

  it.each(['DUP-1', 'DUP11', 'XDUP1'])('“%s” is another', async (mrn) => {
    expect(await service.scheduler.post('/patients', aPatient({ mrn }))).toMatchObject({ status: 201 });
  });

  it('nor does somebody get it by a change; one’s own may be written otherwise', async () => {
    const id = await registered(service.scheduler);
    expect(await service.scheduler.patch(`/patients/${id}`, 1, { mrn: 'dup 1' })).toMatchObject({
      status: 409,
    });
    expect(await service.scheduler.patch(`/patients/${noraId}`, 1, { mrn: 'Dup 1' })).toMatchObject({
      status: 200,
      body: { mrn: 'Dup 1' },
    });
    expect(await service.scheduler.patch(`/patients/${noraId}`, 2, { mrn: 'DUP1' })).toMatchObject({
      status: 200,
    });
  });

  it('of two at once one gets it', async () => {
    const answers = await Promise.all(
      ['both 1', 'BOTH1', 'Both 1', 'bo th1'].map((mrn) =>
        service.scheduler.post('/patients', aPatient({ mrn })),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
  });
});
