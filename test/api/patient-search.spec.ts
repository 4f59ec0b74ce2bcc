import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { registered } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

describe('finding', () => {
  const SOUGHT = {
    familyName: 'Müller-Sørensen',
    givenName: 'Åsa Maria',
    mrn: 'AB-4711',
    birthDate: '1950-02-03',
    phone: '+47 22 55 01 40',
  };
  beforeAll(() => registered(service.neurologist, SOUGHT));

  it.each`
    q                    | found    | why
    ${'muller'}          | ${true}  | ${'the beginning, no accent, no capital'}
    ${'MÜLLER'}          | ${true}  | ${'accents and capitals'}
    ${'asa mul'}         | ${true}  | ${'beginnings in any order'}
    ${'maria'}           | ${true}  | ${'the second given name'}
    ${'ab-4711'}         | ${true}  | ${'the record number'}
    ${'4711'}            | ${true}  | ${'a word of the record number'}
    ${'1950-02-03'}      | ${true}  | ${'the birth date'}
    ${'1950-02-03 müll'} | ${true}  | ${'birth date and name'}
    ${'1950-02-04 müll'} | ${false} | ${'another birth date'}
    ${'üller'}           | ${true}  | ${'the middle of a name'}
    ${'sorensen'}        | ${true}  | ${'ø without its stroke'}
    ${'Mueller'}         | ${true}  | ${'an umlaut spelled out'}
    ${'mullersorensen'}  | ${true}  | ${'without the hyphen'}
    ${'AB4711'}          | ${true}  | ${'the record number without its hyphen'}
    ${'0140'}            | ${true}  | ${'digits of the telephone number'}
    ${'22-550140'}       | ${true}  | ${'digits, divided otherwise'}
    ${'022550140'}       | ${true}  | ${'as it is dialled at home'}
    ${'0141'}            | ${false} | ${'another number'}
    ${'3 Feb 1950'}      | ${true}  | ${'the birth date as it is shown'}
    ${'02/03/1950'}      | ${true}  | ${'the birth date, the month first'}
    ${'03/02/1950'}      | ${true}  | ${'the birth date, the day first'}
    ${'3.2.1950 asa'}    | ${true}  | ${'birth date and name'}
    ${'02/04/1950'}      | ${false} | ${'another birth date'}
    ${'03021950'}        | ${true}  | ${'the birth date in digits alone'}
    ${'19500203 müll'}   | ${true}  | ${'birth date, the year first, and name'}
    ${'04021950'}        | ${false} | ${'another birth date in digits alone'}
    ${'1950'}            | ${true}  | ${'the year of birth'}
    ${'asa 1950'}        | ${true}  | ${'name and year of birth'}
    ${'1951'}            | ${false} | ${'another year'}
    ${'as'}              | ${true}  | ${'two letters that begin a word'}
    ${'le'}              | ${false} | ${'two letters within one'}
    ${'asa mul x'}       | ${false} | ${'a word that is not there'}
    ${''}                | ${false} | ${'nothing'}
    ${'%'}               | ${false} | ${'a wildcard of SQL'}
    ${"' or '1'='1"}     | ${false} | ${'SQL'}
    ${'m_ller'}          | ${false} | ${'another wildcard'}
  `('$q finds her: $found ($why)', async ({ q, found }: { q: string; found: boolean }) => {
    const { status, body } = await service.scheduler.get(`/patients?q=${encodeURIComponent(q)}&limit=500`);
    const mrns = body.items.map(({ mrn }: { mrn: string }) => mrn);
    expect({ status, found: mrns.includes(SOUGHT.mrn) }).toEqual({ status: 200, found });
  });

  it.each`
    name                     | typed
    ${'Łukasz Wałęsa'}       | ${'walesa'}
    ${'Strauß'}              | ${'strauss'}
    ${"O'Brien"}             | ${'OBrien'}
    ${'Smith-Jones'}         | ${'SmithJones'}
    ${'Đặng'}                | ${'dang'}
    ${'Yıldız'}              | ${'YILDIZ'}
    ${'Æbelø'}               | ${'aebelo'}
    ${'Þorsteinsdóttir'}     | ${'thorsteins'}
    ${'Þorsteinsdóttir'}     | ${'torsteins'}
    ${'Đorđević'}            | ${'djordjevic'}
    ${'Đorđević'}            | ${'dordevic'}
    ${'de Vries'}            | ${'devries'}
    ${'Lindkvist-Håkansson'} | ${'kvist hakan'}
  `('$name is found by “$typed”', async ({ name, typed }: { name: string; typed: string }) => {
    const id = await registered(service.neurologist, { familyName: name });
    const { body } = await service.scheduler.get(`/patients?q=${encodeURIComponent(typed)}&limit=500`);
    expect(body.items.map((item: { id: string }) => item.id)).toContain(id);
  });

  it('a new telephone number is found, the old one no more', async () => {
    const id = await registered(service.neurologist, { phone: '+1 212 987 6543' });
    await service.scheduler.patch(`/patients/${id}`, 1, { phone: '+1 212 876 5432' });
    const count = async (q: string) => (await service.scheduler.get(`/patients?q=${q}`)).body.items.length;
    expect([await count('9876543'), await count('8765432')]).toEqual([0, 1]);
  });

  it('lists names as people sort them', async () => {
    const sorted = [
      'Ångström',
      'de Vries',
      'DeWitt',
      'O’Dowd',
      'Okonkwo',
      'Orlov',
      'Orourke',
      "O'Rourke",
      'Östberg',
      'Özil',
      'Smith-Jones',
      'Smithson',
      'Song',
      'Sørensen',
      'Sorenson',
      'Zhang',
      'Żuk',
    ];
    for (const familyName of sorted.toReversed())
      await registered(service.neurologist, { familyName, givenName: 'Sorted' });
    const listed = (items: readonly { familyName: string }[]) => items.map(({ familyName }) => familyName);
    const { body } = await service.scheduler.get('/patients?q=sorted&limit=500');
    expect(listed(body.items)).toEqual(sorted);

    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const page = await service.scheduler.get(`/patients?q=sorted&limit=1${cursor}`);
      paged.push(...listed(page.body.items));
      if (page.body.nextCursor === null) break;
      cursor = `&cursor=${encodeURIComponent(page.body.nextCursor)}`;
    }
    expect(paged).toEqual(sorted);
  });

  it('a new name is found, the old one no more', async () => {
    const id = await registered(service.neurologist, { familyName: 'Vorher' });
    await service.neurologist.patch(`/patients/${id}`, 1, { familyName: 'Nachher' });
    const count = async (q: string) => (await service.neurologist.get(`/patients?q=${q}`)).body.items.length;
    expect([await count('vorher'), await count('nachher')]).toEqual([0, 1]);
  });

  it.each(['/patients/no-uuid', '/patients/6f0c2a5e-7f5e-4b0e-9c1e-2f6f7a3b9d0'])('%s: 400', async (path) => {
    expect(await service.neurologist.get(path)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/id' }] },
    });
  });

  it('an unknown id: 404', async () => {
    const answer = await service.neurologist.get(`/patients/${randomUUID()}`);
    expect(answer).toMatchObject({ status: 404, body: { type: 'urn:problem:not-found' } });
  });
});
