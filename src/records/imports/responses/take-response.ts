import { In, IsNull, type EntityManager } from 'typeorm';
import { Course } from '../../courses/course.entity';
import { MeasurementRow } from '../../responses/measurement.entity';
import { refuseUnfitResponse } from '../../responses/response-shape';
import { Response } from '../../responses/response.entity';
import { measurementRow, saveResponses, type ResponseToSave } from '../../responses/save-response';
import { Session } from '../../sessions/session.entity';
import { ImportedResponseDto } from '../rows/imported-rows.dto';
import { listedBy } from '../rows/listed-by';
import { patientOf } from '../rows/known-patients';
import { refusalOf } from '../rows/shape-row';
import { refusedBy, writeAll } from '../rows/taking/take-each';
import type { RowProblem, Taken, TakenBy, Taker, Together } from '../rows/taking/taken';
import { courseOfDay } from '../sessions/course-of-day';
import { RESPONSE_FIELDS, responseOfRows, type ReadMeasurement } from './response-of-rows';
import { sessionOfDay } from './session-of-day';
import { whatIsNew, type NewOfResponse, type StandingFields, type StandingMeasurement } from './what-is-new';

/** The rows of a file that are about one session, as its response: what the record lacks is added, nothing is replaced. */
export const RESPONSES: Taker<ImportedResponseDto> = {
  dto: ImportedResponseDto,
  belongsTo: ({ mrn, indication, side, performedOn }) => ({
    mrn,
    performedOn,
    key: [performedOn, mrn, indication, side ?? ''].map(String).join(' '),
  }),
  async take(tx, all, by) {
    const patientIds = all.flatMap(([{ mrn }]) => by.patients.get(mrn)?.id ?? []);
    const known = await readKnown(tx, [...new Set(patientIds)]);
    const taken: Taken[] = [];
    const waiting = new Map<string, Waiting>();
    all.forEach((rows, place) => {
      try {
        const decided = decide(rows, known, by);
        taken.push(decided.taken);
        if (decided.response) wait(waiting, known, { response: decided.response, places: [place] });
      } catch (error) {
        taken.push(refusedBy(error));
      }
    });
    const save = (savepoint: EntityManager, some: readonly Waiting[]) =>
      saveResponses(
        savepoint,
        some.map(({ response }) => response),
      );
    await writeAll(tx, [...waiting.values()], save, ({ places }, refused) => {
      for (const place of places) taken[place] = refused;
    });
    return taken;
  },
};

interface Waiting {
  readonly response: ResponseToSave;
  readonly places: readonly number[];
}

/** With a side in one row and none in another, a file may speak of one session twice: the second adds to the first. */
function wait(waiting: Map<string, Waiting>, known: Known, { response, places }: Waiting): void {
  const { sessionId, before, dto } = response;
  const first = waiting.get(sessionId);
  const given = dto.measurements ?? [];
  const measurements = [...(first?.response.dto.measurements ?? []), ...given];
  const all = { ...first?.response.dto, ...dto, ...(measurements.length > 0 && { measurements }) };
  waiting.set(sessionId, {
    response: { sessionId, before, dto: all },
    places: [...(first?.places ?? []), ...places],
  });
  const { measurements: _, ...fields } = dto;
  known.fields.set(sessionId, { ...NOTHING, ...known.fields.get(sessionId), ...fields });
  const rows = given.map((measurement) => measurementRow(sessionId, measurement));
  known.measurements.set(sessionId, [...(known.measurements.get(sessionId) ?? []), ...rows]);
}

const NOTHING = Object.fromEntries(RESPONSE_FIELDS.map((field) => [field, null])) as StandingFields;

interface Known {
  readonly courses: ReadonlyMap<string, readonly Course[]>;
  readonly sessions: ReadonlyMap<string, readonly (Session & { readonly isPart: boolean })[]>;
  readonly stored: ReadonlyMap<string, Response>;
  /** The same with what is taken of the file. */
  readonly fields: Map<string, StandingFields>;
  readonly measurements: Map<string, readonly StandingMeasurement[]>;
}

async function readKnown(tx: EntityManager, patientIds: readonly string[]): Promise<Known> {
  const courses = await tx.findBy(Course, { patientId: In([...patientIds]) });
  const courseId = In(courses.map(({ id }) => id));
  const sessions = await tx.findBy(Session, { courseId, voidedAt: IsNull(), replacedAt: IsNull() });
  const sessionId = In(sessions.map(({ rootId }) => rootId));
  const responses = await tx.findBy(Response, { sessionId });
  const measurements = await tx.findBy(MeasurementRow, { sessionId });
  const parted = sessions.map((session) => ({ ...session, isPart: session.continuesId !== null }));
  return {
    courses: listedBy(courses, ({ patientId }) => patientId),
    sessions: listedBy(parted, (session) => session.courseId),
    stored: new Map(responses.map((response) => [response.sessionId, response])),
    fields: new Map(responses.map((response) => [response.sessionId, response])),
    measurements: listedBy(measurements, (measurement) => measurement.sessionId),
  };
}

interface Decided {
  readonly taken: Taken;
  readonly response?: ResponseToSave;
}

function decide(rows: Together<ImportedResponseDto>, known: Known, { patients, clinic }: TakenBy): Decided {
  const [{ mrn, indication, side, performedOn }] = rows;
  const { id: patientId } = patientOf(patients, mrn);
  const read = responseOfRows(rows);
  if ('problems' in read) return { taken: { outcome: 'refused', problems: read.problems } };
  const course = courseOfDay(known.courses.get(patientId) ?? [], { indication, side, performedOn });
  const { rootId } = sessionOfDay(known.sessions.get(course.id) ?? [], performedOn);
  const standing = known.fields.get(rootId) ?? null;
  const added = whatIsNew(read, { fields: standing, measurements: known.measurements.get(rootId) ?? [] });
  if (added.differing.length > 0) return { taken: refusedAsOther(added, patientId, performedOn) };
  const { fields, measurements } = added;
  if (Object.keys(fields).length === 0 && measurements.length === 0) return { taken: { outcome: 'same' } };
  const dto = { ...fields, ...(measurements.length > 0 && { measurements: measurements.map(sent) }) };
  const refused = unfit({ ...standing, ...dto }, dto, measurements, { performedOn, today: clinic.today });
  if (refused) return { taken: refused };
  return {
    taken: { outcome: 'new', notes: [], changedPatientId: patientId },
    response: { sessionId: rootId, before: known.stored.get(rootId) ?? null, dto },
  };
}

type Days = Parameters<typeof refuseUnfitResponse>;

function unfit(
  merged: Days[0],
  dto: ResponseToSave['dto'],
  measurements: readonly ReadMeasurement[],
  { performedOn, today }: { readonly performedOn: Days[2]; readonly today: Days[3] },
): Taken | undefined {
  try {
    refuseUnfitResponse(merged, dto, performedOn, today);
    return undefined;
  } catch (error) {
    const problems = refusalOf(error).map((problem) => ofItsRow(problem, measurements));
    return { outcome: 'refused', problems };
  }
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
