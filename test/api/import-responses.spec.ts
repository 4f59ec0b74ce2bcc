import { startApp, type TestApp } from '../support/app';
import { logged, registered, started } from '../support/builders';
import { importing as imports } from '../support/patients/importing';
import { writtenCounts } from '../support/server/table-counts';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const importing = (query: string, file: string) => imports(service, query, file);
const responseOf = async (sessionId: string) =>
  (await service.neurologist.get(`/sessions/${sessionId}/response`)).body;

let count = 0;
async function treated(): Promise<{ mrn: string; courseId: string; sessionId: string }> {
  const mrn = `IR-${(count += 1)}`;
  const patientId = await registered(service.scheduler, { mrn });
  const courseId = await started(service.neurologist, { patientId });
  return { mrn, courseId, sessionId: await logged(service.neurologist, courseId) };
}

/** What follows from a course's history. */
const followsOf = ({ forecast, dueStatus, antibodyRisk, effectWindow, trend }: Record<string, unknown>) => ({
  forecast,
  dueStatus,
  antibodyRisk,
  effectWindow,
  trend,
});

const HEADER =
  'mrn,indication,performedOn,assessedOn,woreOffOn,improvementPct,pgic,peakEffect,scale,phase,value,measuredOn';
const fileOf = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');
const START = (mrn: string): string => `${mrn},Cervical dystonia,2026-08-03`;

describe('a file of responses', () => {
  it('is on record with its measurements, a row each; the same file again changes nothing', async () => {
    const { mrn, courseId, sessionId } = await treated();
    const file = fileOf(
      `${START(mrn)},2026-09-07,2026-10-26,70,2,3,twstrs_total,cycle-start,45,2026-08-03`,
      `${START(mrn)},,,,,,twstrs_total,peak,"22,5",2026-09-07`,
    );
    const dry = await importing('kind=responses&dryRun=true', file);
    expect(dry).toMatchObject({ status: 201, body: { rows: { total: 2, new: 2, same: 0, refused: 0 } } });
    const first = await importing('kind=responses', file);
    expect(first.body).toMatchObject({ rows: { total: 2, new: 2, same: 0, refused: 0 }, problems: [] });
    expect(await responseOf(sessionId)).toMatchObject({
      assessedOn: '2026-09-07',
      woreOffOn: '2026-10-26',
      improvementPct: 70,
      pgic: 2,
      peakEffect: 3,
      version: 1,
      measurements: [
        { scale: 'twstrs_total', phase: 'cycle-start', value: 45, measuredOn: '2026-08-03' },
        { scale: 'twstrs_total', phase: 'peak', value: 22.5, measuredOn: '2026-09-07' },
      ],
    });
    const { body: course } = await service.neurologist.get(`/courses/${courseId}`);
    const byHand = await treated();
    await service.neurologist.put(`/sessions/${byHand.sessionId}/response`, {
      assessedOn: '2026-09-07',
      woreOffOn: '2026-10-26',
      improvementPct: 70,
      pgic: 2,
      peakEffect: 3,
      measurements: [
        { scale: 'twstrs_total', phase: 'cycle-start', value: 45, measuredOn: '2026-08-03' },
        { scale: 'twstrs_total', phase: 'peak', value: 22.5, measuredOn: '2026-09-07' },
      ],
    });
    const { body: same } = await service.neurologist.get(`/courses/${byHand.courseId}`);
    expect(followsOf(course)).toEqual(followsOf(same));
    expect(course.effectWindow).toMatchObject({ usableLengths: 1 });
    const before = await writtenCounts(service.work.db);
    const again = await importing('kind=responses', file);
    expect(again.body).toMatchObject({ rows: { new: 0, same: 2, refused: 0 } });
    const after = await writtenCounts(service.work.db);
    expect(after).toEqual({
      ...before,
      import_file: before['import_file']! + 1,
      audit_entry: after['audit_entry'],
    });
  });

  it('adds what the record lacks, and replaces nothing', async () => {
    const { mrn, sessionId } = await treated();
    await service.neurologist.put(`/sessions/${sessionId}/response`, { improvementPct: 60, note: 'Well' });
    const added = await importing('kind=responses', fileOf(`${START(mrn)},,,60,2,,,,,`));
    expect(added.body).toMatchObject({ rows: { new: 1, refused: 0 } });
    expect(await responseOf(sessionId)).toMatchObject({
      improvementPct: 60,
      pgic: 2,
      note: 'Well',
      version: 2,
    });
    const other = await importing('kind=responses', fileOf(`${START(mrn)},,,65,2,,,,,`));
    expect(other.body).toMatchObject({
      rows: { new: 0, refused: 1 },
      problems: [
        { row: 2, column: 'improvementPct', message: expect.stringContaining('another improvementPct') },
      ],
    });
    expect(await responseOf(sessionId)).toMatchObject({ improvementPct: 60, version: 2 });
  });

  it('refuses what does not fit, each in its row and column', async () => {
    const [late, half, lost] = [await treated(), await treated(), await treated()];
    const { body } = await importing(
      'kind=responses',
      fileOf(
        `${START(late.mrn)},2026-08-02,,70,2,,,,,`,
        `${START(half.mrn)},,,,,,twstrs_total,peak,22,2026-09-07`,
        `${START(half.mrn)},,,,,,twstrs_total,cycle-start,99,2026-08-03`,
        `${lost.mrn},cervical_dystonia,2026-08-04,,,70,,,,,,`,
        'NOBODY,cervical_dystonia,2026-08-03,,,70,,,,,,',
      ),
    );
    expect(body).toMatchObject({
      rows: { total: 5, new: 0, refused: 5 },
      problems: [
        { row: 2, column: 'assessedOn', message: expect.stringContaining('before the session') },
        { row: 3, column: null },
        { row: 4, column: 'value', message: expect.stringContaining('0 to 85') },
        { row: 5, column: 'performedOn', message: expect.stringContaining('the nearest is of 2026-08-03') },
        { row: 6, column: 'mrn' },
      ],
    });
  });
});
