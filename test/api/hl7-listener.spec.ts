import { connect } from 'node:net';
import { startApp, type TestApp } from '../support/app';
import { registered } from '../support/builders';
import { hl7, hl7Client, sendRaw, type Acknowledged } from '../support/clients/hl7';
import { MllpListener } from '../../src/hl7/mllp-listener';

let service: TestApp;
let hospital: Awaited<ReturnType<typeof hl7Client>>;

beforeAll(async () => {
  service = await startApp({ today: '2026-11-23', env: { MLLP_PORT: '0' } });
  hospital = await hl7Client(service);
});

afterAll(async () => {
  await hospital.close();
  await service.close();
});

const send = (text: string): Promise<Acknowledged> => hospital.send(text);

async function patientOf(mrn: string): Promise<Record<string, unknown> | undefined> {
  const { body } = await service.scheduler.get(`/patients?q=${encodeURIComponent(mrn)}`);
  return body.items.find((patient: { mrn: string }) => patient.mrn === mrn);
}

function kept(controlId: string): Promise<{ state: string; reason: string | null; text: string }[]> {
  return service.work.db.query(
    'select state, reason, text from hl7_message where control_id = $1 order by received_at',
    [controlId],
  );
}

function pid(mrn: string, name = 'Uxtester^Nora', more = '19710304|F'): string {
  return `${mrn}^^^GENERAL^MR||${name}||${more}`;
}

