import { randomUUID } from 'node:crypto';
import Ajv from 'ajv';
import { startApp, type Client, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';
import { FADING, treated } from '../support/patients/histories';

/** CDS Hooks 2.0, "CDS Service Response", as far as our cards go. */
const CARDS = {
  type: 'object',
  required: ['cards'],
  additionalProperties: false,
  properties: {
    cards: {
      type: 'array',
      items: {
        type: 'object',
        required: ['summary', 'indicator', 'source'],
        additionalProperties: false,
        properties: {
          summary: { type: 'string', minLength: 1, maxLength: 140 },
          detail: { type: 'string', minLength: 1 },
          indicator: { enum: ['info', 'warning', 'critical'] },
          source: {
            type: 'object',
            required: ['label'],
            additionalProperties: false,
            properties: { label: { type: 'string', minLength: 1 } },
          },
          links: {
            type: 'array',
            items: {
              type: 'object',
              required: ['label', 'url', 'type'],
              additionalProperties: false,
              properties: {
                label: { type: 'string', minLength: 1 },
                url: { type: 'string', pattern: '^https?://' },
                type: { enum: ['absolute', 'smart'] },
              },
            },
          },
        },
      },
    },
  },
} as const;
const isAnswer = new Ajv().compile(CARDS);

const MR = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] };

let service: TestApp;
let patientId: string;
let courseId: string;
let freshId: string;

beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  const { neurologist, scheduler } = service;
  patientId = await registered(scheduler, { mrn: 'C-17', birthDate: '1968-04-12' });
  courseId = await started(neurologist, { patientId });
  await treated(neurologist, courseId, '2024-09-02', FADING);
  freshId = await registered(scheduler, { mrn: 'C-18' });
  const fresh = await started(neurologist, { patientId: freshId });
  await logged(neurologist, fresh, { performedOn: '2026-11-09' });
}, 60_000);
afterAll(() => service.close());

/** Of a card, what is looked at here. */
interface AnsweredCard {
  readonly summary: string;
  readonly detail: string;
}

