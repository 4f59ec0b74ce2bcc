import { encode } from 'iconv-lite';
import { IMPORT_KILOBYTES, IMPORT_ROWS } from '../../src/clinical/bounds';
import { send, startApp, type Client, type TestApp } from '../support/app';
import { registered } from '../support/builders';
import { importing as imports } from '../support/patients/importing';
import { writtenCounts } from '../support/server/table-counts';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const importing = (query: string, file: string | Buffer, by?: { client?: Client; type?: string }) =>
  imports(service, query, file, by);
const refusedCsv = (id: string) =>
  send<string>(service.url, 'GET', `/imports/${id}/refused.csv`, {
    headers: { authorization: `Bearer ${service.admin.token}` },
  });
const found = async (mrn: string) => (await service.admin.get(`/patients?q=${mrn}`)).body.items;

const HEADER = 'mrn,familyName,givenName,birthDate,sex';

it.each([
  [',', 'Aspen'],
  [';', 'Birch'],
  ['\t', 'Cedar'],
])(
  'refused rows are no formulas, and are what they were when they are sent again: with “%s”',
  async (delimiter, name) => {
    const line = (...cells: string[]) => `${cells.map((cell) => `"${cell}"`).join(delimiter)}\n`;
    const header = line(...HEADER.split(','));
    const row = (birthDate: string) => line(`=1+${name}`, `@${name}`, '+x;=2,=3', birthDate, 'female');
    const { body } = await importing('kind=patients', header + row('1961-13-03'));
    const { body: csv } = await refusedCsv(body.id);
    expect(csv).toContain(`'=1+${name}`);
    expect(
      csv.split(/\r\n|[,;\t"]/).filter((cell) => /^[=@]|^\+x/.test(cell) && !/^=[23]$/.test(cell)),
    ).toEqual([]);
    const again = await importing('kind=patients', csv.replace('1961-13-03', '1961-12-03'));
    expect(again.body).toMatchObject({ rows: { new: 1, refused: 0 } });
    expect(await found(encodeURIComponent(`=1+${name}`))).toMatchObject([
      {
        mrn: `=1+${name}`,
        familyName: `@${name}`,
        givenName: '+x;=2,=3',
      },
    ]);
  },
);

describe('patients', () => {
  const FILE = `${HEADER},phone,weightKg,weightMeasuredOn
IM-1,Aspen,Ada,1961-04-03,female,+1 212 555 1001,70.5,2026-11-01
IM-2,Birch,Ben,1972-05-14,male,,,
IM-3,Cedar,Cleo,1983-06-31,female,,,
IM-4,Dogwood,Dan,1984-07-01,man,,,
`;
  const rows = { total: 4, new: 2, same: 0, refused: 2 };
  const problems = [
    { row: 4, column: 'birthDate', message: expect.stringContaining('1983-06-31') },
    { row: 5, column: 'sex', message: expect.stringContaining('sex') },
  ];

  it('a dry run says what would happen and writes nobody', async () => {
    const { status, body } = await importing('kind=patients&dryRun=true', FILE);
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { state: 'done', dryRun: true, rows, problems, dates: 'iso', delimiter: ',', encoding: 'UTF-8' },
    });
    expect(await found('IM-1')).toEqual([]);
    expect((await service.admin.get(`/imports/${body.id}`)).body).toEqual(body);
  });

  it('then it is done; the same file again changes nothing', async () => {
    const first = await importing('kind=patients&dryRun=false', FILE);
    expect(first).toMatchObject({ status: 201, body: { state: 'done', rows, problems } });
    const [ada] = await found('IM-1');
    expect(ada).toMatchObject({ familyName: 'Aspen', birthDate: '1961-04-03', phone: '+1 212 555 1001' });
    const { body } = await service.neurologist.get(`/patients/${ada.id}`);
    expect(body.weight).toEqual({ kg: 70.5, measuredOn: '2026-11-01' });
    const before = await writtenCounts(service.work.db);
    const again = await importing('kind=patients&dryRun=false', FILE);
    expect(again.body).toMatchObject({ rows: { total: 4, new: 0, same: 2, refused: 2 }, problems });
    const { patient } = await writtenCounts(service.work.db);
    expect(patient).toBe(before['patient']);
  });

  it('the refused rows come back with their reason, are corrected and sent again', async () => {
    const { body } = await importing('kind=patients', FILE);
    const csv = await refusedCsv(body.id);
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="refused-patients.csv"');
    const lines = csv.body.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(`${FILE.split('\n')[0]},refused row,refused because`);
    expect(lines[1]).toMatch(/^IM-3,Cedar,Cleo,1983-06-31,female,,,,4,"birthDate is “1983-06-31”/);
    const right = csv.body.replace('1983-06-31', '1983-06-30').replace('man,', 'male,');
    const { body: corrected } = await importing('kind=patients', right);
    expect(corrected).toMatchObject({ rows: { total: 2, new: 2, same: 0, refused: 0 }, problems: [] });
  });

  it('all or nothing: one refused row, and nothing is taken', async () => {
    const file = `${HEADER}\nIM-5,Elm,Eve,1965-01-01,female\nIM-6,Fir,Fay,1966-02-30,female\n`;
    const held = await importing('kind=patients&allOrNothing=true', file);
    expect(held).toMatchObject({
      status: 201,
      body: { state: 'refused', rows: { total: 2, new: 0, same: 0, refused: 2 }, problems: [{ row: 3 }] },
    });
    expect(await found('IM-5')).toEqual([]);
    expect((await refusedCsv(held.body.id)).body).toMatch(/IM-5,Elm.*,2,"Held back, because/);
    const whole = await importing('kind=patients&allOrNothing=true', file.replace('02-30', '02-28'));
    expect(whole.body).toMatchObject({ state: 'done', rows: { new: 2, refused: 0 } });
  });

  it('who may be on record already is shown to a person, who decides', async () => {
    const id = await registered(service.scheduler, {
      mrn: 'OLD-7',
      familyName: 'Ginkgo',
      givenName: 'Gail',
      birthDate: '1957-07-07',
      phone: null,
    });
    const row = 'IM-7,Ginkgo,Gail,1957-07-07,female';
    const asked = await importing('kind=patients', `${HEADER}\n${row}\n`);
    expect(asked.body).toMatchObject({
      rows: { new: 0, refused: 1 },
      problems: [
        {
          row: 2,
          column: null,
          message: expect.stringMatching(/record number OLD-7: the same name and birth date/),
          patientId: id,
        },
      ],
    });
    const decided = await importing('kind=patients', `${HEADER},notDuplicateOf\n${row},old-7\n`);
    expect(decided.body).toMatchObject({ rows: { new: 1, refused: 0 } });
    const namesake = await importing('kind=patients', `${HEADER}\nIM-8,Ginkgo,Gail,1999-01-02,female\n`);
    expect(namesake.body).toMatchObject({
      rows: { new: 1 },
      notes: [expect.stringMatching(/^Row 2 shares name with record number/), expect.anything()],
    });
  });

  it('another value under a number on record is refused and said, in one file too', async () => {
    const file = `${HEADER}\nIM-9,Hazel,Hal,1959-09-09,male\nIM-9,Hazel,Hal,1959-09-09,male\nIM-9,Hazel,Ida,1959-09-09,female\n`;
    expect((await importing('kind=patients', file)).body).toMatchObject({
      rows: { total: 3, new: 1, same: 1, refused: 1 },
      problems: [
        { row: 4, column: 'givenName', message: expect.stringContaining('IM-9') },
        { row: 4, column: 'sex' },
      ],
    });
  });

  it('semicolons, day first, decimal comma, windows-1252, blank rows and a total', async () => {
    const file = `MRN;Family name;Given name;Birth date;Sex;Weight kg;Weight measured on
IM-10;Müller;Jürgen;13.04.1961;male;70,5;01.11.2026

IM-11;Größe;Käthe;03.05.1962;female;;
Total;2;;;;;
`;
    const { body } = await importing('kind=patients', encode(file, 'windows-1252'));
    expect(body).toMatchObject({
      rows: { total: 2, new: 2 },
      dates: 'dmy',
      delimiter: ';',
      notes: ['Row 3 is blank and was left out', 'Row 5 is a total and was left out'],
    });
    expect(await found('IM-11')).toMatchObject([{ familyName: 'Größe', birthDate: '1962-05-03' }]);
  });

  it('what no text can hold is refused in its row', async () => {
    const { status, body } = await importing(
      'kind=patients&dryRun=true',
      `${HEADER}\nIM\0-12,X,Y,1961-01-01,male\nIM-13,Yew,Yan,1961-01-01,male\n`,
    );
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { rows: { new: 1, refused: 1 }, problems: [{ row: 2, column: 'mrn' }] },
    });
    expect((await refusedCsv(body.id)).body).toContain('IM\uFFFD-12');
  });

  it('somebody with one name is taken, again as the same', async () => {
    const file = 'mrn,familyName,birthDate,sex\nIM-16,Suharto,1971-06-08,male\n';
    expect((await importing('kind=patients', file)).body).toMatchObject({ rows: { new: 1, refused: 0 } });
    expect((await importing('kind=patients', file)).body).toMatchObject({ rows: { same: 1, refused: 0 } });
    expect(await found('IM-16')).toMatchObject([{ familyName: 'Suharto', givenName: null }]);
  });

  it('who has died may be on record, born before and dead by now', async () => {
    const file = `${HEADER},deceasedOn\nIM-14,Oak,Ola,1931-01-01,female,2020-02-02\nIM-15,Oak,Olaf,2021-01-01,male,2020-02-02\n`;
    expect((await importing('kind=patients', file)).body).toMatchObject({
      rows: { new: 1, refused: 1 },
      problems: [{ row: 3, column: 'deceasedOn', message: expect.stringContaining('before the birth date') }],
    });
  });
});

