import { startApp, type TestApp } from '../support/app';
import { registered } from '../support/builders';
import { askFhir } from '../support/fhir/fhir';
import { aClient, aKey, askToken, assertionOf } from '../support/fhir/smart';
import { aReadPatient, type ReadPatient } from '../support/walks/read-clinic';
import { Clock } from '../../src/platform/clock';

let service: TestApp;
let one: ReadPatient;
let mrn: string;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  one = await aReadPatient(service, 'Muster');
  await aReadPatient(service, 'Other');
  ({ mrn } = (await service.scheduler.get(`/patients/${one.patientId}`)).body);
}, 60_000);
afterAll(() => service.close());

interface Page {
  readonly total?: number;
  readonly entry?: readonly { readonly resource: { readonly id: string } }[];
  readonly link?: readonly { readonly url: string }[];
}

const idsOf = ({ entry = [] }: Page): string[] => entry.map(({ resource }) => resource.id);

/** A search as a form, `Procedure/_search`. */
async function byForm(
  path: string,
  fields: readonly (readonly [string, string])[],
  { token = service.neurologist.token, type = 'application/x-www-form-urlencoded' } = {},
): Promise<{ status: number; body: Page }> {
  const answer = await fetch(`${service.url}/fhir/R4/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': type },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
  });
  return { status: answer.status, body: (await answer.json()) as Page };
}

async function asked(
  path: string,
  token = service.neurologist.token,
): Promise<{ status: number; body: Page }> {
  const { status, body } = await askFhir(service.url, token, path);
  return { status, body };
}

describe('a search by form', () => {
  it('finds what the same search finds by its address', async () => {
    const found = await byForm('Procedure/_search', [['patient', one.patientId]]);
    const same = await asked(`Procedure?patient=${one.patientId}`);
    expect(idsOf(found.body)).toContain(one.sessionId);
    expect(found).toEqual(same);
  });

  it('takes a name twice, and what stands in the address too', async () => {
    const [from, to] = [
      ['date', 'ge2026-01-01'],
      ['date', 'lt2026-01-01'],
    ] as const;
    expect((await byForm('Procedure/_search', [from])).body.total).toBeGreaterThan(0);
    expect((await byForm('Procedure/_search', [from, to])).body.total).toBe(0);
    expect((await byForm('Procedure/_search?date=lt2026-01-01', [from])).body.total).toBe(0);
  });

  it('is refused as another: without the right, and what is no form', async () => {
    expect((await byForm('Procedure/_search', [], { token: service.scheduler.token })).status).toBe(403);
    expect((await byForm('Procedure/_search', [], { token: 'none' })).status).toBe(401);
    expect((await byForm('Procedure/_search', [['date', 'soon']])).status).toBe(400);
    expect((await byForm('Procedure/_search', [], { type: 'text/plain' })).status).toBe(415);
  });

  it('is a read of the patients who are shown', async () => {
    const [{ id: before }] = await service.work.db.query('select max(id)::int as id from audit_entry');
    await byForm('Procedure/_search', [['patient', one.patientId]]);
    const entries = await service.work.db.query(
      'select action, subject, patient_id as patient from audit_entry where id > $1',
      [before],
    );
    expect(entries).toEqual([{ action: 'read', subject: 'injection_session', patient: one.patientId }]);
  });
});

describe('a chain', () => {
  it('finds by what is referred to, and by nothing of it nothing', async () => {
    const found = await asked(`Procedure?patient.identifier=${mrn}`);
    expect(found.body.total).toBeGreaterThan(0);
    expect(found.body.total).toBe((await asked(`Procedure?patient=${one.patientId}`)).body.total);
    expect(found.body.link![0]!.url).toContain(`patient.identifier=${mrn}`);
    const nobody = await registered(service.scheduler);
    const { mrn: theirs } = (await service.scheduler.get(`/patients/${nobody}`)).body;
    expect((await asked(`Procedure?patient.identifier=${theirs}`)).body.total).toBe(0);
    expect((await asked(`MedicationAdministration?patient.family=muster`)).body.total).toBeGreaterThan(0);
    expect((await asked(`Procedure?patient.identifier=${mrn}&_summary=count`)).body).not.toHaveProperty(
      'entry',
    );
  });

  it('is refused rather than left out', async () => {
    for (const wrong of ['patient.shoe=44', '_has:Observation:focus:code=x', 'patient.link.family=x'])
      expect(await asked(`Procedure?${wrong}`)).toMatchObject({
        status: 400,
        body: { resourceType: 'OperationOutcome' },
      });
  });

  it('opens nothing that its asker may not read', async () => {
    const { token } = service.scheduler;
    expect((await asked(`ServiceRequest?patient.identifier=${mrn}`, token)).body.total).toBeGreaterThan(0);
    const key = await aKey('ES384');
    const client = await aClient(service, [key], ['system/Procedure.rs']);
    const audience = `${service.url}/auth/smart/token`;
    const at = service.app.get(Clock).now();
    const shown = await assertionOf(client, key, { at, audience, given: {} });
    const { body } = await askToken(service.url, shown, { scope: 'system/Procedure.rs' });
    const access = body.access_token as string;
    expect((await asked(`Procedure?patient=${one.patientId}`, access)).status).toBe(200);
    expect((await asked(`Procedure?patient.identifier=${mrn}`, access)).status).toBe(403);
  });
});
