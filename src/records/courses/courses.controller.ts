import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Reads, ReadsWhenRepeated, type Shown } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { IfMatch } from '../../platform/http/if-match';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { IdPipe } from '../../platform/http/validation';
import { ApiWriteOnce, answerOnce } from '../../platform/http/write-once.http';
import {
  AsOfQuery,
  ChangeCourseDto,
  CoursePage,
  CourseView,
  EndCourseDto,
  FindCoursesQuery,
  HoldCourseDto,
  LiftHoldDto,
  ReopenCourseDto,
  StartCourseDto,
} from './courses.dto';
import { CoursesService } from './courses.service';

@ApiTags('courses')
@Controller('courses')
export class CoursesController {
  constructor(private readonly courses: CoursesService) {}

  /** Start a course: one patient and one indication, and one side where the indication asks for it. */
  @Post()
  @Allow('course.write')
  @ReadsWhenRepeated('course', ofCourse)
  @ApiWriteOnce(CourseView)
  start(
    @By() actor: SignedIn,
    @Body() dto: StartCourseDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CourseView> {
    return answerOnce(reply, this.courses.start(actor, dto));
  }

  /** Find courses by patient, indication, or how they stand. */
  @Get()
  @Allow('course.read')
  @Reads('course', ({ items }: CoursePage) => ({ patients: items.map(({ patientId }) => patientId) }))
  find(@Query() query: FindCoursesQuery, @Now() clinic: Clinic): Promise<CoursePage> {
    return this.courses.find(query, clinic);
  }

  /** One course, with when its next session is due and why. */
  @Get(':id')
  @Allow('course.read')
  @Reads('course', ofCourse)
  read(
    @Param('id', IdPipe) id: string,
    @Query() { asOf }: AsOfQuery,
    @Now() clinic: Clinic,
  ): Promise<CourseView> {
    return this.courses.read(id, clinic, asOf);
  }

  /** Change interval, planned product or diagnosis, or override the coming due day. */
  @Patch(':id')
  @Allow('course.write')
  change(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() dto: ChangeCourseDto,
  ): Promise<CourseView> {
    return this.courses.change(actor, id, version, dto);
  }

  /** Keep a course on hold until a day. */
  @Post(':id/holds')
  @Allow('course.write')
  @ReadsWhenRepeated('course', ofCourse)
  @ApiWriteOnce(CourseView)
  hold(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: HoldCourseDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CourseView> {
    return answerOnce(reply, this.courses.hold(actor, id, dto));
  }

  /** Lift a hold before its end. */
  @Post(':id/holds/:holdId/lift')
  @HttpCode(200)
  @Allow('course.write')
  lift(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('holdId', IdPipe) holdId: string,
    @Body() { reason }: LiftHoldDto,
  ): Promise<CourseView> {
    return this.courses.lift(actor, id, holdId, reason);
  }

  /** End a course. It leaves the due list and stays in the record; what is booked from that day on is cancelled. */
  @Post(':id/end')
  @HttpCode(200)
  @Allow('course.write')
  @ReadsWhenRepeated('course', ofCourse)
  end(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: EndCourseDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CourseView> {
    return answerOnce(reply, this.courses.end(actor, id, dto), 200);
  }

  /** Go on with a course that was ended by mistake. It is due again; appointments cancelled with its end stay cancelled. */
  @Post(':id/reopen')
  @HttpCode(200)
  @Allow('course.write')
  @ReadsWhenRepeated('course', ofCourse)
  reopen(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ReopenCourseDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CourseView> {
    return answerOnce(reply, this.courses.reopen(actor, id, reason), 200);
  }
}

function ofCourse({ id, patientId }: CourseView): Shown {
  return { subjectId: id, patients: [patientId] };
}
