import { addDays, daysBetween, type PlainDate } from '../../src/clinical/calendar';
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

it('the counts are those of the list, on any day and under any filter', async () => {
  const filters = [
    '',
    'indication=cervical_dystonia',
    'booked=false',
    'q=o',
    'from=2026-11-01&to=2026-12-31',
    'status=due,overdue',
  ];
  const last = addDays('2026-11-23', 420);
  for (let asOf = addDays('2026-11-23', -120); asOf <= last; asOf = addDays(asOf, 19)) {
    for (const filter of filters) {
      const rows = await list(`asOf=${asOf}&${filter}`);
      const { body } = await service.scheduler.get(`/due-list/summary?asOf=${asOf}&${filter}`);
      const counts: Record<string, number> = { 'not-due': 0, upcoming: 0, due: 0, overdue: 0, lapsed: 0 };
      for (const { dueStatus } of rows) counts[dueStatus]! += 1;
      expect(body).toEqual({ asOf, counts, total: rows.length });
    }
  }
});

it('a course stands there under one status each day, and the same as on its own page', async () => {
  const courseId = clinic.courses.Today!;
  for (const day of [
    '2026-10-23',
    '2026-10-24',
    '2026-11-22',
    '2026-11-23',
    '2026-12-20',
    '2026-12-21',
    '2027-11-23',
    '2027-11-24',
  ] as const) {
    const { body } = await service.neurologist.get(`/courses/${courseId}?asOf=${day}`);
    const rows = await list(`asOf=${day}&q=today&status=not-due,upcoming,due,overdue,lapsed`);
    expect(rows).toMatchObject([{ dueStatus: body.dueStatus, daysOverdue: body.daysOverdue }]);
    expect(body.daysOverdue).toBe(Math.max(0, daysBetween('2026-11-23', day) - 27));
  }
});
