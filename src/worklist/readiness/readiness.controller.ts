import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isPlainDate } from '../../clinical/calendar';
import { Reads } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { readCursor, toPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { IdPipe, isId } from '../../platform/http/validation';
import { Costs } from '../../platform/limits/costly';
import { Allow } from '../../platform/permissions';
import { Course } from '../../records/courses/course.entity';
import { dayOf } from '../list-day';
import { ReadinessQuery, ReadinessView, ReadyPage, ReadyQuery } from './readiness.dto';
import { readinessOfCourses } from './readiness.query';
import { readyRows } from './ready-rows.query';

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
  @Costs('search')
  @Reads('readiness', ({ items }: ReadyPage) => ({ patients: items.map(({ patient }) => patient.id) }))
  async list(@Query() query: ReadyQuery, @Now() clinic: Clinic): Promise<ReadyPage> {
    const limit = query.limit ?? USUAL_LIMIT;
    const after = readCursor('ready', query.cursor, [isPlainDate, isId]);
    const day = dayOf(query, clinic);
    const rows = await readyRows(this.work.db, query, day, { limit: limit + 1, after });
    const page = toPage(
      'ready',
      rows,
      limit,
      (row) => [row.dueOn, row.courseId],
      (row) => row,
    );
    return { asOf: day.asOf, ...page };
  }
}
