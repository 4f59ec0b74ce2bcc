import { randomUUID } from 'node:crypto';
import { IsNull, type EntityManager } from 'typeorm';
import type { PlainDate } from '../../../clinical/calendar';
import type { Finding } from '../../../clinical/finding';
import { malformed } from '../../../platform/http/problem';
import type { Course } from '../../courses/course.entity';
import { BOOKED_OF } from '../../scheduling/scheduling.query';
import { attendBy } from '../../scheduling/end-arrangements';
import { continuedSession } from '../../sessions/judging/continued-session';
import { insertSessions, rowOf, type NewSession } from '../../sessions/session-rows';
import { Session } from '../../sessions/session.entity';
import { storedSession } from '../../sessions/settle-session';
import { takeOverSession } from '../../sessions/taken-over/take-over-session';
import { ImportedSessionDto } from '../rows/imported-rows.dto';
import { patientOf } from '../rows/known-patients';
import { refusedBy, writeAll } from '../rows/taking/take-each';
import { refusedFor, type Taken, type TakenBy, type Taker, type Together } from '../rows/taking/taken';
import { courseOfDay } from './course-of-day';
import { injectorOf } from './injector-of';
import { readKnownSessions, type KnownSessions } from './known-sessions';
import { differencesOf } from './same-session';
import { sessionOfRows } from './session-of-rows';

/** The rows of a file that are one session. A course has one a day; another one of that day is left to a person. */
export const SESSIONS: Taker<ImportedSessionDto> = {
  dto: ImportedSessionDto,
  belongsTo: ({ mrn, indication, side, performedOn }) => ({
    mrn,
    performedOn,
    key: [performedOn, mrn, indication, side ?? ''].map(String).join(' '),
  }),
  async take(tx, all, by) {
    const patientIds = all.flatMap(([{ mrn }]) => by.patients.get(mrn)?.id ?? []);
    const writing = new SessionWriting(tx, await readKnownSessions(tx, [...new Set(patientIds)]), by);
    for (const rows of all) await writing.take(rows);
    await writing.end();
    return writing.taken;
  },
};

/** Decides on one session after the other, each knowing of those before it, and writes them together. */
class SessionWriting {
  readonly taken: Taken[] = [];
  private waiting: { readonly session: NewSession; readonly place: number }[] = [];
  private readonly days = new Map<string, NewSession[]>();

  constructor(
    private readonly tx: EntityManager,
    private readonly known: KnownSessions,
    private readonly by: TakenBy,
  ) {}

  async take(rows: Together<ImportedSessionDto>): Promise<void> {
    // What it continues is looked up where it stands.
    if (rows.some(({ continuesOn }) => continuesOn !== undefined)) await this.write();
    try {
      this.taken.push(await this.decide(rows));
    } catch (error) {
      this.taken.push(refusedBy(error));
    }
  }

  async end(): Promise<void> {
    await this.write();
    const booked = await this.tx.query<{ courseId: string }[]>(BOOKED_OF, [[...this.days.keys()]]);
    for (const { courseId } of booked)
      for (const { rootId, performedOn } of this.days.get(courseId)!)
        await attendBy(this.tx, { courseId, rootId, performedOn, isNew: true }, this.by.clinic.zone);
  }

  private async decide(rows: Together<ImportedSessionDto>): Promise<Taken> {
    const { patients, clinic, colleagues } = this.by;
    const [{ mrn, indication, side, performedOn }] = rows;
    const patient = patientOf(patients, mrn);
    const read = sessionOfRows(rows);
    if ('problems' in read) return { outcome: 'refused', problems: read.problems };
    const course = courseOfDay(this.known.coursesOf(patient.id), { indication, side, performedOn });
    const injectorId = injectorOf(read.injector, colleagues, { performedOn, zone: clinic.zone });
    const standing = this.known.standingOn(course.id, performedOn);
    const compared = standing.map((one) => ({ ...one, fields: differencesOf(read, injectorId, one) }));
    if (compared.some(({ fields }) => fields.length === 0)) return { outcome: 'same' };
    const other = compared.find(({ counts }) => counts);
    if (other) return refusedAsOther(other.fields, patient.id, performedOn);
    const { content, note } = read;
    const continued = await this.continued(course, read.continuesOn, content);
    const toTakeOver = { id: randomUUID(), content, note, injectorId, continued };
    const found = this.known.foundFor(course);
    const { session, told } = takeOverSession(toTakeOver, { patient, course, found }, clinic);
    this.keep(session, { course, continued });
    return {
      outcome: 'new',
      notes: [...read.said, ...noted(told)],
      against: told,
      changedPatientId: patient.id,
    };
  }

  private async continued(
    { id: courseId }: Course,
    continuesOn: PlainDate | undefined,
    content: Pick<Session, 'performedOn' | 'product'>,
  ): Promise<Session | null> {
    const continuesId = await continuedOf(this.tx, courseId, continuesOn);
    return continuedSession(this.tx, continuesId, { ...content, courseId }, this.by.clinic.rules);
  }

  private keep(
    session: NewSession,
    { course, continued }: { course: Course; continued: Session | null },
  ): void {
    this.waiting.push({ session, place: this.taken.length });
    const now = new Date();
    const row = rowOf(
      session,
      { createdAt: now, updatedAt: now },
      { patientId: course.patientId, continued },
    );
    this.known.add(course, row, storedSession(row, session.continuesId));
    this.days.set(course.id, [...(this.days.get(course.id) ?? []), session]);
  }

  private async write(): Promise<void> {
    const waiting = this.waiting;
    this.waiting = [];
    await writeAll(
      this.tx,
      waiting,
      (tx, some) =>
        insertSessions(
          tx,
          some.map(({ session }) => session),
        ),
      ({ place }, refused) => (this.taken[place] = refused),
    );
  }
}

function refusedAsOther(fields: readonly string[], patientId: string, performedOn: PlainDate): Taken {
  return refusedFor(
    fields,
    patientId,
    (field) =>
      `A session of ${performedOn} is on record in this course with another ${field}. Correct it there, or this cell; a second session of one day is logged by hand`,
  );
}

async function continuedOf(
  tx: EntityManager,
  courseId: string,
  continuesOn: PlainDate | undefined,
): Promise<string | undefined> {
  if (continuesOn === undefined) return undefined;
  const counting = { courseId, performedOn: continuesOn, voidedAt: IsNull(), replacedAt: IsNull() };
  const continued = await tx.findOneBy(Session, { ...counting, continuesId: IsNull() });
  if (!continued)
    throw malformed(
      '/continuesOn',
      'no-such-session',
      `There is no session of ${continuesOn} in this course that could be continued: correct the day, or leave it out`,
    );
  return continued.id;
}

function noted(told: readonly Finding[]): string[] {
  if (told.length === 0) return [];
  const codes = [...new Set(told.map(({ code }) => code))].join(', ');
  return [`is taken over with what the check would have said as notes of the session: ${codes}`];
}
