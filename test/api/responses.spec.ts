import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { logged, signs, started, voids } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

/** A session of 3 August. */
async function aTreatedSession(): Promise<string> {
  return logged(service.neurologist, await started(service.neurologist), { performedOn: '2026-08-03' });
}
const put = (id: string, body: object) => service.neurologist.put(`/sessions/${id}/response`, body);
const TSUI = { scale: 'tsui', phase: 'peak', value: 8, measuredOn: '2026-09-01' };

describe('recording', () => {
  it('a field left out stays as it was, null takes it back', async () => {
    const id = await aTreatedSession();
    expect((await service.neurologist.get(`/sessions/${id}/response`)).status).toBe(404);
    const first = await put(id, {
      assessedOn: '2026-09-07',
      onsetOn: '2026-08-10',
      improvementPct: 62.5,
      pgic: 2,
      peakEffect: 3,
      note: 'better',
    });
    expect(first).toMatchObject({
      status: 200,
      body: { sessionId: id, improvementPct: 62.5, woreOffOn: null, measurements: [], version: 1 },
    });
    const { body } = await put(id, { woreOffOn: '2026-11-02', pgic: null, note: null });
    expect(body).toMatchObject({
      assessedOn: '2026-09-07',
      onsetOn: '2026-08-10',
      woreOffOn: '2026-11-02',
      improvementPct: 62.5,
      pgic: null,
      peakEffect: 3,
      note: null,
      version: 2,
    });
    expect((await service.neurologist.get(`/sessions/${id}/response`)).body).toEqual(body);
  });

  it('the same twice stands once', async () => {
    const id = await aTreatedSession();
    const body = { improvementPct: -20, measurements: [TSUI] };
    const { updatedAt: _first, version: _one, ...once } = (await put(id, body)).body;
    const { updatedAt: _second, version: _two, ...twice } = (await put(id, body)).body;
    expect(twice).toEqual(once);
  });

  it('measurements are added, replaced by scale and phase, and taken back one by one or all', async () => {
    const id = await aTreatedSession();
    const measurements = async (list: object[] | null) => {
      const { status, body } = await put(id, { measurements: list });
      expect(status).toBe(200);
      return body.measurements.map(
        (measurement: { scale: string; phase: string; value: unknown }) =>
          `${measurement.scale} ${measurement.phase} ${JSON.stringify(measurement.value)}`,
      );
    };
    const mas = { scale: 'mas', phase: 'untreated', value: '1+', measuredOn: '2026-08-03' };
    expect(await measurements([TSUI])).toEqual(['tsui peak 8']);
    expect(await measurements([{ ...TSUI, phase: 'untreated', value: 12 }, mas])).toEqual([
      'mas untreated "1+"',
      'tsui peak 8',
      'tsui untreated 12',
    ]);
    expect(await measurements([{ ...TSUI, value: 7 }])).toEqual([
      'mas untreated "1+"',
      'tsui peak 7',
      'tsui untreated 12',
    ]);
    expect(await measurements([{ ...TSUI, value: null }])).toEqual([
      'mas untreated "1+"',
      'tsui untreated 12',
    ]);
    expect(await measurements([])).toHaveLength(2);
    expect(await measurements(null)).toEqual([]);
  });

  it('a grade of each muscle group stands beside the others and is taken back by itself', async () => {
    const id = await aTreatedSession();
    const mas = { scale: 'mas', phase: 'peak', measuredOn: '2026-09-07' };
    const kept = async (list: object[]) => {
      const { status, body } = await put(id, { measurements: list });
      expect(status).toBe(200);
      return body.measurements.map(({ of, value }: { of: string | null; value: string }) => `${of} ${value}`);
    };
    expect(
      await kept([
        { ...mas, value: '2' },
        { ...mas, of: 'elbow_flexors', value: '1+' },
        { ...mas, of: 'wrist_flexors_left', value: '3' },
      ]),
    ).toEqual(['null 2', 'elbow_flexors 1+', 'wrist_flexors_left 3']);
    expect(await kept([{ ...mas, of: 'elbow_flexors', value: '1' }])).toEqual([
      'null 2',
      'elbow_flexors 1',
      'wrist_flexors_left 3',
    ]);
    expect(await kept([{ ...mas, of: 'elbow_flexors', value: null }])).toEqual([
      'null 2',
      'wrist_flexors_left 3',
    ]);
  });

  it('MIDAS carries the five domains that it is made of', async () => {
    const id = await aTreatedSession();
    const midas = { scale: 'midas', phase: 'peak', measuredOn: '2026-09-07', value: 20 };
    const { body } = await put(id, { measurements: [{ ...midas, domains: [3, 4, 6, 2, 5] }] });
    expect(body.measurements).toMatchObject([{ value: 20, domains: [3, 4, 6, 2, 5], of: null }]);
    const without = await put(id, { measurements: [midas] });
    expect(without.body.measurements).toMatchObject([{ value: 20, domains: null }]);
  });

  it('measurements alone change the version too', async () => {
    const id = await aTreatedSession();
    await put(id, { pgic: 3 });
    expect((await put(id, { measurements: [TSUI] })).body).toMatchObject({ pgic: 3, version: 2 });
  });

  it.each`
    given                                                                                    | pointer                         | why
    ${{ onsetOn: '2026-08-02' }}                                                             | ${'/onsetOn'}                   | ${'before the session'}
    ${{ assessedOn: '2026-11-24' }}                                                          | ${'/assessedOn'}                | ${'tomorrow'}
    ${{ woreOffOn: '2026-11-24' }}                                                           | ${'/woreOffOn'}                 | ${'tomorrow'}
    ${{ onsetOn: '2026-10-02', woreOffOn: '2026-10-01' }}                                    | ${'/onsetOn'}                   | ${'wore off before it began'}
    ${{ stillEffectiveOn: '2026-10-01', woreOffOn: '2026-10-01' }}                           | ${'/stillEffectiveOn'}          | ${'effective on the day it wore off'}
    ${{ improvementPct: 100.01 }}                                                            | ${'/improvementPct'}            | ${'more than all'}
    ${{ improvementPct: -101 }}                                                              | ${'/improvementPct'}            | ${'worse than twice as bad'}
    ${{ improvementPct: 33.333 }}                                                            | ${'/improvementPct'}            | ${'thousandths'}
    ${{ improvementPct: '50' }}                                                              | ${'/improvementPct'}            | ${'a number as text'}
    ${{ pgic: 0 }}                                                                           | ${'/pgic'}                      | ${'PGIC begins at 1'}
    ${{ pgic: 2.5 }}                                                                         | ${'/pgic'}                      | ${'PGIC is whole'}
    ${{ peakEffect: 5 }}                                                                     | ${'/peakEffect'}                | ${'ends at 4'}
    ${{ measurements: [{ ...TSUI, value: 26 }] }}                                            | ${'/measurements/0/value'}      | ${'Tsui ends at 25'}
    ${{ measurements: [TSUI, { ...TSUI, scale: 'mas', value: 9 }] }}                         | ${'/measurements/1/value'}      | ${'no grade of the scale'}
    ${{ measurements: [{ ...TSUI, scale: 'mas', value: '1++' }] }}                           | ${'/measurements/0/value'}      | ${'no label of the scale'}
    ${{ measurements: [{ ...TSUI, of: 'wrist_flexors' }] }}                                  | ${'/measurements/0/of'}         | ${'not taken of a group'}
    ${{ measurements: [{ ...TSUI, scale: 'mas', value: '1', of: 'left thumb' }] }}           | ${'/measurements/0/of'}         | ${'no such group'}
    ${{ measurements: [{ ...TSUI, domains: [8] }] }}                                         | ${'/measurements/0/domains'}    | ${'Tsui has no domains'}
    ${{ measurements: [{ ...TSUI, scale: 'midas', value: 20, domains: [3, 4, 6, 2] }] }}     | ${'/measurements/0/domains'}    | ${'four of five'}
    ${{ measurements: [{ ...TSUI, scale: 'midas', value: 20, domains: [3, 4, 6, 2, 4] }] }}  | ${'/measurements/0/domains'}    | ${'19 are not 20'}
    ${{ measurements: [{ ...TSUI, scale: 'midas', value: 93, domains: [93, 0, 0, 0, 0] }] }} | ${'/measurements/0/domains'}    | ${'more days than three months have'}
    ${{ measurements: [{ ...TSUI, scale: 'happiness' }] }}                                   | ${'/measurements/0/scale'}      | ${'no such scale'}
    ${{ measurements: [{ ...TSUI, phase: 'later' }] }}                                       | ${'/measurements/0/phase'}      | ${'no such phase'}
    ${{ measurements: [{ ...TSUI, measuredOn: '2026-11-24' }] }}                             | ${'/measurements/0/measuredOn'} | ${'tomorrow'}
    ${{ mood: 'fine' }}                                                                      | ${'/mood'}                      | ${'no field of ours'}
  `('$pointer is refused: $why', async ({ given, pointer }: { given: object; pointer: string }) => {
    const id = await aTreatedSession();
    expect(await put(id, given)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
    expect((await service.neurologist.get(`/sessions/${id}/response`)).status).toBe(404);
  });

  it('the first and the last day that it may name', async () => {
    const id = await aTreatedSession();
    expect((await put(id, { onsetOn: '2026-08-03', woreOffOn: '2026-11-23' })).status).toBe(200);
  });

  it('what was recorded before is judged with what comes now', async () => {
    const id = await aTreatedSession();
    await put(id, { onsetOn: '2026-09-01' });
    expect(await put(id, { woreOffOn: '2026-08-20' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/onsetOn' }] },
    });
    expect((await put(id, { woreOffOn: '2026-08-20', onsetOn: null })).status).toBe(200);
  });
});

describe('of a session', () => {
  it('that is void there is none: 409', async () => {
    const id = await aTreatedSession();
    await voids(service.neurologist, id);
    expect(await put(id, { pgic: 2 })).toMatchObject({ status: 409, body: { type: 'urn:problem:conflict' } });
  });

  it('that is unknown: 404', async () => {
    expect((await put(randomUUID(), { pgic: 2 })).status).toBe(404);
  });

  it('that was amended: it is recorded for the newest version, whichever is named', async () => {
    const courseId = await started(service.neurologist);
    const id = await logged(service.neurologist, courseId, { performedOn: '2026-08-03' });
    await signs(service.neurologist, id);
    const injections = [{ muscle: 'trapezius', side: 'left', units: 60 }];
    const amended = await service.neurologist.post(`/sessions/${id}/amend`, {
      performedOn: '2026-08-10',
      product: 'ona',
      injections,
      reason: 'the day was wrong',
    });
    expect(await put(id, { onsetOn: '2026-08-05' })).toMatchObject({ status: 400 });
    expect(await put(id, { onsetOn: '2026-08-12' })).toMatchObject({
      status: 200,
      body: { sessionId: amended.body.id },
    });
  });
});
