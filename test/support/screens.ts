import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { PUBLISHED_PROTOCOLS } from '../../src/clinical/protocols/published-protocols';
import type { Role } from '../../src/platform/actor';
import { marked } from '../../src/web/browser/marks';
import type { BrowsedClinic } from './browser';

/** A screen as one may look at it: who, and where. */
export interface ScreenAt {
  readonly name: string;
  readonly role: Role | 'nobody';
  readonly path: string;
}

interface Listed<Item> {
  readonly items: readonly (Item & { readonly id: string })[];
}

/** Every screen there is, on records of the demo clinic. */
export async function everyScreen(clinic: BrowsedClinic): Promise<ScreenAt[]> {
  const get = <Item>(path: string): Promise<Listed<Item>> => clinic.get('neurologist', path);
  const { items: flags } = await get<{ courseId: string }>(
    '/flags?status=open&tier=review&indication=cervical_dystonia',
  );
  const { items: courses } = await get<{ patientId: string; plannedProduct: string }>('/courses?limit=500');
  const flag = flags[0]!;
  const course = courses.find(({ id }) => id === flag.courseId)!;
  const switched = courses.find(({ plannedProduct }) => plannedProduct === 'rima')!;
  const { items: sessions } = await get(`/courses/${course.id}/sessions`);
  const session = sessions[0]!;
  const { items: payers } = await get('/payers');
  const coursePath = `/courses/${course.id}`;
  const rows: [name: string, role: Role | 'nobody', path: string][] = [
    ['login', 'nobody', '/login'],
    ['due', 'scheduler', '/due'],
    ['due-booked', 'scheduler', '/due?queue=booked'],
    ['due-all', 'scheduler', '/due?queue=all'],
    ['due-first-visits', 'scheduler', '/due?queue=first-visits'],
    ['due-nobody-matches', 'scheduler', '/due?q=nobody-of-this-name'],
    ['due-neurologist', 'neurologist', '/due'],
    ['my-day', 'neurologist', '/my-day'],
    ['my-day-nobody', 'neurologist', '/my-day?asOf=1999-01-03'],
    ['to-ask', 'scheduler', '/peak-checks'],
    ['check-in', 'nobody', '/check-in'],
    ['check-in-thanks', 'nobody', '/check-in/thanks'],
    ['calendar', 'scheduler', '/calendar'],
    ['calendar-day', 'scheduler', '/calendar/day'],
    ['patients', 'scheduler', '/patients'],
    ['new-patient', 'scheduler', '/patients/new'],
    ['same-person', 'scheduler', '/patients/possible-duplicates?familyName=Lindqvist&givenName=Marta'],
    ['patient-scheduler', 'scheduler', `/patients/${course.patientId}`],
    ['patient', 'neurologist', `/patients/${course.patientId}`],
    ['course', 'neurologist', coursePath],
    ['course-switched', 'neurologist', `/courses/${switched.id}`],
    ['log-session', 'neurologist', `${coursePath}/log`],
    ['protocols', 'neurologist', '/protocols'],
    ['new-protocol', 'admin', `/protocols/new?from=${PUBLISHED_PROTOCOLS[0]!.id}`],
    ['session-as-protocol', 'neurologist', `/sessions/${session.id}/protocol`],
    ['stock', 'admin', '/stock'],
    ['same-person', 'scheduler', `/patients/${course.patientId}/same`],
    ['two-records', 'scheduler', `/patients/${course.patientId}/same?as=${switched.patientId}`],
    ['ready', 'scheduler', '/ready?ready='],
    ['to-authorize', 'scheduler', '/authorizations-to-start'],
    ['to-authorize-nobody', 'scheduler', '/authorizations-to-start?q=nobody-of-this-name'],
    ['payers', 'scheduler', '/payers'],
    ['payers-kept', 'admin', '/payers'],
    ['new-payer', 'admin', '/payers/new'],
    ['change-payer', 'admin', `/payers/${payers.at(0)!.id}/change`],
    ['patient-to-authorize', 'scheduler', `/patients/${course.patientId}?authorize=${course.id}`],
    ['vials', 'neurologist', '/vials'],
    ['lot', 'neurologist', `/lots/${await aLot(clinic)}`],
    ['session', 'neurologist', `/sessions/${session.id}`],
    ['note', 'neurologist', `/sessions/${session.id}/note`],
    ['aftercare', 'neurologist', `/sessions/${session.id}/aftercare`],
    ['claim', 'neurologist', `/sessions/${session.id}/claim`],
    ['letter', 'neurologist', `${coursePath}/letter`],
    ['appeal-packet', 'neurologist', `${coursePath}/appeal-packet`],
    ['change-session', 'neurologist', `/sessions/${session.id}/change`],
    ['record-response', 'neurologist', `/sessions/${session.id}/response`],
    ['flags', 'neurologist', '/flags'],
    ['unsigned', 'neurologist', '/unsigned'],
    ['flag', 'neurologist', `/flags/${flag.id}`],
    ['reports', 'reporting', '/reports'],
    ['reports-empty', 'reporting', '/reports?from=1999-01-01&to=1999-01-02'],
    ['settings', 'admin', '/settings'],
    ['learning', 'admin', '/learning'],
    ['account', 'scheduler', '/account'],
    ['users', 'admin', '/users'],
    ['tokens', 'admin', '/tokens'],
    ['approve-token', 'neurologist', `/tokens/${await aWaitingToken(clinic)}/approve`],
    ['smart-clients', 'admin', '/smart-clients'],
    ['approve-smart-client', 'neurologist', `/smart-clients/${await aWaitingClient(clinic)}/approve`],
    ['approve-smart-client-scheduler', 'scheduler', `/smart-clients/${await aWaitingClient(clinic)}/approve`],
    ['imports', 'admin', '/imports'],
    ['messages', 'admin', '/hl7'],
    ['messages-scheduler', 'scheduler', '/hl7'],
    ['messages-all', 'admin', '/hl7?state='],
    ['audit', 'admin', '/audit'],
    ['audit-of-patient', 'admin', '/audit?q=lindqvist'],
    ['audit-empty', 'admin', '/audit?from=1999-01-01&to=1999-01-02'],
    ['not-allowed', 'scheduler', '/users'],
    ['not-found', 'scheduler', '/no-such-screen'],
    ['wrong-address', 'scheduler', '/due?from=2026-12-01&to=2026-11-01'],
  ];
  return rows.map(([name, role, path]) => ({ name, role, path }));
}

