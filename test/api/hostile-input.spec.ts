import { startApp, type TestApp } from '../support/app';
import { aPatient, aSession, logged, started } from '../support/builders';
import { askerOf, expectProblem, rawRequest } from '../support/clients/raw-request';
import { RIGHT } from '../support/right-bodies';
import { writtenCounts } from '../support/server/table-counts';

let service: TestApp;
let courseId: string;
let sessionId: string;
let ask: ReturnType<typeof askerOf>;
let rows: Record<string, number>;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  courseId = await started(service.neurologist);
  sessionId = await logged(service.neurologist, courseId);
  ask = askerOf(service, { courseId, sessionId });
});
afterAll(() => service.close());

/** Nothing of what is refused leaves a trace. */
beforeEach(async () => {
  rows = await writtenCounts(service.work.db);
});
afterEach(async () => {
  expect(await writtenCounts(service.work.db)).toEqual(rows);
});

const patient = (more: Record<string, unknown> = {}): string => JSON.stringify(aPatient(more));
const NUL = '\u0000';

it.each`
  body                                                             | status | why
  ${''}                                                            | ${400} | ${'empty'}
  ${'   '}                                                         | ${400} | ${'nothing but spaces'}
  ${'{"mrn": "1"'}                                                 | ${400} | ${'cut off'}
  ${"{'mrn': '1'}"}                                                | ${400} | ${'single quotes'}
  ${'{"mrn": NaN}'}                                                | ${400} | ${'NaN'}
  ${'{"mrn": undefined}'}                                          | ${400} | ${'undefined'}
  ${'null'}                                                        | ${400} | ${'null'}
  ${'[]'}                                                          | ${400} | ${'a list'}
  ${'"patient"'}                                                   | ${400} | ${'a text'}
  ${'17'}                                                          | ${400} | ${'a number'}
  ${'true'}                                                        | ${400} | ${'a truth'}
  ${`[${patient()}]`}                                              | ${400} | ${'a list of patients'}
  ${patient({ familyName: `A${NUL}` })}                            | ${400} | ${'a NUL in a text'}
  ${patient({ [`a${NUL}`]: 1 })}                                   | ${400} | ${'a NUL in a name'}
  ${patient({ familyName: '\ud800' })}                             | ${400} | ${'half a character'}
  ${patient().replace('{', '{"__proto__": {"role": "admin"},')}    | ${400} | ${'a prototype'}
  ${patient().replace('{', '{"constructor": {"prototype": 1},')}   | ${400} | ${'a constructor'}
  ${'['.repeat(100_000)}                                           | ${400} | ${'100,000 brackets'}
  ${'{"a":'.repeat(5000) + '1' + '}'.repeat(5000)}                 | ${400} | ${'5,000 levels'}
  ${Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])} | ${400} | ${'no UTF-8'}
  ${Buffer.from(patient(), 'utf16le')}                             | ${400} | ${'UTF-16'}
  ${patient({ familyName: 'x'.repeat(300_000) })}                  | ${413} | ${'300 kB'}
`('a body that is $why: $status', async ({ body, status }: { body: string | Buffer; status: number }) => {
  expectProblem(await ask('POST /api/v1/patients', body), status);
});

it('a body of 20 MB: 413, or the connection ends before it is read', async () => {
  const answer = await ask('POST /api/v1/patients', Buffer.alloc(20_000_000, 0x20)).catch(
    (error: { code: string }) => error.code,
  );
  if (typeof answer === 'string') expect(['ECONNRESET', 'EPIPE']).toContain(answer);
  else expectProblem(answer, 413);
});

it.each`
  type                                   | body                    | status
  ${'text/plain'}                        | ${patient()}            | ${415}
  ${'application/x-www-form-urlencoded'} | ${'mrn=1&familyName=A'} | ${415}
  ${'multipart/form-data; boundary=x'}   | ${'--x--'}              | ${415}
  ${'application/xml'}                   | ${'<patient/>'}         | ${415}
  ${'nonsense'}                          | ${patient()}            | ${415}
`(
  'a body of $type: $status',
  async ({ type, body, status }: { type: string; body: string; status: number }) => {
    const lines = [
      'POST /api/v1/patients HTTP/1.1',
      `Authorization: Bearer ${service.neurologist.token}`,
      `Content-Type: ${type}`,
    ];
    expectProblem(await rawRequest(service.url, lines, body), status);
  },
);

