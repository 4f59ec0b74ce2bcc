import { startApp, type TestApp } from '../support/app';
import { aSession, logged, started } from '../support/builders';
import { oneOfEach, type ExistingThings } from '../support/patients/existing';
import { RIGHT } from '../support/right-bodies';

let service: TestApp;
let made: ExistingThings;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  made = await oneOfEach(service);
});
afterAll(() => service.close());

/** Every operation whose body says why, and the field that says it. */
const REASONS = Object.entries(RIGHT).flatMap(([operation, body]) =>
  Object.keys(body({ patientId: '', courseId: '', sessionId: '' }))
    .filter((field) => /reason$/i.test(field))
    .map((field) => ({ operation, field })),
);

it('there are such operations', () => {
  expect(REASONS.length).toBeGreaterThanOrEqual(10);
});

it.each(REASONS)('$operation: $field is words', async ({ operation, field }) => {
  const [method, path] = operation.split(' ') as [string, string];
  for (const reason of ['x', '....', '1234567890', 'aaaaaaaaaa', '   ', 'asdf asdfgh', 'ok ok ok ok ok']) {
    const answer = await fetch(`${service.url}/api/v1${made.address(path)}`, {
      method,
      headers: {
        authorization: `Bearer ${service.neurologist.token}`,
        'content-type': 'application/json',
        'if-match': '"1"',
      },
      body: JSON.stringify({ ...RIGHT[operation]!(made), [field]: reason }),
    });
    const body = (await answer.json()) as { detail: string; errors: object[] };
    expect({ reason, status: answer.status, errors: body.errors }).toMatchObject({
      status: 400,
      errors: [{ pointer: `/${field}`, message: expect.stringMatching(/in words: at least (4|10) letters/) }],
    });
  }
});

describe('of a signed session', () => {
  async function signed() {
    const courseId = await started(service.neurologist);
    const id = await logged(service.neurologist, courseId);
    await service.neurologist.post(`/sessions/${id}/sign`, {}, { 'if-match': '"1"' });
    return { courseId, id };
  }

  it.each`
    verb       | reason          | status
    ${'void'}  | ${'relapsing'}  | ${400}
    ${'void'}  | ${'mistakenly'} | ${200}
    ${'amend'} | ${'relapsing'}  | ${400}
    ${'amend'} | ${'mistakenly'} | ${201}
  `('$verb with “$reason”: $status', async ({ verb, reason, status }) => {
    const { courseId, id } = await signed();
    const body = verb === 'void' ? { reason } : { ...aSession(courseId), reason };
    expect((await service.neurologist.post(`/sessions/${id}/${verb}`, body)).status).toBe(status);
  });

  it('is asked for together with that of a finding', async () => {
    const { courseId, id } = await signed();
    const injections = [{ muscle: 'splenius_capitis', side: 'left', units: 250, sites: 6 }];
    const amend = (more: object) =>
      service.neurologist.post(`/sessions/${id}/amend`, { ...aSession(courseId, { injections }), ...more });
    const both = await amend({ reason: 'x' });
    expect(both).toMatchObject({
      status: 422,
      body: {
        detail: expect.stringMatching(/^Confirm S23 .*at least 10 letters\.$/),
        errors: [{ pointer: '/reason', code: 'reason-in-words' }],
        findings: expect.arrayContaining([expect.objectContaining({ code: 'S23', severity: 'confirm' })]),
      },
    });
    const one = await amend({ reason: 'typed wrongly at first' });
    expect(one).toMatchObject({ status: 422, body: { detail: expect.not.stringContaining('letters') } });
    expect(one.body).not.toHaveProperty('errors');
  });

  it('is asked for where it is missing', async () => {
    const { courseId, id } = await signed();
    expect(await service.neurologist.post(`/sessions/${id}/amend`, aSession(courseId))).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/reason', message: 'Give the reason in words: at least 10 letters.' }] },
    });
  });

  it('is not asked for while a stop stands', async () => {
    const { courseId, id } = await signed();
    const body = aSession(courseId, { performedOn: '2026-12-24', reason: 'x' });
    const answer = await service.neurologist.post(`/sessions/${id}/amend`, body);
    expect(answer).toMatchObject({ status: 422, body: { findings: [{ severity: 'stop' }] } });
    expect(JSON.stringify(answer.body)).not.toMatch(/reason/i);
  });
});
