import { Body, Controller, HttpCode, Post, type PipeTransform } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { assessCourse } from '../../clinical/assess-course';
import { historyOf, type CourseInput } from '../../clinical/course/course-input';
import type { Clinic } from '../../platform/clinic';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { HISTORY, TakesBody } from '../../platform/http/door/body-limits';
import { FairTurns } from '../../platform/limits/fair-turns';
import { shapeProblem } from '../../platform/http/problem';
import { Costs } from '../../platform/limits/costly';
import { Allow } from '../../platform/permissions';
import { PreviewDto, PreviewView } from './preview.dto';
import { readCourse } from './read-course';

/** @throws Problem 400 with all that is wrong. */
class CoursePipe implements PipeTransform<unknown, CourseInput> {
  transform(sent: unknown): CourseInput {
    const course = readCourse(sent);
    if ('errors' in course) throw shapeProblem(course.errors);
    return course.read;
  }
}

@ApiTags('assessments')
@Controller('assessments')
export class PreviewController {
  constructor(private readonly turns: FairTurns) {}

  /** What the decisions say of a history that is not stored: when due and why, how it stands, how the response goes. */
  @Post('preview')
  @HttpCode(200)
  @Allow('assessment.preview')
  @Costs('preview')
  @TakesBody(HISTORY)
  @ApiBody({ type: PreviewDto })
  preview(
    @By() actor: SignedIn,
    @Body(CoursePipe) course: CourseInput,
    @Now() clinic: Clinic,
  ): Promise<PreviewView> {
    const rules = { ...clinic.courseRules, settings: { ...clinic.due, ...course.settings } };
    return this.turns.take(actor.id, () =>
      assessCourse(historyOf(course), course.asOf ?? clinic.today, rules),
    );
  }
}
