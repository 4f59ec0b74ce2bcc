import type { PlainDate } from '../../src/clinical/calendar';
import { startApp, type TestApp } from '../support/app';
import { fillDueList, type DueListClinic } from '../support/patients/due-list-clinic';

let service: TestApp;
let clinic: DueListClinic;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  clinic = await fillDueList(service);
});
afterAll(() => service.close());

interface Row {
  courseId: string;
  dueOn: PlainDate;
  dueStatus: string;
  patient: { familyName: string };
  [field: string]: unknown;
}

async function list(query = ''): Promise<Row[]> {
  const { status, body } = await service.scheduler.get(`/due-list?limit=500&${query}`);
  expect(status).toBe(200);
  return body.items as Row[];
}
const names = async (query?: string) =>
  (await list(query)).map(({ patient }) => patient.familyName).toSorted();

const REST = [
  'Booked',
  'Ontime',
  'Onhold',
  'Overdue',
  'Snoozed',
  'Today',
  'Tomorrow',
  'Upcoming',
  'Yearlate',
];

it.each`
  query                                      | found                                           | why
  ${''}                                      | ${[...REST, 'Lapsed']}                          | ${'all but those that are not due yet; never without a session, ended or voided'}
  ${'status=not-due'}                        | ${['Notdue']}                                   | ${'not due is shown when asked for'}
  ${'status=upcoming'}                       | ${['Onhold', 'Tomorrow', 'Upcoming']}           | ${'30 days ahead, a hold moves the due day'}
  ${'status=due'}                            | ${['Booked', 'Ontime', 'Snoozed', 'Today']}     | ${'today and the 27 days before'}
  ${'status=overdue'}                        | ${['Overdue', 'Yearlate']}                      | ${'from the 28th day to the 365th'}
  ${'status=lapsed'}                         | ${['Lapsed']}                                   | ${'from the 366th day'}
  ${'status=upcoming,lapsed'}                | ${['Lapsed', 'Onhold', 'Tomorrow', 'Upcoming']} | ${'two at once'}
  ${'status=upcoming&status=lapsed'}         | ${['Lapsed', 'Onhold', 'Tomorrow', 'Upcoming']} | ${'two at once, repeated'}
  ${'from=2026-11-23&to=2026-11-24'}         | ${['Today', 'Tomorrow']}                        | ${'both ends belong to the range'}
  ${'from=2026-12-24'}                       | ${['Notdue']}                                   | ${'a range shows what is not due as well'}
  ${'to=2025-11-22'}                         | ${['Lapsed']}                                   | ${'open at the other end'}
  ${'from=2026-11-23&status=due'}            | ${['Today']}                                    | ${'range and status'}
  ${'indication=hemifacial_spasm'}           | ${['Overdue']}                                  | ${'by indication'}
  ${'indication=tremor'}                     | ${[]}                                           | ${'none of these'}
  ${'booked=true'}                           | ${['Booked']}                                   | ${'booked'}
  ${'booked=false'}                          | ${[...REST.slice(1), 'Lapsed']}                 | ${'not booked'}
  ${'booked=true&asOf=2026-11-25'}           | ${['Booked']}                                   | ${'booked for that day'}
  ${'booked=true&asOf=2026-11-26'}           | ${[]}                                           | ${'the appointment has passed'}
  ${'q=over'}                                | ${['Overdue']}                                  | ${'the beginning of the name'}
  ${'q=due'}                                 | ${['Overdue']}                                  | ${'the end of it'}
  ${'q='}                                    | ${[]}                                           | ${'nothing finds nobody'}
  ${'asOf=2026-12-01&status=due&q=tomorrow'} | ${['Tomorrow']}                                 | ${'as of another day'}
`('$query: $why', async ({ query, found }: { query: string; found: string[] }) => {
  expect(await names(query)).toEqual(found.toSorted());
});

it('by injector: who gave the latest session', async () => {
  expect(await names(`injectorId=${clinic.colleagueId}`)).toEqual(['Ontime']);
  expect(await names(`injectorId=${service.neurologist.userId}`)).not.toContain('Ontime');
});

it('stands in the order of due day and course', async () => {
  const keys = (await list('status=not-due,upcoming,due,overdue,lapsed')).map(
    ({ dueOn, courseId }) => `${dueOn} ${courseId}`,
  );
  expect(keys).toHaveLength(11);
  expect(keys).toEqual(keys.toSorted());
});

it('a row carries names, telephone and days; never a dose, a response, a product or a note', async () => {
  const [row] = await list('q=booked');
  expect(row).toEqual({
    courseId: clinic.courses.Booked,
    patient: {
      id: expect.any(String),
      mrn: expect.any(String),
      familyName: 'Booked',
      givenName: expect.any(String),
      phone: '+1 212 555 0142',
    },
    indication: 'cervical_dystonia',
    side: null,
    anchorOn: '2026-08-10',
    earliestOn: '2026-11-02',
    dueOn: '2026-11-02',
    bookOn: '2026-11-02',
    overdueFrom: '2026-11-30',
    dueStatus: 'due',
    daysOverdue: 0,
    onHold: false,
    booked: { appointmentId: expect.any(String), startsAt: '2026-11-25T15:00:00.000Z' },
    snoozedUntil: null,
    lastContact: null,
    authorization: 'not-needed',
    authorizationGap: null,
  });
  const all = await list('from=2020-01-01');
  expect(all.length).toBeGreaterThan(REST.length);
  expect(JSON.stringify(all)).not.toMatch(/secret|units|frontalis|product|dose|improvement|trend/i);
});

it.each`
  name         | row
  ${'Onhold'}  | ${{ onHold: true, dueOn: '2026-12-01', dueStatus: 'upcoming' }}
  ${'Snoozed'} | ${{ snoozedUntil: '2026-12-01', lastContact: { outcome: 'call-later' }, dueStatus: 'due' }}
  ${'Overdue'} | ${{ side: 'left', daysOverdue: 1, authorization: 'missing' }}
  ${'Lapsed'}  | ${{ dueStatus: 'lapsed', daysOverdue: 339 }}
`('$name: $row', async ({ name, row }: { name: string; row: object }) => {
  expect(await list(`q=${name}`)).toMatchObject([row]);
});

it.each`
  query                                | pointer
  ${'from=2026-02-30'}                 | ${'/from'}
  ${'to=tomorrow'}                     | ${'/to'}
  ${'from=2026-12-02&to=2026-12-01'}   | ${'/to'}
  ${'status=no-session'}               | ${'/status'}
  ${'status=due,later'}                | ${'/status'}
  ${'status='}                         | ${'/status'}
  ${'booked=yes'}                      | ${'/booked'}
  ${'injectorId=me'}                   | ${'/injectorId'}
  ${'indication=ague'}                 | ${'/indication'}
  ${'asOf=2026-1-5'}                   | ${'/asOf'}
  ${'asOf=2026-11-23&asOf=2026-11-24'} | ${'/asOf'}
  ${'sort=name'}                       | ${'/sort'}
`('$query is refused', async ({ query, pointer }: { query: string; pointer: string }) => {
  for (const path of ['/due-list', '/due-list/summary']) {
    expect(await service.scheduler.get(`${path}?${query}`)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer }] },
    });
  }
});
