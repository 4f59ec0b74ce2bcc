import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../clinical/calendar';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow, type Clinic } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { changeRow, findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../../platform/http/page-cursor';
import { malformed, Problem } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { lockPatient, lockPatientOf } from '../patients/lock-patient';
import { cancelFrom } from '../scheduling/end-arrangements';
import { lastSessionOf, refuseReopening, refuseUnfitStart } from './course-days';
import { Course } from './course.entity';
import { findCourses } from './course.query';
import type {
  ChangeCourseDto,
  CourseView,
  EndCourseDto,
  FindCoursesQuery,
  HoldCourseDto,
  StartCourseDto,
} from './courses.dto';
import { overrideChange } from './change-override';
import { refuseUnfitChange, refuseUnfitCourse } from './fit-course';
import { holdOf, keepsWaiting } from './hold-course';
import { Hold } from './hold.entity';
import { reassessPatient } from '../assessment/reassess-course';
import type { EntityManager } from 'typeorm';

@Injectable()
export class CoursesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
  ) {}

  start(actor: SignedIn, dto: StartCourseDto): Promise<{ repeated: boolean; view: CourseView }> {
    refuseUnfitCourse(dto);
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const repeated = await writeOnce(tx, { kind: 'course', id, body: dto }, async () => {
        const patient = await lockPatient(tx, dto.patientId);
        if (patient.deceasedOn)
          throw new Problem('conflict', 'This patient has died: no course can be started.');
        await tx.insert(Course, { ...dto, id, version: 1 });
      });
      const clinic = await this.clinicNow.read(tx);
      if (!repeated) await reassessPatient(tx, dto.patientId, clinic);
      return { repeated, view: await viewOf(tx, id, clinic) };
    });
  }

  read(id: string, clinic: Clinic, asOf?: PlainDate): Promise<CourseView> {
    return viewOf(this.work.db, id, clinic, asOf);
  }

  async find(query: FindCoursesQuery, clinic: Clinic): Promise<UpdatesPage<CourseView>> {
    const limit = query.limit ?? USUAL_LIMIT;
    const page = await startPage(this.work.db, 'courses', query.cursor, [isId]);
    const search = { ...query, after: page.after?.[0], limit: limit + 1 };
    const rows = await findCourses(this.work.db, search, clinic, query.asOf);
    return updatesPage(page, rows, limit, (row) => [row.id]);
  }

  change(
    actor: SignedIn,
    id: string,
    version: number,
    { reason, ...dto }: ChangeCourseDto,
  ): Promise<CourseView> {
    return this.writeTo(actor, id, async (tx, course) => {
      const override = await overrideChange(tx, course, dto);
      await refuseUnfitStart(tx, course, dto);
      await refuseUnfitChange(tx, course, { ...dto, reason });
      const changes = {
        ...dto,
        ...override,
        ...(reason && { changeReason: reason }),
      };
      await changeRow(tx, Course, { id, version }, changes);
    });
  }

  hold(actor: SignedIn, id: string, dto: HoldCourseDto): Promise<{ repeated: boolean; view: CourseView }> {
    const holdId = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const { patient } = await lockPatientOf(tx, id);
      const clinic = await this.clinicNow.read(tx);
      const claim = { kind: 'hold', id: holdId, body: { courseId: id, ...dto } };
      const repeated = await writeOnce(tx, claim, async () => {
        await tx.insert(Hold, { ...holdOf(dto, clinic.today), id: holdId, courseId: id });
        await reassessPatient(tx, patient.id, clinic);
      });
      return { repeated, view: await viewOf(tx, id, clinic) };
    });
  }

  lift(actor: SignedIn, id: string, holdId: string, reason: string): Promise<CourseView> {
    return this.writeTo(actor, id, async (tx, course) => {
      const hold = await findOrRefuse(tx, Hold, holdId, 'hold');
      if (!(await keepsWaiting(tx, hold, course)))
        throw new Problem('not-found', 'No such hold on this course.');
      if (hold.liftedAt) throw new Problem('conflict', 'This hold has been lifted already.');
      await tx.update(Hold, { id: holdId }, { liftedAt: this.clock.now(), liftReason: reason });
    });
  }

  async end(
    actor: SignedIn,
    id: string,
    dto: EndCourseDto,
  ): Promise<{ repeated: boolean; view: CourseView }> {
    let repeated = false;
    const view = await this.writeTo(actor, id, async (tx, course, { today, zone }) => {
      if (course.endedOn) {
        repeated = course.endedOn === dto.on && course.endReason === dto.reason;
        if (repeated) return;
        throw new Problem('conflict', `This course ended on ${course.endedOn} already.`);
      }
      const last = await lastSessionOf(tx, id);
      if (last && dto.on < last.performedOn)
        throw malformed(
          '/on',
          'before-session',
          `The latest session was on ${last.performedOn}: a course cannot end before it`,
        );
      if (dto.on > today) throw malformed('/on', 'future', 'A course ends today or on a day that has passed');
      await changeRow(tx, Course, course, { endedOn: dto.on, endReason: dto.reason });
      const reason = `The course ended on ${dto.on}: ${dto.reason}`;
      await cancelFrom(tx, { courseId: id }, { day: dto.on, zone, reason });
    });
    return { repeated, view };
  }

  async reopen(
    actor: SignedIn,
    id: string,
    reason: string,
  ): Promise<{ repeated: boolean; view: CourseView }> {
    let repeated = false;
    const view = await this.writeTo(actor, id, async (tx, course) => {
      if (!course.endedOn) {
        repeated = course.reopenReason === reason;
        if (repeated) return;
        throw new Problem('conflict', 'This course has not ended: there is nothing to reopen.');
      }
      await refuseReopening(tx, course);
      await changeRow(tx, Course, course, {
        endedOn: null,
        endReason: null,
        reopenReason: reason,
      });
    });
    return { repeated, view };
  }

  private async writeTo(
    actor: SignedIn,
    id: string,
    write: (tx: EntityManager, course: Course, clinic: Clinic) => Promise<void>,
  ): Promise<CourseView> {
    return this.work.write(actor, async (tx) => {
      const { patient, course } = await lockPatientOf(tx, id);
      const clinic = await this.clinicNow.read(tx);
      await write(tx, course, clinic);
      await reassessPatient(tx, patient.id, clinic);
      return viewOf(tx, id, clinic);
    });
  }
}

async function viewOf(db: EntityManager, id: string, clinic: Clinic, asOf?: PlainDate): Promise<CourseView> {
  const [course] = await findCourses(db, { id, limit: 1 }, clinic, asOf);
  if (!course) throw new Problem('not-found', 'No such course.');
  return course;
}