/** A lot of the stock. */
async function aLot(clinic: BrowsedClinic): Promise<string> {
  const { id } = await clinic.send<{ id: string }>('admin', 'POST', '/lots', {
    product: 'ona',
    lotNumber: randomUUID().slice(0, 8),
    expiresOn: '2099-06-30',
    vialUnits: 200,
    vials: 3,
  });
  return id;
}

/** A script's token whose role nobody has lent it. */
async function aWaitingToken(clinic: BrowsedClinic): Promise<string> {
  const { id } = await clinic.send<{ id: string }>('admin', 'POST', '/api-tokens', {
    name: 'import of old charts',
    role: 'neurologist',
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  return id;
}

/** A program of another system that nobody has lent their role. */
async function aWaitingClient(clinic: BrowsedClinic): Promise<string> {
  const { id } = await clinic.send<{ id: string }>('admin', 'POST', '/smart-clients', {
    name: 'data warehouse',
    jwksUrl: 'https://warehouse.example/jwks.json',
    scopes: ['system/*.rs'],
  });
  return id;
}

/** The row of a list in which a course stands. */
export function rowWith(page: Page, courseId: string): Locator {
  return page.locator(marked('row')).filter({ has: page.locator(`#course-${courseId}`) });
}

/** Opens a screen and waits until it can be used: its scripts have run, and where a field gets the focus it has it. */
export async function usable(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'load' });
  await page.waitForFunction(
    (ready) =>
      document.documentElement.matches(ready) &&
      (!document.getElementById('injection-form') || document.activeElement?.id.startsWith('units-')),
    marked('ready'),
  );
}
