import { startApp, type TestApp } from '../support/app';
import { logged, registered, signs, started, voids } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

async function aSessionOf(familyName: string): Promise<{ courseId: string; id: string }> {
  const patientId = await registered(service.neurologist, { familyName, referrerName: 'Dr. Hana Petersen' });
  const courseId = await started(service.neurologist, { patientId });
  return { courseId, id: await logged(service.neurologist, courseId, { performedOn: '2026-11-16' }) };
}

it('an unsigned session says DRAFT, a signed one who signed, a void one has no note', async () => {
  const { neurologist } = service;
  const { id } = await aSessionOf('Noted');
  const draft = await neurologist.get(`/sessions/${id}/note`);
  expect(draft).toMatchObject({ status: 200, body: { draft: true } });
  expect(draft.body.text).toContain('DRAFT, not signed');
  await signs(neurologist, id);
  const { body } = await neurologist.get(`/sessions/${id}/note`);
  expect(body.draft).toBe(false);
  expect(body.text).not.toContain('DRAFT');
  expect(body.text).toContain('Signed by');
  expect(body.text).toContain('Noted, born');
  expect(await neurologist.get(`/sessions/${id}/aftercare`)).toMatchObject({ status: 200 });
  await voids(neurologist, id, 'entered for the wrong patient');
  for (const paper of ['note', 'aftercare']) {
    expect(await neurologist.get(`/sessions/${id}/${paper}`)).toMatchObject({ status: 409 });
  }
});

it('a letter goes to whoever sent the patient; a course with nothing yet says so', async () => {
  const { neurologist } = service;
  const { courseId } = await aSessionOf('Lettered');
  const letter = await neurologist.get(`/courses/${courseId}/letter`);
  expect(letter).toMatchObject({ status: 200, body: { draft: true } });
  expect(letter.body.text).toContain('Dr. Hana Petersen');
  const empty = await started(neurologist, { patientId: await registered(neurologist) });
  const { body } = await neurologist.get(`/courses/${empty}/letter`);
  expect(body.text).toContain('No session yet; planned with Botox (onabotulinumtoxinA).');
  expect(body.missing).toContain('referring doctor');
});

it.each`
  accept                | status | type
  ${'text/plain'}       | ${200} | ${'text/plain; charset=utf-8'}
  ${'application/json'} | ${200} | ${'application/json; charset=utf-8'}
  ${'image/png'}        | ${406} | ${'application/problem+json'}
`('$accept is answered $status', async ({ accept, status, type }: Record<string, string>) => {
  const { id } = await aSessionOf(`Accept ${type}`);
  const response = await fetch(`${service.url}/api/v1/sessions/${id}/note`, {
    headers: { accept: accept!, authorization: `Bearer ${service.neurologist.token}` },
  });
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain(type);
});
