import { randomUUID } from 'node:crypto';
import { MessageTaker } from '../../src/hl7/taking/message-taker';
import { startApp, type TestApp } from '../support/app';
import { registered } from '../support/builders';
import { hl7, type MessageOf } from '../support/clients/hl7';

let service: TestApp;

beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});

afterAll(() => service.close());

interface Kept {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly patientId: string | null;
}

/** What the list says of a message that has just come. */
async function told(message: Omit<MessageOf, 'controlId'>): Promise<Kept> {
  const controlId = randomUUID();
  await service.app.get(MessageTaker).take(Buffer.from(hl7({ ...message, controlId })));
  const { body } = await service.admin.get('/hl7-messages');
  return body.items.find((item: { controlId: string }) => item.controlId === controlId);
}

function aPerson(): { mrn: string; familyName: string } {
  const word = randomUUID()
    .replaceAll(/[^a-f]/g, 'x')
    .slice(0, 12);
  return { mrn: `Q-${randomUUID().slice(0, 8)}`, familyName: `Zz${word}` };
}

it('lists what came, the last one first, and a page at a time', async () => {
  const { mrn, familyName } = aPerson();
  const pid = `${mrn}||${familyName}^A||19700203|F`;
  await told({ type: 'ADT^A28', pid });
  await told({ type: 'ADT^A31', pid });
  await told({ type: 'ORU^R01', pid });
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await service.admin.get(`/hl7-messages?limit=1${cursor && `&cursor=${cursor}`}`);
    expect(body.items).toHaveLength(1);
    seen.push(body.items[0].id);
    cursor = body.nextCursor ?? '';
  } while (cursor);
  const whole = await service.admin.get('/hl7-messages');
  expect(seen).toEqual(whole.body.items.map(({ id }: Kept) => id));
  expect(new Set(seen).size).toBe(seen.length);
  const refused = await service.admin.get('/hl7-messages?state=refused');
  expect(refused.body.items.every(({ state }: Kept) => state === 'refused')).toBe(true);
  expect(refused.body.items).toContainEqual(expect.objectContaining({ type: 'ORU^R01', patientId: null }));
});

it('shows one as it came, with its answer', async () => {
  const { mrn, familyName } = aPerson();
  const { id } = await told({ type: 'ADT^A28', pid: `${mrn}||${familyName}^A||19700203|F` });
  const { body } = await service.admin.get(`/hl7-messages/${id}`);
  expect(body.text.split('\n').map((line: string) => line.slice(0, 3))).toEqual(['MSH', 'EVN', 'PID']);
  expect(body.answer).toMatch(/^MSA\|AA\|/m);
});

it('is settled at the desk, which sees who it is and when they come, and never a dose', async () => {
  const { mrn, familyName } = aPerson();
  await registered(service.scheduler, { mrn, familyName, givenName: 'Eva', birthDate: '1980-02-03' });
  const { id } = await told({
    type: 'ADT^A28',
    pid: `${mrn}-2||${familyName}^Eva||19800203|F`,
    more: ['RXA|0|1|20261123||Botox|200|U', 'DG1|1||G24.3'],
  });
  const waiting = await service.scheduler.get('/hl7-messages?state=waiting');
  expect(waiting.body.items.map((item: Kept) => item.id)).toContain(id);
  const segments = ({ body }: { body: { text: string } }) =>
    body.text.split('\n').map((line: string) => line.slice(0, 3));
  expect(segments(await service.scheduler.get(`/hl7-messages/${id}`))).toEqual(['MSH', 'EVN', 'PID']);
  expect(segments(await service.admin.get(`/hl7-messages/${id}`))).toContain('RXA');
  const headers = { authorization: `Bearer ${service.scheduler.token}` };
  const screen = await (await fetch(`${service.url}/hl7`, { headers })).text();
  expect(screen).toContain(familyName);
  expect(screen).toMatch(/Messages <span>\(\d+\)/);
  expect(screen).not.toContain('Botox');
  const taken = await service.scheduler.post(`/hl7-messages/${id}/retry?evenSo=true`);
  expect(taken).toMatchObject({ status: 200, body: { state: 'done' } });
  expect(segments(taken as never)).toEqual(['MSH', 'EVN', 'PID']);
});

it('takes somebody who may be on record already as somebody else, once a person says so', async () => {
  const { mrn, familyName } = aPerson();
  await registered(service.scheduler, { mrn, familyName, givenName: 'Eva', birthDate: '1980-02-03' });
  const other = `${mrn}-2`;
  const kept = await told({ type: 'ADT^A28', pid: `${other}||${familyName}^Eva||19800203|F` });
  expect(kept).toMatchObject({ state: 'waiting', reason: expect.stringContaining(mrn) });
  const again = await service.admin.post(`/hl7-messages/${kept.id}/retry`);
  expect(again).toMatchObject({ status: 200, body: { state: 'waiting' } });
  const taken = await service.admin.post(`/hl7-messages/${kept.id}/retry?evenSo=true`);
  expect(taken).toMatchObject({ status: 200, body: { state: 'done', version: 3 } });
  expect((await service.scheduler.get(`/patients/${taken.body.patientId}`)).body).toMatchObject({
    mrn: other,
  });
});