describe('a patient', () => {
  it('is registered, and follows what is told of them', async () => {
    expect(await send(hl7({ type: 'ADT^A04^ADT_A01', controlId: 'K1', pid: pid('H-1') }))).toEqual({
      code: 'AA',
      controlId: 'K1',
      text: '',
      error: '',
    });
    expect(await patientOf('H-1')).toMatchObject({
      familyName: 'Uxtester',
      givenName: 'Nora',
      birthDate: '1971-03-04',
      sex: 'female',
      version: 1,
    });
    const married = pid('H-1', 'Example^Nora', '19710304|F|||||2125550140');
    await send(hl7({ type: 'ADT^A08', at: '20261123090000', pid: married }));
    expect(await patientOf('H-1')).toMatchObject({ familyName: 'Example', phone: '2125550140', version: 2 });
    const again = await send(hl7({ type: 'ADT^A31', controlId: 'K2', at: '20261123091000', pid: married }));
    expect(again.code).toBe('AA');
    expect(await kept('K2')).toMatchObject([{ state: 'same' }]);
    expect(await patientOf('H-1')).toMatchObject({ version: 2 });
  });

  it.each(['ADT^A01', 'ADT^A04', 'ADT^A08', 'ADT^A28', 'ADT^A31'])('comes with %s', async (type) => {
    const mrn = `T-${type.slice(-2)}`;
    const told = pid(mrn, `Sender${type.slice(-2)}^Ada`, `19${type.slice(-2)}0101|F`);
    expect(await send(hl7({ type, pid: told }))).toMatchObject({ code: 'AA' });
    expect(await patientOf(mrn)).toBeDefined();
  });

  it('may have one name, and a birth date that nobody knows', async () => {
    await send(hl7({ type: 'ADT^A28', pid: pid('H-16', 'Sukarno', '1960|M') }));
    expect(await patientOf('H-16')).toMatchObject({
      familyName: 'Sukarno',
      givenName: null,
      birthDate: null,
    });
  });

  it('is as the newest message tells, in whatever order they come', async () => {
    const told = (name: string, at: string, type: string): string =>
      hl7({ type, at, controlId: `O-${at}`, pid: pid('H-2', name, '19600101|M') });
    await send(told('Newest^Ivo', '20261123100000', 'ADT^A08'));
    await send(told('Oldest^Ivo', '20261123070000', 'ADT^A04'));
    await send(told('Middle^Ivo', '20261123080000', 'ADT^A08'));
    expect(await patientOf('H-2')).toMatchObject({ familyName: 'Newest', version: 1 });
    expect(await kept('O-20261123070000')).toMatchObject([{ state: 'overtaken' }]);
  });

  it('whom somebody here has changed since is left to a person', async () => {
    await send(hl7({ type: 'ADT^A28', at: '20261123070000', pid: pid('H-3', 'Kept^Mia', '19610101|F') }));
    const standing = (await patientOf('H-3'))!;
    await service.scheduler.patch(`/patients/${String(standing.id)}`, 1, { phone: '+1 212 555 0199' });
    const late = hl7({
      type: 'ADT^A08',
      controlId: 'L1',
      at: '20261123080000',
      pid: pid('H-3', 'Kept^Mia', '19610101|F|||||2125550100'),
    });
    expect(await send(late)).toMatchObject({ code: 'AA', text: 'Kept for a person to look at' });
    expect(await kept('L1')).toMatchObject([{ state: 'waiting', reason: expect.stringContaining('phone') }]);
    expect(await patientOf('H-3')).toMatchObject({ phone: '+1 212 555 0199' });
  });

  it('who may be on record under another number is left to a person', async () => {
    await registered(service.scheduler, {
      mrn: 'D-1',
      familyName: 'Doublet',
      givenName: 'Eva',
      birthDate: '1980-02-03',
    });
    const told = hl7({ type: 'ADT^A28', controlId: 'D1', pid: pid('H-4', 'Doublet^Eva', '19800203|F') });
    expect(await send(told)).toMatchObject({ code: 'AA' });
    expect(await kept('D1')).toMatchObject([{ state: 'waiting', reason: expect.stringContaining('D-1') }]);
    expect(await patientOf('H-4')).toBeUndefined();
  });

  it('is not made another person by a number that was given again', async () => {
    await send(hl7({ type: 'ADT^A28', at: '20261123070000', pid: pid('H-5', 'First^Una', '19620101|F') }));
    const other = pid('H-5', 'Second^Ken', '19991231|M');
    await send(hl7({ type: 'ADT^A08', controlId: 'S1', at: '20261123080000', pid: other }));
    expect(await kept('S1')).toMatchObject([{ state: 'waiting' }]);
    expect(await patientOf('H-5')).toMatchObject({ familyName: 'First' });
  });

  it('dies on the day that is told, and not on some day', async () => {
    const born = pid('H-6', 'Mortal^Ann', '19400101|F');
    await send(hl7({ type: 'ADT^A28', at: '20261123070000', pid: born }));
    const some = `${born}${'|'.repeat(22)}Y`;
    await send(hl7({ type: 'ADT^A08', controlId: 'M1', at: '20261123080000', pid: some }));
    expect(await kept('M1')).toMatchObject([
      { state: 'waiting', reason: expect.stringContaining('not when') },
    ]);
    const day = `${born}${'|'.repeat(21)}20261122|Y`;
    await send(hl7({ type: 'ADT^A08', at: '20261123090000', pid: day }));
    expect(await patientOf('H-6')).toMatchObject({ deceasedOn: '2026-11-22' });
  });

  it('is written by the messages, as the trail tells', async () => {
    await send(hl7({ type: 'ADT^A28', pid: pid('H-7', 'Trail^Zoe', '19630101|F') }));
    const { id } = (await patientOf('H-7'))!;
    const { body } = await service.admin.get(`/audit?patientId=${String(id)}`);
    const entries = body.items as { actor: { name: string }; action: string; subject: string }[];
    expect(entries.map((entry) => [entry.actor.name, entry.action, entry.subject])).toEqual(
      expect.arrayContaining([
        ['hl7', 'insert', 'patient'],
        ['hl7', 'insert', 'hl7_message'],
      ]),
    );
  });
});

