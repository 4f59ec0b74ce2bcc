import { startApp, type TestApp } from '../support/app';
import { logged, registered, seen, started } from '../support/builders';
import { importing as imports } from '../support/patients/importing';
import { writtenCounts } from '../support/server/table-counts';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const importing = (query: string, file: string) => imports(service, query, file);
const sessionsOf = async (courseId: string) =>
  (await service.neurologist.get(`/courses/${courseId}/sessions`)).body.items;
const courseOf = async (courseId: string) => (await service.neurologist.get(`/courses/${courseId}`)).body;

/** What follows from a course's history. */
const followsOf = ({ forecast, dueStatus, antibodyRisk, effectWindow, trend }: Record<string, unknown>) => ({
  forecast,
  dueStatus,
  antibodyRisk,
  effectWindow,
  trend,
});

let count = 0;
/** A patient with a course for a stiff neck. */
async function neck(
  given: Record<string, unknown> = {},
): Promise<{ mrn: string; courseId: string; patientId: string }> {
  const mrn = `IS-${(count += 1)}`;
  const patientId = await registered(service.scheduler, { mrn, ...given });
  return { mrn, patientId, courseId: await started(service.neurologist, { patientId }) };
}

const HEADER = 'mrn,indication,performedOn,product,muscle,injectionSide,units,sites,guidance';
const session = (mrn: string, day: string, product = 'Botox'): string =>
  [
    `${mrn},cervical dystonia,${day},${product},splenius capitis,right,80,3,emg`,
    `${mrn},cervical dystonia,${day},${product},trapezius,right,50,,`,
  ].join('\n');
const fileOf = (...sessions: string[]): string => [HEADER, ...sessions, ''].join('\n');

