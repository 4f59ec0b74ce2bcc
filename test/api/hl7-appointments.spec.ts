import { randomUUID } from 'node:crypto';
import { MessageTaker } from '../../src/hl7/taking/message-taker';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';
import { hl7Client, siu, type AppointmentOf } from '../support/clients/hl7';

let service: TestApp;
let hospital: Awaited<ReturnType<typeof hl7Client>>;

// 2026-11-23 is a Monday, and the clinic's clock is New York's.
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23', env: { MLLP_PORT: '0' } });
  hospital = await hl7Client(service);
});

afterAll(async () => {
  await hospital.close();
  await service.close();
});

interface Kept {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly patientId: string | null;
  readonly answered: string;
}

type Sent = Partial<AppointmentOf> & Pick<AppointmentOf, 'mrn' | 'numbers'>;

/** Sends it and answers what the list says of it. */
async function told(trigger: string, message: Sent): Promise<Kept> {
  const controlId = randomUUID();
  const { code } = await hospital.send(siu({ starts: '20261207100000', ...message, trigger, controlId }));
  const { body } = await service.admin.get('/hl7-messages');
  const kept = body.items.find((item: { controlId: string }) => item.controlId === controlId);
  return { ...kept, answered: code };
}

interface Someone {
  readonly mrn: string;
  readonly patientId: string;
  readonly courseId: string;
  /** Numbers of an appointment that nobody has used. */
  readonly numbers: string;
}

async function someone(): Promise<Someone> {
  const mrn = `S-${randomUUID().slice(0, 8)}`;
  const patientId = await registered(service.scheduler, { mrn });
  const courseId = await started(service.neurologist, { patientId });
  return { mrn, patientId, courseId, numbers: `P-${mrn}|F-${mrn}` };
}

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly startsAt: string;
  readonly durationMin: number;
  readonly version: number;
  readonly warnings: readonly { readonly code: string }[];
}

async function appointments(courseId: string): Promise<Shown[]> {
  return (await service.scheduler.get(`/appointments?courseId=${courseId}`)).body.items;
}

const TEN = '2026-12-07T15:00:00.000Z';
const ELEVEN = '2026-12-07T16:00:00.000Z';

