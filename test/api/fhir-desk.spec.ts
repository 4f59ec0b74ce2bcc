import { randomUUID } from 'node:crypto';
import { startApp, type Client, type TestApp } from '../support/app';
import { askFhir, everyPage, idsOf } from '../support/fhir/fhir';
import { logged, registered, started } from '../support/builders';

let service: TestApp;
let patientId: string;
let courseId: string;
let appointmentId: string;
let heldId: string;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  const { neurologist, scheduler } = service;
  patientId = await registered(scheduler, { mrn: 'F-1', familyName: 'Ångström', birthDate: '1968-04-12' });
  courseId = await started(neurologist, { patientId });
  await logged(neurologist, courseId, { performedOn: '2026-08-24' });
  const booked = await scheduler.post(`/courses/${courseId}/appointments`, {
    startsAt: '2026-12-01T02:30:00Z',
  });
  appointmentId = booked.body.id;
  heldId = await started(neurologist);
  await logged(neurologist, heldId, { performedOn: '2026-08-24' });
  const hold = {
    fromOn: '2026-11-20',
    untilOn: '2026-12-20',
    reason: 'had 300 U elsewhere',
    concerns: 'course',
  };
  expect(await neurologist.post(`/courses/${heldId}/holds`, hold)).toMatchObject({ status: 201 });
});
afterAll(() => service.close());

const ask = (client: Client | undefined, path: string, headers = {}) =>
  askFhir(service.url, client?.token, path, headers);

it('says to anybody what it can be asked', async () => {
  const { status, type, body } = await ask(undefined, 'metadata');
  expect({ status, type }).toEqual({ status: 200, type: 'application/fhir+json' });
  expect(body).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1', kind: 'instance' });
  const types = body.rest[0].resource.map(({ type: one }: { type: string }) => one);
  expect(types).toEqual(expect.arrayContaining(['Patient', 'ServiceRequest', 'Appointment']));
});

it('tells a patient with a version', async () => {
  const { status, type, headers, body } = await ask(service.scheduler, `Patient/${patientId}`);
  expect({ status, type, etag: headers.get('etag') }).toEqual({
    status: 200,
    type: 'application/fhir+json',
    etag: 'W/"1"',
  });
  expect(body).toMatchObject({ resourceType: 'Patient', id: patientId, identifier: [{ value: 'F-1' }] });
});

it('tells when the next session is due, and why', async () => {
  const { body } = await ask(service.scheduler, `ServiceRequest/${courseId}`);
  const course = await service.neurologist.get(`/courses/${courseId}`);
  const { earliestOn, lastOnTimeOn, reasons } = course.body.forecast;
  expect(body).toMatchObject({
    status: 'active',
    occurrencePeriod: { start: earliestOn, end: lastOnTimeOn },
    note: reasons.map(({ text }: { text: string }) => ({ text })),
  });
});

it('shows a scheduler no words of a neurologist, and never a dose', async () => {
  const { body } = await ask(service.scheduler, `ServiceRequest/${heldId}`);
  expect(body.status).toBe('on-hold');
  expect(JSON.stringify(body)).not.toContain('300 U');
  const full = await ask(service.neurologist, `ServiceRequest/${heldId}`);
  expect(JSON.stringify(full.body)).toContain('300 U');
});

it.each`
  path                                                           | finds
  ${'Patient?identifier=urn:botulinum-toxin-clinic:mrn|F-1'}     | ${'patient'}
  ${'Patient?identifier=F-1'}                                    | ${'patient'}
  ${'Patient?identifier=http://other.example|F-1'}               | ${'nothing'}
  ${'Patient?family=ångs'}                                       | ${'patient'}
  ${'Patient?family=F-1'}                                        | ${'nothing'}
  ${'Patient?family=ångs&birthdate=1968'}                        | ${'patient'}
  ${'Patient?family=ångs&birthdate=gt1968-04-12'}                | ${'nothing'}
  ${'Patient?family=ångs&birthdate=le1968-04-12'}                | ${'patient'}
  ${'Patient?_id={patient}'}                                     | ${'patient'}
  ${'Patient?_id={patient}&_lastUpdated=lt2000'}                 | ${'nothing'}
  ${'Patient?_id=no-uuid'}                                       | ${'nothing'}
  ${'ServiceRequest?patient={patient}&occurrence=2027'}          | ${'nothing'}
  ${'ServiceRequest?patient={patient}&occurrence=ap2026-11-23'}  | ${'course'}
  ${'ServiceRequest?patient=Patient/{patient}&status=active'}    | ${'course'}
  ${'ServiceRequest?patient={patient}&status=on-hold'}           | ${'nothing'}
  ${'ServiceRequest?subject:Patient={patient}'}                  | ${'course'}
  ${'Appointment?patient={patient}&date=2026-11-30'}             | ${'appointment'}
  ${'Appointment?patient={patient}&date=2026-12-01'}             | ${'nothing'}
  ${'Appointment?patient={patient}&date=ge2026-12-01T02:30:00Z'} | ${'appointment'}
  ${'Appointment?patient={patient}&date=gt2026-12-01T02:30:00Z'} | ${'nothing'}
  ${'Appointment?patient={patient}&status=booked,noshow'}        | ${'appointment'}
  ${'Appointment?patient={patient}&status=fulfilled'}            | ${'nothing'}
`('$path finds $finds', async ({ path, finds }: { path: string; finds: string }) => {
  const { status, body } = await ask(service.scheduler, path.replaceAll('{patient}', patientId));
  expect(status).toBe(200);
  const ids = { patient: [patientId], course: [courseId], appointment: [appointmentId], nothing: [] }[finds];
  expect({ ids: idsOf(body), total: body.total }).toEqual({ ids, total: ids!.length });
});