async function ask(id: string, body: unknown, client: Client | undefined = service.neurologist) {
  const response = await fetch(`${service.url}/cds-services/${id}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(client && { authorization: `Bearer ${client.token}` }),
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { readonly cards: readonly AnsweredCard[] };
  return { status: response.status, body: answer };
}

const view = (context: object, prefetch?: object) => ({
  hook: 'patient-view',
  hookInstance: randomUUID(),
  context: { userId: 'Practitioner/1', ...context },
  ...(prefetch && { prefetch }),
});

function order(id: string, units: number, product = 'Botox') {
  return {
    hook: 'order-select',
    hookInstance: randomUUID(),
    context: {
      userId: 'Practitioner/1',
      patientId: id,
      selections: ['MedicationRequest/m'],
      draftOrders: {
        resourceType: 'Bundle',
        entry: [
          {
            resource: {
              resourceType: 'MedicationRequest',
              id: 'm',
              status: 'draft',
              intent: 'order',
              medicationCodeableConcept: { text: product },
              dosageInstruction: [{ doseAndRate: [{ doseQuantity: { value: units, unit: 'U' } }] }],
            },
          },
        ],
      },
    },
  };
}

it('says to anybody which services there are', async () => {
  const answer = await fetch(`${service.url}/cds-services`);
  expect(answer.status).toBe(200);
  const { services } = (await answer.json()) as { services: { hook: string; id: string }[] };
  expect(services.map(({ hook, id }) => [hook, id])).toEqual([
    ['patient-view', 'patient-view'],
    ['order-select', 'order-select'],
  ]);
});

it('tells the two sentences of an open review, what is due, and where the course is', async () => {
  const { status, body } = await ask('patient-view', view({ patientId }));
  expect(status).toBe(200);
  expect(isAnswer(body) || isAnswer.errors).toBe(true);
  const flags = await service.neurologist.get(`/flags?courseId=${courseId}`);
  expect(body.cards[0]).toMatchObject({
    indicator: 'warning',
    detail: flags.body.items[0].text,
    links: [{ url: `${service.url}/courses/${courseId}`, type: 'absolute' }],
  });
  expect(body.cards[1]!.summary).toContain('overdue, not booked');
});

it.each`
  who                                       | context                        | patient                                                                          | finds
  ${'a record number'}                      | ${{ patientId: 'erX-1' }}      | ${{ identifier: [{ type: MR, value: 'C-17' }] }}                                 | ${true}
  ${'a record number and the day of birth'} | ${{ patientId: 'erX-1' }}      | ${{ identifier: [{ type: MR, value: 'C-17' }], birthDate: '1968-04-12' }}        | ${true}
  ${'another day of birth'}                 | ${{ patientId: 'erX-1' }}      | ${{ identifier: [{ type: MR, value: 'C-17' }], birthDate: '1968-04-13' }}        | ${false}
  ${'a number of another kind'}             | ${{ patientId: 'erX-1' }}      | ${{ identifier: [{ system: 'http://hl7.org/fhir/sid/us-ssn', value: 'C-17' }] }} | ${false}
  ${'the numbers of two patients'}          | ${{ patientId: 'erX-1' }}      | ${{ identifier: [{ type: MR, value: 'C-17' }, { type: MR, value: 'C-18' }] }}    | ${false}
  ${'an id that nobody has'}                | ${{ patientId: randomUUID() }} | ${undefined}                                                                     | ${false}
`('by $who somebody is found: $finds', async ({ context, patient, finds }) => {
  const { status, body } = await ask('patient-view', view(context, patient && { patient }));
  expect(status).toBe(200);
  expect(body.cards.length > 0).toBe(finds);
});

it('of whoever was treated two weeks ago there is nothing to say', async () => {
  expect(await ask('patient-view', view({ patientId: freshId }))).toEqual({
    status: 200,
    body: { cards: [] },
  });
});

it.each`
  why                                         | whose      | units  | product      | says
  ${'what they usually get, when it is due'}  | ${'due'}   | ${130} | ${'Botox'}   | ${[]}
  ${'two weeks after the last session'}       | ${'fresh'} | ${130} | ${'Botox'}   | ${['14 days']}
  ${'more than the limit of all indications'} | ${'due'}   | ${450} | ${'Botox'}   | ${['the limit is 400 U']}
  ${'no toxin'}                               | ${'fresh'} | ${130} | ${'Heparin'} | ${[]}
`('an order: $why', async ({ whose, units, product, says }) => {
  const id = whose === 'due' ? patientId : freshId;
  const { status, body } = await ask('order-select', order(id, units, product));
  expect(status).toBe(200);
  expect(isAnswer(body) || isAnswer.errors).toBe(true);
  expect(body.cards).toHaveLength(says.length > 0 ? 1 : 0);
  if (says.length === 0) return;
  expect(body.cards[0]!.summary).toContain(`${units} U Botox today would be asked about`);
  for (const words of says) expect(body.cards[0]!.detail).toContain(words);
});

it.each`
  why                          | id                | body                                     | client           | status
  ${'no such service'}         | ${'order-sign'}   | ${{ hook: 'order-sign' }}                | ${'neurologist'} | ${404}
  ${'the hook of another one'} | ${'patient-view'} | ${{ hook: 'order-select' }}              | ${'neurologist'} | ${400}
  ${'no patient'}              | ${'patient-view'} | ${{ hook: 'patient-view', context: {} }} | ${'neurologist'} | ${400}
  ${'not an object'}           | ${'patient-view'} | ${[1]}                                   | ${'neurologist'} | ${400}
  ${'a scheduler'}             | ${'patient-view'} | ${{ hook: 'patient-view' }}              | ${'scheduler'}   | ${403}
  ${'reporting'}               | ${'order-select'} | ${{ hook: 'order-select' }}              | ${'reporting'}   | ${403}
`('$why: $status', async ({ id, body, client, status }) => {
  const answer = await ask(id, body, service[client as 'neurologist']);
  expect(answer).toMatchObject({ status, body: { type: expect.stringContaining('urn:problem:') } });
});

it('nobody who is not signed in is told anything', async () => {
  const response = await fetch(`${service.url}/cds-services/patient-view`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(view({ patientId })),
  });
  expect(response.status).toBe(401);
});

it('is one entry of the trail, with the patient', async () => {
  const before = await service.work.db.query('select coalesce(max(id), 0)::int as id from audit_entry');
  await ask('patient-view', view({ patientId }));
  const entries = await service.work.db.query(
    'select action, subject, patient_id as patient, actor_id as actor from audit_entry where id > $1',
    [before[0].id],
  );
  expect(entries).toEqual([
    { action: 'read', subject: 'course', patient: patientId, actor: service.neurologist.userId },
  ]);
});
