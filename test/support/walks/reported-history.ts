import type { startReportingApp } from '../server/reporting-app';

/**
 * One patient whose history gives every report a row: an amended session with response, measurements and a side effect, a
 * later one with another product, and one taken back. Answers everything that no report may show.
 */
export async function reportedHistory(app: Awaited<ReturnType<typeof startReportingApp>>): Promise<string[]> {
  const { patientId, courseId } = await app.aCourse({ birthDate: '1930-06-15' });
  const wrong = await app.aSession(courseId, app.injectorId, { performedOn: '2026-01-05', signed: true });
  await app.write((tx) =>
    tx.query('update injection_session set replaced_at = now() where id = $1', [wrong]),
  );
  const amended = await app.aSession(courseId, app.injectorId, {
    performedOn: '2026-01-06',
    units: [60, 40.5],
    lots: ['=1+1', 'C77'],
    rootId: wrong,
    replacesId: wrong,
    signed: true,
  });
  await app.aResponse(wrong, { onsetOn: '2026-01-10', woreOffOn: '2026-03-31', improvementPct: -12.5 });
  await app.anAdverseEvent(wrong, '2026-01-08');
  const last = await app.aSession(courseId, app.injectorId, { performedOn: '2026-04-06', product: 'abo' });
  const taken = await app.aSession(courseId, app.injectorId, { performedOn: '2026-05-04' });
  await app.aResponse(taken, { improvementPct: 50 });
  await app.write(async (tx) => {
    await tx.query(
      `insert into measurement values ($1, 'mas', 'peak', '1+', '2026-02-02'), ($1, 'tsui', 'peak', '7', '2026-02-02')`,
      [wrong],
    );
    await tx.query(
      `update injection_session set voided_at = now(), voided_by = $2, void_reason = 'wrong chart' where id = $1`,
      [taken, app.injectorId],
    );
    await tx.query(
      `insert into course_assessment (course_id, patient_id, indication, listed, injector_id, anchor_on, earliest_on, due_on,
        last_on_time_on, overdue_from, book_on, basis, hold_until_on, cover, rules_version)
        values ($1, $2, 'cervical_dystonia', true, $3, '2026-04-06', '2026-06-29', '2026-06-29', '2026-07-26', '2026-07-27',
          '2026-06-29', 'usual-interval', '2026-06-20', '[]', '1')`,
      [courseId, patientId, app.injectorId],
    );
    await tx.query(
      `insert into review_flag (id, course_id, tier, cause, status, shown, opens_on, content, rules_version)
        values (gen_random_uuid(), $1, 'watch', 'loss', 'open', true, '2026-03-31', '{}', '1')`,
      [courseId],
    );
    await tx.query(
      `insert into prior_authorization (id, patient_id, payer, product, number, starts_on, ends_on)
        values (gen_random_uuid(), $1, 'Acme', 'ona', 'UTN-77', '2026-01-01', '2026-12-31')`,
      [patientId],
    );
    await tx.query(
      `with l as (
          insert into lot (id, product, lot_number, expires_on, vial_units, supplier, arrived_on, version)
            values (gen_random_uuid(), 'ona', 'C78', '2027-06-30', 200, 'clinic', '2026-01-05', 1) returning id),
        v as (insert into vial (id, lot_id, version) select gen_random_uuid(), id, 1 from l returning id)
        insert into vial_movement (vial_id, from_account, to_account, units, moved_by) select id, 'supply', 'vial', 200, $1 from v`,
      [app.injectorId],
    );
    await tx.query(
      `insert into appointment (id, course_id, starts_at) values (gen_random_uuid(), $1, '2026-06-30T03:30:00Z')`,
      [courseId],
    );
  });
  return [
    'Muster',
    'Erika',
    'MRN-',
    '1930-06-15',
    '555 0100',
    'a note',
    'wrong dose',
    'wrong chart',
    'Acme',
    'UTN-77',
  ].concat([patientId, courseId, wrong, amended, last, taken, app.injectorId]);
}
