import { randomUUID } from 'node:crypto';
import { MessageTaker } from '../../src/hl7/taking/message-taker';
import { SYSTEM } from '../../src/platform/actor';
import { recordBackup } from '../../src/platform/backups/record-backup';
import { UserIdentity } from '../../src/platform/oidc/user-identity.entity';
import { Clock } from '../../src/platform/clock';
import { ImportPart } from '../../src/records/imports/import-part.entity';
import type { TestApp } from './app';
import { exported } from './fhir/bulk';
import { logged, registered, started } from './builders';
import { FADING, treated } from './patients/histories';
import { hl7, siu } from './clients/hl7';
import { RIGHT } from './right-bodies';
import { aClient, aKey, askToken, assertionOf } from './fhir/smart';

/** A row in every table, of a service whose day is 2026-11-23. */
export async function fillEveryTable(service: TestApp): Promise<void> {
  const { app, url, neurologist, scheduler, admin, work } = service;
  const patientId = await registered(neurologist);
  const courseId = await started(neurologist, { patientId });
  await treated(neurologist, courseId, '2024-08-05', FADING);
  const sessionId = await logged(neurologist, await started(neurologist), {
    vials: [{ lotNumber: 'C1', expiresOn: '2027-01-01', vialUnits: 200 }],
  });
  const made = { patientId, courseId, sessionId };
  const send = async (
    client: typeof admin,
    operation: string,
    path = operation.split(' ')[1]!,
    more: object = {},
  ): Promise<void> => {
    const right = { ...RIGHT[operation]!(made), ...more };
    const { status, body } = operation.startsWith('PUT')
      ? await client.put(path, right)
      : await client.post(path, right);
    if (status > 201) throw new Error(`${operation}: ${JSON.stringify(body)}`);
  };
  await send(neurologist, 'POST /adverse-events');
  const [event] = (await neurologist.get('/adverse-events')).body.items;
  await send(neurologist, 'POST /adverse-events/{id}/answers', `/adverse-events/${event.id}/answers`);
  await send(neurologist, 'POST /patients/{id}/precautions', `/patients/${patientId}/precautions`);
  await send(
    neurologist,
    'POST /patients/{id}/pregnancy-answers',
    `/patients/${patientId}/pregnancy-answers`,
  );
  await send(neurologist, 'POST /external-doses');
  await send(neurologist, 'POST /protocols');
  await send(neurologist, 'POST /lots');
  await send(neurologist, 'POST /stock/excursions');
  await send(neurologist, 'PUT /sessions/{id}/response', `/sessions/${sessionId}/response`);
  await send(neurologist, 'POST /courses/{id}/holds', `/courses/${courseId}/holds`);
  await send(scheduler, 'POST /courses/{id}/appointments', `/courses/${courseId}/appointments`);
  await send(scheduler, 'POST /courses/{id}/contacts', `/courses/${courseId}/contacts`);
  await send(scheduler, 'POST /courses/{id}/snoozes', `/courses/${courseId}/snoozes`);
  await send(scheduler, 'POST /courses/{id}/patient-answers', `/courses/${courseId}/patient-answers`, {
    sessionId: undefined,
  });
  await send(scheduler, 'POST /courses/{id}/check-ins', `/courses/${courseId}/check-ins`);
  await admin.post('/clinic-notes/ask-wear-off/dismiss');
  await send(scheduler, 'POST /authorizations');
  await send(scheduler, 'POST /coverage-overrides');
  await send(scheduler, 'POST /payers');
  await send(scheduler, 'POST /me/views');
  await send(admin, 'POST /imports/mappings');
  await send(neurologist, 'POST /me/calendar-feed');
  await send(scheduler, 'POST /patients/{id}/merge', `/patients/${await registered(neurologist)}/merge`);
  const imported = await fetch(`${url}/api/v1/imports?kind=patients`, {
    method: 'POST',
    headers: { authorization: `Bearer ${admin.token}`, 'content-type': 'text/csv' },
    body: 'mrn,familyName,givenName,birthDate,sex\nI-1,Moved,In,1970-05-17,female\n',
  });
  if (imported.status !== 201) throw new Error(await imported.text());
  const { id: importId } = (await imported.json()) as { id: string };
  const said = { problems: [], notes: [], refused: [], rules: [] };
  const part = { importId, firstRow: 2, rows: [2], newRows: 1, sameRows: 0, refusedRows: 0, said };
  await work.db.insert(ImportPart, part);
  await exported(url, neurologist.token, '$export?_type=Patient');
  const key = await aKey();
  const shown = { at: app.get(Clock).now(), audience: `${url}/auth/smart/token` };
  await askToken(url, await assertionOf(await aClient(service, [key]), key, shown));
  await send(admin, 'POST /api-tokens');
  await admin.post('/clinic-learning', {});
  const flag = (await neurologist.get('/flags')).body.items[0];
  await send(neurologist, 'POST /flags/{id}/reviews', `/flags/${flag.id}/reviews`, {
    decision: 'keep-watching',
    plannedProduct: undefined,
  });
  const taker = app.get(MessageTaker);
  await taker.take(Buffer.from(hl7({ type: 'ADT^A28', pid: 'HL7-1||Told^Ada||19700517|F' })));
  const { mrn } = (await neurologist.get(`/patients/${patientId}`)).body;
  const starts = '20261214093000';
  await taker.take(Buffer.from(siu({ trigger: 'S12', mrn, numbers: 'P-1|F-1', starts })));
  const identity = {
    id: randomUUID(),
    userId: scheduler.userId,
    issuer: 'https://login.example',
    subject: '1',
  };
  await work.write(SYSTEM, (tx) => tx.insert(UserIdentity, identity));
  const at = new Date('2026-11-23T07:30:00Z');
  const failure = 'ENOSPC: no space left on device';
  await recordBackup(work, {
    begunAt: at,
    endedAt: at,
    good: false,
    file: null,
    bytes: null,
    encrypted: false,
    failure,
  });
}