it.each`
  field         | literal               | why
  ${'units'}    | ${'1e308'}            | ${'more than there is'}
  ${'units'}    | ${'1e400'}            | ${'infinite'}
  ${'units'}    | ${'-0'}               | ${'minus nothing'}
  ${'units'}    | ${'-5'}               | ${'less than nothing'}
  ${'units'}    | ${'0.001'}            | ${'a thousandth of a unit'}
  ${'units'}    | ${'9007199254740993'} | ${'2^53 and one'}
  ${'units'}    | ${'"NaN"'}            | ${'a text that is no number'}
  ${'units'}    | ${'"5"'}              | ${'a text that is one'}
  ${'units'}    | ${'[5]'}              | ${'a list'}
  ${'units'}    | ${'{"value":5}'}      | ${'an object'}
  ${'units'}    | ${'true'}             | ${'a truth'}
  ${'units'}    | ${'null'}             | ${'nothing'}
  ${'sites'}    | ${'1.5'}              | ${'half a site'}
  ${'sites'}    | ${'1e9'}              | ${'a milliard of sites'}
  ${'volumeMl'} | ${'1e-9'}             | ${'a picolitre'}
  ${'muscle'}   | ${'"__proto__"'}      | ${'a prototype for a muscle'}
  ${'muscle'}   | ${'"toString"'}       | ${'what every object has'}
  ${'muscle'}   | ${'["trapezius"]'}    | ${'a list for a muscle'}
  ${'side'}     | ${'0'}                | ${'a number for a side'}
`('$field is $literal: $why', async ({ field, literal }: { field: string; literal: string }) => {
  const body = JSON.stringify(
    aSession(courseId, { injections: [{ muscle: 'trapezius', side: 'left', units: 5, [field]: '#' }] }),
  );
  for (const path of ['/sessions', '/sessions/check']) {
    const answer = await ask(`POST /api/v1${path}`, body.replace('"#"', literal));
    expectProblem(answer, 400);
    expect(JSON.parse(answer.text).errors).toMatchObject([{ pointer: `/injections/0/${field}` }]);
  }
});

it.each([
  'PATCH /api/v1/sessions/{session}',
  'POST /api/v1/courses/{course}/holds',
  'POST /api/v1/courses/{course}/end',
  'POST /api/v1/sessions/{session}/void',
  'POST /api/v1/sessions/{session}/amend',
  'PUT /api/v1/sessions/{session}/response',
  'POST /api/v1/courses/{course}/appointments',
  'POST /api/v1/courses/{course}/contacts',
])('%s refuses a list, a text and a field that it does not know', async (line) => {
  for (const body of ['[]', '"x"', '17', '{"nonsense": 1}', '{"note": ["a"], "reason": {"a": 1}}']) {
    expectProblem(await ask(line, body, 'If-Match: "1"'), 400);
  }
});

it.each`
  path                      | body                                                  | pointer
  ${'/sessions'}            | ${{ injections: [[]] }}                               | ${'/injections'}
  ${'/sessions'}            | ${{ injections: [[{ muscle: 'trapezius' }]] }}        | ${'/injections'}
  ${'/sessions'}            | ${{ vials: [[]] }}                                    | ${'/vials'}
  ${'/sessions'}            | ${{ vials: [null] }}                                  | ${'/vials'}
  ${'/sessions'}            | ${{ confirmed: [[]] }}                                | ${'/confirmed'}
  ${'/patients'}            | ${{ weight: [] }}                                     | ${'/weight'}
  ${'/patients'}            | ${{ weight: [{ kg: 70, measuredOn: '2026-11-01' }] }} | ${'/weight'}
  ${'/assessments/preview'} | ${{ sessions: [[]] }}                                 | ${'/sessions'}
  ${'/assessments/preview'} | ${{ settings: [] }}                                   | ${'/settings'}
`(
  '$path refuses $body: a list is no object',
  async ({ path, body, pointer }: { path: string; body: object; pointer: string }) => {
    const right = RIGHT[`POST ${path}`]!({ patientId: '', sessionId, courseId });
    const answer = await ask(`POST /api/v1${path}`, JSON.stringify({ ...right, ...body }));
    expectProblem(answer, 400);
    expect(JSON.parse(answer.text).errors).toMatchObject([{ pointer }]);
  },
);
