import { IsNull, type EntityManager } from 'typeorm';
import { Course } from '../../courses/course.entity';
import { MeasurementRow } from '../../responses/measurement.entity';
import { refuseUnfitResponse } from '../../responses/response-shape';
import { Response } from '../../responses/response.entity';
import { saveResponse } from '../../responses/save-response';
import { Session } from '../../sessions/session.entity';
import { ImportedResponseDto } from '../rows/imported-rows.dto';
import { patientOf } from '../rows/known-patients';
import { refusalOf } from '../rows/shape-row';
import type { RowProblem, Taken, Taker } from '../rows/taking/taken';
import { courseOfDay } from '../sessions/course-of-day';
import { responseOfRows, type ReadMeasurement } from './response-of-rows';
import { sessionOfDay } from './session-of-day';
import { whatIsNew, type NewOfResponse } from './what-is-new';

/** The rows of a file that are about one session, as its response: what the record lacks is added, nothing is replaced. */
export const RESPONSES: Taker<ImportedResponseDto> = {
  dto: ImportedResponseDto,
  belongsTo: ({ mrn, indication, side, performedOn }) => ({
    mrn,
    performedOn,
    key: [performedOn, mrn, indication, side ?? ''].map(String).join(' '),
  }),
  async take(tx, rows, { patients, clinic }) {
    const [{ mrn, indication, side, performedOn }] = rows;
    const patient = patientOf(patients, mrn);
    const read = responseOfRows(rows);
    if ('problems' in read) return { outcome: 'refused', problems: read.problems };
    const courses = await tx.findBy(Course, { patientId: patient.id });
    const course = courseOfDay(courses, { indication, side, performedOn });
    const { rootId } = sessionOfDay(await sessionsOf(tx, course.id), performedOn);
    const before = await tx.findOneBy(Response, { sessionId: rootId });
    const measured = await tx.findBy(MeasurementRow, { sessionId: rootId });
    const added = whatIsNew(read, { fields: before, measurements: measured });
    if (added.differing.length > 0) return refusedAsOther(added, patient.id, performedOn);
    const { fields, measurements } = added;
    if (Object.keys(fields).length === 0 && measurements.length === 0) return { outcome: 'same' };
    const dto = { ...fields, ...(measurements.length > 0 && { measurements: measurements.map(sent) }) };
    try {
      refuseUnfitResponse({ ...before, ...dto }, dto, performedOn, clinic.today);
    } catch (error) {
      return {
        outcome: 'refused',
        problems: refusalOf(error).map((problem) => ofItsRow(problem, measurements)),
      };
    }
    await saveResponse(tx, rootId, before, dto);
    return { outcome: 'new', notes: [], changedPatientId: patient.id };
  },
};

async function sessionsOf(tx: EntityManager, courseId: string) {
  const standing = { courseId, voidedAt: IsNull(), replacedAt: IsNull() };
  const sessions = await tx.findBy(Session, standing);
  return sessions.map((session) => ({ ...session, isPart: session.continuesId !== null }));
}

function refusedAsOther(
  { differing }: Pick<NewOfResponse, 'differing'>,
  patientId: string,
  performedOn: string,
): Taken {
  const problems = differing.map(({ field, place }) => ({
    place,
    pointer: `/${field}`,
    message: `The response of the session of ${performedOn} is on record with another ${field}. Correct it there, or this cell`,
    patientId,
  }));
  return { outcome: 'refused', problems };
}

function sent({ place: _place, ...measurement }: ReadMeasurement) {
  return measurement;
}

/** `/measurements/1/value` is the cell of the row in which that measurement stands. */
function ofItsRow(problem: RowProblem, measurements: readonly ReadMeasurement[]): RowProblem {
  const [, at, field] = /^\/measurements\/(\d+)(\/\w+)/.exec(problem.pointer ?? '') ?? [];
  if (at === undefined || field === undefined) return problem;
  return { ...problem, place: measurements[Number(at)]!.place, pointer: field };
}
