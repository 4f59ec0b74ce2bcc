import type { EntityManager } from 'typeorm';
import { Problem } from '../../platform/http/problem';
import type { Clinic } from '../../platform/clinic';
import type { PlainDate } from '../../clinical/calendar';
import { together, type AnswersTo } from '../../platform/database/read-together';
import { CourseAssessmentRow } from '../assessment/course-assessment.entity';
import type { StoredCourse, StoredSession } from '../assessment/course-history.query';
import { assessAll, ASSESSED_BESIDE, ASSESSED_FROM, assessedValues } from '../assessment/reassess-course';
import { saveAssessed } from '../assessment/save-assessed';
import { withSession } from '../assessment/stored-sessions';
import { attendBy, bookedTooEarly, type Arrived } from '../scheduling/end-arrangements';
import { alsoChanged, stillBooked } from './also-changed';
import { findSession, SESSION_BY_ID, sessionView, type SessionRow } from './session-view.query';
import type { SavedSessionView, SessionView } from './sessions.dto';

/** A session as a write leaves it. */
interface Settling {
  /** The version that is answered. */
  readonly id: string;
  readonly patientId: string;
  readonly courseId: string;
  /** What it was arranged for or is to be brought to; null: the session stands as it did. */
  readonly stands: Stands | null;
  /** Where it is new: its row, the first version of what it continues, and what was read before it. */
  readonly added?: Added;
}

interface Added {
  readonly row: SessionRow;
  /** The patient's courses. */
  readonly to: readonly StoredCourse[];
  readonly beside: AnswersTo<typeof ASSESSED_BESIDE>;
  readonly continuesId: string | null;
}

interface Stands {
  /** Nothing was arranged for it before. */
  readonly isNew?: boolean;
  /** False: no appointment of the course is booked. */
  readonly isBooked?: boolean;
  readonly rootId: string;
  /** None once it is void. */
  readonly performedOn: PlainDate | null;
}

const NOBODY_ARRIVED: Arrived = { attended: 0, openAgainOn: [] };

/**
 * Derives the patient's courses again, and brings what was arranged for a session to the day on which it stands now. Answers
 * the session to whoever saved it, with what else has changed.
 */
export async function settle(
  tx: EntityManager,
  { id, patientId, courseId, stands, added }: Settling,
  clinic: Clinic,
): Promise<SavedSessionView> {
  const arrived = stands && (await arrive(tx, { ...stands, courseId }, clinic.zone));
  const patientIds = [patientId];
  const { session, ...found } = await readSettled(tx, { id, added }, patientIds);
  const assessed = await saveAssessed(tx, assessAll(patientIds, found, clinic));
  const { stored, row } = assessed.find((course) => course.row.courseId === courseId)!;
  const tooEarlyOn = stands ? await leftBooked(tx, { ...stands, courseId }, row.earliestOn, clinic.zone) : [];
  const also = arrived
    ? alsoChanged(stored!, row, { ...arrived, tooEarlyOn, performedOn: stands.performedOn })
    : [];
  const { patientId: _patientId, ...view } = sessionView(session[0]!);
  return answered(view, row, also);
}

function answered(
  view: SessionView,
  { dueOn }: Pick<CourseAssessmentRow, 'dueOn'>,
  also: string[],
): SavedSessionView {
  return { ...view, nextDueOn: dueOn, ...(also.length > 0 && { alsoChanged: also }) };
}

/** Of a new session all was read to judge it by, but for what it has used of an authorization. */
async function readSettled(
  tx: EntityManager,
  { id, added }: Pick<Settling, 'id' | 'added'>,
  patientIds: readonly string[],
): Promise<AnswersTo<typeof SETTLED>> {
  if (!added) return readAll(tx, { ...assessedValues(patientIds), session: [id] });
  const { row, beside } = added;
  const courses = withSession(added.to, row.courseId, storedSession(row, added.continuesId));
  if (beside.authorizations.length === 0) return { ...beside, courses, session: [row] };
  return { ...beside, ...(await readUsed(tx, { authorizations: [patientIds] })), courses, session: [row] };
}

const SETTLED = { ...ASSESSED_FROM, session: SESSION_BY_ID };
const readAll = together(SETTLED);
const readUsed = together({ authorizations: ASSESSED_BESIDE.authorizations });

/** A new session as the history will have it. */
export function storedSession(row: SessionRow, continuesId: string | null): StoredSession {
  const { id, performedOn, product, injectorId, version, injections, findings } = row;
  return {
    sessionId: id,
    rootId: id,
    continuesId,
    performedOn,
    recordedAt: new Date(row.createdAt).toISOString(),
    product,
    injectorId,
    unsigned: row.origin === 'logged',
    version,
    muscles: injections.map(({ muscle }) => muscle),
    sides: injections.map(({ side }) => side),
    units: injections.map(({ units }) => units),
    guidance: injections.map(({ guidance }) => guidance),
    saidAdult: findings.some(({ code, severity }) => code === 'age-unknown' && severity === 'confirm'),
    response: null,
    adverseEvents: [],
  };
}

async function arrive(
  tx: EntityManager,
  { isBooked, ...stands }: Stands & { readonly courseId: string },
  zone: string,
): Promise<Arrived> {
  return isBooked === false ? NOBODY_ARRIVED : attendBy(tx, stands, zone);
}

/** A booking that is too early now may be for something else: it stays, and is named. */
async function leftBooked(
  tx: EntityManager,
  {
    isBooked,
    performedOn,
    courseId,
  }: Pick<Stands, 'isBooked' | 'performedOn'> & { readonly courseId: string },
  earliestOn: PlainDate | null,
  zone: string,
): Promise<PlainDate[]> {
  if (isBooked === false || performedOn === null || earliestOn === null) return [];
  return bookedTooEarly(tx, courseId, { performedOn, earliestOn, zone });
}

/** The answer to whoever saved it before. */
export async function savedBefore(
  tx: EntityManager,
  id: string,
  { zone }: Pick<Clinic, 'zone'>,
): Promise<SavedSessionView> {
  const session = await findSession(tx, id);
  if (!session) throw new Problem('not-found', 'No such session.');
  const { patientId: _patientId, ...view } = session;
  const { courseId, voidedAt } = view;
  const row = await tx.findOneByOrFail(CourseAssessmentRow, { courseId });
  const stands = { courseId, performedOn: voidedAt === null ? view.performedOn : null };
  const also = stillBooked(await leftBooked(tx, stands, row.earliestOn, zone), row);
  return answered(view, row, also);
}
