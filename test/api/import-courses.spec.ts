import { startApp, type TestApp } from '../support/app';
import { registered } from '../support/builders';
import { importing } from '../support/patients/importing';
import { writtenCounts } from '../support/server/table-counts';

let service: TestApp;
const patients: Record<string, string> = {};
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
  for (const mrn of ['C-1', 'C-2', 'C-3'])
    patients[mrn] = await registered(service.scheduler, { mrn, familyName: `Of ${mrn}`, phone: null });
  const { body } = await service.scheduler.get(`/patients/${patients['C-3']}`);
  await service.scheduler.patch(`/patients/${patients['C-3']}`, body.version, { deceasedOn: '2024-05-06' });
});
afterAll(() => service.close());

const coursesOf = async (mrn: string) =>
  (await service.neurologist.get(`/courses?patientId=${patients[mrn]}`)).body.items;

describe('courses', () => {
  const FILE = `mrn;indication;side;plannedProduct;interval;diagnosisCode;startedOn;endedOn;endReason
C-1;Cervical dystonia;;Botox;P13W;G24.3;03.02.2021;;
C-2;hemifacial_spasm;Left;inco;;;;;
C-2;hemifacial_spasm;;inco;;;;;
C-3;chronic-migraine;;ona;;;14.01.2020;01.03.2023;moved to another town
X-9;chronic_migraine;;ona;;;;;
`;
  const problems = [
    { row: 4, column: 'side', message: expect.stringContaining('side is needed') },
    { row: 6, column: 'mrn', message: expect.stringContaining('Nobody has the record number X-9') },
  ];

  it('a dry run says what would happen and starts none', async () => {
    const before = await writtenCounts(service.work.db);
    const { status, body } = await importing(service, 'kind=courses&dryRun=true', FILE);
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { rows: { total: 5, new: 3, same: 0, refused: 2 }, problems },
    });
    const after = await writtenCounts(service.work.db);
    expect(after['import_file']).toBe(before['import_file']! + 1);
    for (const table of ['course', 'course_assessment']) expect(after[table]).toBe(before[table]);
  });

  it('then they are on record, with their due row; the same file again changes nothing', async () => {
    const first = await importing(service, 'kind=courses', FILE);
    expect(first.body).toMatchObject({ rows: { new: 3, refused: 2 }, problems });
    expect(await coursesOf('C-1')).toMatchObject([
      {
        indication: 'cervical_dystonia',
        side: null,
        plannedProduct: 'ona',
        interval: 'P13W',
        diagnosisCode: 'G24.3',
        startedOn: '2021-02-03',
        dueStatus: 'no-session',
      },
    ]);
    expect(await coursesOf('C-3')).toMatchObject([
      { status: 'ended', endedOn: '2023-03-01', endReason: 'moved to another town' },
    ]);
    const { course } = await writtenCounts(service.work.db);
    const again = await importing(service, 'kind=courses', FILE);
    expect(again.body).toMatchObject({ rows: { new: 0, same: 3, refused: 2 }, problems });
    expect((await writtenCounts(service.work.db))['course']).toBe(course);
  });

  const HEADER = 'mrn,indication,plannedProduct,startedOn,endedOn,endReason';
  it.each`
    row                                                        | outcome                  | why
    ${'C-1,cervical_dystonia,abo,2021-02-03,,'}                | ${/another plannedP/}    | ${'goes on with another product'}
    ${'C-1,cervical_dystonia,abo,2019-02-03,2020-01-01,moved'} | ${'new'}                 | ${'was over before the one on record began'}
    ${'C-1,cervical_dystonia,abo,2019-02-03,2022-01-01,moved'} | ${/another plannedP/}    | ${'ran beside the one on record'}
    ${'C-3,chronic_migraine,abo,2023-03-01,,'}                 | ${'new'}                 | ${'began once the one on record was over'}
    ${'C-1,chronic_migraine,ona,2020-02-03,2020-01-03,moved'}  | ${/lies before started/} | ${'ended before it began'}
    ${'C-1,chronic_migraine,ona,,2020-01-03,'}                 | ${/endReason is needed/} | ${'no reason'}
    ${'C-1,chronic_migraine,ona,,,moved'}                      | ${/endedOn is needed/}   | ${'no day'}
    ${'C-1,chronic_migraine,ona,,2026-11-24,moved'}            | ${/in the future/}       | ${'tomorrow'}
    ${'C-1,chronic_migraine,ona,1900-01-01,,'}                 | ${/before the birth/}    | ${'before the patient was born'}
    ${'C-1,headaches,ona,,,'}                                  | ${/indication/}          | ${'no indication of ours'}
  `('$row: $outcome, $why', async ({ row, outcome }: { row: string; outcome: 'new' | RegExp }) => {
    const { body } = await importing(service, 'kind=courses&dryRun=true', `${HEADER}\n${row}\n`);
    if (outcome === 'new') expect(body).toMatchObject({ rows: { new: 1 }, problems: [] });
    else
      expect(body).toMatchObject({
        rows: { refused: 1 },
        problems: expect.arrayContaining([
          expect.objectContaining({ row: 2, message: expect.stringMatching(outcome) }),
        ]),
      });
  });
});

