import { Problem } from '../platform/http/problem';
import { REPORTS } from './report-list';
import { refuseUnfit, requestedReport } from './requested-report';

interface Case {
  file: string;
  accept: string | undefined;
  name: string;
  format: string;
}

it.each`
  file                     | accept                                         | name                | format
  ${'sessions.csv'}        | ${undefined}                                   | ${'sessions'}       | ${'csv'}
  ${'adverse-events.json'} | ${'text/csv'}                                  | ${'adverse-events'} | ${'json'}
  ${'due-forecast.ndjson'} | ${'*/*'}                                       | ${'due-forecast'}   | ${'ndjson'}
  ${'sessions.parquet'}    | ${'application/json'}                          | ${'sessions'}       | ${'parquet'}
  ${'sessions'}            | ${'application/vnd.apache.parquet'}            | ${'sessions'}       | ${'parquet'}
  ${'sessions'}            | ${undefined}                                   | ${'sessions'}       | ${'json'}
  ${'sessions'}            | ${''}                                          | ${'sessions'}       | ${'json'}
  ${'sessions'}            | ${'*/*'}                                       | ${'sessions'}       | ${'json'}
  ${'sessions'}            | ${'text/csv'}                                  | ${'sessions'}       | ${'csv'}
  ${'sessions'}            | ${'Text/CSV; charset=utf-8'}                   | ${'sessions'}       | ${'csv'}
  ${'sessions'}            | ${'application/x-ndjson'}                      | ${'sessions'}       | ${'ndjson'}
  ${'sessions'}            | ${'text/html,application/xml;q=0.9,*/*;q=0.8'} | ${'sessions'}       | ${'json'}
  ${'sessions'}            | ${'application/json;q=0.5, text/csv;q=0.6'}    | ${'sessions'}       | ${'csv'}
  ${'sessions'}            | ${'text/csv;q=0, application/json'}            | ${'sessions'}       | ${'json'}
  ${'sessions'}            | ${'text/*'}                                    | ${'sessions'}       | ${'csv'}
  ${'sessions'}            | ${'application/*'}                             | ${'sessions'}       | ${'json'}
  ${'sessions'}            | ${'application/json;q=0, */*'}                 | ${'sessions'}       | ${'csv'}
  ${'sessions'}            | ${'*/*, application/json;q=0'}                 | ${'sessions'}       | ${'csv'}
  ${'sessions'}            | ${'application/json;q=0, application/*'}       | ${'sessions'}       | ${'ndjson'}
  ${'sessions'}            | ${'application/json;q=0, text/*;q=0, */*'}     | ${'sessions'}       | ${'ndjson'}
  ${'sessions'}            | ${'*/*;q=0.1, text/csv;q=0.09'}                | ${'sessions'}       | ${'json'}
  ${'sessions'}            | ${'*/*;q=0.1, text/csv;q=0.11'}                | ${'sessions'}       | ${'csv'}
  ${'sessions'}            | ${'text/csv, application/json'}                | ${'sessions'}       | ${'csv'}
  ${'sessions'}            | ${'application/json, text/csv'}                | ${'sessions'}       | ${'json'}
  ${'sessions'}            | ${'text/csv;header=present'}                   | ${'sessions'}       | ${'csv'}
  ${'sessions'}            | ${'text/csv;header="present"; q=1'}            | ${'sessions'}       | ${'csv'}
`('$file with Accept $accept is $name as $format', ({ file, accept, name, format }: Case) => {
  expect(requestedReport(file, accept)).toMatchObject({ report: { name }, format });
});

it.each`
  file                  | accept                       | kind
  ${'session.csv'}      | ${undefined}                 | ${'not-found'}
  ${'sessions.xml'}     | ${undefined}                 | ${'not-found'}
  ${'sessions.csv.csv'} | ${undefined}                 | ${'not-found'}
  ${'sessions.'}        | ${undefined}                 | ${'not-found'}
  ${'.csv'}             | ${undefined}                 | ${'not-found'}
  ${'Sessions.csv'}     | ${undefined}                 | ${'not-found'}
  ${'toString'}         | ${undefined}                 | ${'not-found'}
  ${'sessions'}         | ${'text/html'}               | ${'not-acceptable'}
  ${'sessions'}         | ${'text/csv;q=0'}            | ${'not-acceptable'}
  ${'sessions'}         | ${'text/csv;header=absent'}  | ${'not-acceptable'}
  ${'sessions'}         | ${'text/csv;charset=utf-16'} | ${'not-acceptable'}
  ${'sessions'}         | ${'*/*;q=0'}                 | ${'not-acceptable'}
  ${'sessions'}         | ${'csv'}                     | ${'not-acceptable'}
  ${'sessions'}         | ${',;=/"'}                   | ${'not-acceptable'}
`('$file with Accept $accept is refused: $kind', ({ file, accept, kind }: Case & { kind: string }) => {
  expect(problemOf(() => requestedReport(file, accept)).kind).toBe(kind);
});

it('says what there is when there is no such report', () => {
  const { detail } = problemOf(() => requestedReport('patients.csv', undefined));
  expect(detail).toContain(
    'sessions, injections, responses, measurements, adverse-events, due-forecast, outcomes, flag-rate',
  );
  expect(detail).toContain('.csv, .ndjson, .json or .parquet');
});

it.each`
  name              | filters                                          | pointers
  ${'sessions'}     | ${{}}                                            | ${[]}
  ${'sessions'}     | ${{ from: '2026-01-05', to: '2026-01-05' }}      | ${[]}
  ${'sessions'}     | ${{ from: '2026-01-06', to: '2026-01-05' }}      | ${['/from']}
  ${'sessions'}     | ${{ asOf: '2026-01-05' }}                        | ${['/asOf']}
  ${'due-forecast'} | ${{ asOf: '2026-01-05', from: '2026-01-06' }}    | ${[]}
  ${'outcomes'}     | ${{ updatedSince: '2026-01-05T00:00:00Z' }}      | ${['/updatedSince']}
  ${'outcomes'}     | ${{ product: ['ona'], updatedSince: undefined }} | ${[]}
`(
  '$name with $filters: wrong are $pointers',
  ({ name, filters, pointers }: { name: string; filters: object; pointers: string[] }) => {
    const report = REPORTS.find((known) => known.name === name)!;
    const wrong =
      pointers.length === 0 ? refuseUnfit(report, filters) : problemOf(() => refuseUnfit(report, filters));
    expect((wrong?.more.errors ?? []).map((error) => error.pointer)).toEqual(pointers);
  },
);

function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}
