import { randomUUID } from 'node:crypto';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { METHOD_METADATA } from '@nestjs/common/constants';
import { ROLES, type Role } from '../../src/platform/actor';
import { ALLOW } from '../../src/platform/permissions';
import openapi from '../../openapi.json';
import { send, startApp, type TestApp } from '../support/app';
import { writtenCounts } from '../support/server/table-counts';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const NEUROLOGIST: readonly Role[] = ['neurologist'];
const SCHEDULING: readonly Role[] = ['neurologist', 'scheduler'];
const IDENTITY: readonly Role[] = ['neurologist', 'scheduler', 'admin'];
const KEEPING: readonly Role[] = ['neurologist', 'admin'];
const REPORTS: readonly Role[] = ['neurologist', 'reporting'];
const CLAIMS: readonly Role[] = ['neurologist', 'reporting', 'admin'];
const DESK: readonly Role[] = ['scheduler', 'admin'];
const ADMIN: readonly Role[] = ['admin'];
const EVERYBODY: readonly Role[] = ROLES;

/** The table of the contract, one line an operation: who may. */
const MAY: readonly (readonly [operation: string, roles: readonly Role[]])[] = [
  ['GET /patients', IDENTITY],
  ['GET /patients/possible-duplicates', IDENTITY],
  ['GET /patients/{id}', IDENTITY],
  ['POST /patients', SCHEDULING],
  ['PATCH /patients/{id}', SCHEDULING],
  ['GET /courses', NEUROLOGIST],
  ['POST /courses', NEUROLOGIST],
  ['GET /courses/{id}', NEUROLOGIST],
  ['PATCH /courses/{id}', NEUROLOGIST],
  ['POST /courses/{id}/holds', NEUROLOGIST],
  ['POST /courses/{id}/holds/{holdId}/lift', NEUROLOGIST],
  ['POST /courses/{id}/end', NEUROLOGIST],
  ['POST /courses/{id}/reopen', NEUROLOGIST],
  ['GET /courses/{id}/sessions', NEUROLOGIST],
  ['POST /sessions', NEUROLOGIST],
  ['POST /sessions/check', NEUROLOGIST],
  ['GET /sessions/{id}', NEUROLOGIST],
  ['GET /sessions/{id}/claim-lines', CLAIMS],
  ['GET /sessions/{id}/note', NEUROLOGIST],
  ['GET /sessions/{id}/aftercare', NEUROLOGIST],
  ['GET /courses/{id}/letter', NEUROLOGIST],
  ['GET /courses/{id}/appeal-packet', NEUROLOGIST],
  ['GET /courses/{id}/renewal', NEUROLOGIST],
  ['PATCH /sessions/{id}', NEUROLOGIST],
  ['POST /sessions/{id}/sign', NEUROLOGIST],
  ['POST /sessions/{id}/amend', NEUROLOGIST],
  ['POST /sessions/{id}/void', NEUROLOGIST],
  ['GET /sessions/{id}/response', NEUROLOGIST],
  ['PUT /sessions/{id}/response', NEUROLOGIST],
  ['GET /adverse-events', NEUROLOGIST],
  ['POST /adverse-events', NEUROLOGIST],
  ['PATCH /adverse-events/{id}', NEUROLOGIST],
  ['GET /alerts', NEUROLOGIST],
  ['POST /adverse-events/{id}/answers', NEUROLOGIST],
  ['GET /patients/{id}/precautions', NEUROLOGIST],
  ['POST /patients/{id}/precautions', NEUROLOGIST],
  ['PATCH /precautions/{id}', NEUROLOGIST],
  ['GET /patients/{id}/pregnancy-answers', NEUROLOGIST],
  ['POST /patients/{id}/pregnancy-answers', NEUROLOGIST],
  ['GET /protocols', KEEPING],
  ['GET /protocols/{id}', KEEPING],
  ['POST /protocols', KEEPING],
  ['PATCH /protocols/{id}', KEEPING],
  ['GET /lots', IDENTITY],
  ['POST /lots', KEEPING],
  ['GET /lots/{id}', IDENTITY],
  ['PATCH /lots/{id}', KEEPING],
  ['POST /lots/{id}/hold', KEEPING],
  ['POST /lots/{id}/release', KEEPING],
  ['GET /lots/{id}/patients', IDENTITY],
  ['GET /vials', IDENTITY],
  ['POST /vials', KEEPING],
  ['GET /vials/{id}', IDENTITY],
  ['POST /vials/{id}/open', KEEPING],
  ['POST /vials/{id}/reconstitute', KEEPING],
  ['POST /vials/{id}/discard', KEEPING],
  ['GET /stock', EVERYBODY],
  ['GET /stock/excursions', IDENTITY],
  ['POST /stock/excursions', KEEPING],
  ['GET /stock/forecast', EVERYBODY],
  ['GET /external-doses', NEUROLOGIST],
  ['POST /external-doses', NEUROLOGIST],
  ['PATCH /external-doses/{id}', NEUROLOGIST],
  ['GET /flags', NEUROLOGIST],
  ['GET /flags/{id}', NEUROLOGIST],
  ['POST /flags/{id}/reviews', NEUROLOGIST],
  ['POST /assessments/preview', NEUROLOGIST],
  ['GET /due-list', SCHEDULING],
  ['POST /patients/{id}/merge', SCHEDULING],
  ['GET /patients/{id}/merges', ['neurologist', 'scheduler', 'admin']],
  ['POST /merges/{id}/undo', SCHEDULING],
  ['GET /merge-proposals', SCHEDULING],
  ['POST /merge-proposals/{id}/accept', SCHEDULING],
  ['POST /merge-proposals/{id}/dismiss', SCHEDULING],
  ['GET /due-list/summary', SCHEDULING],
  ['GET /worklists/to-call', SCHEDULING],
  ['GET /worklists/to-call/summary', SCHEDULING],
  ['GET /worklists/first-visits', SCHEDULING],
  ['GET /worklists/may-come-earlier', SCHEDULING],
  ['GET /worklists/my-day', NEUROLOGIST],
  ['GET /worklists/my-day/summary', NEUROLOGIST],
  ['GET /worklists/unsigned', NEUROLOGIST],
  ['GET /worklists/ready', SCHEDULING],
  ['GET /worklists/authorizations-to-start', SCHEDULING],
  ['GET /courses/{id}/readiness', SCHEDULING],
  ['GET /worklists/unsigned/summary', NEUROLOGIST],
  ['POST /clinic-notes/{note}/dismiss', ['neurologist', 'admin']],
  ['GET /worklists/peak-checks', SCHEDULING],
  ['GET /worklists/peak-checks/summary', SCHEDULING],
  ['POST /courses/{id}/patient-answers', SCHEDULING],
  ['GET /courses/{id}/patient-answers', NEUROLOGIST],
  ['POST /courses/{id}/check-ins', SCHEDULING],
  ['POST /courses/{id}/appointments', SCHEDULING],
  ['POST /courses/{id}/appointments/check', SCHEDULING],
  ['GET /appointments', SCHEDULING],
  ['GET /free-slots', SCHEDULING],
  ['PATCH /appointments/{id}', SCHEDULING],
  ['POST /courses/{id}/contacts', SCHEDULING],
  ['GET /courses/{id}/contacts', SCHEDULING],
  ['POST /courses/{id}/snoozes', SCHEDULING],
  ['GET /authorizations', SCHEDULING],
  ['POST /authorizations', SCHEDULING],
  ['GET /authorizations/{id}', SCHEDULING],
  ['PATCH /authorizations/{id}', SCHEDULING],
  ['GET /payers', EVERYBODY],
  ['GET /payers/{id}', EVERYBODY],
  ['POST /payers', IDENTITY],
  ['PATCH /payers/{id}', IDENTITY],
  ['GET /coverage-overrides', SCHEDULING],
  ['POST /coverage-overrides', SCHEDULING],
  ['DELETE /coverage-overrides/{id}', SCHEDULING],
  ['GET /reports', REPORTS],
  ['GET /reports/{file}', REPORTS],
  ['GET /reports/{name}.redcap.csv', REPORTS],
  ['GET /catalog/{catalog}', EVERYBODY],
  ['GET /clinic-settings', EVERYBODY],
  ['PATCH /clinic-settings', ADMIN],
  ['POST /clinic-settings/preview', ADMIN],
  ['GET /clinic-learning', ADMIN],
  ['POST /clinic-learning/{version}/preview', ADMIN],
  ['POST /clinic-learning/{version}/accept', ADMIN],
  ['POST /clinic-learning', ADMIN],
  ['POST /clinic-learning/{version}/withdraw', ADMIN],
  ['POST /imports', ADMIN],
  ['POST /imports/look', ADMIN],
  ['GET /imports', ADMIN],
  ['POST /imports/{id}/cancel', ADMIN],
  ['GET /imports/{id}', ADMIN],
  ['GET /imports/{id}/refused.csv', ADMIN],
  ['GET /imports/templates/{file}', ADMIN],
  ['GET /imports/mappings', ADMIN],
  ['POST /imports/mappings', ADMIN],
  ['DELETE /imports/mappings/{id}', ADMIN],
  ['GET /hl7-messages', DESK],
  ['GET /hl7-messages/{id}', DESK],
  ['POST /hl7-messages/{id}/retry', DESK],
  ['POST /hl7-messages/{id}/dismiss', DESK],
  ['GET /users', ADMIN],
  ['POST /users', ADMIN],
  ['GET /users/{id}', ADMIN],
  ['PATCH /users/{id}', ADMIN],
  ['POST /users/{id}/sign-out', ADMIN],
  ['DELETE /users/{id}/second-factor', ADMIN],
  ['GET /sign-in-settings', ADMIN],
  ['PATCH /sign-in-settings', ADMIN],
  ['GET /api-tokens', ADMIN],
  ['POST /api-tokens', ADMIN],
  ['GET /api-tokens/{id}', ADMIN],
  ['DELETE /api-tokens/{id}', ADMIN],
  ['POST /api-tokens/{id}/approve', SCHEDULING],
  ['GET /smart-clients', ADMIN],
  ['POST /smart-clients', ADMIN],
  ['GET /smart-clients/{id}', ADMIN],
  ['DELETE /smart-clients/{id}', ADMIN],
  ['POST /smart-clients/{id}/approve', SCHEDULING],
  ['GET /audit', ADMIN],
  ['GET /me', EVERYBODY],
  ['GET /me/views', SCHEDULING],
  ['POST /me/views', SCHEDULING],
  ['DELETE /me/views/{id}', SCHEDULING],
  ['POST /me/password', EVERYBODY],
  ['GET /me/sign-ins', EVERYBODY],
  ['DELETE /me/sign-ins', EVERYBODY],
  ['GET /me/second-factor', EVERYBODY],
  ['POST /me/second-factor', EVERYBODY],
  ['POST /me/second-factor/confirm', EVERYBODY],
  ['POST /me/second-factor/recovery-codes', EVERYBODY],
  ['POST /me/second-factor/remove', EVERYBODY],
  ['POST /me/second-factor/reset-seen', EVERYBODY],
  ['DELETE /me/sign-ins/{id}', EVERYBODY],
  ['GET /me/calendar-feed', NEUROLOGIST],
  ['POST /me/calendar-feed', NEUROLOGIST],
  ['DELETE /me/calendar-feed', NEUROLOGIST],
];