describe('an appointment of the hospital', () => {
  it('is booked for the course of its patient, by the clinic’s clock', async () => {
    const { mrn, numbers, courseId, patientId } = await someone();
    const kept = await told('S12', { mrn, numbers, minutes: 45 });
    expect(kept).toMatchObject({ answered: 'AA', state: 'done', reason: null, patientId });
    expect(await appointments(courseId)).toMatchObject([
      { status: 'booked', startsAt: TEN, durationMin: 45, warnings: [], version: 1 },
    ]);
  });

  it('moves, lasts longer, is cancelled and made again', async () => {
    const { mrn, numbers, courseId } = await someone();
    const at = (minute: string): string => `202611230800${minute}`;
    await told('S12', { mrn, numbers, at: at('00') });
    const [{ id }] = (await appointments(courseId)) as [Shown];
    await told('S13', { mrn, numbers, at: at('01'), starts: '20261207110000' });
    expect(await appointments(courseId)).toMatchObject([{ id, startsAt: ELEVEN, durationMin: 30 }]);
    await told('S14', { mrn, numbers, at: at('02'), starts: '20261207110000', minutes: 60 });
    expect(await appointments(courseId)).toMatchObject([{ id, startsAt: ELEVEN, durationMin: 60 }]);
    await told('S15', { mrn, numbers: `|F-${mrn}`, at: at('03'), starts: '' });
    expect(await appointments(courseId)).toMatchObject([{ id, startsAt: ELEVEN, status: 'cancelled' }]);
    await told('S12', { mrn, numbers, at: at('04') });
    expect(await appointments(courseId)).toMatchObject([{ id, startsAt: TEN, status: 'booked' }]);
  });

  it('was missed', async () => {
    const { mrn, numbers, courseId } = await someone();
    await told('S12', { mrn, numbers, starts: '20261123070000', at: '20261120080000' });
    const kept = await told('S26', { mrn, numbers, starts: '20261123070000', at: '20261123080000' });
    expect(kept.state).toBe('done');
    expect(await appointments(courseId)).toMatchObject([{ status: 'no-show' }]);
  });

  it('is as the newest message tells, in whatever order they come', async () => {
    const { mrn, numbers, courseId } = await someone();
    await told('S13', { mrn, numbers, at: '20261123080000', starts: '20261207110000' });
    const late = await told('S12', { mrn, numbers, at: '20261123070000' });
    expect(late).toMatchObject({ answered: 'AA', state: 'overtaken' });
    expect(await appointments(courseId)).toMatchObject([{ startsAt: ELEVEN, version: 1 }]);
  });

  it('that was cancelled before it was told of is not booked', async () => {
    const { mrn, numbers, courseId } = await someone();
    expect((await told('S15', { mrn, numbers, at: '20261123080000' })).state).toBe('done');
    expect((await told('S12', { mrn, numbers, at: '20261123080000' })).state).toBe('overtaken');
    expect(await appointments(courseId)).toMatchObject([{ status: 'cancelled' }]);
  });

  it('comes once, however often it is sent', async () => {
    const { mrn, numbers, courseId } = await someone();
    const text = siu({ trigger: 'S12', controlId: randomUUID(), mrn, numbers, starts: '20261207100000' });
    const taker = service.app.get(MessageTaker);
    const answers = await Promise.all([1, 2, 3].map(() => taker.take(Buffer.from(text))));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('MSA|AA|');
    expect((await told('S12', { mrn, numbers })).state).toBe('same');
    expect(await appointments(courseId)).toHaveLength(1);
  });

  it('is told apart from another one by the number of whoever booked it', async () => {
    const { mrn, courseId } = await someone();
    await told('S12', { mrn, numbers: `P-${mrn}|F-1-${mrn}` });
    await told('S12', { mrn, numbers: `P-${mrn}|F-2-${mrn}`, starts: '20261214100000' });
    await told('S15', { mrn, numbers: `P-${mrn}|F-2-${mrn}`, at: '20261123090000' });
    expect(await appointments(courseId)).toMatchObject([{ status: 'booked' }, { status: 'cancelled' }]);
  });

  it('is found by the number of whoever asked for it until it has its own', async () => {
    const { mrn, courseId } = await someone();
    await told('S12', { mrn, numbers: `P-${mrn}|` });
    await told('S13', { mrn, numbers: `P-${mrn}|F-${mrn}`, at: '20261123081000', starts: '20261207110000' });
    await told('S15', { mrn, numbers: `|F-${mrn}`, at: '20261123082000' });
    expect(await appointments(courseId)).toMatchObject([{ startsAt: ELEVEN, status: 'cancelled' }]);
  });

  it('is the one that the desk has booked for that time already', async () => {
    const { mrn, numbers, courseId } = await someone();
    await service.scheduler.post(`/courses/${courseId}/appointments`, { startsAt: TEN });
    expect((await told('S12', { mrn, numbers })).state).toBe('same');
    await told('S15', { mrn, numbers, at: '20261123090000' });
    expect(await appointments(courseId)).toMatchObject([{ status: 'cancelled' }]);
  });

  it('is booked whatever speaks against its time, which is kept with it and with the message', async () => {
    const { mrn, numbers, courseId } = await someone();
    await logged(service.neurologist, courseId, { performedOn: '2026-11-16' });
    const kept = await told('S12', { mrn, numbers });
    expect(kept).toMatchObject({ state: 'done', reason: expect.stringContaining('the earliest day') });
    expect(await appointments(courseId)).toMatchObject([{ status: 'booked', warnings: [{ code: 'early' }] }]);
  });

  it('goes to the record that goes on, once two are merged', async () => {
    const { mrn, numbers, patientId, courseId } = await someone();
    const intoId = await registered(service.scheduler);
    await service.scheduler.post(`/patients/${patientId}/merge`, { intoId, reason: 'the same person' });
    expect(await told('S12', { mrn, numbers })).toMatchObject({ state: 'done', patientId: intoId });
    expect(await appointments(courseId)).toHaveLength(1);
  });
});

