import { createHash, randomUUID } from 'node:crypto';
import openapi from '../../openapi.json';
import { Hl7MessageRow } from '../../src/hl7/hl7-message.entity';
import { Patient } from '../../src/records/patients/patient.entity';
import { MessageTaker } from '../../src/hl7/taking/message-taker';
import { ROLES, type Role } from '../../src/platform/actor';
import { send, startApp, PASSWORD, type TestApp } from '../support/app';
import { exported } from '../support/fhir/bulk';
import { aCourse, aSession, seen } from '../support/builders';
import { oneOfEach, type ExistingThings } from '../support/patients/existing';
import { hl7 } from '../support/clients/hl7';
import { aReadPatient, type ReadPatient } from '../support/walks/read-clinic';
import { everyRoute, type Route } from '../support/walks/read-routes';
import { RIGHT } from '../support/right-bodies';

interface Entry {
  readonly id: number;
  readonly actorId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string | null;
  readonly patients: readonly string[];
  readonly detail: Record<string, unknown> | null;
}

interface Clinic {
  readonly one: ReadPatient;
  readonly both: readonly string[];
  readonly tokenId: string;
  readonly userId: string;
  readonly injectorId: string;
  readonly protocolId: string;
  readonly importId: string;
  readonly messageId: string;
  readonly feedPath: string;
  readonly entryId: number;
  readonly clientId: string;
  /** Of all patients, one of each who may. */
  readonly exports: Readonly<Partial<Record<Role, string>>>;
}

interface Read {
  /** Where exactly it is read; without it, its path. */
  readonly at?: (clinic: Clinic, role?: Role) => string;
  readonly action?: 'export';
  readonly subject: string;
  readonly subjectId?: (clinic: Clinic, role?: Role) => string;
  readonly patients: Whom;
}

type Whom = (clinic: Clinic) => readonly string[];

const nobody: Whom = () => [];
const both: Whom = (clinic) => clinic.both;
const theOne: Whom = ({ one }) => [one.patientId];
const thing =
  (subject: string, path: string, id: (clinic: Clinic) => string, patients = theOne) =>
  (ending = ''): Read => ({
    at: (clinic) => `${path}/${id(clinic)}${ending}`,
    subject,
    subjectId: id,
    patients,
  });
const list = (subject: string, path: string): Read => ({ at: () => path, subject, patients: both });
const the = (id: keyof ReadPatient) => (clinic: Clinic) => clinic.one[id];

const messageOf = ({ messageId }: Clinic): string => messageId;
const importOf = ({ importId }: Clinic): string => importId;

const API = '/api/v1';
const FHIR = '/fhir/R4';