describe('a message', () => {
  it('that comes again gets its answer again, and writes nothing', async () => {
    const told = hl7({ type: 'ADT^A28', controlId: 'R1', pid: pid('H-8', 'Again^Leo', '19640101|M') });
    const answers = [await send(told), await send(told)];
    expect(answers[0]).toMatchObject({ code: 'AA' });
    expect(answers[1]).toEqual(answers[0]);
    expect(await kept('R1')).toHaveLength(1);
  });

  it('under the control id of another is refused, and kept', async () => {
    await send(hl7({ type: 'ADT^A28', controlId: 'R2', pid: pid('H-9', 'Number^Leo', '19650101|M') }));
    const other = hl7({ type: 'ADT^A08', controlId: 'R2', pid: pid('H-9', 'Changed^Leo', '19650101|M') });
    expect(await send(other)).toMatchObject({ code: 'AE', controlId: 'R2', error: 'MSH^1^10 205' });
    expect((await kept('R2')).map(({ state }) => state)).toEqual(['done', 'refused']);
    expect(await patientOf('H-9')).toMatchObject({ familyName: 'Number' });
  });

  it('that comes on several lines at once is written once', async () => {
    const told = hl7({ type: 'ADT^A28', controlId: 'R3', pid: pid('H-10', 'Once^Leo', '19660101|M') });
    const lines = await Promise.all(Array.from({ length: 4 }, () => hl7Client(service)));
    const answers = await Promise.all(lines.map((line) => line.send(told)));
    await Promise.all(lines.map((line) => line.close()));
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['AA']));
    expect(await kept('R3')).toHaveLength(1);
  });

  it('of somebody new finds the record that another one made at the same time', async () => {
    const told = (controlId: string): string =>
      hl7({ type: 'ADT^A08', controlId, pid: pid('H-11', 'Twice^Leo', '19670101|M') });
    const lines = await Promise.all([hl7Client(service), hl7Client(service)]);
    await Promise.all(lines.map((line, place) => line.send(told(`P${place}`))));
    await Promise.all(lines.map((line) => line.close()));
    const states = [...(await kept('P0')), ...(await kept('P1'))].map(({ state }) => state);
    expect(states.toSorted()).toEqual(['done', 'same']);
  });

  it.each`
    text                                                                                                    | code    | error             | why
    ${'MSH|^~\\&|HIS|GENERAL|||20261123||ADT^A01|B1|P|3.0\rPID|||1'}                                        | ${'AR'} | ${'MSH^1^12 203'} | ${'of another version'}
    ${'MSH|^~\\&|HIS|GENERAL|||20261123||ORU^R01|B2|P|2.5\rPID|||1'}                                        | ${'AR'} | ${'MSH^1^9 200'}  | ${'of another type'}
    ${'MSH|^~\\&|HIS|GENERAL|||20261123||ADT^A03|B3|P|2.5\rPID|||1'}                                        | ${'AR'} | ${'MSH^1^9 201'}  | ${'of another event'}
    ${'MSH|^~\\&|HIS|GENERAL|||20261123||ADT^A01|B4|T|2.5\rPID|||1'}                                        | ${'AR'} | ${'MSH^1^11 202'} | ${'for training'}
    ${'MSH|^~\\&|HIS|GENERAL|||20261123||ADT^A01|B5|P|2.5\rEVN||20261123'}                                  | ${'AE'} | ${'PID^1^ 100'}   | ${'cut off before the patient'}
    ${'MSH|^~\\&|HIS|GENERAL|||20261123||ADT^A01|B6|P|2.5\rPID|1||BAD-6'}                                   | ${'AE'} | ${'PID^1^5 101'}  | ${'cut off before the name'}
    ${'MSH|^~\\&|HIS|GENERAL|||20261123||ADT^A01|B7|P|2.5\rPID|1||BAD-7||Bad^A||19700230|F'}                | ${'AE'} | ${'PID^1^7 102'}  | ${'of a day that does not exist'}
    ${'MSH|^~\\&|HIS|GENERAL|||20261123||ADT^A01|B8|P|2.5\rPID|1||BAD-8||Bad^A||20261224|F'}                | ${'AE'} | ${'PID^1^7 102'}  | ${'of somebody to be born'}
    ${'MSH|^~\\&|HIS|GENERAL|||20261225||ADT^A01|B9|P|2.5\rPID|1||BAD-9||Bad^A||19700203|F'}                | ${'AE'} | ${'MSH^1^7 102'}  | ${'from the future'}
    ${'MSH|^~\\&|HIS|GENERAL|||||ADT^A01|B10|P|2.5\rPID|1||BAD-10||Bad^A||19700203|F'}                      | ${'AE'} | ${'MSH^1^7 101'}  | ${'of no time'}
    ${'MSH|^~\\&|HIS|GENERAL|||20261123||ADT^A01||P|2.5\rPID|1||BAD-11||Bad^A||19700203|F'}                 | ${'AE'} | ${'MSH^1^10 101'} | ${'without a control id'}
    ${`MSH|^~\\&|HIS|GENERAL|||20261123||ADT^A01|B12|P|2.5\rPID|1||BAD-12||${'x'.repeat(201)}||19700203|F`} | ${'AE'} | ${'PID^1^5 102'}  | ${'of a name without end'}
    ${'MSH|^~\\&|HIS|GENERAL|||20261123||ADT^A01|B13|P|2.5\rPID|1||BAD-13||B\0d^A||19700203|F'}             | ${'AE'} | ${'102'}          | ${'with a NUL'}
    ${'MSH|^~\\&|HIS|GENERAL|||20261123||ADT^A01|B14|P|2.5||||||EBCDIC\rPID|1||BAD-14||B^A||19700203|F'}    | ${'AE'} | ${'MSH^1^18 103'} | ${'of a character set unknown here'}
    ${'GET / HTTP/1.1'}                                                                                     | ${'AE'} | ${'MSH^1^1 100'}  | ${'of another language'}
    ${''}                                                                                                   | ${'AE'} | ${'MSH^1^1 100'}  | ${'of nothing'}
  `('$why is refused and writes nothing', async ({ text, code, error }) => {
    const patients = await patientCount();
    const messages = await messageCount();
    const [answer] = await sendRaw(service, [Buffer.from(`\x0b${text}\x1c\r`)], 1);
    expect(answer).toMatchObject({ code, error, text: expect.stringMatching(/\w/) });
    expect(await patientCount()).toBe(patients);
    expect(await messageCount()).toBe(messages + 1);
  });

  it('in bytes that are not UTF-8 is taken by the character set that it names', async () => {
    const text =
      'MSH|^~\\&|HIS|GENERAL|||20261123||ADT^A28|E1|P|2.5||||||8859/1\rPID|1||H-12||M\u00fcller^Jo||19680101|F';
    const framed = (bytes: Buffer): Buffer[] => [Buffer.from('\x0b'), bytes, Buffer.from('\x1c\r')];
    await sendRaw(service, framed(Buffer.from(text, 'latin1')), 1);
    expect(await patientOf('H-12')).toMatchObject({ familyName: 'Müller' });
    const unnamed = Buffer.from(text.replace('8859/1', '').replace('E1', 'E2'), 'latin1');
    const [answer] = await sendRaw(service, framed(unnamed), 1);
    expect(answer).toMatchObject({ code: 'AE', controlId: 'E2', error: 'MSH^1^18 102' });
  });
});

