import { randomUUID } from 'node:crypto';
import type { Bundle, FhirResource } from 'fhir/r4';
import { Client } from 'fhir-kit-client';
import { startApp, type TestApp } from '../support/app';
import { voids } from '../support/builders';
import { everyPage, idsOf } from '../support/fhir/fhir';
import { aReadPatient, type ReadPatient } from '../support/walks/read-clinic';

/** As somebody reads us who has never seen this house: with a client of others, by what the specification says alone. */
let service: TestApp;
let one: ReadPatient;
let client: Client;

beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  one = await aReadPatient(service, 'Muster');
  await aReadPatient(service, 'Beispiel');
  client = new Client({ baseUrl: `${service.url}/fhir/R4`, bearerToken: service.neurologist.token });
}, 60_000);
afterAll(() => service.close());

type Linked = Parameters<Client['nextPage']>[0]['bundle'];

/** To the end, by the client's own reading of the links. */
async function paged(
  resourceType: string,
  searchParams: Record<string, string>,
): Promise<Bundle<FhirResource>[]> {
  const pages: Bundle<FhirResource>[] = [];
  let page: Linked | undefined = (await client.search({ resourceType, searchParams })) as Linked;
  while (page !== undefined) {
    pages.push(page as unknown as Bundle<FhirResource>);
    page = (await client.nextPage({ bundle: page })) as Linked | undefined;
  }
  return pages;
}

/** The status, and what the OperationOutcome says. */
async function refusal(ask: Promise<unknown>): Promise<{ status: number; code: string }> {
  const error = (await ask.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )) as { response: { status: number; data: { resourceType: string; issue: { code: string }[] } } };
  const { status, data } = error.response;
  expect(data.resourceType).toBe('OperationOutcome');
  return { status, code: data.issue[0]!.code };
}

it('finds what can be read, page by page: together it is the whole list, each once', async () => {
  const { rest } = (await client.capabilityStatement()) as unknown as {
    rest: { resource: { type: string; interaction?: { code: string }[] }[] }[];
  };
  const types = rest[0]!.resource
    .filter(({ type, interaction }) => interaction !== undefined && type !== 'AuditEvent')
    .map(({ type }) => type);
  expect(types.length).toBeGreaterThan(12);
  for (const type of types) {
    const pages = await paged(type, { _count: '3' });
    const ids = pages.flatMap(idsOf);
    const whole = await everyPage(service.url, service.neurologist.token, `${type}?_count=500`);
    expect({ type, ids: ids.toSorted() }).toEqual({
      type,
      ids: whole.resources.map(({ id }) => id!).toSorted(),
    });
    expect({ type, total: pages[0]!.total }).toEqual({ type, total: ids.length });
  }
});

it('a search brings along what refers to it, and a read what it refers to', async () => {
  const [page] = await paged('Procedure', {
    _id: one.sessionId,
    _include: 'Procedure:patient',
    _revinclude: 'MedicationAdministration:part-of',
  });
  const found = page!.entry!.map(({ resource, search }) => `${search!.mode} ${resource!.resourceType}`);
  expect(found.filter((what) => what === 'match Procedure')).toHaveLength(1);
  expect(found.filter((what) => what === 'include Patient')).toHaveLength(1);
  expect(found.filter((what) => what === 'include MedicationAdministration').length).toBeGreaterThan(0);
  const procedure = await client.read({ resourceType: 'Procedure', id: one.sessionId });
  const subject = await client.resolve({
    reference: (procedure as unknown as { subject: { reference: string } }).subject.reference,
  });
  expect(subject).toMatchObject({ resourceType: 'Patient', id: one.patientId });
  const history = await client.history({ resourceType: 'Procedure', id: one.sessionId });
  expect(history).toMatchObject({ type: 'history', total: 1 });
});

it('what there never was is 404; what was voided is 410, but for the session itself', async () => {
  const read = (resourceType: string, id: string) => client.read({ resourceType, id });
  expect(await refusal(read('Patient', randomUUID()))).toEqual({ status: 404, code: 'not-found' });
  expect(await refusal(read('Patient', 'x'))).toEqual({ status: 404, code: 'not-found' });
  await voids(service.neurologist, one.eyeSessionId);
  for (const type of ['MedicationAdministration', 'Medication'])
    expect(await refusal(read(type, `${one.eyeSessionId}-0`))).toEqual({ status: 410, code: 'deleted' });
  expect(await read('Procedure', one.eyeSessionId)).toMatchObject({ status: 'entered-in-error' });
});

it('what is wrong, what is not allowed and a write are refused in words', async () => {
  const search = (searchParams: Record<string, string>) =>
    client.search({ resourceType: 'Procedure', searchParams });
  expect(await refusal(search({ date: 'yesterday' }))).toEqual({ status: 400, code: 'invalid' });
  expect(await refusal(client.search({ resourceType: 'AuditEvent', searchParams: {} }))).toEqual({
    status: 403,
    code: 'forbidden',
  });
  const stranger = new Client({ baseUrl: `${service.url}/fhir/R4` });
  expect(await refusal(stranger.read({ resourceType: 'Patient', id: one.patientId }))).toEqual({
    status: 401,
    code: 'login',
  });
  const written = client.create({ resourceType: 'Patient', body: { resourceType: 'Patient' } });
  expect((await refusal(written)).status).toBeGreaterThanOrEqual(404);
});
