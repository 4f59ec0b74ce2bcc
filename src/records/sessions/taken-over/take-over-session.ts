import type { Finding } from '../../../clinical/finding';
import { takenOver } from '../../../clinical/session-check/corrections/taken-over';
import type { Clinic } from '../../../platform/clinic';
import type { AnswersTo } from '../../../platform/database/read-together';
import { shapeProblem } from '../../../platform/http/problem';
import type { JudgedPatient } from '../../patients/lock-patient';
import { judgedBy } from '../judging/judge-session';
import { contextFrom, type CONTEXT, type JudgedCourse } from '../judging/session-context.query';
import type { NewSession } from '../session-rows';
import type { Session } from '../session.entity';
import type { SessionContent } from '../standing-session.query';

export interface SessionToTakeOver {
  readonly id: string;
  readonly content: Omit<SessionContent, 'confirmed'>;
  readonly note: string | null;
  readonly injectorId: string;
  readonly continued: Session | null;
}

interface Around {
  readonly patient: JudgedPatient;
  readonly course: JudgedCourse;
  readonly found: AnswersTo<typeof CONTEXT>;
}

/**
 * A session that stands in another record, as it is to be written: with what the check would have said as its notes. `told` is
 * the same in the check's own words.
 *
 * @throws Problem 400 for one that cannot have been given on its day.
 */
export function takeOverSession(
  { id, content, note, injectorId, continued }: SessionToTakeOver,
  { patient, course, found }: Around,
  clinic: Clinic,
): { readonly session: NewSession; readonly told: readonly Finding[] } {
  // A course that is over by now was not when the session was given.
  const of = { patient, course: { ...course, endedOn: null }, continued };
  // It names no vial of the stock.
  const known = { context: contextFrom(found, content, of, clinic), ofStock: [] };
  const { findings } = judgedBy(content, known, clinic);
  const { impossible, notes, told } = takenOver(findings, clinic.today);
  if (impossible.length > 0)
    throw shapeProblem(impossible.map(({ code, message }) => ({ pointer: '/performedOn', code, message })));
  const session: NewSession = {
    ...content,
    id,
    rootId: id,
    courseId: course.id,
    injectorId,
    note,
    findings: [...notes],
    continuesId: continued?.rootId ?? null,
    begun: { protocolId: null, protocolVersion: null },
    origin: 'import',
  };
  return { session, told };
}
