import { randomUUID } from 'node:crypto';
import { MessageTaker } from '../../src/hl7/taking/message-taker';
import { startApp, type TestApp } from '../support/app';
import { registered } from '../support/builders';
import { hl7 } from '../support/clients/hl7';

let service: TestApp;

beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});

afterAll(() => service.close());

interface Two {
  readonly prior: string;
  readonly priorMrn: string;
  readonly into: string;
  readonly intoMrn: string;
}

async function two(): Promise<Two> {
  const word = randomUUID().slice(0, 8);
  const [priorMrn, intoMrn] = [`A-${word}`, `B-${word}`];
  const prior = await registered(service.scheduler, { mrn: priorMrn });
  return { prior, priorMrn, into: await registered(service.scheduler, { mrn: intoMrn }), intoMrn };
}

/** The hospital says so; the id of what waits. */
async function proposed({ priorMrn, intoMrn }: Pick<Two, 'priorMrn' | 'intoMrn'>): Promise<string> {
  const controlId = randomUUID();
  const text = hl7({ type: 'ADT^A40', controlId, pid: intoMrn, more: [`MRG|${priorMrn}`] });
  await service.app.get(MessageTaker).take(Buffer.from(text));
  const { body } = await service.admin.get('/hl7-messages');
  return body.items.find((item: { controlId: string }) => item.controlId === controlId).id;
}

async function shown(query = ''): Promise<{ id: string }[]> {
  return (await service.scheduler.get(`/merge-proposals${query}`)).body.items;
}

it('is shown to whoever may merge, of both records', async () => {
  const both = await two();
  const id = await proposed(both);
  const view = {
    id,
    sender: 'HIS|GENERAL',
    receivedAt: expect.any(String),
    patientId: both.prior,
    priorMrn: both.priorMrn,
    intoId: both.into,
    intoMrn: both.intoMrn,
  };
  expect(await shown()).toContainEqual(view);
  expect(await shown(`?patientId=${both.prior}`)).toEqual([view]);
  expect(await shown(`?patientId=${both.into}`)).toEqual([view]);
  expect(await shown(`?patientId=${await registered(service.scheduler)}`)).toEqual([]);
});

it('is accepted: the records are one, whoever accepted it has merged them, and it can be undone', async () => {
  const both = await two();
  const id = await proposed(both);
  const accepted = await service.scheduler.post(`/merge-proposals/${id}/accept`, {});
  expect(accepted).toMatchObject({
    status: 201,
    body: {
      patientId: both.prior,
      intoId: both.into,
      mergedBy: service.scheduler.userId,
      reason: 'The hospital says so (HIS|GENERAL)',
    },
  });
  expect((await service.scheduler.get(`/patients/${both.prior}`)).body.mergedInto).toBe(both.into);
  expect((await service.admin.get(`/hl7-messages/${id}`)).body).toMatchObject({
    state: 'done',
    patientId: both.into,
  });
  expect(await shown(`?patientId=${both.into}`)).toEqual([]);
  const again = await service.neurologist.post(`/merge-proposals/${id}/accept`, {});
  expect(again).toMatchObject({ status: 409, body: { detail: expect.stringContaining('done') } });
  const undone = await service.scheduler.post(`/merges/${accepted.body.id}/undo`, { reason: 'two sisters' });
  expect(undone.status).toBe(201);
});

it('keeps the reason that is given', async () => {
  const id = await proposed(await two());
  const { body } = await service.neurologist.post(`/merge-proposals/${id}/accept`, {
    reason: 'the same passport',
  });
  expect(body.reason).toBe('the same passport');
});

it('is left, and asks nobody any more', async () => {
  const both = await two();
  const id = await proposed(both);
  expect((await service.scheduler.post(`/merge-proposals/${id}/dismiss`)).status).toBe(204);
  expect(await shown(`?patientId=${both.into}`)).toEqual([]);
  expect((await service.scheduler.get(`/patients/${both.prior}`)).body.mergedInto).toBeNull();
  for (const what of ['accept', 'dismiss'])
    expect((await service.scheduler.post(`/merge-proposals/${id}/${what}`, {})).status).toBe(409);
});

it('is no more once the records were merged by hand', async () => {
  const both = await two();
  const id = await proposed(both);
  await service.scheduler.post(`/patients/${both.prior}/merge`, { intoId: both.into, reason: 'same person' });
  expect(await shown(`?patientId=${both.into}`)).toEqual([]);
  expect((await service.scheduler.post(`/merge-proposals/${id}/accept`, {})).status).toBe(409);
});

it('waits until somebody has the number that goes on', async () => {
  const both = await two();
  const intoMrn = `C-${randomUUID().slice(0, 8)}`;
  const id = await proposed({ priorMrn: both.priorMrn, intoMrn });
  expect(await shown(`?patientId=${both.prior}`)).toMatchObject([{ id, intoId: null, intoMrn }]);
  const refused = await service.scheduler.post(`/merge-proposals/${id}/accept`, {});
  expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining(intoMrn) } });
});

it('is told apart from another message, and from nothing', async () => {
  const { mrn } = { mrn: `D-${randomUUID().slice(0, 8)}` };
  await registered(service.scheduler, { mrn, familyName: 'Kept' });
  const text = hl7({ type: 'ADT^A08', pid: `${mrn}||Other^B||19991231|F` });
  await service.app.get(MessageTaker).take(Buffer.from(text));
  const { body } = await service.admin.get('/hl7-messages?state=waiting');
  const other = body.items.find(({ type }: { type: string }) => type === 'ADT^A08');
  for (const id of [other.id, randomUUID()])
    for (const what of ['accept', 'dismiss'])
      expect((await service.scheduler.post(`/merge-proposals/${id}/${what}`, {})).status).toBe(404);
});

it('stands on the page of both records, in the list of patients, and beside the two', async () => {
  const both = await two();
  const id = await proposed(both);
  const page = async (path: string): Promise<string> => {
    const answer = await fetch(`${service.url}${path}`, {
      headers: { authorization: `Bearer ${service.scheduler.token}`, accept: 'text/html' },
    });
    return answer.text();
  };
  const link = `/patients/${both.into}/same?as=${both.prior}`;
  for (const path of [`/patients/${both.prior}`, `/patients/${both.into}`, '/patients'])
    expect(await page(path)).toContain(link);
  expect(await page(link)).toContain(`/merge-proposals/${id}/accept`);
  const otherWay = await page(`/patients/${both.prior}/same?as=${both.into}`);
  expect(otherWay).not.toContain('/merge-proposals/');
});
