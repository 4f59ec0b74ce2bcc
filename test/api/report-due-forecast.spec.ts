import { reportedHistory } from '../support/walks/reported-history';
import { startReportingApp } from '../support/server/reporting-app';

let app: Awaited<ReturnType<typeof startReportingApp>>;

beforeAll(async () => {
  app = await startReportingApp();
  await reportedHistory(app);
});
afterAll(() => app.close());

describe('the due forecast', () => {
  it.each`
    asOf            | dueStatus     | daysOverdue | booked   | onHold   | why
    ${'2026-05-29'} | ${'not-due'}  | ${0}        | ${true}  | ${true}  | ${'31 days before'}
    ${'2026-05-30'} | ${'upcoming'} | ${0}        | ${true}  | ${true}  | ${'30 days before'}
    ${'2026-06-19'} | ${'upcoming'} | ${0}        | ${true}  | ${true}  | ${'last day of the hold'}
    ${'2026-06-20'} | ${'upcoming'} | ${0}        | ${true}  | ${false} | ${'the hold is over'}
    ${'2026-06-29'} | ${'due'}      | ${0}        | ${true}  | ${false} | ${'due today; booked for today in the clinic’s zone'}
    ${'2026-06-30'} | ${'due'}      | ${0}        | ${false} | ${false} | ${'the appointment was yesterday'}
    ${'2026-07-26'} | ${'due'}      | ${0}        | ${false} | ${false} | ${'last day on time'}
    ${'2026-07-27'} | ${'overdue'}  | ${1}        | ${false} | ${false} | ${'first day overdue'}
    ${'2027-06-30'} | ${'lapsed'}   | ${339}      | ${false} | ${false} | ${'366 days after'}
  `('on $asOf: $why', async ({ why: _why, ...expected }: Record<string, unknown>) => {
    expect(await app.rows(`due-forecast.json?asOf=${String(expected.asOf)}`)).toMatchObject([expected]);
  });

  it('tells one who asks for changes that a course has ended', async () => {
    await app.write((tx) => tx.query('update course_assessment set listed = false'));
    expect(await app.rows('due-forecast.json')).toEqual([]);
    expect(await app.rows('due-forecast.json?updatedSince=2020-01-01T00:00:00Z')).toMatchObject([
      { listed: false },
    ]);
    await app.write((tx) => tx.query('update course_assessment set listed = true'));
  });
});
