import { addDays, type PlainDate } from '../../src/clinical/calendar';
import type { Role } from '../../src/platform/actor';
import { FULL_WEEK_AHEAD } from './clinic-of-size';

/** What is asked of a clinic of any size, and how long one may wait for it, in milliseconds on a quiet machine. */
export interface Question {
  readonly name: string;
  readonly path: string;
  readonly role: Role;
  readonly goalMs: number;
}

const LIST_MS = 50;
const SUMMARY_MS = 200;
const SCREEN_MS = 100;

/** `ids`: of the one patient, and the one injector, who are asked for. */
export function questions(today: PlainDate, ids: { patient: string; injector: string }): Question[] {
  const list = (name: string, filters: string): Question => ({
    name: `due list, ${name}`,
    path: `/api/v1/due-list?${filters}`,
    role: 'scheduler',
    goalMs: LIST_MS,
  });
  const trail = (name: string, filters: string): Question => ({
    name: `trail, ${name}`,
    path: `/api/v1/audit?${filters}`,
    role: 'admin',
    goalMs: LIST_MS,
  });
  const other = (name: string, path: string, goalMs = LIST_MS, role: Role = 'neurologist'): Question => ({
    name,
    path,
    role,
    goalMs,
  });
  return [
    list('no filter', ''),
    list('14 days', `from=${today}&to=${addDays(today, 14)}`),
    ...['not-due', 'upcoming', 'due', 'overdue', 'lapsed'].map((status) => list(status, `status=${status}`)),
    list('overdue, not booked', 'status=overdue&booked=false'),
    list('booked', 'booked=true'),
    list('indication', 'indication=chronic_migraine'),
    list('indication of nobody', 'indication=blepharospasm'),
    list('injector', `injectorId=${ids.injector}`),
    list('injector of nobody', 'injectorId=00000000-0000-4000-8000-000000000009'),
    list('authorization missing', 'authorization=missing'),
    list('authorization of nobody', 'authorization=units-short'),
    list('product', 'product=ona'),
    list('product of nobody', 'product=rima'),
    ...['to-call', 'booked', 'snoozed', 'said-no', 'first-visits', 'lapsed'].map((queue) =>
      list(`queue ${queue}`, `queue=${queue}`),
    ),
    list('patient', `patientId=${ids.patient}`),
    list('q=garcia', 'q=garcia'),
    list('q=ga', 'q=ga'),
    list('q with no hit', 'q=zzyzx'),
    list('q=record number', 'q=m4711'),
    other('summary, no filter', '/api/v1/due-list/summary', SUMMARY_MS, 'scheduler'),
    other(
      'summary, 14 days',
      `/api/v1/due-list/summary?from=${today}&to=${addDays(today, 14)}`,
      LIST_MS,
      'scheduler',
    ),
    other('patients, first page', '/api/v1/patients'),
    other('patients, q=garcia', '/api/v1/patients?q=garcia'),
    other('patients, q=ga', '/api/v1/patients?q=ga'),
    other('patients, q with no hit', '/api/v1/patients?q=zzyzx'),
    other('patients, record number', '/api/v1/patients?q=m4711'),
    other('flags, open', '/api/v1/flags?status=open'),
    ...[
      '/due',
      '/due?queue=all',
      '/due?queue=booked',
      '/due?authorization=missing',
      `/due?from=${addDays(today, 1)}&to=${addDays(today, 7)}`,
      '/due?q=garcia',
      '/calendar',
      `/calendar?week=${addDays(today, 7)}`,
      `/calendar?week=${addDays(today, FULL_WEEK_AHEAD)}`,
      '/calendar/day',
      '/patients',
      '/peak-checks',
      '/ready',
      '/authorizations-to-start',
    ].map((path) => other(`screen, ${path}`, path, SCREEN_MS, 'scheduler')),
    ...['/my-day', '/unsigned', '/flags'].map((path) => other(`screen, ${path}`, path, SCREEN_MS)),
    other('screen, a free time', `/calendar/slot?at=${addDays(today, 3)}T10:00`, SCREEN_MS, 'scheduler'),
    trail('newest', ''),
    trail('of a patient', `patientId=${ids.patient}`),
    trail('of an actor', `actorId=${ids.injector}`),
    trail('of nobody', 'actorId=00000000-0000-4000-8000-000000000009'),
    trail('of a day', `from=${addDays(today, -90)}&to=${addDays(today, -90)}`),
    trail('rare action', 'action=export'),
    trail('action of nobody', 'action=sign-in-failed'),
    trail('rare subject', 'subject=sessions'),
    trail('subject of nothing', 'subject=clinic_setting'),
    trail('a request', 'requestId=00000000-0000-4000-8000-000000000009'),
  ];
}