const row = 'Z-1,Xylo,Zed,03/04/1961,male';
it.each`
  query                               | file                                                  | status | detail
  ${'kind=patients'}                  | ${''}                                                 | ${400} | ${'Send the file as the body'}
  ${'kind=patients'}                  | ${'\n\n'}                                             | ${400} | ${'no header row'}
  ${'kind=patients'}                  | ${`${HEADER}\n${row}\n`}                              | ${400} | ${'03/04/1961 in row 2 can be read'}
  ${'kind=patients'}                  | ${`${HEADER},colour\n`}                               | ${400} | ${'colour'}
  ${'kind=patients'}                  | ${`${HEADER},sex\n`}                                  | ${400} | ${'Columns 5 and 6'}
  ${'kind=patients'}                  | ${'mrn\nA\n'}                                         | ${400} | ${'familyName, birthDate, sex'}
  ${'kind=patients'}                  | ${`${HEADER}\nA,"B,C,1961-01-01,male\n`}              | ${400} | ${'never closed'}
  ${'kind=patients'}                  | ${`${HEADER}\n${`${row}\n`.repeat(IMPORT_ROWS + 1)}`} | ${413} | ${`has ${IMPORT_ROWS + 1} rows, at most ${IMPORT_ROWS}`}
  ${'kind=patients'}                  | ${'x'.repeat(IMPORT_KILOBYTES * 1024 + 1)}            | ${413} | ${`${IMPORT_KILOBYTES} KiB`}
  ${'kind=dragons'}                   | ${HEADER}                                             | ${400} | ${'kind'}
  ${''}                               | ${HEADER}                                             | ${400} | ${'kind'}
  ${'kind=patients&dryRun=maybe'}     | ${HEADER}                                             | ${400} | ${'dryRun'}
  ${'kind=patients&dates=ymd'}        | ${HEADER}                                             | ${400} | ${'dates'}
  ${'kind=patients&encoding=klingon'} | ${HEADER}                                             | ${400} | ${'encoding'}
