import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';
import { wrongInAnswer, wrongInDiscovery, wrongInRequest } from '../support/fhir/cds-hooks';
import { FADING, treated } from '../support/patients/histories';

/** Requests as other systems send them, each with what is expected of it; bodies are held against CDS Hooks 2.0. */

let service: TestApp;
/** A review is open, and a session overdue; MRN CO-1, born on 1968-04-12. */
let fading: string;
/** Treated two weeks ago. */
let fresh: string;
/** As the first, and booked. */
let booked: string;
let dead: string;
/** Due, and its authorization is over. */
let uncovered: string;

beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  const { neurologist, scheduler } = service;
  const someone = async (mrn: string, more: object = {}): Promise<[string, string]> => {
    const id = await registered(scheduler, { mrn, birthDate: '1968-04-12', ...more });
    return [id, await started(neurologist, { patientId: id })];
  };
  let course: string;
  [fading, course] = await someone('CO-1');
  await treated(neurologist, course, '2024-09-02', FADING);
  [fresh, course] = await someone('CO-2');
  await logged(neurologist, course, { performedOn: '2026-11-09' });
  [booked, course] = await someone('CO-3');
  await treated(neurologist, course, '2024-09-02', FADING);
  await scheduler.post(`/courses/${course}/appointments`, { startsAt: '2026-11-30T10:00:00Z' });
  [dead, course] = await someone('CO-4');
  await treated(neurologist, course, '2024-09-02', FADING);
  await scheduler.patch(`/patients/${dead}`, 1, { deceasedOn: '2026-11-20' });
  [uncovered, course] = await someone('CO-5', { payer: 'Acme Health' });
  await logged(neurologist, course, { performedOn: '2026-08-24' });
  await scheduler.post('/authorizations', {
    patientId: uncovered,
    payer: 'Acme Health',
    product: 'ona',
    number: 'PA-1',
    startsOn: '2026-01-01',
    endsOn: '2026-11-01',
    billingUnitsApproved: 1000,
  });
}, 60_000);
afterAll(() => service.close());

interface Answer {
  readonly cards: readonly {
    readonly summary: string;
    readonly detail: string;
    readonly indicator: string;
    readonly links: readonly { readonly url: string }[];
  }[];
}

async function ask(hook: string, body: unknown): Promise<{ status: number; body: Answer }> {
  const response = await fetch(`${service.url}/cds-services/${hook}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${service.neurologist.token}`,
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

const request = (hook: string, context: object, more: object = {}) => ({
  hook,
  hookInstance: randomUUID(),
  context: { userId: 'Practitioner/1', ...context },
  ...more,
});
const view = (patientId: string, more?: object) => request('patient-view', { patientId }, more);
const prefetched = (patient: unknown) => ({ prefetch: { patient } });

const MR = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] };
const elsewhere = (value: string, more: object = {}) => ({
  fhirServer: 'https://ehr.example/fhir/R4',
  ...prefetched({ resourceType: 'Patient', id: 'eX1', identifier: [{ type: MR, value }], ...more }),
});

it('what it says of its services is as the specification has it', async () => {
  const answer = await fetch(`${service.url}/cds-services`);
  expect(wrongInDiscovery(await answer.json())).toEqual([]);
});

const REVIEW = /a review is waiting/;
const OVERDUE = /overdue, not booked/;

describe('patient-view', () => {
  it.each`
    body                                                                                                | says                                                       | why
    ${() => view(fading)}                                                                               | ${[REVIEW, OVERDUE]}                                       | ${'our own id'}
    ${() => view(`Patient/${fading}`)}                                                                  | ${[REVIEW, OVERDUE]}                                       | ${'with its type before it'}
    ${() => view(fading.toUpperCase())}                                                                 | ${[REVIEW, OVERDUE]}                                       | ${'in capitals'}
    ${() => view('eX1', elsewhere('CO-1'))}                                                             | ${[REVIEW, OVERDUE]}                                       | ${'of another server, by the record number'}
    ${() => view('eX1', elsewhere('CO-1', { birthDate: '1968-04-12' }))}                                | ${[REVIEW, OVERDUE]}                                       | ${'born on the same day'}
    ${() => view('eX1', elsewhere('CO-1', { birthDate: '1968-04-13' }))}                                | ${[]}                                                      | ${'born on another day: somebody else'}
    ${() => view('eX1', elsewhere('NOBODY'))}                                                           | ${[]}                                                      | ${'a number that nobody has'}
    ${() => view(fading, elsewhere('CO-2'))}                                                            | ${[]}                                                      | ${'two who contradict each other'}
    ${() => view(randomUUID())}                                                                         | ${[]}                                                      | ${'an id that nobody has'}
    ${() => view(fading, prefetched(null))}                                                             | ${[REVIEW, OVERDUE]}                                       | ${'the other system could not fetch the patient'}
    ${() => view(fading, prefetched({ resourceType: 'OperationOutcome', issue: [] }))}                  | ${[REVIEW, OVERDUE]}                                       | ${'it fetched a refusal'}
    ${() => view(fading, prefetched({ identifier: 'none', birthDate: 17 }))}                            | ${[REVIEW, OVERDUE]}                                       | ${'a prefetch that is no patient'}
    ${() => view(fresh)}                                                                                | ${[]}                                                      | ${'nothing is due'}
    ${() => view(booked)}                                                                               | ${[REVIEW]}                                                | ${'what is booked is not asked for'}
    ${() => view(dead)}                                                                                 | ${[]}                                                      | ${'who has died'}
    ${() => view(uncovered)}                                                                            | ${[/due since 16 Nov 2026, not booked/, /is not covered/]} | ${'due, and no authorization covers it'}
    ${() => view(fresh, { extension: { 'com.example': 1 }, fhirAuthorization: { access_token: 'x' } })} | ${[]}                                                      | ${'what we do not need is left alone'}
  `('$why', async ({ body, says }: { body: () => object; says: readonly RegExp[] }) => {
    const answer = await ask('patient-view', body());
    expect(answer.status).toBe(200);
    expect(wrongInAnswer(answer.body)).toEqual([]);
    expect(answer.body.cards.map(({ summary }) => summary)).toEqual(
      says.map((words) => expect.stringMatching(words)),
    );
    for (const { links } of answer.body.cards) expect(links[0]!.url).toContain(`${service.url}/courses/`);
  });

  it('what well-made clients send is what the specification asks for', () => {
    for (const sent of [view(fading), view('eX1', elsewhere('CO-1')), order(fresh, [botox(130)])])
      expect(wrongInRequest(sent)).toEqual([]);
  });

  it.each`
    body                                                   | why
    ${() => ({ hook: 'patient-view', hookInstance: 'x' })} | ${'no context'}
    ${() => request('patient-view', {})}                   | ${'no patient'}
    ${() => request('patient-view', { patientId: 17 })}    | ${'a patient that is no text'}
    ${() => ({ ...view(fading), hook: 'order-sign' })}     | ${'another hook'}
    ${() => ({ ...view(fading), hook: undefined })}        | ${'no hook'}
    ${() => null}                                          | ${'nothing'}
  `('is refused: $why', async ({ body }: { body: () => unknown }) => {
    expect((await ask('patient-view', body())).status).toBe(400);
  });
});

