import { randomUUID } from 'node:crypto';
import type { Answer, Client } from './app';

let count = 0;

/** A patient who can be registered; what a test is about is given. */
export function aPatient(given: Record<string, unknown> = {}): Record<string, unknown> {
  count += 1;
  return {
    mrn: `T-${String(count).padStart(5, '0')}-${randomUUID().slice(0, 4)}`,
    familyName: 'Example',
    givenName: `Patient ${count}`,
    birthDate: '1968-04-12',
    sex: 'female',
    phone: '+1 212 555 0142',
    ...given,
  };
}

export function aCourse(patientId: string, given: Record<string, unknown> = {}): Record<string, unknown> {
  return { patientId, indication: 'cervical_dystonia', plannedProduct: 'ona', ...given };
}

export function aSession(courseId: string, given: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    courseId,
    performedOn: '2026-08-03',
    product: 'ona',
    injections: [
      { muscle: 'splenius_capitis', side: 'right', units: 80, sites: 3, guidance: 'emg' },
      { muscle: 'trapezius', side: 'right', units: 50 },
    ],
    ...given,
  };
}

/** A registered patient's id. */
export async function registered(client: Client, given?: Record<string, unknown>): Promise<string> {
  const { status, body } = await client.post('/patients', aPatient(given));
  if (status !== 201) throw new Error(`not registered: ${JSON.stringify(body)}`);
  return body.id as string;
}

/** A started course's id, of a patient of its own unless one is given. */
export async function started(client: Client, given: Record<string, unknown> = {}): Promise<string> {
  const patientId = (given.patientId as string | undefined) ?? (await registered(client));
  const { status, body } = await client.post('/courses', aCourse(patientId, given));
  if (status !== 201) throw new Error(`not started: ${JSON.stringify(body)}`);
  return body.id as string;
}

/** A logged session's id. */
export async function logged(
  client: Client,
  courseId: string,
  given?: Record<string, unknown>,
): Promise<string> {
  const { status, body } = await client.post('/sessions', aSession(courseId, given));
  if (status !== 201) throw new Error(`not logged: ${JSON.stringify(body)}`);
  return body.id as string;
}

/** The header that names the version of a row that was seen. */
export function seen(version: number): Record<string, string> {
  return { 'if-match': `"${version}"` };
}

/** Signs a session as it stands. */
export async function signs(client: Client, id: string): Promise<Answer> {
  const { body } = await client.get<{ version: number }>(`/sessions/${id}`);
  return client.post(`/sessions/${id}/sign`, undefined, seen(body.version));
}

/** Voids a session as it stands. */
export async function voids(client: Client, id: string, reason = 'wrong patient'): Promise<Answer> {
  const { body } = await client.get<{ version: number }>(`/sessions/${id}`);
  return client.post(`/sessions/${id}/void`, { reason }, seen(body.version));
}

/** 155 U over 31 sites, as in chronic migraine. */
export const PREEMPT = [
  { muscle: 'corrugator_supercilii', side: 'bilateral', units: 10 },
  { muscle: 'procerus', side: 'midline', units: 5 },
  { muscle: 'frontalis', side: 'bilateral', units: 20 },
  { muscle: 'temporalis', side: 'bilateral', units: 40 },
  { muscle: 'occipitalis', side: 'bilateral', units: 30 },
  { muscle: 'cervical_paraspinals', side: 'bilateral', units: 20 },
  { muscle: 'trapezius', side: 'bilateral', units: 30 },
] as const;