function coverageId(patientId: string, payer: string): string {
  const digest = createHash('md5').update(`${patientId}:${payer}`).digest('hex');
  return digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const course = (subject: string, path: string) => thing(subject, path, the('courseId'));
const session = (subject: string, path: string) => thing(subject, path, the('sessionId'));

const ofSession = (subject: string, type: string, part: string): Read => ({
  at: ({ one }) => `${FHIR}/${type}/${one.sessionId}-${part}`,
  subject,
  patients: theOne,
});

const kickOff: Read = { action: 'export', subject: 'fhir_export', patients: nobody };

/** Every GET there is: what the trail says of it, or nothing where it shows nobody. */
const READ: Readonly<Record<string, Read | 'nothing'>> = {
  [`${API}/patients`]: list('patient', `${API}/patients`),
  [`${API}/patients/possible-duplicates`]: list(
    'patient',
    `${API}/patients/possible-duplicates?phone=212-555-0142`,
  ),
  [`${API}/patients/:id`]: thing('patient', `${API}/patients`, the('patientId'))(),
  [`${API}/patients/:id/precautions`]: {
    at: ({ one }: Clinic) => `${API}/patients/${one.patientId}/precautions`,
    subject: 'patient_precaution',
    patients: theOne,
  },
  [`${API}/patients/:id/pregnancy-answers`]: {
    at: ({ one }: Clinic) => `${API}/patients/${one.patientId}/pregnancy-answers`,
    subject: 'pregnancy_answer',
    patients: theOne,
  },
  [`${API}/courses`]: list('course', `${API}/courses`),
  [`${API}/courses/:id`]: course('course', `${API}/courses`)(),
  [`${API}/courses/:id/sessions`]: {
    at: ({ one }: Clinic) => `${API}/courses/${one.courseId}/sessions`,
    subject: 'injection_session',
    patients: theOne,
  },
  [`${API}/courses/:id/patient-answers`]: {
    at: ({ one }: Clinic) => `${API}/courses/${one.courseId}/patient-answers`,
    subject: 'patient_answer',
    patients: theOne,
  },
  [`${API}/courses/:id/contacts`]: course('contact', `${API}/courses`)('/contacts'),
  [`${API}/sessions/:id`]: session('injection_session', `${API}/sessions`)(),
  [`${API}/sessions/:id/claim-lines`]: session('claim_lines', `${API}/sessions`)('/claim-lines'),
  [`${API}/sessions/:id/note`]: session('visit_note', `${API}/sessions`)('/note'),
  [`${API}/sessions/:id/aftercare`]: session('aftercare', `${API}/sessions`)('/aftercare'),
  [`${API}/courses/:id/letter`]: course('referral_letter', `${API}/courses`)('/letter'),
  [`${API}/courses/:id/appeal-packet`]: course('appeal_packet', `${API}/courses`)('/appeal-packet'),
  [`${API}/courses/:id/renewal`]: course('renewal', `${API}/courses`)('/renewal'),
  [`${API}/sessions/:id/response`]: session('response', `${API}/sessions`)('/response'),
  [`${API}/adverse-events`]: list('adverse_event', `${API}/adverse-events`),
  [`${API}/alerts`]: list('adverse_event', `${API}/alerts`),
  [`${API}/external-doses`]: list('external_dose', `${API}/external-doses`),
  [`${API}/lots`]: list('lot', `${API}/lots`),
  [`${API}/imports`]: 'nothing',
  [`${API}/imports/templates/:file`]: 'nothing',
  [`${API}/imports/mappings`]: 'nothing',
  [`${API}/imports/:id`]: thing('import_file', `${API}/imports`, importOf)(),
  [`${API}/imports/:id/refused.csv`]: {
    ...thing('import_file', `${API}/imports`, importOf)('/refused.csv'),
    action: 'export',
  },
  [`${API}/hl7-messages`]: list('hl7_message', `${API}/hl7-messages`),
  [`${API}/hl7-messages/:id`]: thing('hl7_message', `${API}/hl7-messages`, messageOf)(),
  [`${API}/merge-proposals`]: list('hl7_message', `${API}/merge-proposals`),
  [`${API}/lots/:id`]: thing('lot', `${API}/lots`, the('lotId'))(),
  [`${API}/lots/:id/patients`]: thing('lot', `${API}/lots`, the('lotId'), nobody)('/patients'),
  [`${API}/vials`]: list('vial', `${API}/vials`),
  [`${API}/vials/:id`]: thing('vial', `${API}/vials`, the('vialId'))(),
  [`${API}/stock`]: 'nothing',
  [`${API}/stock/excursions`]: 'nothing',
  [`${API}/stock/forecast`]: 'nothing',
  [`${API}/payers`]: 'nothing',
  [`${API}/payers/:id`]: 'nothing',
  [`${API}/protocols`]: 'nothing',
  [`${API}/protocols/:id`]: 'nothing',
  [`${API}/flags`]: list('review_flag', `${API}/flags`),
  [`${API}/flags/:id`]: thing('review_flag', `${API}/flags`, the('flagId'))(),
  [`${API}/appointments`]: list('appointment', `${API}/appointments`),
  [`${API}/authorizations`]: list('prior_authorization', `${API}/authorizations`),
  [`${API}/authorizations/:id`]: thing(
    'prior_authorization',
    `${API}/authorizations`,
    the('authorizationId'),
  )(),
  [`${API}/coverage-overrides`]: list('cover_override', `${API}/coverage-overrides`),
  [`${API}/due-list`]: list('due_list', `${API}/due-list`),
  [`${API}/free-slots`]: 'nothing',
  [`${API}/due-list/summary`]: 'nothing',
  [`${API}/worklists/to-call`]: list('due_list', `${API}/worklists/to-call?asOf=2026-12-10`),
  [`${API}/patients/:id/merges`]: thing('patient_merge', `${API}/patients`, the('patientId'))('/merges'),
  [`${API}/worklists/ready`]: list('readiness', `${API}/worklists/ready?asOf=2026-12-10`),
  [`${API}/worklists/authorizations-to-start`]: list(
    'prior_authorization',
    `${API}/worklists/authorizations-to-start?asOf=2027-01-10`,
  ),
  [`${API}/courses/:id/readiness`]: course('readiness', `${API}/courses`)('/readiness'),
  [`${API}/worklists/to-call/summary`]: 'nothing',
  [`${API}/worklists/first-visits`]: list('due_list', `${API}/worklists/first-visits`),
  [`${API}/worklists/may-come-earlier`]: list(
    'due_list',
    `${API}/worklists/may-come-earlier?startsAt=2026-12-01T15:00:00Z`,
  ),
  [`${API}/worklists/my-day`]: list('my_day', `${API}/worklists/my-day?asOf=2026-12-07`),
  [`${API}/worklists/my-day/summary`]: 'nothing',
  [`${API}/worklists/unsigned`]: list('unsigned_session', `${API}/worklists/unsigned`),
  [`${API}/worklists/unsigned/summary`]: 'nothing',
  [`${API}/worklists/peak-checks`]: list('peak_check', `${API}/worklists/peak-checks`),
  [`${API}/worklists/peak-checks/summary`]: 'nothing',
  [`${API}/reports`]: 'nothing',
  [`${API}/reports/:name.redcap.csv`]: 'nothing',
  [`${API}/reports/:file`]: {
    at: () => `${API}/reports/sessions.csv`,
    action: 'export',
    subject: 'sessions',
    patients: nobody,
  },
  [`${API}/catalog/:catalog`]: 'nothing',
  [`${API}/clinic-settings`]: 'nothing',
  [`${API}/clinic-learning`]: 'nothing',
  [`${API}/me`]: 'nothing',
  [`${API}/me/sign-ins`]: 'nothing',
  [`${API}/me/views`]: 'nothing',
  [`${API}/me/calendar-feed`]: 'nothing',
  [`${API}/calendar-feeds/:secret.ics`]: 'nothing',
  [`${API}/me/second-factor`]: 'nothing',
  [`${API}/sign-in-settings`]: 'nothing',
  [`${API}/users`]: { subject: 'app_user', patients: nobody },
  [`${API}/users/:id`]: thing('app_user', `${API}/users`, ({ userId }) => userId, nobody)(),
  [`${API}/api-tokens`]: { subject: 'api_token', patients: nobody },
  [`${API}/api-tokens/:id`]: thing('api_token', `${API}/api-tokens`, ({ tokenId }) => tokenId, nobody)(),
  [`${API}/audit`]: list('audit_entry', `${API}/audit?subject=patient`),
  [`${API}/smart-clients`]: { subject: 'smart_client', patients: nobody },
  [`${API}/smart-clients/:id`]: thing(
    'smart_client',
    `${API}/smart-clients`,
    ({ clientId }) => clientId,
    nobody,
  )(),
  [`${FHIR}/metadata`]: 'nothing',
  [`${FHIR}/.well-known/smart-configuration`]: 'nothing',
  '/cds-services': 'nothing',
  [`${FHIR}/Patient`]: list('patient', `${FHIR}/Patient`),
  [`${FHIR}/Patient/:id`]: thing('patient', `${FHIR}/Patient`, the('patientId'))(),
  [`${FHIR}/ServiceRequest`]: list('due_list', `${FHIR}/ServiceRequest`),
  [`${FHIR}/ServiceRequest/:id`]: thing('due_list', `${FHIR}/ServiceRequest`, the('courseId'))(),
  [`${FHIR}/Appointment`]: list('appointment', `${FHIR}/Appointment`),
  [`${FHIR}/Appointment/:id`]: thing('appointment', `${FHIR}/Appointment`, the('appointmentId'))(),
  [`${FHIR}/Condition`]: list('course', `${FHIR}/Condition`),
  [`${FHIR}/Condition/:id`]: course('course', `${FHIR}/Condition`)(),
  [`${FHIR}/EpisodeOfCare`]: list('course', `${FHIR}/EpisodeOfCare`),
  [`${FHIR}/EpisodeOfCare/:id`]: course('course', `${FHIR}/EpisodeOfCare`)(),
  [`${FHIR}/Procedure`]: list('injection_session', `${FHIR}/Procedure`),
  [`${FHIR}/Procedure/:id`]: session('injection_session', `${FHIR}/Procedure`)(),
  [`${FHIR}/Procedure/:id/_history`]: session('injection_session', `${FHIR}/Procedure`)('/_history'),
  [`${FHIR}/MedicationAdministration`]: list('injection_session', `${FHIR}/MedicationAdministration`),
  [`${FHIR}/MedicationAdministration/:id`]: ofSession('injection_session', 'MedicationAdministration', '0'),
  [`${FHIR}/Medication`]: { at: () => `${FHIR}/Medication`, subject: 'session_vial', patients: nobody },
  [`${FHIR}/Medication/:id`]: {
    at: ({ one }: Clinic) => `${FHIR}/Medication/${one.eyeSessionId}-0`,
    subject: 'session_vial',
    patients: nobody,
  },
  [`${FHIR}/Observation`]: list('response', `${FHIR}/Observation`),
  [`${FHIR}/Observation/:id`]: ofSession('response', 'Observation', 'onset-on'),
  [`${FHIR}/AdverseEvent`]: list('adverse_event', `${FHIR}/AdverseEvent`),
  [`${FHIR}/AdverseEvent/:id`]: thing('adverse_event', `${FHIR}/AdverseEvent`, the('adverseEventId'))(),
  [`${FHIR}/DetectedIssue`]: list('review_flag', `${FHIR}/DetectedIssue`),
  [`${FHIR}/DetectedIssue/:id`]: thing('review_flag', `${FHIR}/DetectedIssue`, the('flagId'))(),
  [`${FHIR}/Task`]: list('review_flag', `${FHIR}/Task`),
  [`${FHIR}/Task/:id`]: thing('review_flag', `${FHIR}/Task`, the('flagId'))(),
  [`${FHIR}/ClaimResponse`]: list('prior_authorization', `${FHIR}/ClaimResponse`),
  [`${FHIR}/ClaimResponse/:id`]: thing(
    'prior_authorization',
    `${FHIR}/ClaimResponse`,
    the('authorizationId'),
  )(),
  [`${FHIR}/Communication`]: list('contact', `${FHIR}/Communication`),
  [`${FHIR}/Communication/:id`]: thing('contact', `${FHIR}/Communication`, the('contactId'))(),
  [`${FHIR}/Provenance`]: list('injection_session', `${FHIR}/Provenance`),
  [`${FHIR}/Provenance/:id`]: ofSession('injection_session', 'Provenance', 'logged'),
  [`${FHIR}/AuditEvent`]: { subject: 'audit_entry', patients: nobody },
  [`${FHIR}/AuditEvent/:id`]: {
    at: ({ entryId }: Clinic) => `${FHIR}/AuditEvent/${entryId}`,
    subject: 'audit_entry',
    patients: nobody,
  },
  [`${FHIR}/$export`]: kickOff,
  [`${FHIR}/Patient/$export`]: kickOff,
  [`${FHIR}/Group/:id/$export`]: { ...kickOff, at: () => `${FHIR}/Group/cervical-dystonia/$export` },
  [`${FHIR}/bulk-exports/:id`]: 'nothing',
  [`${FHIR}/bulk-exports/:id/:file`]: {
    action: 'export',
    at: ({ exports }, role) => `${FHIR}/bulk-exports/${exports[role!] ?? 'none'}/Patient-1.ndjson`,
    subject: 'fhir_export',
    subjectId: ({ exports }, role) => exports[role!]!,
    patients: both,
  },
  [`${FHIR}/Coverage`]: list('prior_authorization', `${FHIR}/Coverage`),
  [`${FHIR}/Coverage/:id`]: thing('prior_authorization', `${FHIR}/Coverage`, ({ one }) =>
    coverageId(one.patientId, 'Acme'),
  )(),
  '/health/live': 'nothing',
  '/health/ready': 'nothing',
  '/metrics': 'nothing',
  '/': 'nothing',
  '/login': 'nothing',
  '/auth/oidc': 'nothing',
  '/auth/oidc/callback': 'nothing',
  '/launch': 'nothing',
  '/launch/callback': 'nothing',
  '/check-in': 'nothing',
  '/check-in/thanks': 'nothing',
  '/my-day': list('my_day', '/my-day?asOf=2026-12-07'),
  '/peak-checks': list('peak_check', '/peak-checks'),
  '/due': list('due_list', '/due?queue=booked'),
  '/due.csv': { action: 'export', subject: 'due_list', patients: both },
  '/calendar': list('appointment', '/calendar?week=2026-12-07'),
  '/calendar/day': list('appointment', '/calendar/day?on=2026-12-07'),
  '/calendar/slot': {
    at: ({ injectorId }: Clinic) => `/calendar/slot?at=2026-12-01T10:00&with=${injectorId}`,
    subject: 'due_list',
    patients: both,
  },
  '/patients': list('patient', '/patients'),
  '/patients/new': 'nothing',
  '/patients/possible-duplicates': list('patient', '/patients/possible-duplicates?phone=212-555-0142'),
  '/patients/:id': thing('patient', '/patients', the('patientId'))(),
  '/courses/:id': course('course', '/courses')(),
  '/courses/:id/log': course('course', '/courses')('/log'),
  '/stock': 'nothing',
  '/patients/:id/same': thing('patient', '/patients', the('patientId'), both)('/same'),
  '/ready': list('readiness', '/ready?ready=&asOf=2026-12-10'),
  '/vials': list('vial', '/vials'),
  '/lots/:id': thing('lot', '/lots', the('lotId'))(),
  '/authorizations-to-start': list('prior_authorization', '/authorizations-to-start?asOf=2027-01-10'),
  '/payers': 'nothing',
  '/payers/new': 'nothing',
  '/payers/:id/change': 'nothing',
  '/protocols': 'nothing',
  '/protocols/new': 'nothing',
  '/protocols/:id/change': 'nothing',
  '/sessions/:id': session('injection_session', '/sessions')(),
  '/sessions/:id/claim': session('claim_lines', '/sessions')('/claim'),
  '/sessions/:id/note': session('visit_note', '/sessions')('/note'),
  '/sessions/:id/aftercare': session('aftercare', '/sessions')('/aftercare'),
  '/courses/:id/letter': course('referral_letter', '/courses')('/letter'),
  '/courses/:id/appeal-packet': course('appeal_packet', '/courses')('/appeal-packet'),
  '/sessions/:id/protocol': session('injection_session', '/sessions')('/protocol'),
  '/sessions/:id/change': session('injection_session', '/sessions')('/change'),
  '/sessions/:id/response': session('response', '/sessions')('/response'),
  '/flags': list('review_flag', '/flags'),
  '/flags/:id': 'nothing',
  '/unsigned': list('unsigned_session', '/unsigned'),
  '/reports': { action: 'export', subject: 'outcomes', patients: nobody },
  '/settings': 'nothing',
  '/learning': 'nothing',
  '/account': 'nothing',
  '/hl7': list('hl7_message', '/hl7?state='),
  '/imports': 'nothing',
  '/imports/:id': thing('import_file', '/imports', importOf)(),
  '/users': { subject: 'app_user', patients: nobody },
  '/tokens': { subject: 'api_token', patients: nobody },
  '/tokens/:id/approve': {
    at: ({ tokenId }: Clinic) => `/tokens/${tokenId}/approve`,
    subject: 'api_token',
    patients: nobody,
  },
  '/smart-clients': { subject: 'smart_client', patients: nobody },
  '/smart-clients/:id/approve': {
    at: ({ clientId }: Clinic) => `/smart-clients/${clientId}/approve`,
    subject: 'smart_client',
    patients: nobody,
  },
  '/audit': list('audit_entry', '/audit?subject=patient'),
};

const NOTHING_AT: Readonly<Record<string, (clinic: Clinic, role?: Role) => string>> = {
  [`${FHIR}/bulk-exports/:id`]: ({ exports }, role) => `${FHIR}/bulk-exports/${exports[role!] ?? 'none'}`,
  [`${API}/imports/templates/:file`]: () => `${API}/imports/templates/patients.csv`,
  [`${API}/calendar-feeds/:secret.ics`]: ({ feedPath }) => feedPath,
  [`${API}/catalog/:catalog`]: () => `${API}/catalog/muscles`,
  [`${API}/reports/:name.redcap.csv`]: () => `${API}/reports/sessions.redcap.csv`,
  '/flags/:id': ({ one }) => `/flags/${one.flagId}`,
  [`${API}/payers/:id`]: () => `${API}/payers/7a3f2c10-5d64-4b8e-9a01-000000000001`,
  [`${API}/protocols/:id`]: ({ protocolId }) => `${API}/protocols/${protocolId}`,
  '/payers/:id/change': () => '/payers/7a3f2c10-5d64-4b8e-9a01-000000000001/change',
  '/protocols/:id/change': ({ protocolId }) => `/protocols/${protocolId}/change`,
};

/** This service has no provider of sign-ins and no EHR: it says so, and that reads nothing either. */
const WITHOUT_PROVIDER: Readonly<Record<string, number>> = {
  '/auth/oidc': 404,
  '/auth/oidc/callback': 404,
  '/launch': 400,
  '/launch/callback': 404,
};

let service: TestApp;
let clinic: Clinic;
let made: ExistingThings;
let routes: Route[];

beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  const [one, two] = [await aReadPatient(service, 'Muster'), await aReadPatient(service, 'Beispiel')];
  await service.neurologist.post('/lots', {
    product: 'ona',
    lotNumber: 'of the clinic',
    expiresOn: '2027-06-30',
    vialUnits: 200,
    vials: 5,
  });
  const token = await service.admin.post('/api-tokens', {
    name: 'script',
    role: 'reporting',
    expiresAt: '2027-01-01T00:00:00Z',
  });
  const protocol = await service.neurologist.post('/protocols', RIGHT['POST /protocols']!(one));
  clinic = {
    one,
    both: [one.patientId, two.patientId].toSorted(),
    tokenId: token.body.id,
    userId: service.scheduler.userId,
    injectorId: service.neurologist.userId,
    protocolId: protocol.body.id,
    importId: await importOfOne(one.patientId),
    messageId: await messageAbout(one.patientId),
    feedPath: (await service.neurologist.post('/me/calendar-feed')).body.path,
    entryId: await lastEntry(),
    clientId: (await service.admin.post('/smart-clients', RIGHT['POST /smart-clients']!(one))).body.id,
    exports: await exportsOfPatients(),
  };
  await messageAbout(two.patientId);
  await proposeMerge(one.patientId, two.patientId);
  routes = everyRoute(service);
}, 60_000);
afterAll(() => service.close());

