import { randomUUID } from 'node:crypto';
import { send, startApp, type TestApp } from '../support/app';
import { oneOfEach, type ExistingThings } from '../support/patients/existing';
import { RIGHT } from '../support/right-bodies';

let service: TestApp;
let made: ExistingThings;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  made = await oneOfEach(service);
});
afterAll(() => service.close());

function ask(operation: string, body: object, headers: Record<string, string> = {}) {
  const [method, path] = operation.split(' ') as [string, string];
  const admin = /^\/(users|api-tokens|smart-clients|clinic-settings|sign-in-settings)/.test(path);
  const { token } = admin ? service.admin : service.neurologist;
  return send(service.url, method, made.address(path), {
    body,
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
}

const operations = (method: string) => Object.keys(RIGHT).filter((operation) => operation.startsWith(method));

describe.each(operations('PATCH'))('%s', (operation) => {
  it.each`
    ifMatch       | status | type                              | why
    ${undefined}  | ${428} | ${'urn:problem:version-required'} | ${'no version named'}
    ${'"999999"'} | ${412} | ${'urn:problem:outdated'}         | ${'another version'}
    ${'999999'}   | ${400} | ${'urn:problem:malformed'}        | ${'without quotes'}
    ${'"latest"'} | ${400} | ${'urn:problem:malformed'}        | ${'no number'}
    ${'""'}       | ${400} | ${'urn:problem:malformed'}        | ${'empty'}
  `(
    '$status with $why',
    async ({ ifMatch, status, type }: { ifMatch?: string; status: number; type: string }) => {
      const answer = await ask(
        operation,
        RIGHT[operation]!(made),
        ifMatch === undefined ? {} : { 'if-match': ifMatch },
      );
      expect(answer).toMatchObject({ status, body: { type } });
    },
  );

  it('refuses a field that it does not know', async () => {
    const answer = await ask(
      operation,
      { ...RIGHT[operation]!(made), colour: 'blue' },
      { 'if-match': '"1"' },
    );
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/colour', code: 'unknown-field' }] },
    });
  });
});

/** What makes something new takes the id of the client. The rest acts on what there is. */
const MAKES = [
  '/patients',
  '/patients/{id}/precautions',
  '/patients/{id}/pregnancy-answers',
  '/courses',
  '/courses/{id}/holds',
  '/courses/{id}/appointments',
  '/courses/{id}/contacts',
  '/sessions',
  '/sessions/{id}/amend',
  '/adverse-events',
  '/external-doses',
  '/protocols',
  '/lots',
  '/vials',
  '/stock/excursions',
  '/authorizations',
  '/coverage-overrides',
  '/payers',
  '/users',
];

describe.each(MAKES.map((path) => `POST ${path}`))('%s', (operation) => {
  it('with an id writes once: 201, then 200 with the same answer, 409 for another body', async () => {
    const more = operation.endsWith('sessions') ? { performedOn: '2026-01-05', vials: [] } : {};
    const body = { ...RIGHT[operation]!(made), ...more, id: randomUUID() };
    const first = await ask(operation, body);
    expect({ status: first.status, body: first.body }).toMatchObject({ status: 201 });
    const second = await ask(operation, body);
    expect({ status: second.status, body: second.body }).toEqual({ status: 200, body: first.body });
    const third = await ask(operation, { ...body, ...differing(body) });
    expect(third).toMatchObject({ status: 409, body: { type: 'urn:problem:conflict' } });
  });

  it('refuses an id that is no UUID, and a field that it does not know', async () => {
    const body = RIGHT[operation]!(made);
    expect(await ask(operation, { ...body, id: '17' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/id' }] },
    });
    expect(await ask(operation, { ...body, colour: 'blue' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/colour' }] },
    });
  });
});

/** A field that can be another without the body being wrong. */
const DIFFERENT: Readonly<Record<string, unknown>> = {
  givenName: 'Other',
  reason: 'another',
  note: 'another',
  startsAt: '2026-12-08T15:00:00Z',
  outcome: 'no-answer',
  plannedProduct: 'abo',
  displayName: 'Other',
  name: 'Other',
  severity: 'severe',
  payer: 'Other',
  answer: 'declined',
  fridge: 'west',
  serial: 'other',
};

function differing(body: object): object {
  const [field, value] = Object.entries(DIFFERENT).find(([name]) => name in body) ?? ['note', 'another'];
  return { [field]: value };
}