interface Drug {
  readonly text?: string;
  readonly coding?: readonly object[];
}

const drug = (id: string, medication: Drug, dose: object) => ({
  resourceType: 'MedicationRequest',
  id,
  status: 'draft',
  intent: 'order',
  medicationCodeableConcept: medication,
  dosageInstruction: [{ doseAndRate: [dose] }],
});
const units = (value: number, unit = 'U') => ({ doseQuantity: { value, unit } });
const botox = (value: number, id = 'm') => drug(id, { text: 'Botox' }, units(value));
const order = (patientId: string, drafts: readonly object[], selections = ['MedicationRequest/m']) =>
  request('order-select', {
    patientId,
    selections,
    draftOrders: {
      resourceType: 'Bundle',
      type: 'collection',
      entry: drafts.map((resource) => ({ resource })),
    },
  });
const ndc = (code: string) => ({ coding: [{ system: 'http://hl7.org/fhir/sid/ndc', code }] });

describe('order-select', () => {
  it.each`
    body                                                                                             | says              | why
    ${() => order(fading, [botox(130)])}                                                             | ${[]}             | ${'the usual dose when it is due'}
    ${() => order(fresh, [botox(130)])}                                                              | ${[/14 days/]}    | ${'two weeks after the last one'}
    ${() => order(fading, [botox(450)])}                                                             | ${[/400 U/]}      | ${'more than the limit'}
    ${() => order(fading, [botox(1300)])}                                                            | ${[/1,?300|400/]} | ${'ten times as much'}
    ${() => order(fresh, [drug('m', ndc('0023-1145-01'), units(130))])}                              | ${[/14 days/]}    | ${'by the code of a vial'}
    ${() => order(fresh, [drug('m', { text: 'onabotulinumtoxinA 100 units' }, units(130, '[IU]'))])} | ${[/14 days/]}    | ${'by the generic name'}
    ${() => order(fresh, [botox(130, 'a'), botox(130, 'b')], ['MedicationRequest/b'])}               | ${[/14 days/]}    | ${'only what is selected'}
    ${() => order(fresh, [botox(130)], ['MedicationRequest/other'])}                                 | ${[]}             | ${'another draft is selected'}
    ${() => order(fresh, [drug('m', { text: 'Botox' }, units(2, 'mL'))])}                            | ${[]}             | ${'a volume is no dose'}
    ${() => order(fresh, [drug('m', { text: 'Botox' }, {})])}                                        | ${[]}             | ${'no dose yet'}
    ${() => order(fresh, [drug('m', { text: 'Botox or Dysport' }, units(130))])}                     | ${[]}             | ${'two products'}
    ${() => order(fresh, [])}                                                                        | ${[]}             | ${'no draft'}
    ${() => request('order-select', { patientId: fresh, selections: ['x'], draftOrders: 7 })}        | ${[]}             | ${'drafts that are none'}
    ${() => request('order-select', { patientId: fresh })}                                           | ${[]}             | ${'no drafts at all'}
    ${() => order(dead, [botox(130)])}                                                               | ${[]}             | ${'who has died'}
  `('$why', async ({ body, says }: { body: () => object; says: readonly RegExp[] }) => {
    const answer = await ask('order-select', body());
    expect(answer.status).toBe(200);
    expect(wrongInAnswer(answer.body)).toEqual([]);
    expect(answer.body.cards.map(({ detail }) => detail)).toEqual(
      says.map((words) => expect.stringMatching(words)),
    );
    for (const { indicator } of answer.body.cards) expect(indicator).toBe('warning');
  });
});
