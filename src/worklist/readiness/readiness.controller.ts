import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isPlainDate } from '../../clinical/calendar';
import { Reads } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { TellsUpdates, UnchangedBefore } from '../../platform/http/updates/tells-updates.decorator';
import { IdPipe, isId } from '../../platform/http/validation';
import { Costs } from '../../platform/limits/costly';
import { Allow } from '../../platform/permissions';
import { Course } from '../../records/courses/course.entity';
import { dayOf } from '../list-day';
import { workPage } from '../updates/work-page';
import { patientsShown } from '../updates/work-list';
import { coursesOfPatients } from '../updates/stood.query';
import { ReadinessQuery, ReadinessView, ReadyPage, ReadyQuery } from './readiness.dto';
import { readinessOfCourses } from './readiness.query';
import { readyRows } from './ready-rows.query';

/** What is in the refrigerator is of every course that is given it. */
const STOCK = ['lot', 'vial', 'vial_movement', 'temperature_excursion'];

@ApiTags('worklists')
@Controller()
export class ReadinessController {
  constructor(private readonly work: UnitOfWork) {}

  /** Whether everything is there for the next visit of a course: cover, units left, vials, no hold, precautions in date, the effect of the last two sessions. */
  @Get('courses/:id/readiness')
  @Allow('due-list.read')
  @Reads('readiness', (_: ReadinessView, { params: { id } }) => ({ subjectId: id, courses: [id!] }))
  async ofCourse(
    @Param('id', IdPipe) id: string,
    @Query() { on }: ReadinessQuery,
    @Now() clinic: Clinic,
  ): Promise<ReadinessView> {
    const { db } = this.work;
    await findOrRefuse(db, Course, id, 'course');
    return (await readinessOfCourses(db, [id], { asOf: clinic.today, on, clinic })).get(id)!;
  }

  /** Which of the courses of the due list are ready for their next visit, with the filters of the due list and in its order. */
  @Get('worklists/ready')
  @Allow('due-list.read')
  @TellsUpdates()
  @Costs('search')
  @Reads('readiness', ({ items }: ReadyPage) => ({ patients: patientsShown(items) }))
  async list(
    @Query() query: ReadyQuery,
    @Now() clinic: Clinic,
    @UnchangedBefore() unchangedBefore: Date,
  ): Promise<ReadyPage> {
    const { db } = this.work;
    const day = dayOf(query, clinic);
    return workPage(
      db,
      query,
      { ...day, unchangedBefore },
      {
        name: 'ready',
        rows: ({ patientIds, ...asked }) => readyRows(db, { ...query, patientIds }, day, asked),
        checks: [isPlainDate, isId],
        keyOf: (row) => [row.dueOn, row.courseId],
        idOf: (row) => row.courseId,
        stood: (patientIds) => coursesOfPatients(db, patientIds),
        madeFrom: STOCK,
      },
    );
  }
}