describe('waits for a person', () => {
  it('of whom nobody has the number, until they are registered', async () => {
    const mrn = `S-${randomUUID().slice(0, 8)}`;
    const kept = await told('S12', { mrn, numbers: `|F-${mrn}` });
    expect(kept).toMatchObject({ answered: 'AA', state: 'waiting', reason: expect.stringContaining(mrn) });
    const patientId = await registered(service.scheduler, { mrn });
    const courseId = await started(service.neurologist, { patientId });
    const { body } = await service.admin.post(`/hl7-messages/${kept.id}/retry`);
    expect(body).toMatchObject({ state: 'done', patientId });
    expect(await appointments(courseId)).toHaveLength(1);
  });

  it('of whom several courses go on, until somebody says for which it is', async () => {
    const { mrn, numbers, patientId, courseId } = await someone();
    const lids = await started(service.neurologist, { patientId, indication: 'blepharospasm' });
    const kept = await told('S12', { mrn, numbers });
    expect(kept).toMatchObject({
      state: 'waiting',
      patientId,
      reason: expect.stringMatching(/Cervical dystonia or Blepharospasm/i),
    });
    const other = await started(service.neurologist);
    const retry = async (id: string): Promise<unknown> =>
      (await service.admin.post(`/hl7-messages/${kept.id}/retry?courseId=${id}`)).body;
    expect(await retry(other)).toMatchObject({
      state: 'waiting',
      reason: expect.stringContaining('not one of'),
    });
    expect(await retry(lids)).toMatchObject({ state: 'done' });
    expect(await appointments(lids)).toMatchObject([{ startsAt: TEN }]);
    expect(await appointments(courseId)).toEqual([]);
  });

  it('shows the courses that it may be for where messages are read, with what else it asks', async () => {
    const { mrn, numbers, patientId, courseId } = await someone();
    const lids = await started(service.neurologist, { patientId, indication: 'blepharospasm' });
    const over = await started(service.neurologist, { patientId, indication: 'sialorrhea' });
    await service.neurologist.post(`/courses/${over}/end`, { on: '2026-11-23', reason: 'remission' });
    const kept = await told('S12', { mrn, numbers, starts: '20261120100000' });
    expect(kept).toMatchObject({
      state: 'waiting',
      reason: expect.stringMatching(/^It may be for Cervical dystonia or Blepharospasm.*; .*2026-11-20/i),
    });
    const shown = async (): Promise<string> => {
      const answer = await fetch(`${service.url}/hl7`, {
        headers: { authorization: `Bearer ${service.scheduler.token}` },
      });
      return answer.text();
    };
    const retry = `/api/v1/hl7-messages/${kept.id}/retry?evenSo=true&amp;courseId=`;
    const before = await shown();
    expect(before).toContain(`${retry}${courseId}`);
    expect(before).toContain(`${retry}${lids}`);
    expect(before).not.toContain(over);
    await service.scheduler.post(`/hl7-messages/${kept.id}/retry?evenSo=true&courseId=${lids}`);
    expect(await appointments(lids)).toMatchObject([{ warnings: [{ code: 'past' }] }]);
    expect(await shown()).not.toContain(kept.id);
  });

  it('whose courses have ended, who have none, and who have died', async () => {
    const ended = await someone();
    await service.neurologist.post(`/courses/${ended.courseId}/end`, {
      on: '2026-11-23',
      reason: 'remission',
    });
    expect(await told('S12', ended)).toMatchObject({
      state: 'waiting',
      patientId: ended.patientId,
      reason: expect.stringContaining('has ended'),
    });
    expect(await told('S15', ended)).toMatchObject({ answered: 'AA', state: 'same' });
    const mrn = `S-${randomUUID().slice(0, 8)}`;
    await registered(service.scheduler, { mrn });
    expect(await told('S12', { mrn, numbers: `|F-${mrn}` })).toMatchObject({
      state: 'waiting',
      reason: expect.stringContaining('no course yet'),
    });
    const dead = await someone();
    await told('S12', dead);
    await service.scheduler.patch(`/patients/${dead.patientId}`, 1, { deceasedOn: '2026-11-22' });
    expect(await appointments(dead.courseId)).toMatchObject([{ status: 'cancelled' }]);
    expect(await told('S13', { ...dead, at: '20261123090000', starts: '20261207110000' })).toMatchObject({
      state: 'waiting',
      reason: expect.stringContaining('died on 2026-11-22'),
    });
    expect(await told('S12', { ...dead, numbers: `|G-${dead.mrn}` })).toMatchObject({ state: 'waiting' });
    expect(await told('S15', { ...dead, at: '20261123090000' })).toMatchObject({ state: 'same' });
  });

  it('for a day that is over, and is taken even so', async () => {
    const { mrn, numbers, courseId } = await someone();
    const kept = await told('S12', { mrn, numbers, starts: '20261120100000' });
    expect(kept).toMatchObject({ state: 'waiting', reason: expect.stringContaining('2026-11-20') });
    expect(await appointments(courseId)).toEqual([]);
    await service.admin.post(`/hl7-messages/${kept.id}/retry?evenSo=true`);
    expect(await appointments(courseId)).toMatchObject([{ warnings: [{ code: 'past' }] }]);
  });

  it('where it was changed here since, or they came', async () => {
    const { mrn, numbers, courseId } = await someone();
    await told('S12', { mrn, numbers });
    const [{ id }] = (await appointments(courseId)) as [Shown];
    await service.scheduler.patch(`/appointments/${id}`, 1, { startsAt: ELEVEN });
    const stale = await told('S13', { mrn, numbers, at: '20261123080001', starts: '20261207130000' });
    expect(stale).toMatchObject({ state: 'waiting', reason: expect.stringContaining('changed here') });
    await service.scheduler.patch(`/appointments/${id}`, 2, { status: 'attended' });
    const missed = await told('S15', { mrn, numbers, at: '20261124070000' });
    expect(missed).toMatchObject({ state: 'waiting', reason: expect.stringContaining('They came') });
    expect(await appointments(courseId)).toMatchObject([{ startsAt: ELEVEN, status: 'attended' }]);
  });

  it('whose number was told of another patient', async () => {
    const [one, other] = [await someone(), await someone()];
    await told('S12', one);
    expect(await told('S13', { ...other, numbers: one.numbers, at: '20261123090000' })).toMatchObject({
      state: 'waiting',
      patientId: other.patientId,
    });
    expect(await appointments(other.courseId)).toEqual([]);
  });
});

it('refuses what nobody could book, and keeps it', async () => {
  const { mrn, courseId } = await someone();
  expect(await told('S12', { mrn, numbers: '|' })).toMatchObject({ answered: 'AE', state: 'refused' });
  expect(await told('S12', { mrn, numbers: '|F', starts: '' })).toMatchObject({ answered: 'AE' });
  expect(await told('S17', { mrn, numbers: '|F' })).toMatchObject({ answered: 'AR', state: 'refused' });
  expect(await appointments(courseId)).toEqual([]);
});