describe('doses that others gave', () => {
  const HEADER = 'mrn,givenOn,brand,units,region,source';
  const dosesOf = async (mrn: string) =>
    (await service.neurologist.get(`/external-doses?patientId=${patients[mrn]}`)).body.items;

  it('are on record as if typed, once', async () => {
    const file = `${HEADER}\nC-1,2026-09-01,Vistabel,"20,5",forehead,letter\nC-1,2026-09-01,Vistabel,10,masseter,letter\nC-1,2026-12-01,Vistabel,10,,letter\n`;
    const { body } = await importing(service, 'kind=external-doses', file);
    expect(body).toMatchObject({
      rows: { total: 3, new: 2, refused: 1 },
      problems: [{ row: 4, column: 'givenOn', message: expect.stringContaining('in the future') }],
    });
    expect(await dosesOf('C-1')).toMatchObject([
      { product: 'ona', brand: 'Vistabel', givenOn: '2026-09-01' },
      { product: 'ona', brand: 'Vistabel', givenOn: '2026-09-01' },
    ]);
    const again = await importing(service, 'kind=external-doses', file);
    expect(again.body.rows).toEqual({ total: 3, new: 0, same: 2, refused: 1 });
    expect(await dosesOf('C-1')).toHaveLength(2);
  });

  it('with other units under the same day and region are left to a person', async () => {
    const file = `${HEADER}\nC-1,2026-09-01,Vistabel,25,forehead,letter\n`;
    expect((await importing(service, 'kind=external-doses', file)).body).toMatchObject({
      problems: [
        {
          row: 2,
          column: 'units',
          message: expect.stringContaining('another units'),
          patientId: patients['C-1'],
        },
      ],
    });
  });
});

describe('prior authorizations', () => {
  const HEADER = 'mrn,payer,product,indication,number,startsOn,endsOn,billingUnitsApproved';
  const file = (endsOn: string) =>
    `${HEADER}\nC-1,Aetna,Botox,Cervical dystonia,PA-77,2026-01-01,${endsOn},800\n`;

  it('are on record as if typed, once; another end is left to a person', async () => {
    const { body } = await importing(service, 'kind=authorizations', file('2026-12-31'));
    expect(body).toMatchObject({ rows: { new: 1 } });
    const list = await service.scheduler.get(`/authorizations?patientId=${patients['C-1']}`);
    expect(list.body.items).toMatchObject([
      { product: 'ona', indication: 'cervical_dystonia', number: 'PA-77', billingUnitsApproved: 800 },
    ]);
    const again = await importing(service, 'kind=authorizations', file('2026-12-31'));
    expect(again.body).toMatchObject({ rows: { new: 0, same: 1, refused: 0 } });
    const longer = await importing(service, 'kind=authorizations', file('2027-12-31'));
    expect(longer.body).toMatchObject({ problems: [{ row: 2, column: 'endsOn' }] });
    const backwards = await importing(service, 'kind=authorizations', file('2025-12-31').replace('77', '78'));
    expect(backwards.body).toMatchObject({
      problems: [{ column: 'endsOn', message: expect.stringContaining('before startsOn') }],
    });
  });
});
