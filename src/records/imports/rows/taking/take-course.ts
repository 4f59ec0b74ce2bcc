import { randomUUID } from 'node:crypto';
import { IsNull, type EntityManager } from 'typeorm';
import type { PlainDate } from '../../../../clinical/calendar';
import { malformed } from '../../../../platform/http/problem';
import { Course } from '../../../courses/course.entity';
import { refuseUnfitCourse } from '../../../courses/fit-course';
import { differing } from '../differing';
import { patientOf } from '../known-patients';
import { ImportedCourseDto } from '../imported-rows.dto';
import { takeEach } from './take-each';
import { refusedFor, type Taken, type Taker } from './taken';

const COMPARED = [
  'etiology',
  'diagnosisCode',
  'plannedProduct',
  'interval',
  'minInterval',
  'startedOn',
  'endedOn',
  'endReason',
] as const satisfies readonly (keyof ImportedCourseDto & keyof Course)[];

/** A row of a file as a course: that of a patient who has died, or one that is over, belongs to the record as well. */
export const COURSES: Taker<ImportedCourseDto> = {
  dto: ImportedCourseDto,
  take: takeEach(async (tx, [{ mrn, ...course }], { patients, clinic }) => {
    const { id: patientId, birthDate } = patientOf(patients, mrn);
    refuseUnfitCourse(course);
    refuseImpossibleDays(course, { birthDate, today: clinic.today });
    const { indication, side } = course;
    const standing = await tx.findBy(Course, { patientId, indication, side: side ?? IsNull() });
    return standsAlready(course, standing, patientId) ?? (await write(tx, { ...course, patientId }));
  }),
};

type Sent = Omit<ImportedCourseDto, 'mrn'>;

/** One that is over leaves room for another; of two that go on at once, one is wrong. */
function standsAlready(course: Sent, standing: readonly Course[], patientId: string): Taken | undefined {
  const compared = standing.map((one) => ({ ...one, fields: differing(COMPARED, course, one) }));
  if (compared.some(({ fields }) => fields.length === 0)) return { outcome: 'same' };
  const inTheWay = compared.find((one) => !isOver(one, course.startedOn) && !isOver(course, one.startedOn));
  if (!inTheWay) return undefined;
  return refusedFor(
    inTheWay.fields,
    patientId,
    (field) =>
      `The patient has a course for this indication and side already, with another ${field}. Correct it on the course's page, or this cell; of a course that came before, give endedOn`,
  );
}

function isOver(
  { endedOn }: { endedOn?: PlainDate | null | undefined },
  by: PlainDate | null | undefined,
): boolean {
  return Boolean(endedOn && by && endedOn <= by);
}

async function write(tx: EntityManager, course: Sent & { patientId: string }): Promise<Taken> {
  await tx.insert(Course, { ...course, id: randomUUID(), version: 1 });
  return { outcome: 'new', notes: [], changedPatientId: course.patientId };
}

function refuseImpossibleDays(
  { startedOn, endedOn, endReason }: Sent,
  { birthDate, today }: { readonly birthDate: PlainDate | null; readonly today: PlainDate },
): void {
  if (startedOn && birthDate && startedOn < birthDate)
    throw malformed(
      '/startedOn',
      'before-birth',
      `startedOn lies before the birth of the patient (${birthDate})`,
    );
  if (endedOn && !endReason)
    throw malformed(
      '/endReason',
      'reason-required',
      'endReason is needed beside endedOn: say why the course ended',
    );
  if (endReason && !endedOn)
    throw malformed(
      '/endedOn',
      'day-required',
      'endedOn is needed beside endReason: say when the course ended',
    );
  if (endedOn && endedOn > today)
    throw malformed('/endedOn', 'future', `endedOn lies in the future (today is ${today})`);
  if (startedOn && endedOn && endedOn < startedOn)
    throw malformed('/endedOn', 'order', `endedOn lies before startedOn (${startedOn})`);
}
