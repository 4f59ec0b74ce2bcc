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
    ${'üller'}           | ${false} | ${'not a beginning'}
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