describe('a line', () => {
  it('carries several messages in one piece and one in many', async () => {
    const told = (controlId: string): Buffer =>
      Buffer.from(
        `\x0b${hl7({ type: 'ADT^A28', controlId, pid: pid('H-13', 'Line^Leo', '19690101|M') })}\x1c\r`,
      );
    const together = Buffer.concat([told('F1'), told('F2')]);
    expect((await sendRaw(service, [together], 2)).map(({ controlId }) => controlId)).toEqual(['F1', 'F2']);
    const apart = Array.from(told('F3'), (byte) => Buffer.of(byte));
    expect(await sendRaw(service, apart, 1)).toMatchObject([{ code: 'AA', controlId: 'F3' }]);
  });

  it('that is closed in the middle of a message has told nothing', async () => {
    const messages = await messageCount();
    const half = Buffer.from(`\x0b${hl7({ type: 'ADT^A28', pid: pid('H-14', 'Half^Leo', '19690201|M') })}`);
    expect(await sendRaw(service, [half], 0)).toEqual([]);
    expect(await messageCount()).toBe(messages);
    expect(await patientOf('H-14')).toBeUndefined();
  });

  it('is answered to, and goes on, where a message is larger than any of ours', async () => {
    const large = Buffer.concat([
      Buffer.from('\x0b'),
      Buffer.alloc(1024 * 1024 + 1, 'x'),
      Buffer.from('\x1c\r'),
    ]);
    const next = hl7({ type: 'ADT^A28', controlId: 'G1', pid: pid('H-15', 'After^Leo', '19690301|M') });
    const answers = await sendRaw(service, [large, Buffer.from(`\x0b${next}\x1c\r`)], 2);
    expect(answers).toMatchObject([{ code: 'AR' }, { code: 'AA', controlId: 'G1' }]);
  });
});

it('listens nowhere unless it is asked to', async () => {
  const silent = await startApp({ today: '2026-11-23' });
  try {
    expect(silent.app.get(MllpListener).port).toBeUndefined();
  } finally {
    await silent.close();
  }
});

it('ends with the service, whoever is connected', async () => {
  const other = await startApp({ today: '2026-11-23', env: { MLLP_PORT: '0' } });
  const socket = connect(other.app.get(MllpListener).port!, '127.0.0.1');
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', () => resolve('closed')));
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write('\x0bMSH|half');
  await other.close();
  expect(await closed).toBe('closed');
});

async function patientCount(): Promise<number> {
  return (await service.work.db.query('select count(*)::int as n from patient'))[0].n;
}

async function messageCount(): Promise<number> {
  return (await service.work.db.query('select count(*)::int as n from hl7_message'))[0].n;
}