describe('a file of sessions', () => {
  it('a dry run says what would happen and writes nothing of it', async () => {
    const { mrn, courseId } = await neck();
    const dry = await importing('kind=sessions&dryRun=true', fileOf(session(mrn, '2026-08-03')));
    expect(dry).toMatchObject({
      status: 201,
      body: { state: 'done', dryRun: true, rows: { total: 2, new: 2, same: 0, refused: 0 }, problems: [] },
    });
    expect(await sessionsOf(courseId)).toEqual([]);
  });

  it('is history from the first day: due day, interval and sums; the same file again changes nothing', async () => {
    const { mrn, courseId } = await neck();
    const file = fileOf(session(mrn, '2026-08-03'), session(mrn, '2026-05-04'));
    const first = await importing('kind=sessions', file);
    expect(first.body).toMatchObject({
      rows: { total: 4, new: 4, same: 0, refused: 0 },
      problems: [],
      notes: [],
    });
    const [latest, earliest] = await sessionsOf(courseId);
    expect(latest).toMatchObject({
      performedOn: '2026-08-03',
      product: 'ona',
      totalUnits: 130,
      origin: 'import',
      signedAt: null,
      signedBy: null,
      injectorId: service.neurologist.userId,
      findings: [],
      injections: [
        { muscle: 'splenius_capitis', side: 'right', units: 80, sites: 3, guidance: 'emg' },
        { muscle: 'trapezius', side: 'right', units: 50, sites: null, guidance: null },
      ],
    });
    expect(earliest).toMatchObject({ performedOn: '2026-05-04' });
    const course = await courseOf(courseId);
    const byHand = await neck();
    await logged(service.neurologist, byHand.courseId, { performedOn: '2026-05-04' });
    await logged(service.neurologist, byHand.courseId, { performedOn: '2026-08-03' });
    expect(followsOf(course)).toEqual(followsOf(await courseOf(byHand.courseId)));
    expect(course.forecast).toMatchObject({ anchorOn: '2026-08-03' });
    const before = await writtenCounts(service.work.db);
    const again = await importing('kind=sessions', file);
    expect(again.body).toMatchObject({ rows: { total: 4, new: 0, same: 4, refused: 0 }, problems: [] });
    const after = await writtenCounts(service.work.db);
    expect(after).toEqual({
      ...before,
      import_file: before['import_file']! + 1,
      audit_entry: after['audit_entry'],
    });
  });

  it('waits for nobody’s signature, unlike one that is logged', async () => {
    const imported = await neck();
    const byHand = await neck();
    await importing('kind=sessions', fileOf(session(imported.mrn, '2026-08-03')));
    const id = await logged(service.neurologist, byHand.courseId);
    const [{ id: importedId }] = await sessionsOf(imported.courseId);
    const { body } = await service.neurologist.get('/worklists/unsigned');
    const waiting = body.items.map(({ sessionId }: { sessionId: string }) => sessionId);
    expect(waiting).toContain(id);
    expect(waiting).not.toContain(importedId);
    expect((await service.neurologist.get(`/sessions/${id}`)).body).toMatchObject({ origin: 'logged' });
  });

  it('what the check would have said is kept as notes and blocks nothing', async () => {
    const { mrn, courseId } = await neck();
    const { body } = await importing(
      'kind=sessions',
      fileOf(session(mrn, '2026-08-03'), session(mrn, '2026-08-24')),
    );
    expect(body).toMatchObject({
      rows: { new: 4, refused: 0 },
      notes: [expect.stringMatching(/^Row 4 is taken over with what the check would have said.*: S02$/)],
    });
    const [{ findings, note }] = await sessionsOf(courseId);
    expect(note).toBeNull();
    expect(findings).toMatchObject([
      {
        code: 'S02',
        severity: 'note',
        message: expect.stringMatching(/^Taken over from another record on 2026-11-23; the check would have/),
      },
    ]);
  });

  it('that nobody knows the age of a patient is no answer to it: the next session asks', async () => {
    const { mrn, courseId } = await neck({ birthDate: null });
    await importing('kind=sessions', fileOf(session(mrn, '2026-05-04')));
    const [{ findings }] = await sessionsOf(courseId);
    expect(findings).toMatchObject([{ code: 'age-unknown', severity: 'note' }]);
    const { body } = await service.neurologist.post('/sessions/check', {
      courseId,
      performedOn: '2026-11-23',
      product: 'ona',
      injections: [{ muscle: 'trapezius', side: 'right', units: 50 }],
    });
    expect(body.findings).toContainEqual(
      expect.objectContaining({ code: 'age-unknown', severity: 'confirm' }),
    );
  });

  it.each`
    given                           | day             | column           | message
    ${{}}                           | ${'2026-11-24'} | ${'performedOn'} | ${'has not come yet'}
    ${{ birthDate: '1968-04-12' }}  | ${'1968-04-11'} | ${'performedOn'} | ${'before the patient was born'}
    ${{ deceasedOn: '2026-08-02' }} | ${'2026-08-03'} | ${'performedOn'} | ${'died on 2026-08-02'}
  `('a session of $day is refused: $message', async ({ given, day, column, message }) => {
    const { deceasedOn, ...patient } = given as { deceasedOn?: string };
    const { mrn, patientId, courseId } = await neck(patient);
    if (deceasedOn) await service.scheduler.patch(`/patients/${patientId}`, 1, { deceasedOn });
    const { body } = await importing('kind=sessions', fileOf(session(mrn, day)));
    expect(body).toMatchObject({
      rows: { new: 0, refused: 2 },
      problems: [
        { row: 2, column, message: expect.stringContaining(message) },
        { row: 3, column: null, message: expect.stringContaining('row 2') },
      ],
    });
    expect(await sessionsOf(courseId)).toEqual([]);
  });

  it('who has died since, and a course that is over, have their history', async () => {
    const { mrn, patientId, courseId } = await neck();
    await service.scheduler.patch(`/patients/${patientId}`, 1, { deceasedOn: '2026-10-01' });
    const { body } = await importing('kind=sessions', fileOf(session(mrn, '2026-08-03')));
    expect(body).toMatchObject({ rows: { new: 2, refused: 0 }, notes: [] });
    expect(await sessionsOf(courseId)).toMatchObject([{ totalUnits: 130, findings: [] }]);
  });

  it('refuses what it cannot place, with what to do', async () => {
    const { mrn } = await neck();
    const rows = [
      'NOBODY,cervical_dystonia,2026-08-03,ona,trapezius,left,50,,',
      `${mrn},blepharospasm,2026-08-03,ona,orbicularis_oculi,left,20,,`,
      `${mrn},cervical_dystonia,2026-08-04,ona,elbow,left,50,,`,
    ];
    const { body } = await importing('kind=sessions', fileOf(...rows));
    expect(body.rows).toMatchObject({ new: 0, refused: 3 });
    expect(body.problems).toMatchObject([
      { row: 2, column: 'mrn', message: expect.stringContaining('import the patients first') },
      { row: 3, column: 'indication', message: expect.stringContaining('import the courses first') },
      { row: 4, column: 'muscle', message: expect.stringContaining('/catalog/muscles') },
    ]);
  });

  it('a total alone says what to do; the total of one muscle is its units', async () => {
    const { mrn, courseId } = await neck();
    const header = 'mrn,indication,performedOn,product,muscle,injectionSide,units,totalUnits';
    const { body } = await importing(
      'kind=sessions',
      `${header}\n${mrn},cervical_dystonia,2026-05-04,ona,,,,150\n${mrn},cervical_dystonia,2026-08-03,ona,trapezius,left,,60\n`,
    );
    expect(body).toMatchObject({
      rows: { new: 1, refused: 1 },
      problems: [{ row: 2, column: 'totalUnits', message: expect.stringContaining('external-doses') }],
    });
    expect(await sessionsOf(courseId)).toMatchObject([{ performedOn: '2026-08-03', totalUnits: 60 }]);
  });

  it('another session of a day on record is refused; one that was voided does not come back', async () => {
    const { mrn, courseId } = await neck();
    const file = fileOf(session(mrn, '2026-08-03'));
    await importing('kind=sessions', file);
    const other = await importing('kind=sessions', file.replace(',50,', ',55,'));
    expect(other.body).toMatchObject({
      rows: { new: 0, same: 0, refused: 2 },
      problems: [{ row: 2, column: 'units', message: expect.stringContaining('another units') }, { row: 3 }],
    });
    const [{ id, version }] = await sessionsOf(courseId);
    const voided = await service.neurologist.post(
      `/sessions/${id}/void`,
      { reason: 'of another patient' },
      seen(version),
    );
    expect(voided.status).toBe(200);
    expect((await importing('kind=sessions', file)).body).toMatchObject({
      rows: { new: 0, same: 2, refused: 0 },
    });
    expect(await sessionsOf(courseId)).toEqual([]);
  });

  it('one that touches up another names its day, and is one treatment with it', async () => {
    const { mrn, courseId } = await neck();
    const header = `${HEADER},continuesOn`;
    const row = (day: string, of: string) => `${mrn},cervical_dystonia,${day},ona,trapezius,right,50,,,${of}`;
    const { body } = await importing(
      'kind=sessions',
      [
        header,
        row('2026-08-17', '2026-08-03'),
        row('2026-08-03', ''),
        row('2026-06-01', '2026-05-31'),
        '',
      ].join('\n'),
    );
    expect(body).toMatchObject({
      rows: { new: 2, refused: 1 },
      problems: [
        { row: 4, column: 'continuesOn', message: expect.stringContaining('no session of 2026-05-31') },
      ],
    });
    const [part, first] = await sessionsOf(courseId);
    expect(part).toMatchObject({ performedOn: '2026-08-17', continuesId: first.id });
  });
});