it('every page after the other holds each patient once', async () => {
  const { pages, resources } = await everyPage(service.url, service.scheduler.token, 'Patient?_count=1');
  const all = await ask(service.scheduler, 'Patient?_count=500');
  expect(pages).toBe(all.body.total);
  expect(resources.map(({ id }) => id)).toEqual(idsOf(all.body));
  expect((await ask(service.scheduler, 'Patient?_count=0')).body).toMatchObject({ total: pages });
});

it('brings along whom a page names, and what names it', async () => {
  const forward = await ask(
    service.scheduler,
    `Appointment?_id=${appointmentId}&_include=Appointment:patient`,
  );
  expect(idsOf(forward.body)).toEqual([appointmentId, patientId]);
  const back = await ask(service.scheduler, `Patient?_id=${patientId}&_revinclude=ServiceRequest:patient`);
  expect(idsOf(back.body)).toEqual([patientId, courseId]);
  expect(back.body.total).toBe(1);
});

it.each`
  who            | path                                         | headers                               | status | code
  ${'scheduler'} | ${`Patient/${randomUUID()}`}                 | ${{}}                                 | ${404} | ${'not-found'}
  ${'scheduler'} | ${'Patient/no-uuid'}                         | ${{}}                                 | ${404} | ${'not-found'}
  ${'scheduler'} | ${'Nonsense'}                                | ${{}}                                 | ${404} | ${'not-found'}
  ${'scheduler'} | ${'Appointment?date=2026-02-30'}             | ${{}}                                 | ${400} | ${'invalid'}
  ${'scheduler'} | ${'Patient?_cursor=abc'}                     | ${{}}                                 | ${400} | ${'invalid'}
  ${'scheduler'} | ${'Patient?colour=red'}                      | ${{ prefer: 'handling=strict' }}      | ${400} | ${'invalid'}
  ${'scheduler'} | ${'Patient?_format=xml'}                     | ${{}}                                 | ${406} | ${'not-supported'}
  ${'scheduler'} | ${'Patient'}                                 | ${{ accept: 'application/fhir+xml' }} | ${406} | ${'not-supported'}
  ${'nobody'}    | ${'Patient'}                                 | ${{}}                                 | ${401} | ${'login'}
  ${'reporting'} | ${'Patient'}                                 | ${{}}                                 | ${403} | ${'forbidden'}
  ${'admin'}     | ${'ServiceRequest'}                          | ${{}}                                 | ${403} | ${'forbidden'}
  ${'reporting'} | ${'Appointment'}                             | ${{}}                                 | ${403} | ${'forbidden'}
  ${'admin'}     | ${'Patient?_revinclude=Appointment:patient'} | ${{}}                                 | ${403} | ${'forbidden'}
`('$who at $path: $status as an OperationOutcome', async ({ who, path, headers, status, code }) => {
  const client = who === 'nobody' ? undefined : service[who as 'scheduler'];
  const answer = await ask(client, path, headers);
  expect(answer).toMatchObject({
    status,
    type: 'application/fhir+json',
    body: { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] },
  });
});

it('leaves out a parameter that it does not know, and says so by its self link', async () => {
  const { status, body } = await ask(service.scheduler, `Patient?_id=${patientId}&colour=red`);
  expect(status).toBe(200);
  expect(body.link).toEqual([{ relation: 'self', url: `${service.url}/fhir/R4/Patient?_id=${patientId}` }]);
});

it('of a course that ended nothing is due any more: 410; of one without a session there is nothing: 404', async () => {
  const ended = await started(service.neurologist);
  expect(await ask(service.scheduler, `ServiceRequest/${ended}`)).toMatchObject({ status: 404 });
  await logged(service.neurologist, ended, { performedOn: '2026-08-24' });
  const over = await service.neurologist.post(`/courses/${ended}/end`, {
    on: '2026-11-20',
    reason: 'moved to another town',
  });
  expect(over.status).toBeLessThan(300);
  expect(await ask(service.scheduler, `ServiceRequest/${ended}`)).toMatchObject({
    status: 410,
    body: { resourceType: 'OperationOutcome', issue: [{ code: 'deleted' }] },
  });
});