it('asks nobody any more when it is dismissed, and then cannot be taken', async () => {
  const { mrn, familyName } = aPerson();
  await told({ type: 'ADT^A28', pid: `${mrn}||${familyName}^A||19700203|F` });
  const kept = await told({ type: 'ADT^A08', pid: `${mrn}||Other^B||19991231|F` });
  expect(kept.state).toBe('waiting');
  const dismissed = await service.admin.post(`/hl7-messages/${kept.id}/dismiss`);
  expect(dismissed).toMatchObject({ status: 200, body: { state: 'dismissed' } });
  for (const what of ['retry', 'dismiss'])
    expect((await service.admin.post(`/hl7-messages/${kept.id}/${what}`)).status).toBe(409);
  expect((await service.scheduler.get(`/patients/${kept.patientId}`)).body).toMatchObject({ familyName });
});

it('asks for no course of a message that tells of no appointment', async () => {
  const { mrn, familyName } = aPerson();
  await told({ type: 'ADT^A28', pid: `${mrn}||${familyName}^A||19700203|F` });
  const { id } = await told({ type: 'ADT^A08', pid: `${mrn}||Other^B||19991231|F` });
  const { status, body } = await service.admin.post(`/hl7-messages/${id}/retry?courseId=${randomUUID()}`);
  expect({ status, errors: body.errors }).toMatchObject({ status: 400, errors: [{ pointer: '/courseId' }] });
});

it('knows no other message', async () => {
  for (const what of ['', '/retry', '/dismiss']) {
    const path = `/hl7-messages/${randomUUID()}${what}`;
    expect((await (what ? service.admin.post(path) : service.admin.get(path))).status).toBe(404);
  }
});

describe('a merge that is told', () => {
  const merge = (mrn: string, prior: string): Promise<Kept> =>
    told({ type: 'ADT^A40^ADT_A39', pid: `${mrn}^^^G^MR`, more: [`MRG|${prior}^^^G^MR`] });

  it('waits until a person has merged the records, and merges nothing by itself', async () => {
    const [one, other] = [aPerson(), aPerson()];
    const intoId = await registered(service.scheduler, one);
    const priorId = await registered(service.scheduler, other);
    const kept = await merge(one.mrn, other.mrn);
    expect(kept).toMatchObject({ state: 'waiting', patientId: priorId });
    expect((await service.scheduler.get(`/patients/${priorId}`)).body.mergedInto).toBeNull();
    await service.scheduler.post(`/patients/${priorId}/merge`, { intoId, reason: 'the hospital says so' });
    const { body } = await service.admin.post(`/hl7-messages/${kept.id}/retry`);
    expect(body).toMatchObject({ state: 'done', patientId: intoId });
    expect((await merge(one.mrn, other.mrn)).state).toBe('done');
  });

  it('is nothing to us where nobody has the number that is given up', async () => {
    const one = aPerson();
    const id = await registered(service.scheduler, one);
    expect(await merge(one.mrn, 'Q-nobody')).toMatchObject({ state: 'same', patientId: id });
  });

  it('waits where nobody has the number that goes on', async () => {
    const one = aPerson();
    const id = await registered(service.scheduler, one);
    expect(await merge('Q-nobody', one.mrn)).toMatchObject({ state: 'waiting', patientId: id });
  });

  it('keeps no later news of the patient from being written', async () => {
    const [one, other] = [aPerson(), aPerson()];
    for (const { mrn, familyName } of [one, other])
      await told({ type: 'ADT^A28', at: '20261123060000', pid: `${mrn}||${familyName}^A||19700203|F` });
    await merge(one.mrn, 'Q-nobody');
    const news = await told({ type: 'ADT^A08', at: '20261123070000', pid: `${one.mrn}||New^A||19700203|F` });
    expect(news.state).toBe('done');
  });

  it('leaves what is told of the record that was given up to a person', async () => {
    const [one, other] = [aPerson(), aPerson()];
    const intoId = await registered(service.scheduler, one);
    const priorId = await registered(service.scheduler, other);
    await service.scheduler.post(`/patients/${priorId}/merge`, { intoId, reason: 'the same person' });
    const news = await told({ type: 'ADT^A08', pid: `${other.mrn}||New^A||19700203|F` });
    expect(news).toMatchObject({ state: 'waiting', patientId: intoId });
  });
});
