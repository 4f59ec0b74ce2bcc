import { SYSTEM } from '../../src/platform/actor';
import { startApp, type TestApp } from '../support/app';
import { started } from '../support/builders';

const WEEK = '2026-11-23';
/** Of a page before it is compressed. */
const MOST_BYTES = 250_000;

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: WEEK });
});
afterAll(() => service.close());

/** As many visits, of one day each twenty minutes. */
async function visits(many: number): Promise<string[]> {
  const courseId = await started(service.neurologist);
  const rows = await service.work.write(SYSTEM, (tx) =>
    tx.query<{ id: string }[]>(
      `insert into appointment (id, course_id, starts_at, status)
       select gen_random_uuid(), $1, $2::timestamptz + n % 24 * interval '20 minutes', 'attended'
       from generate_series(1, $3::int) n returning id`,
      [courseId, `${WEEK}T14:00:00Z`, many],
    ),
  );
  return rows.map(({ id }) => id);
}

async function screen(path: string): Promise<string> {
  const answer = await fetch(new URL(path, service.url), {
    headers: { authorization: `Bearer ${service.scheduler.token}` },
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

const actions = (html: string): number => html.split('class="more no-print"').length - 1;
const shown = (html: string): number => html.split('id="appointment-').length - 1;

it('shows each visit with what is done about it while they are few, in short while they are many, then how many', async () => {
  const [first] = await visits(120);
  const few = await screen(`/calendar?week=${WEEK}`);
  expect([shown(few), actions(few)]).toEqual([120, 120]);

  await visits(180);
  const many = await screen(`/calendar?week=${WEEK}`);
  expect([shown(many), actions(many)]).toEqual([300, 0]);
  expect(many.length).toBeLessThan(MOST_BYTES);
  const opened = `/calendar/day?on=${WEEK}&visit=${first}`;
  expect(many).toContain(`href="${opened.replaceAll('&', '&amp;')}#appointment-${first}"`);

  const day = await screen(opened);
  expect([shown(day), actions(day)]).toEqual([300, 1]);
  expect(day).toContain(`id="more-${first}"`);

  await visits(1);
  const counted = await screen(`/calendar?week=${WEEK}`);
  expect([shown(counted), actions(counted)]).toEqual([0, 0]);
  expect(counted).toContain('301 visits');
});
