import { startApp, type TestApp } from '../support/app';
import { logged, started } from '../support/builders';
import { askerOf, expectProblem, rawRequest } from '../support/clients/raw-request';
import { writtenCounts } from '../support/server/table-counts';

let service: TestApp;
let courseId: string;
let ask: ReturnType<typeof askerOf>;
let rows: Record<string, number>;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  courseId = await started(service.neurologist);
  const sessionId = await logged(service.neurologist, courseId);
  ask = askerOf(service, { courseId, sessionId });
});
afterAll(() => service.close());

/** Nothing of what is refused leaves a trace. */
beforeEach(async () => {
  rows = await writtenCounts(service.work.db);
});
afterEach(async () => {
  expect(await writtenCounts(service.work.db)).toEqual(rows);
});

it.each`
  line                                                           | status | why
  ${'GET /api/v1/patients/%00'}                                  | ${400} | ${'a NUL in the path'}
  ${'GET /api/v1/patients?q=%00'}                                | ${400} | ${'a NUL in the query'}
  ${'GET /api/v1/patients?q=a%00b'}                              | ${400} | ${'a NUL within'}
  ${'GET /api/v1/patients?q=%zz'}                                | ${400} | ${'no percent-encoding'}
  ${'GET /api/v1/patients/%'}                                    | ${400} | ${'half a percent-encoding'}
  ${'GET /api/v1/patients?q=%ff'}                                | ${400} | ${'no UTF-8'}
  ${'GET /api/v1/patients?q=%ed%a0%80'}                          | ${400} | ${'half a character'}
  ${`GET /api/v1/patients?q=${'x'.repeat(201)}`}                 | ${400} | ${'a long search'}
  ${'GET /api/v1/patients?q[a]=1'}                               | ${400} | ${'an object for a text'}
  ${'GET /api/v1/patients?q=a&q=b'}                              | ${400} | ${'two for one'}
  ${'GET /api/v1/patients/17'}                                   | ${400} | ${'no UUID'}
  ${"GET /api/v1/patients/'or'1'='1"}                            | ${400} | ${'SQL for an id'}
  ${'GET /api/v1/patients/00000000-0000-0000-0000-000000000000'} | ${404} | ${'nobody'}
  ${`GET /api/v1/patients/${'1'.repeat(300)}`}                   | ${414} | ${'a long id'}
  ${'GET /api/v1/patients/../../etc/passwd'}                     | ${404} | ${'a way out'}
  ${'GET /api/v1/nothing'}                                       | ${404} | ${'no such address'}
  ${'GET /api/v2/patients'}                                      | ${404} | ${'no such version'}
  ${'GET /api/v1//patients'}                                     | ${404} | ${'two slashes'}
  ${'DELETE /api/v1/patients'}                                   | ${404} | ${'nothing is deleted'}
  ${'PUT /api/v1/patients/17'}                                   | ${404} | ${'PATCH is meant'}
  ${'TRACE /api/v1/patients'}                                    | ${404} | ${'TRACE'}
  ${'OPTIONS /api/v1/patients'}                                  | ${404} | ${'OPTIONS'}
  ${'PROPFIND /api/v1/patients'}                                 | ${404} | ${'a method of another protocol'}
  ${'BREW /api/v1/patients'}                                     | ${400} | ${'no method at all'}
  ${'GET /api/v1/due-list?asOf=9999-12-31'}                      | ${400} | ${'the end of days'}
  ${'GET /api/v1/due-list?asOf=0001-01-01'}                      | ${400} | ${'the beginning'}
  ${'GET /api/v1/catalog/__proto__'}                             | ${400} | ${'a prototype for a catalogue'}
`('$line: $status, $why', async ({ line, status }: { line: string; status: number }) => {
  expectProblem(await ask(line), status);
});

it.each(['1900-01-01', '2199-12-31'])(
  'the due list of %s, the ends of the calendar, is read',
  async (asOf) => {
    for (const path of ['due-list', 'due-list/summary', `courses/${courseId}`, 'courses']) {
      const { status } = await ask(`HEAD /api/v1/${path}?asOf=${asOf}`);
      expect({ path, status }).toEqual({ path, status: 200 });
    }
    rows = await writtenCounts(service.work.db);
  },
);

it('headers of 100 kB: 431; a broken request line: 400', async () => {
  expectProblem(await ask('GET /api/v1/patients', undefined, `X-Long: ${'x'.repeat(100_000)}`), 431);
  expectProblem(await rawRequest(service.url, ['GET /api/v1/pa tients HTTP/1.1']), 400);
  expectProblem(await rawRequest(service.url, ['complete nonsense']), 400);
});