/** It takes no body, and one that fits nothing is not looked at. */
const MADE_OF_NOTHING = 'POST /me/calendar-feed';

/** Open to anybody, by a code, its cookie or a secret address alone, or ending the session that asks. */
const BESIDE = [
  'POST /auth/login',
  'POST /auth/logout',
  'POST /check-ins/open',
  'POST /check-ins/answers',
  'GET /calendar-feeds/{secret}.ics',
];

it('the table names every operation of the API', () => {
  const described = Object.entries(openapi.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const ours = described
    .filter((operation) => operation.includes(' /api/v1/'))
    .map((operation) => operation.replace('/api/v1', ''));
  expect(ours.toSorted()).toEqual([...MAY.map(([operation]) => operation), ...BESIDE].toSorted());
});

it('the document asks for no token exactly where nobody needs one', () => {
  const open = Object.entries(openapi.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => 'security' in operation && operation.security?.length === 0)
      .map(([method]) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
  );
  const health = ['GET /health/live', 'GET /health/ready', 'GET /metrics'];
  const ending = 'POST /auth/logout';
  expect(open.toSorted()).toEqual([...BESIDE.filter((known) => known !== ending), ...health].toSorted());
});

describe.each(MAY)('%s', (operation, roles) => {
  const [method, template] = operation.split(' ') as [string, string];

  /** An address that exists for nobody, and a body that fits nothing: who may is told so, who may not learns no more. */
  function ask(
    token: string | undefined,
  ): Promise<{ status: number; body: { type: string; detail: string } }> {
    const path = template
      .replace('{catalog}', 'no-such-catalogue')
      .replace('{file}', 'no-such-report.csv')
      .replace('{name}.redcap', 'no-such-report.redcap')
      .replaceAll(/\{\w+\}/g, () => randomUUID());
    return send(service.url, method, path, {
      body: method === 'GET' || method === 'DELETE' ? undefined : { nonsense: true },
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
  }

  it.each(ROLES)(`${roles.join(', ')} may; a %s is answered so`, async (role) => {
    const { status, body } = await ask(service[role].token);
    if (roles.includes(role))
      expect(operation === MADE_OF_NOTHING ? [201] : [200, 204, 400, 404, 428]).toContain(status);
    else {
      expect({ status, type: body.type }).toEqual({ status: 403, type: 'urn:problem:forbidden' });
      expect(body.detail).toContain(role);
    }
  });

  it.each`
    who                              | token
    ${'nobody'}                      | ${undefined}
    ${'somebody with a wrong token'} | ${'x'.repeat(43)}
  `('$who is answered 401', async ({ token }: { token: string | undefined }) => {
    const { status, body } = await ask(token);
    expect({ status, type: body.type }).toEqual({ status: 401, type: 'urn:problem:unauthenticated' });
  });
});

it('who may not writes nothing but the refusal in the trail, however right the body is', async () => {
  const before = await writtenCounts(service.work.db);
  const body = {
    mrn: 'X-1',
    familyName: 'Example',
    givenName: 'Eve',
    birthDate: '1980-01-01',
    sex: 'female',
  };
  for (const client of [service.reporting, service.admin]) {
    expect(await client.post('/patients', body)).toMatchObject({ status: 403 });
  }
  expect(await service.scheduler.patch('/clinic-settings', 1, { leadDays: 10 })).toMatchObject({
    status: 403,
  });
  expect(await writtenCounts(service.work.db)).toEqual({
    ...before,
    audit_entry: before['audit_entry']! + 3,
  });
  expect(await lastActions(3)).toEqual(['refused', 'refused', 'refused']);
});

async function lastActions(count: number): Promise<string[]> {
  const entries = await service.work.db.query<{ action: string }[]>(
    'select action from audit_entry order by id desc limit $1',
    [count],
  );
  return entries.map(({ action }) => action);
}

it('every handler names its permission: one without would be closed to everybody', () => {
  const controllers = [...service.app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  const reflector = new Reflector();
  const unnamed = controllers.flatMap(({ metatype }) => {
    const prototype = (metatype as { prototype: Record<string, object> }).prototype;
    return Object.getOwnPropertyNames(prototype)
      .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name]!))
      .filter((name) => reflector.get<string | undefined>(ALLOW, prototype[name] as never) === undefined)
      .map((name) => `${metatype!.name}.${name}`);
  });
  expect(controllers.length).toBeGreaterThan(15);
  expect(unnamed).toEqual([]);
});