async function exportsOfPatients(): Promise<Clinic['exports']> {
  const files = (['neurologist', 'scheduler', 'admin'] as const).map(async (role) => {
    const { at } = await exported(service.url, service[role].token, '$export?_type=Patient');
    return [role, at.split('/').at(-1)!] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

/** A message that tells nothing new of this patient. */
async function messageAbout(patientId: string): Promise<string> {
  const { body } = await service.admin.get(`/patients/${patientId}`);
  await service.app.get(MessageTaker).take(Buffer.from(hl7({ type: 'ADT^A08', pid: body.mrn })));
  const { id } = await service.work.db.findOneByOrFail(Hl7MessageRow, { patientId });
  return id;
}

/** A file with a row that may be this patient. */
async function importOfOne(patientId: string): Promise<string> {
  const id = randomUUID();
  await sendImport(id, patientId);
  return id;
}

async function sendImport(id: string, patientId: string): Promise<{ status: number }> {
  const of = await service.work.db.findOneByOrFail(Patient, { id: patientId });
  return fetch(`${service.url}${API}/imports?kind=patients&dryRun=true&id=${id}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.admin.token}`, 'content-type': 'text/csv' },
    body: `mrn,familyName,givenName,birthDate,sex\nNEW-1,${[of.familyName, of.givenName, of.birthDate, of.sex].join(',')}\n`,
  });
}

/** A hospital says that the two are one person. */
async function proposeMerge(...ids: readonly string[]): Promise<void> {
  const [prior, goesOn] = await Promise.all(
    ids.map(async (id) => (await service.neurologist.get(`/patients/${id}`)).body.mrn as string),
  );
  const message = hl7({ type: 'ADT^A40', pid: goesOn!, more: [`MRG|${prior}`] });
  await service.app.get(MessageTaker).take(Buffer.from(message));
}

async function lastEntry(): Promise<number> {
  const [row] = await service.work.db.query('select coalesce(max(id), 0) as id from audit_entry');
  return row.id as number;
}

/** What came into the trail by `act`. */
async function entriesOf(act: () => Promise<unknown>): Promise<Entry[]> {
  const before = await lastEntry();
  await act();
  return service.work.db.query<Entry[]>(
    `select id, actor_id as "actorId", action, subject, subject_id as "subjectId", detail,
        coalesce(patient_ids, array_remove(array[patient_id], null)) as patients
      from audit_entry where id > $1 order by id`,
    [before],
  );
}

/** As a browser or a script asks, the whole answer read. */
async function look(path: string, token?: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(service.url + path, {
    headers: { accept: 'text/html, */*', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    redirect: 'manual',
  });
  return { status: answer.status, text: await answer.text() };
}

async function foundUnder(patientId: string, id: number): Promise<number> {
  const { body } = await service.admin.get<{ items: { id: number }[] }>(
    `/audit?patientId=${patientId}&limit=500`,
  );
  return body.items.filter((entry) => entry.id === id).length;
}

it('the table names every GET of the service and of the API document', () => {
  const asked = routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
  expect(asked.toSorted()).toEqual(Object.keys(READ).toSorted());
  const described = Object.entries(openapi.paths)
    .filter(([, operations]) => 'get' in operations)
    .map(([path]) => path.replaceAll(/\{(\w+)\}/g, ':$1'));
  expect(asked).toEqual(expect.arrayContaining(described));
});

it('every GET declares what it reads, or that it reads nothing and why', () => {
  const gets = routes.filter(({ method }) => method === 'GET');
  expect(gets.filter(({ declaration }) => declaration === undefined)).toEqual([]);
  const silent = gets.filter(({ declaration }) => typeof declaration === 'string').map(({ path }) => path);
  expect(silent.toSorted()).toEqual(
    Object.keys(READ)
      .filter((path) => READ[path] === 'nothing')
      .toSorted(),
  );
});

describe.each(Object.entries(READ))('GET %s', (path, read) => {
  it('is one entry with its patients for whoever may, and found under each of them', async () => {
    const { roles } = routes.find((route) => route.method === 'GET' && route.path === path)!;
    for (const role of roles.length > 0 ? roles : [undefined]) {
      const at = (read === 'nothing' ? NOTHING_AT[path] : read.at)?.(clinic, role) ?? path;
      const client = role && service[role];
      let status = 0;
      const entries = await entriesOf(async () => ({ status } = await look(at, client?.token)));
      if (path in WITHOUT_PROVIDER) expect(status).toBe(WITHOUT_PROVIDER[path]);
      else expect([200, 202, 303]).toContain(status);
      if (read === 'nothing') {
        expect(entries).toEqual([]);
        continue;
      }
      const { action = 'read', subject, subjectId, patients } = read;
      expect(entries).toMatchObject([
        { actorId: client!.userId, action, subject, subjectId: subjectId?.(clinic, role) ?? null },
      ]);
      expect(entries[0]!.patients.toSorted()).toEqual(patients(clinic));
      for (const patientId of patients(clinic)) expect(await foundUnder(patientId, entries[0]!.id)).toBe(1);
    }
  });

  it('refuses whoever may not, which is one entry with the route and the permission', async () => {
    const { roles } = routes.find((route) => route.method === 'GET' && route.path === path)!;
    for (const role of roles.length === 0 ? [] : ROLES.filter((other) => !roles.includes(other))) {
      const at = (read === 'nothing' ? NOTHING_AT[path] : read.at)?.(clinic, role) ?? path;
      let status = 0;
      const entries = await entriesOf(async () => ({ status } = await look(at, service[role].token)));
      expect(status).toBe(403);
      expect(entries).toEqual([
        expect.objectContaining({
          actorId: service[role].userId,
          action: 'refused',
          patients: [],
          detail: { status: 403, method: 'GET', route: path, permission: expect.any(String) },
        }),
      ]);
    }
  });
});

describe('an answer of a POST that shows what stands', () => {
  const readOf = (entries: readonly Entry[]) => entries.filter(({ action }) => action === 'read');

  async function reads(expected: number, act: () => Promise<{ status: number }>): Promise<Entry[]> {
    let status = 0;
    const entries = await entriesOf(async () => ({ status } = await act()));
    expect(status).toBe(expected);
    return readOf(entries);
  }

  const tooMuch = (courseId: string) => aSession(courseId, { performedOn: '2026-03-20' });

  it('POST /sessions/check: the findings', async () => {
    const { courseId, patientId } = clinic.one;
    const found = await reads(200, () => service.neurologist.post('/sessions/check', tooMuch(courseId)));
    expect(found).toMatchObject([{ subject: 'session_check', subjectId: courseId, patients: [patientId] }]);
  });

  it('POST /courses/{id}/appointments/check: when the next session may be', async () => {
    const { courseId, patientId } = clinic.one;
    const found = await reads(200, () =>
      service.scheduler.post(`/courses/${courseId}/appointments/check`, { startsAt: '2026-12-07T15:00:00Z' }),
    );
    expect(found).toMatchObject([{ subject: 'booking_check', patients: [patientId] }]);
  });

  it('POST /sessions, refused with findings', async () => {
    const { courseId, patientId } = clinic.one;
    const found = await reads(422, () => service.neurologist.post('/sessions', tooMuch(courseId)));
    expect(found).toMatchObject([
      {
        subject: 'session_check',
        subjectId: courseId,
        patients: [patientId],
        detail: { findings: expect.arrayContaining(['S02']) },
      },
    ]);
  });

  it('PATCH of a session and an amendment, refused with findings', async () => {
    const { sessionId, signedId, patientId } = clinic.one;
    const { neurologist } = service;
    const { version } = (await neurologist.get(`/sessions/${sessionId}`)).body;
    const injections = [{ muscle: 'splenius_capitis', side: 'right', units: 900, sites: 3 }];
    const change = { injections, vials: [] };
    const patched = await reads(422, () => neurologist.patch(`/sessions/${sessionId}`, version, change));
    expect(patched).toMatchObject([
      { subject: 'session_check', subjectId: sessionId, patients: [patientId] },
    ]);
    const amended = await reads(422, () =>
      neurologist.post(`/sessions/${signedId}/amend`, {
        performedOn: '2024-09-02',
        product: 'ona',
        injections,
        reason: 'typing error',
      }),
    );
    expect(amended).toMatchObject([{ subject: 'session_check', subjectId: signedId, patients: [patientId] }]);
  });

  it('signing a session that is signed; the signing itself is a change', async () => {
    const { signedId, sessionId, patientId } = clinic.one;
    const { neurologist } = service;
    const again = await reads(200, () => neurologist.post(`/sessions/${signedId}/sign`, undefined, seen(1)));
    expect(again).toMatchObject([
      { subject: 'injection_session', subjectId: signedId, patients: [patientId] },
    ]);
    expect(
      await reads(200, () => neurologist.post(`/sessions/${sessionId}/sign`, undefined, seen(1))),
    ).toEqual([]);
  });

  it('ending a course that has ended so; the end itself is a change', async () => {
    const { patientId } = clinic.one;
    const { neurologist } = service;
    const { body } = await neurologist.post('/courses', aCourse(patientId, { indication: 'tremor' }));
    const end = { on: '2026-11-23', reason: 'remission' };
    expect(await reads(200, () => neurologist.post(`/courses/${body.id}/end`, end))).toEqual([]);
    const again = await reads(200, () => neurologist.post(`/courses/${body.id}/end`, end));
    expect(again).toMatchObject([{ subject: 'course', subjectId: body.id, patients: [patientId] }]);
  });

  it('the preview of other settings: whose due day would move', async () => {
    const intervals = [{ indication: 'cervical_dystonia', minInterval: 'P52W' }];
    const found = await reads(200, () => service.admin.post('/clinic-settings/preview', { intervals }));
    expect(found).toMatchObject([{ subject: 'settings_preview', subjectId: null }]);
    expect(found[0]!.patients).toEqual(expect.arrayContaining([...clinic.both]));
  });

  describe('sent again', () => {
    beforeAll(async () => {
      made = await oneOfEach(service);
    });

    const once = (operation: string): boolean => {
      const answers = (openapi.paths as Record<string, { post?: { responses: object } }>)[
        operation.replace('POST ', API)
      ];
      return ['200', '201'].every((status) => status in (answers?.post?.responses ?? {}));
    };
    const written = Object.keys(openapi.paths)
      .map((path) => `POST ${path.replace(API, '')}`)
      // A file is sent as it is, below.
      .filter((operation) => once(operation) && operation !== 'POST /imports');

    it.each(written)('%s: written once, and then read', async (operation) => {
      const review = operation.includes('/reviews');
      const more = operation.endsWith('sessions') ? { performedOn: '2026-01-05', vials: [] } : {};
      const right = review ? { decision: 'keep-watching', reason: 'one more' } : RIGHT[operation]!(made);
      const body = { ...right, ...more, id: randomUUID() };
      const path = review
        ? `/flags/${clinic.one.flagId}/reviews`
        : made.address(operation.replace('POST ', ''));
      const ofAdmin = ['POST /users', 'POST /smart-clients', 'POST /imports/mappings'].includes(operation);
      const client = ofAdmin ? service.admin : service.neurologist;
      expect(await reads(201, () => client.post(path, body))).toEqual([]);
      const again = await reads(200, () => client.post(path, body));
      expect(again).toHaveLength(1);
      const patient = operation === 'POST /patients' ? body.id : made.patientId;
      const withoutPatient = ['POST /protocols', 'POST /payers', 'POST /stock/excursions', 'POST /me/views'];
      const ofNobody = ofAdmin || withoutPatient.includes(operation);
      expect(again[0]!.patients).toEqual(ofNobody ? [] : [review ? clinic.one.patientId : patient]);
    });

    it('POST /imports: tried once, and then read with whom its rows may be', async () => {
      const id = randomUUID();
      const { patientId } = clinic.one;
      expect(await reads(201, () => sendImport(id, patientId))).toEqual([]);
      const again = await reads(200, () => sendImport(id, patientId));
      expect(again).toMatchObject([{ subject: 'import_file', subjectId: id, patients: [patientId] }]);
    });
  });
});

describe('a refusal', () => {
  it('of a field of the body: who and where, nothing of what was sent', async () => {
    const { patientId } = clinic.one;
    const entries = await entriesOf(() =>
      service.scheduler.patch(`/patients/${patientId}`, 1, { precautions: ['dysphagia'] }),
    );
    expect(entries).toMatchObject([
      {
        actorId: service.scheduler.userId,
        action: 'refused',
        subject: 'patient',
        subjectId: patientId,
        detail: { status: 403, method: 'PATCH', route: `${API}/patients/:id`, permission: 'patient.write' },
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('dysphagia');
  });

  it('of a write that another site sends with the cookie', async () => {
    const entries = await entriesOf(async () => {
      const answer = await send(service.url, 'POST', '/auth/logout', {
        headers: { cookie: `clinic_session=${service.scheduler.token}`, 'sec-fetch-site': 'cross-site' },
      });
      expect(answer.status).toBe(403);
    });
    expect(entries).toMatchObject([{ actorId: service.scheduler.userId, action: 'refused' }]);
  });

  it('of guessing on: once a minute, without the user name', async () => {
    const guess = () =>
      send(service.url, 'POST', '/auth/login', { body: { username: 'guessed', password: `${PASSWORD}!` } });
    for (let i = 0; i < 5; i += 1) expect(await guess()).toMatchObject({ status: 401 });
    const entries = await entriesOf(async () => {
      expect(await guess()).toMatchObject({ status: 429 });
      expect(await guess()).toMatchObject({ status: 429 });
    });
    expect(entries).toMatchObject([
      {
        actorId: null,
        action: 'refused',
        detail: { status: 429, method: 'POST', route: `${API}/auth/login`, address: '127.0.0.1' },
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('guessed');
  });

  it('stands on the screen of the trail in words, and so does a list', async () => {
    await service.scheduler.get(`/courses/${clinic.one.courseId}`);
    await service.scheduler.get(`/patients/${clinic.one.patientId}`);
    await service.scheduler.get('/patients');
    const { text } = await look('/audit', service.admin.token);
    expect(text).toContain('Not allowed: GET /api/v1/courses/:id, which takes the permission course.read.');
    expect(text).toMatch(/A list of \d+ patients/);
    expect(text).toContain(`/audit?patientId=${clinic.one.patientId}`);
  });
});

describe('what cannot be recorded is not shown', () => {
  const refuse = (add: boolean) =>
    service.asOwner(
      add
        ? `alter table audit_entry add constraint full_disk check (action not in ('read', 'export')) not valid`
        : 'alter table audit_entry drop constraint full_disk',
    );
  beforeAll(() => refuse(true));
  afterAll(() => refuse(false));

  it.each<[string, Role]>([
    [`${API}/patients`, 'scheduler'],
    ['/patients', 'scheduler'],
    ['/due?queue=booked', 'scheduler'],
    ['/due.csv', 'scheduler'],
    [`${API}/reports/sessions.csv`, 'reporting'],
    ['/users', 'admin'],
  ])('%s', async (path, role) => {
    const { status, text } = await look(path, service[role].token);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).not.toMatch(/Muster|cervical_dystonia|neurologist-/);
  });
});