`('$query is refused: $detail', async ({ query, file, status, detail }) => {
  const before = await writtenCounts(service.work.db);
  const answer = await importing(query, file);
  expect(answer).toMatchObject({ status, body: { detail: expect.stringContaining(detail) } });
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(await writtenCounts(service.work.db)).toEqual(before);
});

it('a file alone is read: JSON is refused here, and a file elsewhere', async () => {
  expect(await importing('kind=patients', '{}', { type: 'application/json' })).toMatchObject({ status: 400 });
  const elsewhere = await fetch(`${service.url}/api/v1/patients`, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.scheduler.token}`, 'content-type': 'text/csv' },
    body: HEADER,
  });
  expect(elsewhere.status).toBe(415);
});

it.each`
  role
  ${'neurologist'}
  ${'scheduler'}
  ${'reporting'}
`('a $role imports nothing', async ({ role }: { role: 'neurologist' }) => {
  const answer = await importing('kind=patients', HEADER, { client: service[role] });
  expect(answer.status).toBe(403);
});

it.each`
  kind
  ${'patients'}
  ${'courses'}
  ${'sessions'}
  ${'responses'}
  ${'external-doses'}
  ${'authorizations'}
`('the template of $kind is a header that is read', async ({ kind }: { kind: string }) => {
  const { body } = await service.admin.get<string>(`/imports/templates/${kind}.csv`);
  expect(body).toMatch(/^\uFEFF?mrn,.*\r\n$/);
  expect(await importing(`kind=${kind}&dryRun=true`, body)).toMatchObject({
    status: 201,
    body: { rows: { total: 0, new: 0, same: 0, refused: 0 } },
  });
});

it('there is no template of what is no kind', async () => {
  expect(await service.admin.get('/imports/templates/dragons.csv')).toMatchObject({ status: 404 });
});

it('lists what came since a moment, and says from which to ask on', async () => {
  const first = await importing('kind=patients', HEADER);
  const { body: before } = await service.admin.get('/imports?limit=500');
  expect(before.items.map(({ id }: { id: string }) => id)).toContain(first.body.id);
  const second = await importing('kind=patients&dryRun=true&name=later', HEADER);
  const { body: after } = await service.admin.get(
    `/imports?limit=500&updatedSince=${encodeURIComponent(second.body.createdAt)}`,
  );
  expect(after.items.map(({ id }: { id: string }) => id)).toEqual([second.body.id]);
  expect(after.nextUpdatedSince >= before.nextUpdatedSince).toBe(true);
  const { body: none } = await service.admin.get('/imports?updatedSince=2100-01-01T00:00:00Z');
  expect(none.items).toEqual([]);
});
